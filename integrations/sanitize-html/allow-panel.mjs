import sanitizeHtml from 'sanitize-html';

/** Configuration for sanitize-html 2: `sanitizeHtml(html, allowPanel)`. */
export const allowPanel = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'report-stalker-panel'],
  allowedAttributes: {
    ...sanitizeHtml.defaults.allowedAttributes,
    'report-stalker-panel': ['region', 'lang', 'show', 'theme', 'compact', 'heading-level', 'without-exit'],
  },
};
