"""For bleach 6 and nh3: the panel's element among the tags and attributes that you allow."""

PANEL_TAGS = {"report-stalker-panel"}
PANEL_ATTRIBUTES = {
    "report-stalker-panel": {"region", "lang", "show", "theme", "compact", "heading-level", "without-exit"},
}
