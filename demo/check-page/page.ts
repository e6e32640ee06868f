/*
 * A page as the rules look at it. Its source is parsed into a document of its own, which runs no script and loads
 * nothing.
 */

import { PLACEHOLDER } from '../../src/embed/placeholder.js';
import { parsePolicies, type Policy } from '../content-policy.js';
import type { Release } from '../releases.js';
import type { Finding } from './finding.js';
import { addressOf, HOLDER, hrefOf, isDefine, packOf, placeOf, releaseOf, resolve, TAG } from './tags.js';

export interface CheckOptions {
  /** Where the page is; left out: unknown. */
  readonly pageUrl?: string;
  /** The page's response headers, or the value of its policy. */
  readonly headers?: string;
  /** Where the releases are published, with a slash at its end. */
  readonly base: string;
  readonly releases: readonly Release[];
}

export const UNKNOWN_PAGE = 'https://page.invalid/';
/** Makes a page of a part of one. */
export const BEFORE_A_PART = '<!doctype html><body>';

/** What the rules look at. */
export interface Page {
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

/** Names what is wrong with the panel in a page, in one respect. */
export type Rule = (page: Page) => readonly Finding[];

export const allScripts = ({ scripts, packs }: Page): readonly HTMLScriptElement[] => [...scripts, ...packs];
export const hasEmbed = ({ scripts }: Page): boolean => scripts.some((script) => !isDefine(script));
/** Links that are no fallback content. */
export const linksOutside = ({ links }: Page): readonly HTMLAnchorElement[] => links.filter((link) => !link.closest(HOLDER));
export const hasForm = ({ elements, placeholders, links, frames }: Page): boolean =>
  [elements, placeholders, links, frames].some((found) => found.length > 0);

export const isFileOfOurs = (url: URL | undefined, file: string, base: string): url is URL =>
  url?.pathname.endsWith(`/${file}`) === true &&
  (url.href.startsWith(base) || /report-stalker-panel/i.test(url.href) || placeOf(url).version !== undefined);

/* What is not closed reaches to the end of the page, in browsers too; else a long page would be read anew from each that begins. */
const COMMENT = /<!--[^]*?(?:-->|$)/g;
/** Each `<noscript>`; comments, scripts, styles and the like are matched first, since in them it is none. */
const NOSCRIPT =
  /(<!--[^]*?(?:-->|$)|<(script|style|textarea|title|template)\b[^]*?(?:<\/\2|$))|<noscript\b[^>]*(?:>|$)([^]*?)(?:<\/noscript\s*>|$)/gi;

/**
 * The document as browsers that run scripts have it: there, what is in a `<noscript>` ends no `<head>`.
 * Parsed without scripts, a picture in it would.
 */
export const parse = (source: string): Document => {
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

export const readPage = (given: string, options: CheckOptions): Page => {
  // The mark of UTF-8, which browsers pass over: in a text it would be the first word of the body.
  const html = given.replace(/^\ufeff/, '');
  // A snippet alone would have its script put into the head.
  const source = /<(!doctype|html|head|body)\b/i.test(html.replace(COMMENT, '')) ? html : BEFORE_A_PART + html;
  const document = parse(source);
  const pageUrl = options.pageUrl ? resolve(options.pageUrl, new URL(UNKNOWN_PAGE)) : undefined;
  const page = pageUrl ?? new URL(UNKNOWN_PAGE);
  const url = resolve(document.querySelector('base[href]')?.getAttribute('href') ?? '', page) ?? page;
  const everywhere = <Found extends Element>(selector: string) => [...document.querySelectorAll<Found>(selector)];
  const all = <Found extends Element>(selector: string) => everywhere<Found>(selector).filter((element) => !element.closest('noscript'));
  const isOurs = (element: Element, file: string) =>
    hrefOf(element) !== '' && isFileOfOurs(resolve(hrefOf(element), url), file, options.base);

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
  const alike = candidates.filter(
    (script) => !/disqus/.test(addressOf(script)!) && (elements.length || placeholders.length || 'defineOnly' in script.dataset),
  );
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
    source: source.replace(
      /<!--[^]*?(?:-->|$)|(?<=<(script|style|textarea|template|noscript)\b[^>]*>)[^]*?(?=<\/\1|$)/gi,
      (content: string, holder?: string) => (holder && content.trim() ? '…' : ''),
    ),
    url,
    isUrlKnown: pageUrl !== undefined,
    scripts,
    packs,
    elements,
    placeholders,
    links,
    frames: shownFrames.length ? shownFrames : allFrames,
    policies: [
      ...metas
        .filter(isPlaced)
        .flatMap((meta) => parsePolicies(meta.getAttribute('content') ?? ''))
        .map(withoutSandbox),
      ...parsePolicies(options.headers ?? ''),
    ],
    misplacedPolicies: metas.filter((meta) => !isPlaced(meta)),
    options,
  };
};
