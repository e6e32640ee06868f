/*
 * What the attributes of one tag of ours say, also where an editor, a consent tool or an optimiser has been at them.
 */

import { PLACEHOLDER } from '../../src/embed/placeholder.js';
import { PACKS } from '../language-packs.js';

export const TAG = 'report-stalker-panel';
/** The forms that hold fallback content. */
export const HOLDER = `${TAG},${PLACEHOLDER}`;

export const resolve = (address: string, base: URL): URL | undefined => {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
};

/** An element's start tag, as it was read. */
export const startTag = (element: Element): string => {
  const [tag = ''] = /^<[^]*?>(?=<\/|$)/.exec((element.cloneNode(false) as Element).outerHTML) ?? [];
  return tag.length > 200 ? `${tag.slice(0, 200)}…` : tag;
};

/** The value of a property in an element's own style, as far as it is one word. */
export const styleOf = (element: Element, property: string): string | undefined =>
  [...(element.getAttribute('style') ?? '').matchAll(new RegExp(String.raw`(?:^|;)\s*${property}\s*:\s*([\w.%-]+)`, 'gi'))]
    .at(-1)?.[1]
    ?.toLowerCase();

/** Quotation marks that an editor has made typographic end up inside the value. */
export const CURLY = /^[\u2018-\u201f\u2032\u2033\u00ab\u00bb]|[\u2018-\u201f\u2032\u2033\u00ab\u00bb]$/;
export const uncurled = (value: string): string => value.replace(CURLY, '').replace(CURLY, '');

/** Where a script or frame is loaded from; tools that hold it back leave nothing there, or an empty page. */
export const ownAddress = (element: Element): string | undefined => {
  const src = element.getAttribute('src')?.trim();
  return src && !/^(about:blank|data:)/i.test(src) ? src : undefined;
};

/** The address of a script or frame, also where a consent tool, an optimiser or a lazy loader has moved it. */
export const addressOf = (element: Element): string | undefined => {
  const { src, rocketSrc, litespeedSrc, lazySrc, cookieblockSrc, cmpSrc, cmplzSrc, srcCmplz } = (element as HTMLElement).dataset;
  const address = ownAddress(element) ?? src ?? rocketSrc ?? litespeedSrc ?? lazySrc ?? cookieblockSrc ?? cmpSrc ?? cmplzSrc ?? srcCmplz;
  return address && uncurled(address.trim());
};

/** The address of the contact document that an element or a placeholder names. */
export const documentOf = (element: Element): string | null => element.getAttribute(element.matches(TAG) ? 'src' : 'data-src');

/** The address of a link, script or frame, as written. */
export const hrefOf = (element: Element): string =>
  element.matches('a') ? uncurled(element.getAttribute('href')!) : (addressOf(element) ?? '');

/** `1` or `1.2.3` from the folder of a file of ours, and what is before it. */
export const placeOf = ({ origin, pathname }: URL): { readonly root: string; readonly version: string | undefined } => {
  const folder = origin + pathname.replace(/[^/]*$/, '');
  const [, root, version] = /^(.*\/)(\d+(?:\.\d+\.\d+[\w.+-]*)?)\/$/.exec(folder) ?? [];
  return { root: root ?? folder, version };
};

/** `define.js` registers the element, and looks for no other form. */
export const isDefine = (script: Element): boolean => /\/define\.js$/.test(addressOf(script)!.replace(/[?#].*/, ''));

/** The language that a script brings, `pl` of `lang/pl.js`; `own` is that of a page's own words. */
export const packOf = (script: Element): string | undefined => {
  const [, name = ''] = /\/lang\/(\w+)\.js$/.exec(addressOf(script)?.replace(/[?#].*/, '') ?? '') ?? [];
  return Object.hasOwn(PACKS, name) || name === 'own' ? name : undefined;
};

/** Where the release of a script is; packs have a folder of their own in it. */
export const releaseOf = (script: Element, url: URL): ReturnType<typeof placeOf> =>
  placeOf(new URL(packOf(script) ? '../' : '', resolve(addressOf(script)!, url)));

export const typeOf = (script: Element): string => script.getAttribute('type') ?? '';
export const isModule = (script: Element): boolean => /^module$/i.test(typeOf(script));

/** What the HTML standard runs: https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const JAVASCRIPT = /^$|^\s*((text|application)\/(x-)?(java|ecma)script|text\/(javascript1\.[0-5]|jscript|livescript))\s*$/i;

/** Whether browsers of today run a script as it stands, if it arrives. */
export const isRun = (script: Element): boolean =>
  (isModule(script) || (JAVASCRIPT.test(typeOf(script)) && !script.hasAttribute('nomodule'))) && ownAddress(script) !== undefined;

/** Whether a script tag shows no panel of its own. */
export const isSilent = (script: HTMLScriptElement): boolean =>
  isDefine(script) || 'defineOnly' in script.dataset || (script.dataset['target'] === undefined && script.closest('head') !== null);
