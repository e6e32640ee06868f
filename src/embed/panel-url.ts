import { publishedIds } from '../contacts/published-contacts.js';
import { NativeURL } from '../native-url.js';
import { optionTable, type Option } from '../options.js';
import { BASE_URL } from '../release.js';

/*
 * Recognises what is ours: a script tag that has run, as an object; anything else, by its address. Ours are
 * the addresses of those tags and of the `panel.html` beside each, in any release of the same major
 * version, and those at the place where the releases are published.
 */

/** An address up to its query string or fragment, with `/1/` for `/1.2.3/`; a host name such as `1.2.3.4` stays. */
const releaseAddress = (url: string): string => url.replace(/[?#].*/, '').replace(/([^/]\/\d+)\.[^/]+(\/[^/]+)$/, '$1$2');

/** Script tags that have run, under whatever name; held no longer than the page holds them. */
const scripts = new WeakSet();
const ours = new Set([`${BASE_URL}1/embed.js`, `${BASE_URL}1/panel.html`]);

/** Whether others may write on the page, as one of its script tags says. */
export let isUntrusted = false;

export const registerScript = (script: HTMLScriptElement): void => {
  const url = releaseAddress(script.src);
  isUntrusted ||= script.matches('[data-untrusted-content]');
  scripts.add(script);
  ours.add(url).add(url.replace(/[^/]*$/, 'panel.html'));
  // A script without an address has added an empty one.
  ours.delete('');
};

/** Whether a script tag, link or frame is one of ours. */
export const isOurs = (found: object): boolean => {
  const { src, href } = found as { readonly src?: string; readonly href?: string };
  return scripts.has(found) || ours.has(releaseAddress(String(src ?? href)));
};

/** Words, with commas between them: nothing that a link may set needs more. */
const PLAIN = /^[\w\s,-]*$/;

/**
 * A value that anybody may set. Somebody who can only write a link must not be able to put a number,
 * a text or a target of their own on the panel: everything that is not in the option table's list for
 * addresses, or not a value that the table knows, is ignored.
 */
const harmless = ({ attribute, inUrl, read }: Option, given: string): string | undefined => {
  const value = inUrl && PLAIN.test(given) ? read(given) : undefined;
  if (attribute === 'show') return (value as readonly string[] | undefined)?.filter((id) => publishedIds.has(id)).join(' ') || undefined;
  // No value that the table reads is empty, or false.
  return (value && given) as string | undefined;
};

const configure = (panel: Element, valueFor: (attribute: string) => string | null, isTrusted?: boolean): void => {
  for (const option of Object.values<Option>(optionTable)) {
    const given = valueFor(option.attribute);
    const value = isTrusted || given === null ? given : harmless(option, given.trim());
    if (value != null) panel.setAttribute(option.attribute, value);
  }
};

/** Gives a panel the attributes that an element's `data-*` ask for. */
export const applyData = (panel: Element, element: Element): void => {
  const isScript = element.matches('script');
  // On a script tag `data-src` belongs to consent tools.
  configure(
    panel,
    (attribute) => (isScript && attribute === 'src' ? null : element.getAttribute(`data-${attribute}`)),
    isScript || !isUntrusted,
  );
};

/** Gives a panel the attributes that an address asks for. */
export const applyAddress = (panel: Element, url: string): void => {
  const query = new NativeURL(url).searchParams;
  configure(panel, (attribute) => query.get(attribute));
};
