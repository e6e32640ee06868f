/*
 * What webmasters paste: the six forms of the panel, as text. The builder shows them, and the tests
 * of hosts and filters paste the very same.
 *
 * Rules that every snippet keeps, each because of a filter or host seen in use: no inline script and
 * no block of data (they end as visible text), no `style=` (strict policies), no `sms:` link (two
 * filters break it), never a self-closed or an empty element (it swallows the page; filters drop it).
 * Tag managers alone get an inline script (paste-places.ts).
 */

import type { ContactView } from '../src/contact-view.js';
import { publishedContacts, publishedIds } from '../src/contacts/published-contacts.js';
import { messagesFor } from '../src/i18n/index.js';
import { languageFor } from '../src/i18n/languages.js';
import { plainText, withStop, type Text } from '../src/i18n/text.js';
import { optionNames, optionTable, readOptions, type Options } from '../src/options.js';
import { panelView } from '../src/panel-view.js';
import { packFor } from './language-packs.js';
import type { Release } from './releases.js';

/** The six ways to paste, in the order of the documentation. */
export const FORMS = ['script', 'element', 'link', 'placeholder', 'frame', 'oembed'] as const;
export type Form = (typeof FORMS)[number];

export interface SnippetOptions {
  /** Where the releases are, with a slash at its end: `https://panel.example/`. */
  readonly base: string;
  /** A pinned release; left out: the evergreen channel. */
  readonly pinned?: Release;
  /** Attributes of the element by name; `''` for a bare one. */
  readonly attributes?: Readonly<Record<string, string>>;
  /**
   * Whether others may write on the page, as `data-untrusted-content` on the script tag says: then the panel takes no more
   * from a placeholder than from an address.
   */
  readonly untrusted?: boolean;
}

export const escapeHtml = (text: Text): string => plainText(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const channel = ({ base, pinned }: SnippetOptions): string => `${base}${pinned?.version ?? '1'}/`;

/**
 * Whether a form can hand an option to the panel. A preview is never pasted; `data-src` on a script
 * tag belongs to consent tools; an address takes only what the option table lets it.
 */
export const carries = (form: Form, name: keyof Options, { untrusted }: Pick<SnippetOptions, 'untrusted'> = {}): boolean => {
  if (name === 'now' || form === 'oembed') return false;
  if (form === 'script') return name !== 'src';
  return form === 'element' || (form === 'placeholder' && !untrusted) || optionTable[name].inUrl;
};

/** The given attributes that a form leaves out, in the order of the option table. */
export const leftOut = (form: Form, options: SnippetOptions): readonly string[] =>
  optionNames
    .filter((name) => optionTable[name].attribute in (options.attributes ?? {}) && !carries(form, name, options))
    .map((name) => optionTable[name].attribute);

const idsIn = (show = ''): readonly string[] => show.split(/\s+/).filter(Boolean);

/** The ids in `show` that a form leaves out: no contact has them where it brings no `src`, and the panel would report them. */
export const idsLeftOut = (form: Form, options: SnippetOptions): readonly string[] => {
  const { attributes = {} } = options;
  const bringsOwn = attributes['src'] !== undefined && carries(form, 'src', options);
  return bringsOwn || !carries(form, 'show', options) ? [] : idsIn(attributes['show']).filter((id) => !publishedIds.has(id));
};

/** The given attributes that a form carries, in the order of the option table; `show` without the ids that it leaves out. */
export const carried = (form: Form, options: SnippetOptions): readonly (readonly [name: string, value: string])[] => {
  const { attributes = {} } = options;
  const unknown = idsLeftOut(form, options);
  return optionNames.flatMap((name) => {
    const { attribute } = optionTable[name];
    const value = attributes[attribute];
    if (value === undefined || !carries(form, name, options)) return [];
    if (name !== 'show') return [[attribute, value] as const];
    const ids = idsIn(value).filter((id) => !unknown.includes(id));
    return ids.length ? [[attribute, ids.join(' ')] as const] : [];
  });
};

const attributesText = (form: Form, options: SnippetOptions, prefix = ''): string =>
  carried(form, options)
    .map(([name, value]) => ` ${prefix}${name}${value === '' ? '' : `="${escapeHtml(value)}"`}`)
    .join('');

/** Attributes that a query string may not set are left out: the panel would ignore them there. */
export const panelUrl = (options: SnippetOptions): string => {
  // A bare `compact` reads better than `compact=`.
  const text = String(new URLSearchParams(carried('link', options).map(([name, value]) => [name, value]))).replace(/=(?=&|$)/g, '');
  return `${channel(options)}panel.html${text && `?${text}`}`;
};

/** Attributes of a script tag, by name; `''` for a bare one. */
export type ScriptTag = Readonly<Record<string, string>>;

const scriptAt = (options: SnippetOptions, file: string, integrity: string | undefined): ScriptTag => ({
  src: `${channel(options)}${file}`,
  ...(integrity && { integrity, crossorigin: 'anonymous' }),
  referrerpolicy: 'no-referrer',
  async: '',
});

/** The script tags that a page needs: the panel's own, and before it that of its language where it has one. */
export const scripts = (options: SnippetOptions): readonly ScriptTag[] => {
  const { attributes, pinned } = options;
  const pack = packFor(attributes?.['lang']);
  return [...(pack ? [scriptAt(options, `lang/${pack}.js`, pinned?.packs?.[pack])] : []), scriptAt(options, 'embed.js', pinned?.integrity)];
};

export const scriptText = (tag: ScriptTag, more = ''): string =>
  `<script${Object.entries(tag)
    .map(([name, value]) => ` ${name}${value && `="${escapeHtml(value)}"`}`)
    .join('')}${more}></script>`;

/**
 * The script tags of a form, as text.
 *
 * @param more further attributes of the panel's own
 */
export const scriptsText = (form: Form, options: SnippetOptions, more = ''): string => {
  const own = (form === 'script' ? attributesText(form, options, 'data-') : '') + more;
  return scripts(options)
    .map((tag, index, { length }) => scriptText(tag, index === length - 1 ? own : ''))
    .join('\n');
};

/** Words of the page around the panel, which the panel itself never shows. */
const WORDS: Readonly<Record<string, { readonly link: string; readonly frame: string }>> = {
  en: { link: 'Help with stalking', frame: 'Who to call about stalking, and which helplines are open' },
  cy: { link: 'Help gyda stelcio', frame: 'Pwy i’w ffonio am stelcio, a pha linellau cymorth sydd ar agor' },
};

const wordsFor = ({ attributes }: SnippetOptions) => WORDS[messagesFor(attributes?.['lang']).lang] ?? WORDS['en']!;

/** The language of the snippet's words, where the panel is told one. */
const langText = ({ attributes }: SnippetOptions): string =>
  attributes?.['lang'] ? ` lang="${messagesFor(attributes['lang']).lang}"` : '';

/** Whether the panel speaks another language than the snippet, which has only those that are built in. */
const isForeign = ({ attributes }: SnippetOptions): boolean => {
  const [language] = (attributes?.['lang'] ?? 'en').trim().toLowerCase().split('-');
  return language !== messagesFor(attributes?.['lang']).lang;
};

/** Alone in its paragraph, since the script upgrades no other link. */
const link = (options: SnippetOptions, lang = ''): string =>
  `<p${lang}><a href="${escapeHtml(panelUrl(options))}">${escapeHtml(wordsFor(options).link)}</a></p>`;

/** Firefox turns the paragraphs that it translates into Arabic or Urdu, and with them the groups of a number. */
const telLink = ({ href, number }: ContactView): string => `<a href="${href}" dir="ltr">${escapeHtml(number)}</a>`;

/** Emergency and police: the number stands in the sentence that says when to call it. */
const urgentLines = (contact: ContactView, openAllDay: string): readonly string[] => {
  const [sentence = '', ...more] = plainText(contact.purpose ?? contact.name).split(/(?<=\.) /);
  const text = withStop(sentence, '.');
  const place = text.lastIndexOf(contact.number);
  const said =
    place < 0
      ? `${escapeHtml(text)} ${telLink(contact)}`
      : `${escapeHtml(text.slice(0, place))}${telLink(contact)}${escapeHtml(text.slice(place + contact.number.length))}`;
  return [`<strong>${escapeHtml(contact.name)}</strong>: ${openAllDay}.`, [said, ...more.map(escapeHtml)].join(' ')];
};

const helplineLines = (contact: ContactView, openAllDay: string): readonly string[] => {
  const { name, organisation, details, longestStatus } = contact;
  const called = `<strong>${escapeHtml(name)}</strong>${organisation ? `, ${escapeHtml(organisation)}` : ''}`;
  // The details hold hours, but for a line that never closes.
  const lines = [longestStatus === openAllDay ? `${openAllDay}.` : '', plainText(details)];
  return [`${called}: ${telLink(contact)}`, escapeHtml(lines.filter(Boolean).join(' '))];
};

const linkTexts = ({ links }: ContactView): readonly string[] =>
  links.map(({ href, text }) => `<a href="${escapeHtml(href)}" rel="noreferrer noopener">${escapeHtml(text)}</a>`);

/** The given attributes as the panel reads them. */
const readGiven = ({ attributes }: SnippetOptions): Options =>
  readOptions(Object.fromEntries(optionNames.map((name) => [name, attributes?.[optionTable[name].attribute]])), () => {});

/** What the panel shows before it looks at the clock. */
const viewOf = (options: Options) =>
  panelView({ contacts: publishedContacts, options: { ...options, now: undefined }, language: languageFor(options.lang), now: undefined });

/**
 * The numbers as plain paragraphs and links, for wherever the panel cannot stand: the panel's own
 * words, without anything that a clock would have to say. About as tall as the panel, so that little
 * moves when a late script puts the panel in its place.
 */
export const fallback = (options: SnippetOptions): string => {
  const checked = readGiven(options);
  const messages = messagesFor(checked.lang);
  // Published hours stand in every fallback, also for a compact panel, which has no room for them.
  const { groups, published } = viewOf({ ...checked, compact: false });
  const openAllDay = escapeHtml(messages.openAllDay);
  const { mobile: silent } = messages.withoutSpeaking;
  const paragraphs = groups.flatMap(({ intro, heading, contacts }) => {
    const linesOf = (contact: ContactView, index: number): readonly string[] => {
      const lines = intro ? helplineLines(contact, openAllDay) : urgentLines(contact, openAllDay);
      const links = checked.compact ? [] : linkTexts(contact);
      const headingText = intro === 'partnerOrFamily' && heading && !index ? [`${escapeHtml(heading)}:`] : [];
      return [...headingText, ...lines.slice(0, -1), [...lines.slice(-1), ...links].join(' ')];
    };
    const urgent = !intro && !checked.compact;
    return [...contacts.map(linesOf), ...(urgent ? [[`<strong>${escapeHtml(silent.heading)}</strong>: ${escapeHtml(silent.text)}`]] : [])];
  });
  return [
    ...paragraphs.map((lines) => `<p>${lines.join('<br>')}</p>`),
    ...(published ? [`<p>${escapeHtml(published)}</p>`] : []),
    link(options),
  ].join('\n  ');
};

/** The fallback within an element that says another language: marked as the English it is. */
const markedFallback = (options: SnippetOptions): string =>
  isForeign(options) ? `<div lang="en">\n  ${fallback(options)}\n  </div>` : fallback(options);

/**
 * How tall the parts of the panel are at 343 px, the narrowest column of a phone, in a wide font; in
 * others it is a little lower. `emergency`: with the panel's heading; `exit`: what it adds to that;
 * `helplines`: the lines below them, however many there are.
 */
const HEIGHTS = {
  en: {
    full: { emergency: 222, exit: 23, police: 134, helpline: 250, helplines: 91, regional: 144 },
    compact: { emergency: 126, exit: 23, police: 116, helpline: 155, helplines: 88, regional: 141 },
  },
  cy: {
    full: { emergency: 298, exit: 50, police: 134, helpline: 270, helplines: 134, regional: 136 },
    compact: { emergency: 202, exit: 50, police: 116, helpline: 175, helplines: 103, regional: 136 },
  },
};
const GROUP_HEADING = 46;

/** Tall enough for the panel with its folds closed; a frame scrolls what is more. */
export const frameHeight = (options: SnippetOptions): number => {
  const given = readGiven(options);
  const { lang } = messagesFor(given.lang);
  const heights = HEIGHTS[lang as keyof typeof HEIGHTS][given.compact ? 'compact' : 'full'];
  const { groups } = viewOf(given);
  const kinds = groups.flatMap(({ contacts }) => contacts.map(({ kind }) => kind));
  return [
    ...kinds.map((kind) => heights[kind]),
    ...groups.map(({ heading }) => (heading ? GROUP_HEADING : 0)),
    given.withoutExit ? 0 : heights.exit,
    kinds.includes('helpline') ? heights.helplines : 0,
  ].reduce((sum, height) => sum + height);
};

/** A form without its script tags: what stands in the page. */
export const content = (form: Form, options: SnippetOptions): string => {
  switch (form) {
    case 'element':
      // In WordPress's classic editor the `div` keeps the content inside: without it, a paragraph is put
      // around each of the element's own tags, and ends with it.
      return `<div>\n<report-stalker-panel${attributesText(form, options)}>\n  ${markedFallback(options)}\n</report-stalker-panel>\n</div>`;
    case 'placeholder':
      return `<div data-report-stalker-panel${attributesText(form, options, 'data-')}${langText(options)}>\n  ${fallback(options)}\n</div>`;
    case 'script':
    case 'link':
      return link(options, langText(options));
    case 'frame':
      // The link stays where a filter takes the frame, and for frames in which numbers cannot be called.
      return `<iframe src="${escapeHtml(panelUrl(options))}" title="${escapeHtml(wordsFor(options).frame)}"${langText(options)} width="100%" height="${frameHeight(options)}" frameborder="0" referrerpolicy="no-referrer"></iframe>\n${link(options, langText(options))}`;
    case 'oembed':
      return panelUrl({ ...options, attributes: {} });
  }
};

/** The text to paste for a form, where all of it stands in one place. */
export const snippet = (form: Form, options: SnippetOptions): string => {
  switch (form) {
    case 'script':
      // Where a filter takes the script, the link stays; where none does, the panel takes the link's place.
      return `${scriptsText(form, options)}\n${content(form, options)}`;
    case 'element':
    case 'placeholder':
      return `${content(form, options)}\n${scriptsText(form, options)}`;
    default:
      return content(form, options);
  }
};

/** A directive of a content security policy, and where it is needed. */
export interface CspNeed {
  readonly directive: string;
  /** Left out: wherever the page has a policy. */
  readonly when?: string;
}

/**
 * What a policy on the host's page must allow for a form; there is nothing else, styles included.
 *
 * @param from the sources of the scripts
 */
export const cspNeeds = (form: Form, options: SnippetOptions, from = new URL(options.base).origin): readonly CspNeed[] => {
  if (form === 'oembed' || form === 'frame') return [{ directive: `frame-src ${new URL(options.base).origin}` }];
  const [, src] = carried(form, options).find(([name]) => name === 'src') ?? [];
  return [
    { directive: `script-src ${from}`, ...(form === 'link' && { when: 'the page has the script tag' }) },
    { directive: 'trusted-types report-stalker-panel', when: 'the policy has trusted-types' },
    ...(src === undefined ? [] : [{ directive: `connect-src ${sourceOf(src)}` }]),
  ];
};

/** Stands for the page, which is not known. */
const PAGE = 'https://page.invalid';

const sourceOf = (url: string): string => {
  try {
    const { origin } = new URL(url, PAGE);
    return origin === PAGE ? "'self'" : origin;
  } catch {
    return "'self'";
  }
};
