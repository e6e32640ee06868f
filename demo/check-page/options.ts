import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { optionNames, optionTable, readOptions } from '../../src/options.js';
import { finding, type Finding } from './finding.js';
import type { Rule } from './page.js';
import { hrefOf, resolve } from './tags.js';

export const parametersOf: Rule = ({ links, frames, url }) =>
  [...links, ...frames].flatMap((element) => {
    const query = resolve(hrefOf(element), url)!.searchParams;
    const allowed = optionNames.filter((name) => optionTable[name].inUrl);
    const attributes: readonly string[] = allowed.map((name) => optionTable[name].attribute);
    const ignored = [...new Set(query.keys())].filter((name) => !attributes.includes(name));
    const given = Object.fromEntries(allowed.map((name) => [name, query.get(optionTable[name].attribute) ?? undefined]));
    return [
      ...(ignored.length
        ? [
            finding(
              'warning',
              'parameters-ignored',
              `The address sets ${ignored.join(', ')}, which an address cannot set.`,
              `Take ${ignored.length > 1 ? 'them' : 'it'} out. An address can set: ${attributes.join(', ')}. For everything else use the element.`,
              element,
            ),
          ]
        : []),
      ...optionFindings(given, element, false),
    ];
  });

/** What the panel itself would report about its options. */
const optionFindings = (given: Readonly<Record<string, string | undefined>>, element: Element, hasData: boolean): readonly Finding[] => {
  const findings: Finding[] = [];
  const options = readOptions(given, ({ message }) =>
    findings.push(finding('warning', 'bad-value', message, 'Correct the value.', element)),
  );
  const unknown = hasData ? [] : (options.show ?? []).filter((id) => publishedContacts.every((contact) => contact.id !== id));
  if (unknown.length)
    findings.push(
      finding(
        'warning',
        'unknown-id',
        `show names ${unknown.map((id) => `"${id}"`).join(', ')}, which no built-in contact has.`,
        `Known are: ${publishedContacts.map(({ id }) => id).join(', ')}. Contacts of your own come with src.`,
        element,
      ),
    );
  if (options.now !== undefined)
    findings.push(
      finding(
        'error',
        'preview',
        `The panel is a preview, frozen at ${options.now}: visitors see the wrong status.`,
        'Remove now.',
        element,
      ),
    );
  return findings;
};

const GLOBAL =
  /^(data-|aria-|on|xml)|^(id|class|style|slot|part|hidden|title|dir|lang|role|tabindex|translate|inert|nonce|itemprop|align|is)$/;

/** A name as options are compared where somebody wrote `policeName` or `police_name`. */
export const bare = (name: string): string => name.replace(/[-_]/g, '');

/** Options that are written wrong after `data-`, with how they are written. */
const misspeltData = (element: Element): readonly (readonly [written: string, right: string])[] =>
  element.getAttributeNames().flatMap((written) => {
    const right = optionNames.map((name) => `data-${optionTable[name].attribute}`).find((known) => bare(known) === bare(written));
    return right === undefined || right === written || !written.startsWith('data-') ? [] : [[written, right] as const];
  });

export const attributesOf: Rule = ({ elements, placeholders, scripts }) => [
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
    const given = Object.fromEntries(
      optionNames.map((name) => [name, element.getAttribute(`data-${optionTable[name].attribute}`) ?? undefined]),
    );
    const src = given['src'];
    // Those two are attributes of HTML as well.
    const misplaced = optionNames
      .map((name) => optionTable[name].attribute)
      .filter((name) => element.hasAttribute(name) && name !== 'lang' && !(isScript && name === 'src'));
    const isData = isScript && src !== undefined && element.hasAttribute('src');
    return [
      ...(isData && /\.json\b/.test(src)
        ? [
            finding(
              'warning',
              'script-data-src',
              'data-src on the script tag is ignored: consent tools use that name.',
              'Use the element and its src, or the placeholder.',
              element,
            ),
          ]
        : []),
      ...misplaced.map((name) =>
        finding(
          'warning',
          'unknown-attribute',
          `On the ${isScript ? 'script tag' : 'placeholder'}, ${name} is written with data-: without it, the panel does not see it.`,
          `Write data-${name}.`,
          element,
        ),
      ),
      ...misspeltData(element).map(([written, right]) =>
        finding('warning', 'unknown-attribute', `The panel has no option ${written}.`, `Write ${right}.`, element),
      ),
      ...optionFindings(isScript ? { ...given, src: undefined } : given, element, !isScript && src !== undefined),
    ];
  }),
];
