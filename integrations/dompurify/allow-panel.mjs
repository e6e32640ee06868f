const TAG = 'report-stalker-panel';
const PLACEHOLDER = `data-${TAG}`;
const OPTIONS = ['region', 'lang', 'show', 'theme', 'compact', 'heading-level', 'without-exit'];
/** Where the page has an exit of its own, by its class, the panel leaves out its own. */
const EXITS = /exit-this-page|quick-exit/;

/**
 * For DOMPurify 3: `const panel = allowPanel(DOMPurify)` once, then `DOMPurify.sanitize(html, panel)`.
 *
 * Configuration alone cannot do it: DOMPurify lets every element have what it allows to some, an image's
 * address among them, every `data-*` and every class. So a hook goes with it, which touches only what the panel reads.
 */
export const allowPanel = (purify) => {
  purify.addHook('uponSanitizeAttribute', (node, attribute) => {
    const { attrName, attrValue } = attribute;
    if (node.localName === TAG) attribute.keepAttr = OPTIONS.includes(attrName);
    // By `attributes`: the fields of a form can hide its methods.
    else if (attrName.startsWith('data-') && attrName !== PLACEHOLDER && node.attributes.getNamedItem(PLACEHOLDER))
      attribute.keepAttr = OPTIONS.includes(attrName.slice('data-'.length));
    else if (attrName === 'class' && EXITS.test(attrValue)) attribute.keepAttr = false;
  });
  return {
    CUSTOM_ELEMENT_HANDLING: {
      tagNameCheck: (name) => name === TAG,
      attributeNameCheck: (name) => OPTIONS.includes(name),
    },
  };
};
