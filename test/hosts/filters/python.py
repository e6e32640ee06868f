"""Reads a JSON list of texts, prints the list of what bleach or nh3 (the first argument) leaves; with a second argument, by our recipe."""

import json
import sys

sys.path.insert(0, sys.path[0] + "/../../../integrations/bleach")
from allow_panel import PANEL_ATTRIBUTES, PANEL_TAGS

which, recipe = sys.argv[1], len(sys.argv) > 2


def clean(text):
    if which == "bleach":
        import bleach

        # As sites use it that take paragraphs from an editor; left alone, bleach prints unknown tags as text.
        tags = set(bleach.ALLOWED_TAGS) | {"p", "br", "h2", "h3"}
        if not recipe:
            return bleach.clean(text, tags=tags, strip=True)
        attributes = {**bleach.ALLOWED_ATTRIBUTES, **{tag: sorted(names) for tag, names in PANEL_ATTRIBUTES.items()}}
        return bleach.clean(text, tags=tags | PANEL_TAGS, attributes=attributes, strip=True)
    import nh3

    if not recipe:
        return nh3.clean(text)
    return nh3.clean(text, tags=nh3.ALLOWED_TAGS | PANEL_TAGS, attributes={**nh3.ALLOWED_ATTRIBUTES, **PANEL_ATTRIBUTES})


print(json.dumps([clean(text) for text in json.load(sys.stdin)]))
