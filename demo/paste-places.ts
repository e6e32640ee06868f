import type { Form } from './snippets.js';

/** Where people paste, and the form that survives there with default settings; measured, see docs. */
export interface PastePlace {
  readonly id: string;
  readonly name: string;
  readonly form: Form;
  /** What to do there, and what happens to the other forms. */
  readonly how: string;
}

export const PASTE_PLACES: readonly PastePlace[] = [
  {
    id: 'template',
    name: 'My own HTML or a template',
    form: 'element',
    how: 'Everything works. The element with fallback content is the safest: numbers show even where the script cannot run.',
  },
  {
    id: 'wordpress-editor',
    name: 'WordPress, as administrator or editor',
    form: 'element',
    how: 'Use a Custom HTML block. Every form is kept, as long as the site is not part of a network (multisite).',
  },
  {
    id: 'wordpress-author',
    name: 'WordPress, as author or contributor, or in a network',
    form: 'oembed',
    how: 'Paste the address into an Embed block. Script tags, the element and frames are removed without a word.',
  },
  {
    id: 'wordpress-plugin',
    name: 'WordPress with our plugin, in any role',
    form: 'element',
    how: 'Use the block or the shortcode of the plugin; a pasted element works too. The plugin brings the script: leave the script tag out.',
  },
  { id: 'ghost', name: 'Ghost', form: 'element', how: 'Use an HTML card. Every form is kept.' },
  {
    id: 'drupal',
    name: 'Drupal (Basic HTML), CKEditor 5, Backdrop',
    form: 'link',
    how: 'Script tags, the element and frames are removed; links stay. With the script tag in the theme, the link becomes the panel.',
  },
  {
    id: 'tinymce',
    name: 'TinyMCE',
    form: 'link',
    how: 'Script tags and the element are removed; frames are put in a sandbox without scripts. With the script tag in the theme, the link becomes the panel.',
  },
  {
    id: 'mediawiki',
    name: 'MediaWiki',
    form: 'placeholder',
    how: 'The placeholder is kept; script tags, the element and frames show as text. An administrator adds the script to the site. Write its links in wiki notation.',
  },
  {
    id: 'dokuwiki',
    name: 'DokuWiki',
    form: 'oembed',
    how: 'HTML shows as text. Make a link to this address in the wiki’s own notation: it leads to the whole panel.',
  },
  {
    id: 'hugo',
    name: 'Hugo',
    form: 'link',
    how: 'HTML in Markdown is left out by default, links are kept: write this one in Markdown. With the script tag in the theme, it becomes the panel; or use the shortcode of our recipe.',
  },
  {
    id: 'generators',
    name: 'Jekyll, Eleventy, Astro, Hexo',
    form: 'element',
    how: 'HTML in Markdown is kept. Begin at the margin and leave an empty line before: indented, it becomes a block of code.',
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus, VitePress',
    form: 'element',
    how: 'Put the script tag into the head in the configuration and the element into the page. Script tags in pages are not run, placeholders do not survive hydration.',
  },
  {
    id: 'sanitised',
    name: 'Another editor that removes HTML (Quill, Tiptap, Trix, Lexical, a comment field)',
    form: 'link',
    how: 'Links stay nearly everywhere. With the script tag in the site’s theme, the link becomes the panel.',
  },
  {
    id: 'tag-manager',
    name: 'A tag manager',
    form: 'script',
    how: 'Add data-target="#id" with the id of an element of the page, and let the tag run without consent: it stores nothing.',
  },
  {
    id: 'frames',
    name: 'Somewhere that only takes frames',
    form: 'frame',
    how: 'The frame is complete without scripts and alive with them. In a sandbox it never offers the exit, and its numbers may not be callable: the checker says which token brings what.',
  },
];
