import { finding } from './finding.js';
import { BEFORE_A_PART, hasEmbed, isFileOfOurs, hasForm, type Rule, UNKNOWN_PAGE } from './page.js';
import { resolve, TAG } from './tags.js';

const PASTE_TAG_AGAIN =
  'Paste the script tag again, in a place that keeps scripts (an HTML block, the theme, a tag manager), or paste the plain link, which needs none.';

export const noHtml: Rule = ({ source }) =>
  source.startsWith(BEFORE_A_PART) && !/<[a-z/!]/i.test(source.slice(BEFORE_A_PART.length))
    ? [
        finding(
          'error',
          'no-html',
          'This is no HTML: there is no tag in it.',
          'Paste the source of the page, not its address or its words: nothing is asked from the network here.',
        ),
      ]
    : [];

export const nothingThere: Rule = (page) =>
  hasForm(page) || page.scripts.length || asText(page).length || noHtml(page).length
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

export const asText: Rule = ({ document, source, options: { base } }) => {
  const { text, code, outsideLinks } = visibleText(document);
  // Of another block, a word may be joined to it on either side.
  const address = outsideLinks.match(/https?:\/\/\S+?\/panel\.html/)?.[0];
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

/** Google's, Matomo's, Tealium's, Adobe's: their tags are not in the source of a page. */
const TAG_MANAGER = /googletagmanager\.com\/gtm\.|\/container_\w+\.js|\/utag\.js|assets\.adobedtm\.com/;

export const scriptMissing: Rule = (page) => {
  const { scripts, elements, placeholders, links, frames, document } = page;
  if (hasEmbed(page)) return [];
  const [first] = scripts.length ? placeholders : [...elements, ...placeholders];
  // A bundle of the site’s own has the element in it, where it imports the package.
  const isBundled = first?.matches(TAG) === true && document.querySelector('script[type="module" i]:not(noscript *)') !== null;
  if (first && (isBundled || TAG_MANAGER.test(document.documentElement.outerHTML)))
    return [
      finding(
        'warning',
        'script-missing',
        `The panel’s place is there, but not the script: unless ${isBundled ? 'a module' : 'the tag manager'} of the page brings it, visitors only ever see the fallback content.`,
        `See in a browser that the panel shows. If it does not: ${PASTE_TAG_AGAIN}`,
        first,
      ),
    ];
  if (first)
    return [
      finding(
        'error',
        'script-missing',
        'The panel’s place is there, but not the script: visitors only ever see the fallback content.',
        PASTE_TAG_AGAIN,
        first,
      ),
    ];
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
        finding(
          'note',
          'link-only',
          'There is a link to the complete panel, but no script or frame that would show it here.',
          'Where a link is enough, there is nothing to do. If you pasted a script tag or a frame, a filter has removed it: ask whoever runs the site to add the script tag to the theme.',
          links[0],
        ),
      ];
};
