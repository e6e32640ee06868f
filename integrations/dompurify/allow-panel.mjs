/** Configuration for DOMPurify 3: `DOMPurify.sanitize(html, allowPanel)`. */
export const allowPanel = {
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: /^report-stalker-panel$/,
    attributeNameCheck: /^(region|lang|show|theme|compact|heading-level|without-exit)$/,
  },
};
