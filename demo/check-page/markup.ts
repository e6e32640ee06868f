import { finding } from './finding.js';
import { allScripts, parse, type Rule } from './page.js';
import { CURLY, startTag, TAG } from './tags.js';

/** Attributes that hold words, which may be in quotes of their own. */
const WORDS = /^(title|aria-.*|(data-)?(heading|police-name))$/;

export const curlyQuotes: Rule = ({ source, scripts, packs, elements, placeholders, links, frames }) =>
  [...scripts, ...packs, ...elements, ...placeholders, ...links, ...frames]
    .filter((element) =>
      [...element.attributes].some(({ name, value }) => CURLY.test(value) && (!WORDS.test(name) || source.includes(`=${value}`))),
    )
    .map((element) =>
      finding(
        'error',
        'curly-quotes',
        'The editor has made the quotation marks in the tag typographic, and they have become part of its values.',
        'Paste the snippet as plain text, with straight quotation marks (").',
        element,
      ),
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
const swallowedBy = (form: Element | undefined): string =>
  form?.querySelector(PARTS_OF_PAGES) ? ' It has swallowed the rest of the page.' : '';

export const closing: Rule = (page) => {
  const { source, elements, placeholders, frames } = page;
  const selfClosed = selfClosedOf([...elements, ...placeholders, ...allScripts(page), ...frames], source);
  if (selfClosed.length)
    return selfClosed.map((form) => {
      const { localName: name } = form;
      return form.matches('script,iframe')
        ? finding(
            'error',
            'self-closed',
            `<${name} … /> does not close in HTML: it swallows the rest of the page.`,
            `Write ></${name}> in place of />.`,
            form,
          )
        : finding(
            'error',
            'self-closed',
            `<${name} … /> does not close the element in HTML.${swallowedBy(form)}`,
            `Write <${name} …>…</${name}>, with the fallback content in between.`,
            form,
          );
    });
  const starts = [...source.matchAll(START_TAG)].filter(([, name, , end]) => name!.toLowerCase() === TAG && end).length;
  const swallows = elements.find((element) => swallowedBy(element));
  if (starts > (source.match(/<\/report-stalker-panel\s*>/gi)?.length ?? 0))
    return [
      finding(
        'error',
        'not-closed',
        `The end tag </${TAG}> is missing.${swallowedBy(swallows)}`,
        `Write </${TAG}> right after the fallback content.`,
        elements[0],
      ),
    ];
  return swallows
    ? [
        finding(
          'error',
          'swallowed',
          `The panel holds parts of the page, which it shows below itself.`,
          'Put nothing but the fallback content between its tags.',
          swallows,
        ),
      ]
    : [];
};
