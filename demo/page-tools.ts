/* What the builder and the checker have in common. */

import { BASE_URL } from '../src/release.js';

/** Whether a path is the folder of a release, `1/` or `1.2.3/`: releases stand beside each other in another one. */
export const isReleaseFolder = (pathname: string): boolean => /\/\d{1,3}(\.\d+\.\d+[^/]*)?\/$/.test(pathname);

/**
 * An address that releases can stand under: http(s), without a password, with a slash at its end and nothing after it; not
 * that of a release, `1/`.
 */
export const baseOf = (text: string): string | undefined => {
  try {
    const { href, protocol, username, password, pathname, search, hash } = new URL(text);
    // Of an address with a password Chromium loads no script and no frame.
    return /^https?:$/.test(protocol) && !username && !password && href.endsWith('/') && !search && !hash && !isReleaseFolder(pathname)
      ? href
      : undefined;
  } catch {
    return undefined;
  }
};

/** Whether an address is one that only this machine can reach. */
export const isThisMachine = ({ hostname }: URL): boolean => /^(127(\.\d+){3}|\[::1\]|(.*\.)?localhost)$/.test(hostname);

/** Whether an address stands for another one: that of the README, or of a build that was told none. */
export const isExample = ({ hostname }: URL): boolean => /^host$|(^|\.)(example|invalid|test)$/.test(hostname);

/** Where the releases are: the page says so, else the build. */
export const defaultBase = (): string =>
  baseOf(document.querySelector<HTMLMetaElement>('meta[name="rsp-base"]')?.content ?? '') ?? BASE_URL;

/** An element of the page by its id. */
export const byId = <Found extends HTMLElement>(id: string): Found => document.getElementById(id) as Found;

/** A new element; attributes that are `undefined` or `false` are left out, `true` is a bare one. */
export const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(attribute, value === true ? '' : value);
  element.append(...children);
  return element;
};

/** Writes a line where it changes: screen readers say one that is written again, even if it is the same. */
export const write = (id: string, text: string): void => {
  const line = byId(id);
  if (line.textContent !== text) line.textContent = text;
};

/** Shows a sentence in the page's status line, where screen readers hear it, the same one twice too. */
export const say = (text: string): void => {
  const line = byId('said');
  line.textContent = '';
  requestAnimationFrame(() => (line.textContent = text));
};

/** Puts a text field's content on the clipboard, or selects it where the browser does not allow that. */
export const copy = async (field: HTMLTextAreaElement): Promise<void> => {
  try {
    await navigator.clipboard.writeText(field.value);
    say('Copied.');
  } catch {
    field.focus();
    field.select();
    say('The browser does not let this page copy. The text is selected: press Ctrl+C, or Command+C on a Mac.');
  }
};
