import { defaultSchema } from 'rehype-sanitize';

/** Schema for rehype-sanitize 6: `.use(rehypeSanitize, allowPanel)`. */
export const allowPanel = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames, 'report-stalker-panel'],
  attributes: {
    ...defaultSchema.attributes,
    'report-stalker-panel': ['region', 'lang', 'show', 'theme', 'compact', 'heading-level', 'without-exit'],
  },
  protocols: { ...defaultSchema.protocols, href: [...defaultSchema.protocols.href, 'tel'] },
};
