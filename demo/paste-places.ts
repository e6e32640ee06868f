import {
  content,
  cspNeeds,
  scripts,
  scriptsText,
  scriptText,
  snippet,
  type CspNeed,
  type Form,
  type ScriptTag,
  type SnippetOptions,
} from './snippets.js';

/** A text to paste somewhere else than the rest, and where. */
export interface Part {
  readonly where: string;
  readonly text: string;
}

/** Where people paste, and the form that survives there with default settings; measured, see docs. */
export interface PastePlace {
  readonly id: string;
  readonly name: string;
  readonly form: Form;
  /** What to do there, and what happens to the other forms. */
  readonly how: string;
  /** The forms that survive there; left out: every one. */
  readonly keeps?: readonly Form[];
  /** Writes HTML as it is written there. */
  readonly write?: (html: string) => string;
  /** Where the script goes that a form needs, if not beside it; no text where there is nothing to add. */
  readonly script?: (options: SnippetOptions) => Part;
  /** Whether others may write there: the script's tag says so. */
  readonly untrusted?: true;
  /** Whether the site has the panel's own script itself, and takes none from where the releases are. */
  readonly bringsScript?: true;
}

/** Apart from the panel, in a theme say, the script shows nothing by itself: it serves what editors paste. */
const apart =
  (where: string) =>
  (options: SnippetOptions): Part => ({ where, text: scriptsText('link', options, ' data-define-only') });

const THEME = apart('Whoever runs the site pastes this into its theme, once: then the link becomes the panel');

const LINK = /<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g;
const unescaped = (text: string): string => text.replaceAll('&#38;', '&');

/** Links as wikitext has them; paragraphs and `div` it takes as HTML. */
export const asWikitext = (html: string): string =>
  html.replace(LINK, (_, address: string, words: string) => `[${unescaped(address)} ${words}]`);

/** One link alone, as another notation writes it. */
const asLink =
  (write: (address: string, words: string) => string) =>
  (html: string): string =>
    html.replace(/^<p[^>]*>|<\/p>$/g, '').replace(LINK, (_, address: string, words: string) => write(unescaped(address), words));

/** A script tag as an object of a configuration file; JavaScript reads a bare attribute as `bare`. */
const asObject = (tag: ScriptTag, bare: string): string =>
  `{ ${Object.entries(tag)
    .map(([name, value]) => `${name}: ${value === '' ? bare : JSON.stringify(value)}`)
    .join(', ')} }`;

/**
 * A script that makes a script tag: of a tag itself, Google's and Matomo's tag managers keep the address and the id alone. In
 * the head it shows nothing by itself, wherever the tag manager runs it. Tags made by scripts are `async`.
 */
const asMaker = (tag: ScriptTag): string =>
  `<script>(function (tag) { ${Object.entries(tag)
    .filter(([name]) => name !== 'async')
    .map(([name, value]) => `tag.setAttribute(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join(' ')} document.head.appendChild(tag); })(document.createElement('script'));</script>`;

const inPhp = (text: string): string => text.replace(/[\\']/g, '\\$&');

export const PASTE_PLACES: readonly PastePlace[] = [
  {
    id: 'template',
    name: 'My own HTML or a template',
    form: 'element',
    how: 'Everything works but the address for an Embed block. The element with fallback content is the safest: numbers show even where the script cannot run.',
  },
  {
    id: 'wordpress-editor',
    name: 'WordPress, as administrator or editor',
    form: 'element',
    how: 'Use a Custom HTML block (for the address, an Embed block, in which numbers cannot be tapped). Every form is kept, as long as the site is not part of a network (multisite).',
  },
  {
    id: 'wordpress-author',
    name: 'WordPress, as author or contributor, or in a network',
    form: 'oembed',
    how: 'Paste the address into an Embed block. Numbers in it cannot be tapped: for phones, the plain link is better. Script tags, the element and frames are removed without warning; a placeholder or a link in a Custom HTML block stays.',
    keeps: ['oembed', 'link', 'placeholder'],
    script: apart('Whoever runs the site pastes this into its theme, once: then the link or placeholder becomes the panel'),
  },
  {
    id: 'wordpress-plugin',
    name: 'WordPress with our plugin, in any role',
    form: 'element',
    how: 'Use the block or the shortcode of the plugin, or paste this into a Custom HTML block. The plugin brings the script.',
    keeps: ['element', 'link', 'placeholder'],
    script: (options) => ({
      where: 'Whoever runs the site pastes this into its theme, once: the plugin brings the panel’s script, but no further language',
      text: scripts(options)
        .slice(0, -1)
        .map((tag) => scriptText(tag))
        .join('\n'),
    }),
    bringsScript: true,
  },
  { id: 'ghost', name: 'Ghost', form: 'element', how: 'Use an HTML card. Every form but the address is kept.' },
  {
    id: 'drupal',
    name: 'Drupal (Basic HTML), CKEditor 5, Backdrop',
    form: 'link',
    how: 'Script tags, the element and frames are removed; links stay. With the script tag in the theme, the link becomes the panel.',
    keeps: ['link'],
  },
  {
    id: 'tinymce',
    name: 'TinyMCE',
    form: 'link',
    how: 'Script tags and the element are removed; frames are put in a sandbox without scripts. With the script tag in the theme, the link or a placeholder becomes the panel.',
    keeps: ['link', 'placeholder'],
    script: apart('Whoever runs the site pastes this into its theme, once: then the link or placeholder becomes the panel'),
  },
  {
    id: 'mediawiki',
    name: 'MediaWiki',
    form: 'placeholder',
    how: 'A placeholder and links are kept, written as wikitext; script tags, the element and frames show as text. An administrator adds the script to the wiki; until then the placeholder shows the numbers. With our extension, the element can be pasted too.',
    keeps: ['placeholder', 'link'],
    untrusted: true,
    write: asWikitext,
    script: (options) => ({
      where: 'Once, at the end of LocalSettings.php, by whoever runs the wiki',
      text: `$wgHooks['BeforePageDisplay'][] = static function ( $out ) {\n\t$out->getCSP()->addScriptSrc( '${inPhp(options.base)}' );\n\t$out->addHeadItem( 'report-stalker-panel', '${inPhp(scriptsText('link', options, ' data-define-only data-untrusted-content'))}' );\n};`,
    }),
  },
  {
    id: 'dokuwiki',
    name: 'DokuWiki',
    form: 'link',
    how: 'HTML shows as text. This is a link in the wiki’s own notation: it leads to the whole panel.',
    keeps: ['link'],
    write: asLink((address, words) => `[[${address}|${words}]]`),
    script: () => ({ where: '', text: '' }),
  },
  {
    id: 'hugo',
    name: 'Hugo',
    form: 'link',
    how: 'HTML in Markdown is left out by default, links in Markdown are kept: put this one into a paragraph of its own. With the script tag in the theme, it becomes the panel. In the shortcode of our recipe, everything that “My own HTML” gives works.',
    keeps: ['link'],
    write: asLink((address, words) => `[${words}](${address})`),
  },
  {
    id: 'generators',
    name: 'Jekyll, Eleventy, Astro, Hexo',
    form: 'element',
    how: 'HTML in Markdown is kept. Begin at the margin and leave an empty line before: indented, it becomes a block of code.',
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus',
    form: 'element',
    how: 'Paste this into a page that ends in .md. Script tags in pages are not run: the script goes into the configuration.',
    keeps: ['element', 'link', 'frame'],
    script: (options) => ({
      where: 'Once, into docusaurus.config.js; join it with what stands there under the same names',
      text: `scripts: [\n${scripts(options)
        .map((tag) => `  ${asObject(tag, 'true')},\n`)
        .join('')}],\nmarkdown: { format: "detect" },`,
    }),
  },
  {
    id: 'vitepress',
    name: 'VitePress',
    form: 'element',
    how: 'Paste this into a page. A script tag in a page is taken for a part of its component: the script goes into the configuration.',
    keeps: ['element', 'link', 'frame'],
    script: (options) => ({
      where: 'Once, into .vitepress/config.mjs; join it with what stands there under the same names',
      text: `head: [\n${scripts(options)
        .map((tag) => `  ["script", ${asObject(tag, '""')}],\n`)
        .join('')}],\nvue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "report-stalker-panel" } } },`,
    }),
  },
  {
    id: 'sanitised',
    name: 'Another editor that removes HTML (Quill, Tiptap, Trix, Lexical, a comment field)',
    form: 'link',
    how: 'Links stay nearly everywhere. With the script tag in the site’s theme, the link becomes the panel.',
    keeps: ['link'],
  },
  {
    id: 'tag-manager',
    name: 'A tag manager',
    form: 'placeholder',
    how: 'This goes into the page, where the panel is to stand; the tag manager brings the script. Let its tag run without consent: it stores nothing. Where others may write on your pages, or a policy allows no inline scripts, load the script in the theme instead.',
    keeps: ['placeholder', 'element', 'link'],
    script: (options) => ({
      where: 'Into the tag manager, as a tag of custom HTML that runs on the page',
      text: scripts(options).map(asMaker).join('\n'),
    }),
  },
  {
    id: 'frames',
    name: 'Somewhere that only takes frames',
    form: 'frame',
    how: 'Without scripts the frame shows every number; with them, also which line is open. In a sandbox it has no exit link, and its numbers may not be callable: the checker says what to add to sandbox.',
    keeps: ['frame'],
  },
];

export const isKept = ({ keeps }: PastePlace, form: Form): boolean => !keeps || keeps.includes(form);

/** What is wanted, with what the place means for it. */
export const optionsAt = ({ untrusted }: PastePlace, options: SnippetOptions): SnippetOptions =>
  untrusted ? { ...options, untrusted } : options;

/** What is pasted at a place, and what goes elsewhere for it. */
export const pasteAt = (
  place: PastePlace,
  form: Form,
  wanted: SnippetOptions,
): { readonly text: string; readonly elsewhere: readonly Part[] } => {
  const options = optionsAt(place, wanted);
  if (form === 'frame' || form === 'oembed') return { text: snippet(form, options), elsewhere: [] };
  const script = place.script ?? (form === 'link' ? THEME : undefined);
  if (!script) return { text: snippet(form, options), elsewhere: [] };
  const { write = (html: string) => html } = place;
  return { text: write(content(form, options)), elsewhere: [script(options)].filter(({ text }) => text) };
};

/** What a policy on the page must allow for what is pasted at a place. */
export const cspNeedsAt = ({ bringsScript }: PastePlace, form: Form, options: SnippetOptions): readonly CspNeed[] => {
  if (!bringsScript) return cspNeeds(form, options);
  // A further language comes from the releases there too.
  return cspNeeds(form, options, scripts(options).length > 1 ? `'self' ${new URL(options.base).origin}` : "'self'");
};
