/*
 * Reads the HTML of a page and names what is wrong with the panel in it. The text is parsed into a
 * document of its own, which runs no script and loads nothing.
 */

import { attempt } from '../src/attempt.js';
import { fetchableUrl } from '../src/contacts/contact-source.js';
import { publishedContacts } from '../src/contacts/published-contacts.js';
import { PLACEHOLDER } from '../src/embed/placeholder.js';
import { asSelector } from '../src/embed/target.js';
import { optionNames, optionTable, readOptions } from '../src/options.js';
import { asksForIntegrity, blockedBy, forbidsTrustedTypes, isStrictDynamic, isUnread, parsePolicies, type Load, type Policy } from './content-policy.js';
import { hashesOf, isWhole, strongestOf } from './integrity.js';
import { packFor, PACKS } from './language-packs.js';
import { declarationsOf, SCHEMES, themesIn, type Scheme } from './page-theme.js';
import { isThisMachine } from './page-tools.js';
import { poorPairs } from './panel-colours.js';
import type { Release } from './releases.js';
import { frameHeight } from './snippets.js';

/** `error`: visitors get less than the panel. `warning`: some do, or will. `note`: could be better. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  /** Stable, for tests. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
  /** The tag at fault, as it was read. */
  readonly where?: string;
}

export interface CheckOptions {
  /** Where the page is; left out: unknown. */
  readonly pageUrl?: string;
  /** The page's response headers, or the value of its policy. */
  readonly headers?: string;
  /** Where the releases are published, with a slash at its end. */
  readonly base: string;
  readonly releases: readonly Release[];
}

export interface Report {
  /** How often each form was found, `script tag` and so on; empty when none was. */
  readonly found: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

const TAG = 'report-stalker-panel';
const UNKNOWN_PAGE = 'https://page.invalid/';
/** Makes a page of a part of one. */
const BEFORE_A_PART = '<!doctype html><body>';

/** What the rules look at. */
interface Page {
  readonly document: Document;
  readonly source: string;
  readonly url: URL;
  readonly isUrlKnown: boolean;
  readonly scripts: readonly HTMLScriptElement[];
  readonly packs: readonly HTMLScriptElement[];
  readonly elements: readonly HTMLElement[];
  readonly placeholders: readonly HTMLElement[];
  readonly links: readonly HTMLAnchorElement[];
  readonly frames: readonly HTMLIFrameElement[];
  readonly policies: readonly Policy[];
  /** Policies that browsers ignore, by their place. */
  readonly misplacedPolicies: readonly Element[];
  readonly options: CheckOptions;
}

type Rule = (page: Page) => readonly Finding[];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const finding = (severity: Severity, code: string, what: string, todo: string, element?: Element): Finding => ({
  code,
  severity,
  what,
  todo,
  ...(element && { where: startTag(element) }),
});

const startTag = (element: Element): string => {
  const [tag = ''] = /^<[^]*?>(?=<\/|$)/.exec((element.cloneNode(false) as Element).outerHTML) ?? [];
  return tag.length > 200 ? `${tag.slice(0, 200)}…` : tag;
};

const resolve = (address: string, base: URL): URL | undefined => {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
};

/** Quotation marks that an editor has made typographic end up inside the value. */
const CURLY = /^[\u2018-\u201f\u2032\u2033\u00ab\u00bb]|[\u2018-\u201f\u2032\u2033\u00ab\u00bb]$/;
const uncurled = (value: string): string => value.replace(CURLY, '').replace(CURLY, '');

/** Where a script or frame is loaded from; tools that hold it back leave nothing there, or an empty page. */
const ownAddress = (element: Element): string | undefined => {
  const src = element.getAttribute('src')?.trim();
  return src && !/^(about:blank|data:)/i.test(src) ? src : undefined;
};

/** The address of a script or frame, also where a consent tool, an optimiser or a lazy loader has moved it. */
const addressOf = (element: Element): string | undefined => {
  const { src, rocketSrc, litespeedSrc, lazySrc, cookieblockSrc, cmpSrc, cmplzSrc, srcCmplz } = (element as HTMLElement).dataset;
  const address = ownAddress(element) ?? src ?? rocketSrc ?? litespeedSrc ?? lazySrc ?? cookieblockSrc ?? cmpSrc ?? cmplzSrc ?? srcCmplz;
  return address && uncurled(address.trim());
};

/** The address of the contact document that an element or a placeholder names. */
const documentOf = (element: Element): string | null => element.getAttribute(element.matches(TAG) ? 'src' : 'data-src');

/** The address of a link, script or frame, as written. */
const hrefOf = (element: Element): string => (element.matches('a') ? uncurled(element.getAttribute('href')!) : (addressOf(element) ?? ''));

/** `1` or `1.2.3` from the folder of a file of ours, and what is before it. */
const placeOf = ({ origin, pathname }: URL): { readonly root: string; readonly version: string | undefined } => {
  const folder = origin + pathname.replace(/[^/]*$/, '');
  const [, root, version] = /^(.*\/)(\d+(?:\.\d+\.\d+[\w.+-]*)?)\/$/.exec(folder) ?? [];
  return { root: root ?? folder, version };
};

/** `define.js` registers the element, and looks for no other form. */
const isDefine = (script: Element): boolean => /\/define\.js$/.test(addressOf(script)!.replace(/[?#].*/, ''));

/** The language that a script brings, `pl` of `lang/pl.js`; `own` is that of a page's own words. */
const packOf = (script: Element): string | undefined => {
  const [, name = ''] = /\/lang\/(\w+)\.js$/.exec(addressOf(script)?.replace(/[?#].*/, '') ?? '') ?? [];
  return Object.hasOwn(PACKS, name) || name === 'own' ? name : undefined;
};

/** Where the release of a script is; packs have a folder of their own in it. */
const releaseOf = (script: Element, url: URL): ReturnType<typeof placeOf> =>
  placeOf(new URL(packOf(script) ? '../' : '', resolve(addressOf(script)!, url)!));

const allScripts = ({ scripts, packs }: Page): readonly HTMLScriptElement[] => [...scripts, ...packs];
const hasEmbed = ({ scripts }: Page): boolean => scripts.some((script) => !isDefine(script));

const isFileOfOurs = (url: URL | undefined, file: string, base: string): url is URL =>
  url?.pathname.endsWith(`/${file}`) === true &&
  (url.href.startsWith(base) || /report-stalker-panel/i.test(url.href) || placeOf(url).version !== undefined);

/* What is not closed reaches to the end of the page, in browsers too; else a long page would be read anew from each that begins. */
const COMMENT = /<!--[^]*?(?:-->|$)/g;
/** Each `<noscript>`; comments, scripts, styles and the like are matched first, since in them it is none. */
const NOSCRIPT = /(<!--[^]*?(?:-->|$)|<(script|style|textarea|title|template)\b[^]*?(?:<\/\2|$))|<noscript\b[^>]*(?:>|$)([^]*?)(?:<\/noscript\s*>|$)/gi;

/**
 * The document as browsers that run scripts have it: there, what is in a `<noscript>` ends no `<head>`.
 * Parsed without scripts, a picture in it would.
 */
const parse = (source: string): Document => {
  const kept = source.replace(NOSCRIPT, (whole: string, other: string | undefined, _name, content: string) =>
    other === undefined ? `<template data-noscript>${content}</template>` : whole,
  );
  const document = new DOMParser().parseFromString(kept, 'text/html');
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[data-noscript]')) {
    const noscript = document.createElement('noscript');
    noscript.append(template.content);
    template.replaceWith(noscript);
  }
  return document;
};

const read = (html: string, options: CheckOptions): Page => {
  // A snippet alone would have its script put into the head.
  const source = /<(!doctype|html|head|body)\b/i.test(html.replace(COMMENT, '')) ? html : BEFORE_A_PART + html;
  const document = parse(source);
  const given = options.pageUrl ? resolve(options.pageUrl, new URL(UNKNOWN_PAGE)) : undefined;
  const page = given ?? new URL(UNKNOWN_PAGE);
  const url = resolve(document.querySelector('base[href]')?.getAttribute('href') ?? '', page) ?? page;
  const everywhere = <Found extends Element>(selector: string) => [...document.querySelectorAll<Found>(selector)];
  const all = <Found extends Element>(selector: string) => everywhere<Found>(selector).filter((element) => !element.closest('noscript'));
  const isOurs = (element: Element, file: string) => hrefOf(element) !== '' && isFileOfOurs(resolve(hrefOf(element), url), file, options.base);

  const elements = all<HTMLElement>(TAG);
  const placeholders = all<HTMLElement>(PLACEHOLDER);
  const links = all<HTMLAnchorElement>('a[href]').filter((link) => isOurs(link, 'panel.html'));
  const allFrames = everywhere<HTMLIFrameElement>('iframe').filter((frame) => isOurs(frame, 'panel.html'));
  // Lazy loaders keep a frame in a `<noscript>`, beside their own or alone.
  const shownFrames = allFrames.filter((frame) => !frame.closest('noscript'));
  const candidates = all<HTMLScriptElement>('script').filter((script) =>
    resolve(addressOf(script) ?? '', url)?.pathname.endsWith('/embed.js'),
  );
  const sure = candidates.filter((script) => isOurs(script, 'embed.js'));
  const defines = all<HTMLScriptElement>('script').filter((script) => isOurs(script, 'define.js'));
  // Kept somewhere of one's own: known by what else is on the page. Others have an `embed.js` too.
  const alike = candidates.filter((script) => !/disqus/.test(addressOf(script)!) && (elements.length || placeholders.length || 'defineOnly' in script.dataset));
  const scripts = [...(sure.length ? sure : alike), ...defines];
  // Editors and others have a `lang/pl.js` too. What begins with `http:` is ours nevertheless.
  const secure = (root: string): string => root.replace(/^http:/, 'https:');
  const roots = [options.base, ...scripts.map((script) => releaseOf(script, url).root)].map(secure);
  const packs = all<HTMLScriptElement>('script').filter(
    (script) => packOf(script) && resolve(addressOf(script)!, url) && roots.includes(secure(releaseOf(script, url).root)),
  );
  const metas = all('meta[http-equiv="content-security-policy" i]');
  // Of a part of a page nobody knows where it stands.
  const isPlaced = (meta: Element) => source.startsWith(BEFORE_A_PART) || meta.closest('head') !== null;
  // Browsers take it from headers alone.
  const withoutSandbox = (policy: Policy): Policy => new Map([...policy].filter(([name]) => name !== 'sandbox'));
  return {
    document,
    // Tags in comments, scripts, styles and templates are none; that something stands there is kept.
    source: source.replace(/<!--[^]*?(?:-->|$)|(?<=<(script|style|textarea|template|noscript)\b[^>]*>)[^]*?(?=<\/\1|$)/gi, (content: string, holder?: string) =>
      holder && content.trim() ? '…' : '',
    ),
    url,
    isUrlKnown: given !== undefined,
    scripts,
    packs,
    elements,
    placeholders,
    links,
    frames: shownFrames.length ? shownFrames : allFrames,
    policies: [
      ...metas.filter(isPlaced).flatMap((meta) => parsePolicies(meta.getAttribute('content') ?? '')).map(withoutSandbox),
      ...parsePolicies(options.headers ?? ''),
    ],
    misplacedPolicies: metas.filter((meta) => !isPlaced(meta)),
    options,
  };
};

const PASTE_TAG_AGAIN = 'Paste the script tag again, in a place that keeps scripts (an HTML block, the theme, a tag manager), or paste the plain link, which needs none.';
const isForm = ({ elements, placeholders, links, frames }: Page): boolean =>
  [elements, placeholders, links, frames].some((found) => found.length > 0);

const noHtml: Rule = ({ source }) =>
  source.startsWith(BEFORE_A_PART) && !/<[a-z/!]/i.test(source.slice(BEFORE_A_PART.length))
    ? [finding('error', 'no-html', 'This is no HTML: there is no tag in it.', 'Paste the source of the page, not its address or its words: nothing is asked from the network here.')]
    : [];

const nothingThere: Rule = (page) =>
  isForm(page) || page.scripts.length || asText(page).length || noHtml(page).length
    ? []
    : [
        finding(
          'error',
          'nothing-found',
          'There is nothing of the panel in this HTML.',
          'If you pasted a script tag here, the editor or a filter has removed it: paste the plain link, or the element with fallback content. If a script adds the panel later, look at the page in a browser instead.',
        ),
      ];

/** Text that a visitor reads, joined across inline tags; scripts, styles and frames show none. */
const visibleText = (document: Document): { readonly text: string; readonly code: string; readonly outsideLinks: string } => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const parts = { text: '', code: '', outsideLinks: '' };
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement!;
    if (parent.closest('script,style,textarea,template,noscript,iframe')) continue;
    const isCode = parent.closest('pre,code') !== null;
    parts[isCode ? 'code' : 'text'] += walker.currentNode.nodeValue;
    if (!isCode && !parent.closest('a')) parts.outsideLinks += walker.currentNode.nodeValue;
  }
  return parts;
};

const AS_TEXT = /(?:<|&lt;)\s*(?:\/?report-stalker-panel|script\b[^<]*embed\.js|iframe\b[^<]*panel\.html|div\s+data-report-stalker-panel)/i;

const asText: Rule = ({ document, source, options: { base } }) => {
  const { text, code, outsideLinks } = visibleText(document);
  const address = outsideLinks.match(/\bhttps?:\/\/\S+?\/panel\.html\b/)?.[0];
  return [
    // What was pasted here may be nothing but the address.
    ...(!AS_TEXT.test(text) && source.includes('</') && isFileOfOurs(resolve(address ?? '', new URL(UNKNOWN_PAGE)), 'panel.html', base)
      ? [
          finding(
            'error',
            'address-as-text',
            'The address of the panel stands on the page as text: visitors can neither call nor click.',
            'An Embed block shows this where the site does not get, or not allow, the answer of the panel’s host. Use the plain link.',
          ),
        ]
      : []),
    ...(AS_TEXT.test(text)
      ? [
          finding(
            'error',
            'as-text',
            'The tag stands on the page as text: visitors read code instead of numbers.',
            'Switch the editor to its HTML or source view and paste there; where it has none, use the plain link.',
          ),
        ]
      : []),
    ...(AS_TEXT.test(code)
      ? [
          finding(
            'warning',
            'as-code',
            'The tag stands in a block of code and is shown, not run.',
            'In Markdown, write the snippet without leading spaces and with an empty line before it. Where the page only explains the tag, all is well.',
          ),
        ]
      : []),
  ];
};

/** Attributes that hold words, which may be in quotes of their own. */
const WORDS = /^(title|aria-.*|(data-)?(heading|police-name))$/;

const curlyQuotes: Rule = ({ source, scripts, packs, elements, placeholders, links, frames }) =>
  [...scripts, ...packs, ...elements, ...placeholders, ...links, ...frames]
    .filter((element) => [...element.attributes].some(({ name, value }) => CURLY.test(value) && (!WORDS.test(name) || source.includes(`=${value}`))))
    .map((element) =>
      finding('error', 'curly-quotes', 'The editor has made the quotation marks in the tag typographic, and they have become part of its values.', 'Paste the snippet as plain text, with straight quotation marks (").', element),
    );

/**
 * A start tag with its attributes and its end, and whether its end tag comes next. It matches wherever a tag begins,
 * if need be to the end of the page: else a long page would be read anew from each `<`.
 */
const START_TAG = /<([a-z][^\s/>]*)((?:[^>=/]+|\/(?!>)|=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'>][^\s>]*)?)*)(\/?>|$)(?=(\s*<\/\1)?)/gi;

/** Those of the forms whose start tag ends in a slash, which closes nothing in HTML. */
const selfClosedOf = (forms: readonly Element[], source: string): readonly Element[] => {
  const names = new Set(forms.map(({ localName }) => localName));
  const closed = [...source.matchAll(START_TAG)].flatMap(([, name = '', attributes = '', end, endTag]) =>
    end === '/>' && !endTag && names.has(name.toLowerCase()) ? `<${name}${attributes}></${name}>` : [],
  );
  const tags = new Set([...parse(closed.join('')).querySelectorAll('*')].map(startTag));
  return forms.filter((form) => tags.has(startTag(form)));
};

const PARTS_OF_PAGES = 'main,nav,header,footer,form,article,aside,section';
const swallowedBy = (form: Element | undefined): string => (form?.querySelector(PARTS_OF_PAGES) ? ' It has swallowed the rest of the page.' : '');

const closing: Rule = (page) => {
  const { source, elements, placeholders, frames } = page;
  const selfClosed = selfClosedOf([...elements, ...placeholders, ...allScripts(page), ...frames], source);
  if (selfClosed.length)
    return selfClosed.map((form) => {
      const { localName: name } = form;
      return form.matches('script,iframe')
        ? finding('error', 'self-closed', `<${name} … /> does not close in HTML: it swallows the rest of the page.`, `Write ></${name}> in place of />.`, form)
        : finding('error', 'self-closed', `<${name} … /> does not close the element in HTML.${swallowedBy(form)}`, `Write <${name} …>…</${name}>, with the fallback content in between.`, form);
    });
  const starts = [...source.matchAll(START_TAG)].filter(([, name, , end]) => name!.toLowerCase() === TAG && end).length;
  const swallows = elements.find((element) => swallowedBy(element));
  if (starts > (source.match(/<\/report-stalker-panel\s*>/gi)?.length ?? 0))
    return [finding('error', 'not-closed', `The end tag </${TAG}> is missing.${swallowedBy(swallows)}`, `Write </${TAG}> right after the fallback content.`, elements[0])];
  return swallows
    ? [finding('error', 'swallowed', `The panel holds parts of the page, which it shows below itself.`, 'Put nothing but the fallback content between its tags.', swallows)]
    : [];
};

/** Google's, Matomo's, Tealium's, Adobe's: their tags are not in the source of a page. */
const TAG_MANAGER = /googletagmanager\.com\/gtm\.|\/container_\w+\.js|\/utag\.js|assets\.adobedtm\.com/;

const scriptMissing: Rule = (page) => {
  const { scripts, elements, placeholders, links, frames, document } = page;
  if (hasEmbed(page)) return [];
  const [first] = scripts.length ? placeholders : [...elements, ...placeholders];
  // A bundle of the site’s own has the element in it, where it imports the package.
  const isBundled = first?.matches(TAG) === true && document.querySelector('script[type="module" i]:not(noscript *)') !== null;
  if (first && (isBundled || TAG_MANAGER.test(document.documentElement.outerHTML)))
    return [finding('warning', 'script-missing', `The panel’s place is there, but not the script: unless ${isBundled ? 'a module' : 'the tag manager'} of the page brings it, visitors only ever see the fallback content.`, `See in a browser that the panel shows. If it does not: ${PASTE_TAG_AGAIN}`, first)];
  if (first)
    return [finding('error', 'script-missing', 'The panel’s place is there, but not the script: visitors only ever see the fallback content.', PASTE_TAG_AGAIN, first)];
  if (!links.length || frames.length || elements.length) return [];
  const numbers = document.querySelector('a[href="tel:999"]');
  return numbers
    ? [
        finding(
          'warning',
          'element-removed',
          'A filter has removed the element and the script and left the fallback content: numbers and a link, but nothing says which line is open.',
          'This is safe. For the panel itself, ask whoever runs the site to allow the element, or to put the script tag into the theme.',
          links[0],
        ),
      ]
    : [
        finding('note', 'link-only', 'There is a link to the complete panel, but no script or frame that would show it here.', 'Where a link is enough, there is nothing to do. If you pasted a script tag or a frame, a filter has removed it: ask whoever runs the site to add the script tag to the theme.', links[0]),
      ];
};

/** What the script tag itself has made is empty, and may be. */
const isMadeByTag = ({ previousElementSibling: before }: Element, { scripts }: Page): boolean =>
  before !== null && scripts.includes(before as HTMLScriptElement);

const fallbackContent: Rule = (page) =>
  [...page.elements, ...page.placeholders]
    .filter((element) => !isMadeByTag(element, page) && !element.querySelector(TAG))
    .flatMap((element) => {
      const kind = element.matches(TAG) ? 'element' : 'placeholder';
      if (!element.textContent!.trim())
        return [
          finding('error', 'empty', `The ${kind} is empty: where the script cannot run, visitors see nothing at all.`, 'Paste the whole snippet again, with its fallback content. If an editor empties it each time, use the plain link.', element),
        ];
      return element.querySelector('a[href="tel:999"]')
        ? []
        : [finding('warning', 'fallback-without-999', `The fallback content of the ${kind} does not name 999 as a link.`, 'Paste the fallback content of the snippet: it has every number.', element)];
    });

const smsLinks: Rule = ({ document }) =>
  [...document.querySelectorAll('a[href^="sms:" i]')]
    .filter((link) => link.closest(`${TAG},${PLACEHOLDER}`) || /^sms:\/*(999|112)\b/i.test(link.getAttribute('href')!))
    .map((link) =>
      finding('error', 'sms-link', 'A text message to 999 only works from registered phones, and two common filters break the link.', 'Remove the sms: link; keep tel:999.', link),
    );

const nesting: Rule = ({ elements, placeholders, frames }) => [
  ...elements
    .filter((element) => element.parentElement!.closest(TAG))
    .map((element) => finding('error', 'nested', 'A panel stands inside another one: only the outer one is shown.', 'Remove the inner one.', element)),
  ...[...placeholders, ...frames]
    .filter((element) => element.parentElement!.closest(`${TAG},${PLACEHOLDER}`))
    .map((element) =>
      finding('error', 'form-in-form', 'One form of the panel stands inside another.', 'Keep one form; the fallback content is text and links only.', element),
    ),
];

/** The element that a form stands in the page with. */
const blockOf = (element: Element): Element => {
  const { parentElement: parent } = element;
  return parent?.matches('p,div,figure') && parent.textContent!.trim() === element.textContent!.trim() && !element.matches(TAG) ? parent : element;
};

const severalForms: Rule = ({ elements, placeholders, links, frames }) => {
  const standing = [...elements, ...placeholders, ...frames, ...links].filter((element) => !element.parentElement!.closest(`${TAG},${PLACEHOLDER}`));
  const blocks = new Set(standing.map(blockOf));
  const next = (block: Element) => {
    let sibling = block.nextElementSibling;
    while (sibling?.matches('script,style,br,template')) sibling = sibling.nextElementSibling;
    return sibling;
  };
  // The link behind a frame is for when a filter takes the frame.
  const isFrame = (block: Element) => block.matches('iframe') || block.querySelector(':scope > iframe') !== null;
  const isLink = (block: Element | null) => block !== null && (block.matches('a') || block.querySelector(':scope > a') !== null);
  const [pair] = [...blocks].filter((block) => blocks.has(next(block)!) && !(isFrame(block) && isLink(next(block))));
  return pair
    ? [finding('warning', 'several-forms', 'Two forms of the panel stand in one place, and visitors see both.', 'Keep one of them.', next(pair)!)]
    : [];
};

const integrity: Rule = (page) =>
  allScripts(page).flatMap((script) => {
    const { url, options } = page;
    const given = script.getAttribute('integrity')?.trim();
    const pack = packOf(script);
    const { version } = releaseOf(script, url);
    const isPinned = version?.includes('.') === true;
    if (!given)
      return isPinned && !pack
        ? [finding('note', 'pinned', `The script is pinned to ${version}: corrected numbers and hours do not reach this page.`, 'Use the evergreen address (/1/), or check each release and correct numbers with src.', script)]
        : [];
    // Of `define.js` and the modules beside it there is none.
    const release = isDefine(script) ? undefined : options.releases.find((known) => known.version === version);
    const known = pack ? release?.packs?.[pack] : release?.integrity;
    const cure = known ? `Write integrity="${known}".` : 'Copy the value from the release’s integrity.json.';
    const hashes = hashesOf(given);
    if (!hashes.length)
      return [finding('error', 'integrity-ignored', 'The integrity value is no hash of a kind that browsers know: they ignore it, and nothing is protected.', cure, script)];
    const findings: Finding[] = [];
    const { kind, strongest } = strongestOf(hashes);
    if (!strongest.some(isWhole))
      findings.push(finding('error', 'integrity-malformed', `The integrity value is no whole ${kind} hash: browsers block the script.`, cure, script));
    else if (version && !isPinned)
      findings.push(
        finding('error', 'integrity-on-evergreen', 'The evergreen script changes with every correction: the next one would be blocked by this integrity value.', 'Remove integrity and crossorigin, or use the address of one release.', script),
      );
    else if (!known?.startsWith(kind)) {
      const whose = version ? `release ${version}` : 'a script without a release in its address';
      const others = strongest.length < hashes.length ? '; of several hashes, those of the strongest kind alone count' : '';
      findings.push(finding('note', 'integrity-unknown', `This checker does not know the ${kind} hash of ${whose}${others}.`, known ? cure : 'Compare it with the release’s integrity.json.', script));
    } else if (!hashesOf(known).some((hash) => strongest.includes(hash)))
      findings.push(finding('error', 'integrity-wrong', `This is not the hash of release ${version}: browsers block the script.`, cure, script));
    const isElsewhere = resolve(addressOf(script)!, url)!.origin !== url.origin;
    if (isElsewhere && !script.hasAttribute('crossorigin') && !isModule(script))
      findings.push(finding('error', 'crossorigin-missing', 'A script of another site with integrity needs crossorigin: without it, browsers block the script.', 'Add crossorigin="anonymous".', script));
    return findings;
  });

const typeOf = (script: Element): string => script.getAttribute('type') ?? '';
const isModule = (script: Element): boolean => /^module$/i.test(typeOf(script));

/** What the HTML standard runs: https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const JAVASCRIPT = /^$|^\s*((text|application)\/(x-)?(java|ecma)script|text\/(javascript1\.[0-5]|jscript|livescript))\s*$/i;
/** What people write who mean one of them. */
const LIKE_JAVASCRIPT = /^\s*((text|application)\/)?(x-)?(js|module|(java|ecma|j)?script)?[\d.]*\s*(;.*)?$/i;

/** Whether browsers of today run a script as it stands, if it arrives. */
const isRun = (script: Element): boolean =>
  (isModule(script) || (JAVASCRIPT.test(typeOf(script)) && !script.hasAttribute('nomodule'))) && ownAddress(script) !== undefined;

/** What visitors get without a script. */
const lossOf = (script: Element): string => (packOf(script) ? 'the panel goes without the words in it' : 'visitors only see the fallback content');

const scriptAttributes: Rule = (page) =>
  allScripts(page).flatMap((script) => {
    const findings: Finding[] = [];
    if (script.hasAttribute('nomodule') && !isModule(script))
      findings.push(finding('error', 'held-back', `nomodule holds the script back: no browser of today runs it, and ${lossOf(script)}.`, 'Remove nomodule.', script));
    else if (!isRun(script) && ownAddress(script) && LIKE_JAVASCRIPT.test(typeOf(script)))
      findings.push(finding('error', 'type', `Browsers know no script of the type "${typeOf(script)}" and do not run it: ${lossOf(script)}.`, 'Remove type.', script));
    else if (!isRun(script))
      findings.push(
        finding('error', 'held-back', `A consent tool or an optimiser holds the script back: until it lets go, ${lossOf(script)}.`, 'Exempt the script in that tool: it stores nothing on the device, so it needs no cookie consent.', script),
      );
    if (!['async', 'defer'].some((name) => script.hasAttribute(name)) && !isModule(script))
      findings.push(finding('note', 'blocking', 'The page waits for the script before it shows what follows.', 'Add async.', script));
    if (script.getAttribute('referrerpolicy') !== 'no-referrer')
      findings.push(finding('note', 'referrer', 'The host of the script learns which website loads it.', 'Add referrerpolicy="no-referrer".', script));
    return findings;
  });

/** What an https page does not load, but from this machine. */
const isBlocked = (address: string | null | undefined, page: URL): boolean => {
  const target = resolve(address ?? '', page);
  return page.protocol === 'https:' && target?.protocol === 'http:' && !isThisMachine(target);
};

const http: Rule = (page) => {
  const { frames, elements, placeholders, url } = page;
  const documents = [...elements, ...placeholders].filter((element) => isBlocked(documentOf(element), url));
  return [
    ...allScripts(page)
      .filter((script) => isBlocked(addressOf(script), url))
      .map((script) => finding('error', 'http', 'The script’s address begins with http: and an https page does not load it.', 'Write https: in the address.', script)),
    ...frames
      .filter((frame) => isBlocked(addressOf(frame), url))
      .map((frame) => finding('error', 'http', 'The frame’s address begins with http: and an https page does not load it: visitors see an empty box.', 'Write https: in the address.', frame)),
    ...documents.map((element) =>
      finding('error', 'http', 'The address of your contact document begins with http: and an https page does not fetch it; the built-in contacts are shown.', 'Write https: in the address.', element),
    ),
  ];
};

/** What the panel does not even try to fetch. */
const documentAddresses: Rule = ({ elements, placeholders, url }) =>
  [...elements, ...placeholders].flatMap((element) => {
    const src = documentOf(element)?.trim();
    return !src || isBlocked(src, url) || attempt(() => fetchableUrl(src, url.href))
      ? []
      : [finding('error', 'src-address', `The panel cannot fetch a contact document from ${src}; the built-in contacts are shown.`, 'Write its https: address without a password, or its path on your site.', element)];
  });

/** Whoever runs the demo on this machine sees a panel that nobody else gets. */
const reach: Rule = (page) => {
  const { links, frames, url, isUrlKnown } = page;
  const addressed = [...allScripts(page), ...frames, ...links].map((element) => [element, resolve(hrefOf(element), url)!] as const);
  const isOut = (address: URL) => address.hostname === 'host' || (isUrlKnown && !isThisMachine(url) && isThisMachine(address));
  const [first] = addressed.filter(([, address]) => isOut(address));
  return first
    ? [finding('error', 'unreachable', `Visitors cannot reach ${first[1].host}.`, 'Write the public address of the file, as in https://panel.your.host/1/embed.js.', first[0])]
    : [];
};

/** A panel says what the page's own language or its own attribute says; most languages are a script of their own. */
const languages: Rule = ({ scripts, packs, elements, placeholders, links, url }) => {
  if (!scripts.length) return [];
  const around = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  const said = [
    ...elements.map((element) => [element, around(element)] as const),
    ...[...placeholders, ...scripts.filter((script) => !('defineOnly' in script.dataset))].map((element) => [element, element.dataset['lang'] ?? around(element)] as const),
    ...links
      .filter((link) => !link.closest(`${TAG},${PLACEHOLDER}`))
      .map((link) => [link, resolve(uncurled(link.getAttribute('href')!), url)!.searchParams.get('lang') ?? around(link)] as const),
  ];
  const missing = new Map(
    said.flatMap(([element, lang]) => {
      const pack = packFor(lang);
      return pack && !packs.some((script) => packOf(script) === pack) ? [[pack, element] as const] : [];
    }),
  );
  return [...missing].map(([pack, element]) =>
    finding('warning', 'language-missing', `The page has no words in ${PACKS[pack]!.name}: the panel is in English.`, `Add the script lang/${pack}.js, from where the panel’s script is, beside it; the builder writes its tag.`, element),
  );
};

const copies: Rule = ({ scripts, url }) => {
  const addresses = new Set(scripts.map((script) => resolve(addressOf(script)!, url)!.href.replace(/[?#].*/, '')));
  if (addresses.size > 1)
    return [finding('warning', 'two-versions', `The page loads ${addresses.size} copies of the script: ${[...addresses].join(', ')}. Whichever arrives first serves the whole page.`, 'Keep one address.')];
  // A module runs once, however often it is named.
  const runs = new Set(scripts.filter((script) => !isDefine(script) && isRun(script)).map((script) => (isModule(script) ? resolve(addressOf(script)!, url)!.href : script)));
  return runs.size > 1
    ? [finding('warning', 'repeated', 'The script is loaded more than once: one script tag is enough for the whole page.', 'Keep one. Where a further panel is to stand, paste the element without the script tag.', scripts[1])]
    : [];
};

/** Whether a script tag shows no panel of its own. */
const isSilent = (script: HTMLScriptElement): boolean =>
  isDefine(script) || 'defineOnly' in script.dataset || (script.dataset['target'] === undefined && script.closest('head') !== null);

const insertion: Rule = (page) => {
  const { scripts, document, elements, placeholders, links } = page;
  const targets = scripts.flatMap((script) => {
    const selector = script.dataset['target'];
    if (selector === undefined) return [];
    try {
      return document.querySelector(asSelector(selector))
        ? []
        : [finding('error', 'target-missing', `data-target="${selector}" matches nothing on the page: no panel is shown.`, 'Name an element that is there, or paste the tag where the panel is to stand.', script)];
    } catch {
      return [finding('error', 'target-unreadable', `data-target="${selector}" is no CSS selector.`, 'Write, for example, data-target="#help".', script)];
    }
  });
  const silent =
    scripts.length && scripts.every(isSilent) && !(elements.length + placeholders.length + links.length)
      ? [
          finding('error', 'nothing-to-show', 'The script is there, in the head or with data-define-only, but nothing on the page for it to show.', 'Paste the element or the plain link where the panel is to stand, or move the script tag there.', scripts[0]),
        ]
      : [];
  return [...targets, ...silent];
};

/** Links that are no fallback content, where the script may make panels of them. */
const upgradable = (page: Page): readonly HTMLAnchorElement[] => (hasEmbed(page) ? page.links.filter((link) => !link.closest(`${TAG},${PLACEHOLDER}`)) : []);

const isAlone = (link: Element): boolean => {
  const parent = link.parentElement!;
  return parent.matches('p,div,figure') && parent.textContent!.trim() === link.textContent!.trim() && [...parent.children].every((child) => child === link || child.matches('br'));
};

/** Why a link stays one, if it does. */
const staysLink = ({ scripts, url, options }: Page, link: HTMLAnchorElement): Finding | undefined => {
  const place = placeOf(resolve(link.getAttribute('href')!, url)!);
  const known = [placeOf(new URL('1/', options.base)), ...scripts.map((script) => placeOf(resolve(addressOf(script)!, url)!))];
  const major = ({ version }: { version: string | undefined }) => version?.split('.')[0];
  if (!known.some((other) => other.root === place.root && major(other) === major(place)))
    return finding('warning', 'link-elsewhere', 'The link leads to another place than the script’s own: it stays a link.', 'Link to the panel.html in the script’s own folder.', link);
  const barred = link.closest('nav,li,h1,h2,h3,h4,h5,h6,[role="heading"]');
  if (barred) return finding('note', 'link-in-list', `The link stands in <${barred.localName}> and stays a link there.`, 'To show the panel, put the link into a paragraph of its own.', link);
  return isAlone(link) || link.dataset['panel'] !== undefined
    ? undefined
    : finding('note', 'link-not-alone', 'The link stands among other content and stays a link there.', 'To show the panel, put the link into a paragraph of its own.', link);
};

const linkPlaces: Rule = (page) => upgradable(page).flatMap((link) => staysLink(page, link) ?? []);

/** The forms that panels come of, each with what its panel stands in, or is. */
const placesOf = (page: Page): readonly (readonly [form: HTMLElement, place: Element])[] => {
  const { document, scripts, elements, placeholders, frames } = page;
  const forms = [...elements, ...placeholders, ...frames];
  // The panel of a tag gives way to any other.
  const tags = forms.length ? [] : scripts.filter((script) => !isSilent(script));
  return [
    ...forms.map((form) => [form, form] as const),
    ...tags.flatMap((script) => {
      const { target } = script.dataset;
      const place = target === undefined ? script.parentElement : attempt(() => document.querySelector(asSelector(target)));
      return place ? [[script, place] as const] : [];
    }),
    ...upgradable(page)
      .filter((link) => !staysLink(page, link))
      .map((link) => {
        const parent = link.parentElement!;
        // The panel takes the place of its block, or follows the paragraph.
        return [link, parent.matches('p') || (isAlone(link) && !parent.id) ? parent.parentElement! : parent] as const;
      }),
  ];
};

/** The value of a property in an element's own style. */
const styleOf = (element: Element, property: string): string | undefined =>
  [...(element.getAttribute('style') ?? '').matchAll(new RegExp(String.raw`(?:^|;)\s*${property}\s*:\s*([\w-]+)`, 'gi'))].at(-1)?.[1]?.toLowerCase();

/** What hides all that is in an element, and from whom; tried in Chromium. */
const HIDES: readonly (readonly [how: string, isSo: (element: Element) => boolean, loss: string])[] = [
  ['display: none', (element) => styleOf(element, 'display') === 'none', 'nobody sees it'],
  // Gives way to a `display`.
  ['hidden', (element) => element.hasAttribute('hidden') && styleOf(element, 'display') === undefined, 'nobody sees it'],
  ['inert', (element) => element.hasAttribute('inert'), 'nobody can call from it, and screen readers pass over it'],
  ['aria-hidden', (element) => element.matches('[aria-hidden="true" i]:not(html,body)'), 'screen readers pass over it'],
  // The nearest counts.
  ['visibility', (element) => /^(hidden|collapse)$/.test(styleOf(element, 'visibility') ?? ''), 'nobody sees it'],
];

const hidden: Rule = (page) => {
  const hiders = placesOf(page).flatMap(([, place]) => {
    const around: Element[] = [];
    for (let element: Element | null = place; element; element = element.parentElement) around.push(element);
    // Of frames alone: the panel has a visibility of its own.
    const veil = place.matches('iframe') ? around.find((element) => styleOf(element, 'visibility')) : undefined;
    return around.flatMap((element) => {
      const hides = HIDES.find(([how, isSo]) => isSo(element) && (how !== 'visibility' || element === veil));
      return hides ? [[element, hides] as const] : [];
    });
  });
  // Several panels may be hidden by one.
  return [...new Map(hiders)].map(([element, [how, , loss]]) =>
    finding('warning', 'hidden', `The panel is hidden by ${how}: ${loss}.`, `If a script of the page shows this part later, a tab or a menu, all is well. If not, take ${how} out of this tag.`, element),
  );
};

const addresses: Rule = ({ links, frames, url }) =>
  [...links, ...frames].flatMap((element) => {
    const query = resolve(hrefOf(element), url)!.searchParams;
    const allowed = optionNames.filter((name) => optionTable[name].inUrl);
    const attributes: readonly string[] = allowed.map((name) => optionTable[name].attribute);
    const ignored = [...new Set(query.keys())].filter((name) => !attributes.includes(name));
    const given = Object.fromEntries(allowed.map((name) => [name, query.get(optionTable[name].attribute) ?? undefined]));
    return [
      ...(ignored.length
        ? [
            finding('warning', 'parameters-ignored', `The address sets ${ignored.join(', ')}, which an address cannot set.`, `Take ${ignored.length > 1 ? 'them' : 'it'} out. An address can set: ${attributes.join(', ')}. For everything else use the element.`, element),
          ]
        : []),
      ...optionFindings(given, element, false),
    ];
  });

/** What the panel itself would report about its options. */
const optionFindings = (given: Readonly<Record<string, string | undefined>>, element: Element, hasData: boolean): readonly Finding[] => {
  const findings: Finding[] = [];
  const options = readOptions(given, ({ message }) => findings.push(finding('warning', 'bad-value', message, 'Correct the value.', element)));
  const unknown = hasData ? [] : (options.show ?? []).filter((id) => publishedContacts.every((contact) => contact.id !== id));
  if (unknown.length)
    findings.push(
      finding('warning', 'unknown-id', `show names ${unknown.map((id) => `"${id}"`).join(', ')}, which no built-in contact has.`, `Known are: ${publishedContacts.map(({ id }) => id).join(', ')}. Contacts of your own come with src.`, element),
    );
  if (options.now !== undefined)
    findings.push(finding('error', 'preview', `The panel is a preview, frozen at ${options.now}: visitors see the wrong status.`, 'Remove now.', element));
  return findings;
};

const GLOBAL = /^(data-|aria-|on|xml)|^(id|class|style|slot|part|hidden|title|dir|lang|role|tabindex|translate|inert|nonce|itemprop|align|is)$/;

/** A name as options are compared where somebody wrote `policeName` or `police_name`. */
const bare = (name: string): string => name.replace(/[-_]/g, '');

/** Options that are written wrong after `data-`, with how they are written. */
const misspeltData = (element: Element): readonly (readonly [written: string, right: string])[] =>
  element.getAttributeNames().flatMap((written) => {
    const right = optionNames.map((name) => `data-${optionTable[name].attribute}`).find((known) => bare(known) === bare(written));
    return right === undefined || right === written || !written.startsWith('data-') ? [] : [[written, right] as const];
  });

const attributesOf: Rule = ({ elements, placeholders, scripts }) => [
  ...elements.flatMap((element) => {
    const attributes: readonly string[] = optionNames.map((name) => optionTable[name].attribute);
    const given = Object.fromEntries(optionNames.map((name) => [name, element.getAttribute(optionTable[name].attribute) ?? undefined]));
    const strange = element.getAttributeNames().filter((name) => !attributes.includes(name) && !GLOBAL.test(name));
    const misplaced = element.getAttributeNames().filter((name) => name.startsWith('data-') && attributes.includes(name.slice(5)));
    return [
      ...strange.map((name) =>
        finding('warning', 'unknown-attribute', `The panel has no attribute ${name}.`, `It has: ${attributes.join(', ')}.`, element),
      ),
      ...misplaced.map((name) =>
        finding('warning', 'unknown-attribute', `On the element, ${name} is written without data-.`, `Write ${name.slice(5)}.`, element),
      ),
      ...optionFindings(given, element, given['src'] !== undefined),
    ];
  }),
  ...[...placeholders, ...scripts].flatMap((element) => {
    const isScript = element.matches('script');
    const given = Object.fromEntries(optionNames.map((name) => [name, element.getAttribute(`data-${optionTable[name].attribute}`) ?? undefined]));
    const src = given['src'];
    // Those two are attributes of HTML as well.
    const misplaced = optionNames.map((name) => optionTable[name].attribute).filter((name) => element.hasAttribute(name) && name !== 'lang' && !(isScript && name === 'src'));
    const isData = isScript && src !== undefined && element.hasAttribute('src');
    return [
      ...(isData && /\.json\b/.test(src)
        ? [finding('warning', 'script-data-src', 'data-src on the script tag is ignored: consent tools use that name.', 'Use the element and its src, or the placeholder.', element)]
        : []),
      ...misplaced.map((name) =>
        finding('warning', 'unknown-attribute', `On the ${isScript ? 'script tag' : 'placeholder'}, ${name} is written with data-: without it, the panel does not see it.`, `Write data-${name}.`, element),
      ),
      ...misspeltData(element).map(([written, right]) =>
        finding('warning', 'unknown-attribute', `The panel has no option ${written}.`, `Write ${right}.`, element),
      ),
      ...optionFindings(isScript ? { ...given, src: undefined } : given, element, !isScript && src !== undefined),
    ];
  }),
];

const LIVE = 'allow-scripts';

/** What a sandboxed frame goes without, and the tokens any of which brings it back; measured in Chromium. */
const BY_TOKEN: readonly (readonly [lost: string, tokens: readonly string[]])[] = [
  ['nothing says which line is open', [LIVE]],
  ['numbers cannot be called', ['allow-top-navigation-to-custom-protocols', 'allow-popups', 'allow-top-navigation-by-user-activation', 'allow-top-navigation']],
  ['links to websites do nothing', ['allow-top-navigation-by-user-activation', 'allow-top-navigation']],
];

const sandboxed: Rule = ({ frames, policies }) =>
  frames.flatMap((frame) => {
    // The sandbox of a page's own policy holds for its frames as well.
    const sandboxes = [frame.getAttribute('sandbox')?.toLowerCase().split(/\s+/), ...policies.map((rules) => rules.get('sandbox'))].filter(
      (tokens) => tokens !== undefined,
    );
    if (!sandboxes.length) return [];
    const lost = BY_TOKEN.filter(([, any]) => !any.some((token) => sandboxes.every((tokens) => tokens.includes(token))));
    return [
      ...(lost.length
        ? [
            finding(
              'warning',
              'sandbox',
              `The frame is sandboxed: ${lost.map(([what]) => what).join(', ')}.`,
              `Leave sandbox out (of the frame and of the page’s policy), or use the plain link. If it must stay, add ${[...new Set(lost.map(([, [token]]) => token))].join(' ')}.`,
              frame,
            ),
          ]
        : []),
      finding('note', 'sandbox-exit', 'In a sandboxed frame the exit link is not offered, or takes the frame alone: no token mends that.', 'Leave sandbox out, or use the plain link.', frame),
    ];
  });

const framing: Rule = (page) =>
  page.frames.flatMap((frame) => {
    const whole = frameHeight({ base: page.options.base, attributes: Object.fromEntries(resolve(hrefOf(frame), page.url)!.searchParams) });
    const height = Number.parseInt(frame.getAttribute('height') ?? /height:\s*(\d+)px/.exec(frame.getAttribute('style') ?? '')?.[1] ?? '0', 10);
    return [
      ...(ownAddress(frame)
        ? []
        : [finding('warning', 'held-back', 'A lazy loader or a consent tool holds the frame back: until it lets go, visitors see an empty box.', 'Exempt the frame in that tool, with its address in src. It stores nothing, so it needs no cookie consent; loading="lazy" saves as much.', frame)]),
      ...(frame.getAttribute('title')?.trim() ? [] : [finding('warning', 'frame-title', 'The frame has no title: screen readers cannot say what it is.', 'Add title="Who to call about stalking, and which helplines are open".', frame)]),
      // In a wide column the panel is about half as tall as on a phone, for which the builder measures.
      ...(height < whole / 2 && !hasEmbed(page)
        ? [finding('warning', 'frame-height', 'The frame is too low for the panel: visitors have to scroll inside it to find the helplines.', `Set height="${whole}", or add the script tag to the page: it gives the frame the height of its content.`, frame)]
        : []),
    ];
  });

const policy: Rule = (page) => {
  const { scripts, elements, placeholders, frames, policies, url, isUrlKnown } = page;
  const load = (address: string, more: Partial<Load> = {}): Load => {
    const target = resolve(address, url)!;
    // Without the page's address, an address of the page's own is known by being relative.
    const isRelative = !/^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
    return { url: target, isSelf: isUrlKnown ? target.origin === url.origin : isRelative, ...more };
  };
  const originOf = ({ url: target, isSelf }: Load) => (isSelf ? "'self'" : target.origin);
  const findings = policies.flatMap((rules) => {
    const found: Finding[] = [];
    for (const script of allScripts(page)) {
      const what = load(addressOf(script)!, { nonce: script.getAttribute('nonce'), integrity: script.getAttribute('integrity') });
      const directive = blockedBy(rules, ['script-src-elem', 'script-src', 'default-src'], what);
      if (directive)
        found.push(
          isStrictDynamic(rules)
            ? finding('error', 'csp-script', `The page’s policy (${directive}, with 'strict-dynamic') blocks the script.`, 'Put the page’s nonce on the script tag.', script)
            : finding('error', 'csp-script', `The page’s policy (${directive}) blocks the script.`, `${directive === 'default-src' ? 'Add a directive script-src: all that default-src allows, plus' : `Add to ${directive}:`} ${originOf(what)}`, script),
        );
    }
    if (scripts.length && forbidsTrustedTypes(rules, TAG))
      found.push(finding('error', 'csp-trusted-types', 'The page’s policy (trusted-types) forbids the script to draw the panel: the fallback content stays.', `Add to trusted-types: ${TAG}`));
    if (rules.has('sandbox') && !rules.get('sandbox')!.includes(LIVE))
      found.push(finding('error', 'csp-sandbox', 'The page’s policy (sandbox) forbids every script.', `Add to sandbox: ${LIVE}`));
    for (const element of [...elements, ...placeholders]) {
      const src = documentOf(element);
      if (!src || !resolve(src, url)) continue;
      const directive = blockedBy(rules, ['connect-src', 'default-src'], load(src));
      if (directive)
        found.push(
          finding('error', 'csp-connect', `The page’s policy (${directive}) blocks your contact document; the built-in contacts are shown.`, `${directive === 'default-src' ? 'Add a directive connect-src: all that default-src allows, plus' : 'Add to connect-src:'} ${originOf(load(src))}`, element),
        );
    }
    for (const frame of frames) {
      const what = load(addressOf(frame)!);
      const directive = blockedBy(rules, ['frame-src', 'child-src', 'default-src'], what);
      if (directive)
        found.push(
          finding('error', 'csp-frame', `The page’s policy (${directive}) blocks the frame: visitors see an empty box.`, `${directive === 'default-src' ? 'Add a directive frame-src: all that default-src allows, plus' : `Add to ${directive}:`} ${originOf(what)}`, frame),
        );
    }
    return found;
  });
  return findings;
};

const unreadPolicies: Rule = ({ misplacedPolicies, options: { headers = '' } }) => [
  ...misplacedPolicies.map((meta) =>
    finding('note', 'csp-misplaced', 'A policy stands in the body of the page: browsers ignore it there.', 'Move it into the head, then check again what it blocks.', meta),
  ),
  ...(isUnread(headers)
    ? [finding('note', 'csp-unread', 'No policy was recognised in the headers.', 'Paste the policy alone, or the line of the header as the browser’s developer tools show it.')]
    : []),
];

const integrityPolicy: Rule = (page) =>
  asksForIntegrity(page.options.headers ?? '')
    ? allScripts(page).flatMap((script) => {
        const isHashed = hashesOf(script.getAttribute('integrity') ?? '').length > 0;
        // On the page's own site too.
        if (isHashed && (script.hasAttribute('crossorigin') || isModule(script))) return [];
        return [
          finding('error', 'integrity-policy', `The page’s Integrity-Policy blocks the script, which has no ${isHashed ? 'crossorigin' : 'integrity'}.`, isHashed ? 'Add crossorigin="anonymous".' : 'Use the address of one release, with integrity and crossorigin, as the builder writes it; or take the word script out of the policy’s blocked-destinations.', script),
        ];
      })
    : [];

/** The scheme that a form asks for, whatever the visitor prefers. */
const schemeOf = (form: HTMLElement, { url }: Page): Scheme | undefined => {
  const given = form.matches('a') ? resolve(hrefOf(form), url)!.searchParams.get('theme') : form.matches(TAG) ? form.getAttribute('theme') : form.dataset['theme'];
  const { theme } = readOptions({ theme: given }, () => {});
  return theme === 'auto' ? undefined : theme;
};

/** Whether the page has a dark scheme of its own, which a panel follows; another style sheet may bring one too. */
const hasDarkScheme = ({ document }: Page): boolean =>
  document.querySelector('meta[name="color-scheme" i][content*="dark" i]') !== null ||
  [...document.querySelectorAll('style')].some(({ textContent }) => /(?<!prefers-)color-scheme\s*:[^;}]*\bdark/i.test(textContent!));

/** What `look` makes of the panel that comes of a form, which is in the document for as long. */
const withPanel = <Seen>(form: HTMLElement, place: Element, look: (panel: Element) => Seen): Seen => {
  if (form.matches(TAG)) return look(form);
  const panel = place.appendChild(place.ownerDocument.createElement(TAG));
  const seen = look(panel);
  panel.remove();
  return seen;
};

const contrast: Rule = (page) => {
  const themeOf = themesIn(page.document);
  const isDarkToo = hasDarkScheme(page);
  const themes = placesOf(page)
    // Nothing but its address reaches the panel in a frame.
    .filter(([form]) => !form.matches('iframe'))
    .flatMap(([form, place]) => {
      const scheme = schemeOf(form, page);
      return withPanel(form, place, (panel) =>
        SCHEMES.flatMap((preferred) => {
          const shown: ReadonlySet<Scheme> = new Set(scheme ? [scheme] : isDarkToo ? [preferred] : ['light', preferred]);
          return [...shown].map((shownIn) => [themeOf(panel, preferred), shownIn] as const);
        }),
      );
    });
  // Most panels look alike.
  const distinct = new Map(themes.map(([theme, scheme]) => [JSON.stringify([scheme, ...theme]), [theme, scheme] as const]));
  const poor = [...distinct.values()].flatMap((look) => poorPairs(...look)).sort((one, other) => other.ratio / other.needed - one.ratio / one.needed);
  // The worst alone of what one more colour would mend.
  const findings = new Map(
    poor.map(({ text, ground, ratio, needed, own, scheme }) => {
      const named = (name: string) => (name === own ? `the panel’s own ${name}` : name);
      const what = `${named(text)} on ${named(ground)} has a contrast of ${ratio} to 1${scheme ? ` in the ${scheme} scheme` : ''}; ${needed} to 1 is needed.`;
      const missing = own === text && ground === '--rsp-color-background' ? '--rsp-color-text' : own;
      const todo = missing
        ? `Set ${missing} too. If another style sheet of the site does, all is well.`
        : 'Choose a darker text or a lighter ground, in the dark scheme the other way round.';
      return [`${own === text ? '' : text} ${ground}`, finding('warning', 'contrast', what.replace(/^t/, 'T'), todo)];
    }),
  );
  return [...findings.values()];
};

/** The panel adds to this height, and to a number without a unit, be it 0, browsers add nothing. */
const stickyTop: Rule = ({ document }) => {
  const [bare] = declarationsOf(document, '--rsp-sticky-top').flatMap(({ value }) => (value && !Number.isNaN(Number(value)) ? value : []));
  return bare
    ? [finding('warning', 'sticky-top', `--rsp-sticky-top is ${bare}, without a unit: browsers ignore it, and the exit can cover what people reach by keyboard.`, `Write ${bare}px.`)]
    : [];
};

const RULES: readonly Rule[] = [
  noHtml,
  nothingThere,
  asText,
  curlyQuotes,
  closing,
  scriptMissing,
  fallbackContent,
  smsLinks,
  nesting,
  severalForms,
  integrity,
  scriptAttributes,
  http,
  documentAddresses,
  reach,
  languages,
  copies,
  insertion,
  linkPlaces,
  hidden,
  addresses,
  attributesOf,
  sandboxed,
  framing,
  policy,
  unreadPolicies,
  integrityPolicy,
  contrast,
  stickyTop,
];

/**
 * What is wrong with the panel in a page, the worst first.
 *
 * @param html the page's source, or a part of it
 */
export const checkPage = (html: string, options: CheckOptions): Report => {
  const page = read(html, options);
  const counts = {
    'script tag': page.scripts.length,
    'language pack': page.packs.length,
    element: page.elements.length,
    placeholder: page.placeholders.length,
    link: page.links.filter((link) => !link.closest(`${TAG},${PLACEHOLDER}`)).length,
    frame: page.frames.length,
  };
  const findings = RULES.flatMap((rule) => rule(page));
  return {
    found: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    findings: SEVERITIES.flatMap((severity) => findings.filter((found) => found.severity === severity)),
  };
};

