import { publishedContacts } from '../contacts/published-contacts.js';
import { optionNames, optionTable, type Option } from '../options.js';
import { BASE_URL } from '../release.js';

/*
 * Links and frames are known by their address alone: that of the `panel.html` beside this script,
 * of whatever release of the same major version, or at the place where the releases are published.
 */

/** An address up to its query string or fragment. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*/, '');

/** `https://host/path/1.2.3/` and every other release of version 1 there; else the folder itself. */
const siblings = (folder: string): RegExp => {
  const [, root = folder, major] = /^(.*\/)(\d+)(?:\.[^/]+)?\/$/.exec(folder) ?? [];
  const literal = root.replace(/[^\w/]/g, '\\$&');
  return RegExp(`^${literal}${major ? `${major}(\\.[\\w.+-]+)?/` : ''}panel\\.html$`);
};

const folders = [`${BASE_URL}1/`];

/** Adds the folder that the script was loaded from. */
export const scriptIsAt = (url: string): void => {
  folders.push(withoutQuery(url).replace(/[^/]*$/, ''));
};

/** Whether an absolute address is that of a panel page of ours. Most are not: those cost no regular expression. */
export const isPanelUrl = (url: string): boolean =>
  url.includes('panel.html') && folders.some((folder) => siblings(folder).test(withoutQuery(url)));

/**
 * The attributes that an address asks for. Whoever can only write a link must not be able to put a
 * number, a text or a target of their own on the panel: everything that is not in the option table's
 * list for addresses, or not a value that the table knows, is ignored.
 */
export const attributesInUrl = (url: string): Record<string, string> => {
  const attributes: Record<string, string> = {};
  const query = new URL(url).searchParams;
  for (const name of optionNames) {
    const { attribute, inUrl, read }: Option = optionTable[name];
    const given = query.get(attribute)?.trim();
    if (!inUrl || given === undefined || read(given) === undefined) continue;
    const value =
      name === 'show'
        ? given.split(/\s+/).filter((id) => publishedContacts.some((contact) => contact.id === id)).join(' ')
        : given;
    // Text that is no language would be an attribute of the writer's choice, harmless but pointless.
    if (name === 'show' ? value : name !== 'lang' || /^[a-z]{2,3}(-\w{1,8})*$/i.test(value)) attributes[attribute] = value;
  }
  return attributes;
};
