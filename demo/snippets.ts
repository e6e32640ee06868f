/*
 * What webmasters paste: the six forms of the panel, as text. The builder shows them, and the tests
 * of hosts and filters paste the very same.
 */

import { publishedContacts } from '../src/contacts/published-contacts.js';
import { messagesFor } from '../src/i18n/index.js';
import { optionNames, optionTable, readOptions } from '../src/options.js';
import { panelView } from '../src/panel-view.js';

/** The six ways to paste, in the order of the documentation. */
export const FORMS = ['script', 'element', 'link', 'placeholder', 'frame', 'oembed'] as const;
export type Form = (typeof FORMS)[number];

export interface SnippetOptions {
  /** Where the releases are, with a slash at its end: `https://panel.example/`. */
  readonly base: string;
  /** A pinned release and the hash of its script; left out: the evergreen channel. */
  readonly pinned?: { readonly version: string; readonly integrity: string };
  /** Attributes of the element by name; `''` for a bare one. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const channel = ({ base, pinned }: SnippetOptions): string => `${base}${pinned?.version ?? '1'}/`;

const attributesText = ({ attributes = {} }: SnippetOptions, prefix = ''): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${prefix}${name}${value === '' ? '' : `="${escape(value)}"`}`)
    .join('');

/** Attributes that a query string may not set are left out: the panel would ignore them there. */
export const panelUrl = (options: SnippetOptions): string => {
  const query = new URLSearchParams();
  for (const name of optionNames) {
    const { attribute, inUrl } = optionTable[name];
    const value = options.attributes?.[attribute];
    if (inUrl && value !== undefined) query.set(attribute, value);
  }
  // A bare `compact` reads better than `compact=`.
  const text = query.toString().replace(/=(?=&|$)/g, '');
  return `${channel(options)}panel.html${text && `?${text}`}`;
};

const scriptTag = (options: SnippetOptions, more = ''): string => {
  const { pinned } = options;
  const integrity = pinned ? ` integrity="${pinned.integrity}" crossorigin="anonymous"` : '';
  return `<script src="${channel(options)}embed.js"${integrity} referrerpolicy="no-referrer" async${more}></script>`;
};

const link = (options: SnippetOptions, text: string): string =>
  `<p><a href="${escape(panelUrl(options))}">${escape(text)}</a></p>`;

const LINK_WORDS: Readonly<Record<string, string>> = { en: 'Help with stalking', cy: 'Help gyda stelcio' };

/** The numbers as plain paragraphs and links, for wherever the panel cannot stand; no live claim in it. */
export const fallback = (options: SnippetOptions): string => {
  const { attributes } = options;
  const given = Object.fromEntries(optionNames.map((name) => [name, attributes?.[optionTable[name].attribute]]));
  const checked = { ...readOptions(given, () => {}), now: undefined };
  const messages = messagesFor(checked.lang);
  const { groups, published } = panelView({ contacts: publishedContacts, options: checked, messages, now: undefined });
  const lines = groups
    .flatMap(({ contacts }) => contacts)
    .map(({ kind, name, organisation, purpose, number, href, details }) => {
      const urgent = kind === 'emergency' || kind === 'police';
      const said = urgent ? (purpose ?? name) : [name, organisation].filter(Boolean).join(', ');
      const told = urgent || !details ? '' : `<br>${escape(details)}`;
      return `<p>${escape(said)}: <a href="${href}">${number}</a>${told}</p>`;
    });
  return [...lines, ...(published ? [`<p>${escape(published)}</p>`] : []), link(options, LINK_WORDS[messages.lang] ?? LINK_WORDS['en']!)].join('\n  ');
};

/** The text to paste for a form. */
export const snippet = (form: Form, options: SnippetOptions): string => {
  const { attributes } = options;
  switch (form) {
    case 'script':
      return scriptTag(options, attributesText(options, 'data-'));
    case 'element':
      return `<report-stalker-panel${attributesText(options)}>\n  ${fallback(options)}\n</report-stalker-panel>\n${scriptTag(options)}`;
    case 'placeholder':
      return `<div data-report-stalker-panel${attributesText(options, 'data-')}>\n  ${fallback(options)}\n</div>\n${scriptTag(options)}`;
    case 'link':
      return link(options, LINK_WORDS[attributes?.['lang'] ?? 'en'] ?? LINK_WORDS['en']!);
    case 'frame':
      return `<iframe src="${escape(panelUrl(options))}" title="${LINK_WORDS[attributes?.['lang'] ?? 'en'] ?? LINK_WORDS['en']}" width="100%" height="900" referrerpolicy="no-referrer"></iframe>`;
    case 'oembed':
      return panelUrl({ ...options, attributes: {} });
  }
};

/** The directives of a content security policy that a form needs on the host's page. */
export const cspLines = (form: Form, { base }: SnippetOptions): readonly string[] => {
  const { origin } = new URL(base);
  if (form === 'oembed' || form === 'frame') return [`frame-src ${origin}`];
  return [`script-src ${origin}`, 'trusted-types report-stalker-panel'];
};
