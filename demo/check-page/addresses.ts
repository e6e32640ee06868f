import { attempt } from '../../src/attempt.js';
import { fetchableUrl } from '../../src/contacts/contact-source.js';
import { isThisMachine } from '../page-tools.js';
import { finding } from './finding.js';
import { allScripts, type Rule } from './page.js';
import { addressOf, documentOf, hrefOf, resolve } from './tags.js';

/** What an https page does not load, but from this machine. */
const isBlocked = (address: string | null | undefined, page: URL): boolean => {
  const target = resolve(address ?? '', page);
  return page.protocol === 'https:' && target?.protocol === 'http:' && !isThisMachine(target);
};

export const http: Rule = (page) => {
  const { frames, elements, placeholders, url } = page;
  const documents = [...elements, ...placeholders].filter((element) => isBlocked(documentOf(element), url));
  return [
    ...allScripts(page)
      .filter((script) => isBlocked(addressOf(script), url))
      .map((script) =>
        finding(
          'error',
          'http',
          'The script’s address begins with http: and an https page does not load it.',
          'Write https: in the address.',
          script,
        ),
      ),
    ...frames
      .filter((frame) => isBlocked(addressOf(frame), url))
      .map((frame) =>
        finding(
          'error',
          'http',
          'The frame’s address begins with http: and an https page does not load it: visitors see an empty box.',
          'Write https: in the address.',
          frame,
        ),
      ),
    ...documents.map((element) =>
      finding(
        'error',
        'http',
        'The address of your contact document begins with http: and an https page does not fetch it; the built-in contacts are shown.',
        'Write https: in the address.',
        element,
      ),
    ),
  ];
};

/** What the panel does not even try to fetch. */
export const documentAddresses: Rule = ({ elements, placeholders, url }) =>
  [...elements, ...placeholders].flatMap((element) => {
    const src = documentOf(element)?.trim();
    return !src || isBlocked(src, url) || attempt(() => fetchableUrl(src, url.href))
      ? []
      : [
          finding(
            'error',
            'src-address',
            `The panel cannot fetch a contact document from ${src}; the built-in contacts are shown.`,
            'Write its https: address without a password, or its path on your site.',
            element,
          ),
        ];
  });

/** Whoever runs the demo on this machine sees a panel that nobody else gets. */
export const reach: Rule = (page) => {
  const { links, frames, url, isUrlKnown } = page;
  const addressed = [...allScripts(page), ...frames, ...links].map((element) => [element, resolve(hrefOf(element), url)!] as const);
  const isOut = (address: URL) => address.hostname === 'host' || (isUrlKnown && !isThisMachine(url) && isThisMachine(address));
  const [first] = addressed.filter(([, address]) => isOut(address));
  return first
    ? [
        finding(
          'error',
          'unreachable',
          `Visitors cannot reach ${first[1].host}.`,
          'Write the public address of the file, as in https://panel.your.host/1/embed.js.',
          first[0],
        ),
      ]
    : [];
};
