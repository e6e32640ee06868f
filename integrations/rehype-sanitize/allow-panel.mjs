import { defaultSchema } from 'rehype-sanitize';

/** Schema for rehype-sanitize 6: `.use(rehypeSanitize, allowPanel)`. */
export const allowPanel = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames, 'report-stalker-panel'],
  attributes: {
    ...defaultSchema.attributes,
    // The language of code, but no class by which the page would have an exit of its own: the panel leaves out its own there.
    code: [['className', /^language-(?![^]*(exit-this-page|quick-exit))./]],
    'report-stalker-panel': ['region', 'lang', 'show', 'theme', 'compact', 'heading-level', 'without-exit'],
  },
  protocols: { ...defaultSchema.protocols, href: [...defaultSchema.protocols.href, 'tel'] },
};
