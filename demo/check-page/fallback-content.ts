import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { finding } from './finding.js';
import { hasForm, type Page, type Rule } from './page.js';
import { HOLDER, TAG, uncurled } from './tags.js';

/** What the script tag itself has made is empty, and may be. */
const isMadeByTag = ({ previousElementSibling: before }: Element, { scripts }: Page): boolean =>
  before !== null && scripts.includes(before as HTMLScriptElement);

/** What is in an element for browsers that run scripts, also where ours is blocked or does not arrive: they leave out a `<noscript>`. */
const withoutNoscript = (element: Element): Element => {
  const copy = element.cloneNode(true) as Element;
  for (const noscript of copy.querySelectorAll('noscript')) noscript.remove();
  return copy;
};

/** Whether an editor has closed an element before its fallback content: a paragraph around it cannot hold paragraphs. */
const isClosedEarly = (element: Element): boolean =>
  element.matches(`p>${TAG}`) && element.parentElement!.nextElementSibling?.querySelector('a[href="tel:999"]') != null;

const NUMBERS: ReadonlySet<string> = new Set(publishedContacts.map(({ number }) => number));

const wordsOf = (link: Element): string => link.textContent.trim();

/**
 * Whether a link shows a number that it no longer calls: some filters take `tel:` addresses away (jsoup, bluemonday), or put something
 * before them (htmLawed `denied:`, others a scheme that they know), and html-minifier makes `tel://` of them.
 */
const isLostNumber = (link: Element): boolean => {
  const href = link.getAttribute('href');
  // Browsers pass over white space around an address; of curly quotes another rule tells.
  const isLost = href === null ? !link.matches('[id],[name]') : /.tel:|^tel:\/\//i.test(uncurled(href.trim()));
  return isLost && NUMBERS.has(wordsOf(link));
};

const lostNumbersIn = (root: ParentNode): readonly Element[] => [...root.querySelectorAll('a')].filter(isLostNumber);

export const lostNumbers: Rule = (page) => {
  const [first] = hasForm(page) ? lostNumbersIn(page.document) : [];
  return first
    ? [
        finding(
          'warning',
          'lost-number',
          `${wordsOf(first)} is a link that calls nobody: a filter has taken its tel: address away, or changed it.`,
          'Ask whoever runs the site to let the filter keep tel: addresses. Until then, use the plain link.',
          first,
        ),
      ]
    : [];
};

export const fallbackContent: Rule = (page) =>
  [...page.elements, ...page.placeholders]
    .filter((element) => !isMadeByTag(element, page) && !element.querySelector(TAG))
    .flatMap((element) => {
      const kind = element.matches(TAG) ? 'element' : 'placeholder';
      const shown = withoutNoscript(element);
      if (!shown.textContent.trim())
        return [
          element.textContent.trim()
            ? finding(
                'error',
                'noscript',
                `The fallback content of the ${kind} stands in a <noscript>: where the script is blocked or does not arrive, visitors see nothing at all.`,
                'Take <noscript> and </noscript> away, and keep what is between them.',
                element,
              )
            : isClosedEarly(element)
              ? finding(
                  'error',
                  'closed-early',
                  'The element ends before its fallback content: an editor has put a paragraph around its tag. Visitors see both, and a link in that content can become a second panel.',
                  'Paste the whole snippet again, with the <section> around the element, or use the plain link.',
                  element,
                )
              : finding(
                  'error',
                  'empty',
                  `The ${kind} is empty: where the script cannot run, visitors see nothing at all.`,
                  'Paste the whole snippet again, with its fallback content. If an editor empties it each time, use the plain link.',
                  element,
                ),
        ];
      // Of a 999 that calls nobody, `lostNumbers` tells.
      return shown.querySelector('a[href="tel:999"]') || lostNumbersIn(shown).some((link) => wordsOf(link) === '999')
        ? []
        : [
            finding(
              'warning',
              'fallback-without-999',
              `The fallback content of the ${kind} does not name 999 as a link.`,
              'Paste the fallback content of the snippet: it has every number. If a filter takes its links away, use the plain link.',
              element,
            ),
          ];
    });

export const smsLinks: Rule = ({ document }) =>
  [...document.querySelectorAll('a[href^="sms:" i]')]
    .filter((link) => link.closest(HOLDER) || /^sms:\/*(999|112)\b/i.test(link.getAttribute('href')!))
    .map((link) =>
      finding(
        'error',
        'sms-link',
        'A text message to 999 only works from registered phones, and two common filters break the link.',
        'Remove the sms: link; keep tel:999.',
        link,
      ),
    );
