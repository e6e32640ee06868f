import { attempt } from '../../src/attempt.js';
import { asSelector } from '../../src/embed/target.js';
import { optionNames, optionTable } from '../../src/options.js';
import { finding, type Finding } from './finding.js';
import { hasEmbed, hasForm, linksOutside, type Page, type Rule } from './page.js';
import { addressOf, HOLDER, isSilent, placeOf, resolve, TAG } from './tags.js';

export const nesting: Rule = ({ elements, placeholders, frames }) => [
  ...elements
    .filter((element) => element.parentElement!.closest(TAG))
    .map((element) =>
      finding('error', 'nested', 'A panel stands inside another one: only the outer one is shown.', 'Remove the inner one.', element),
    ),
  ...[...placeholders, ...frames]
    .filter((element) => element.parentElement!.closest(HOLDER))
    .map((element) =>
      finding(
        'error',
        'form-in-form',
        'One form of the panel stands inside another.',
        'Keep one form; the fallback content is text and links only.',
        element,
      ),
    ),
];

/** The element that a form stands in the page with. */
const blockOf = (element: Element): Element => {
  const { parentElement: parent } = element;
  return parent?.matches('p,div,figure') && parent.textContent.trim() === element.textContent.trim() && !element.matches(TAG)
    ? parent
    : element;
};

export const severalForms: Rule = ({ elements, placeholders, links, frames }) => {
  const standing = [...elements, ...placeholders, ...frames, ...links].filter((element) => !element.parentElement!.closest(HOLDER));
  const blocks = new Set(standing.map(blockOf));
  const next = (block: Element) => {
    let sibling = block.nextElementSibling;
    while (sibling?.matches('script,style,br,template')) sibling = sibling.nextElementSibling;
    return sibling;
  };
  // The link behind a frame is for when a filter takes the frame.
  const isFrame = (block: Element) => block.matches('iframe') || block.querySelector(':scope > iframe') !== null;
  const isLink = (block: Element | null) => block !== null && (block.matches('a') || block.querySelector(':scope > a') !== null);
  const [pair] = [...blocks].filter((block) => blocks.has(next(block)!) && !(isFrame(block) && isLink(next(block))));
  return pair
    ? [
        finding(
          'warning',
          'several-forms',
          'Two forms of the panel stand in one place, and visitors see both.',
          'Keep one of them.',
          next(pair)!,
        ),
      ]
    : [];
};

export const insertion: Rule = (page) => {
  const { scripts, document, elements, placeholders, links } = page;
  const targets = scripts.flatMap((script) => {
    const selector = script.dataset['target'];
    if (selector === undefined) return [];
    try {
      return document.querySelector(asSelector(selector))
        ? []
        : [
            finding(
              'error',
              'target-missing',
              `data-target="${selector}" matches nothing on the page: no panel is shown.`,
              'Name an element that is there, or paste the tag where the panel is to stand.',
              script,
            ),
          ];
    } catch {
      return [
        finding(
          'error',
          'target-unreadable',
          `data-target="${selector}" is no CSS selector.`,
          'Write, for example, data-target="#help".',
          script,
        ),
      ];
    }
  });
  const silent =
    scripts.length && scripts.every(isSilent) && !(elements.length + placeholders.length + links.length)
      ? [
          finding(
            'error',
            'nothing-to-show',
            'The script is there, in the head or with data-define-only, but nothing on the page for it to show.',
            'Paste the element or the plain link where the panel is to stand, or move the script tag there.',
            scripts[0],
          ),
        ]
      : [];
  return [...targets, ...silent];
};

/** What the panel takes from no placeholder where others may write. */
const ignoredOptions = (placeholder: HTMLElement): readonly Finding[] => {
  const names = optionNames
    .filter((name) => !optionTable[name].inUrl)
    .map((name) => `data-${optionTable[name].attribute}`)
    .filter((attribute) => placeholder.hasAttribute(attribute));
  return names.length
    ? [
        finding(
          'warning',
          'option-of-strangers',
          `Others may write on this page, and the panel ignores what they could misuse: on the placeholder, ${names.join(', ')}.`,
          'Use the element, in a part of the page that you alone write.',
          placeholder,
        ),
      ]
    : [];
};

export const strangers: Rule = (page) => {
  const tags = page.scripts.filter((script) => script.dataset['untrustedContent'] !== undefined);
  const tag = hasForm(page) ? undefined : tags.find((script) => !isSilent(script));
  return [
    ...(tag
      ? [
          finding(
            'warning',
            'tag-gives-way',
            'Others may write on this page, and a script tag alone gives way to any panel that visitors see, such as one that their link turns into.',
            'Paste the element where the panel is to stand.',
            tag,
          ),
        ]
      : []),
    ...(tags.length ? page.placeholders.flatMap(ignoredOptions) : []),
  ];
};

/** Links that the script may make panels of. */
const upgradable = (page: Page): readonly HTMLAnchorElement[] => (hasEmbed(page) ? linksOutside(page) : []);

const isAlone = (link: Element): boolean => {
  const parent = link.parentElement!;
  return (
    parent.matches('p,div,figure') &&
    parent.textContent.trim() === link.textContent.trim() &&
    [...parent.children].every((child) => child === link || child.matches('br'))
  );
};

/** Why a link stays one, if it does. */
const staysLink = ({ scripts, url, options }: Page, link: HTMLAnchorElement): Finding | undefined => {
  const place = placeOf(resolve(link.getAttribute('href')!, url)!);
  const known = [placeOf(new URL('1/', options.base)), ...scripts.map((script) => placeOf(resolve(addressOf(script)!, url)!))];
  const major = ({ version }: { version: string | undefined }) => version?.split('.')[0];
  if (!known.some((other) => other.root === place.root && major(other) === major(place)))
    return finding(
      'warning',
      'link-elsewhere',
      'The link leads to another place than the script’s own: it stays a link.',
      'Link to the panel.html in the script’s own folder.',
      link,
    );
  const barred = link.closest('nav,li,summary,h1,h2,h3,h4,h5,h6,[role="heading"],[role="navigation"]');
  if (barred)
    return finding(
      'note',
      'link-in-list',
      `The link stands in <${barred.localName}> and stays a link there.`,
      'To show the panel, put the link into a paragraph of its own.',
      link,
    );
  return isAlone(link) || link.dataset['panel'] !== undefined
    ? undefined
    : finding(
        'note',
        'link-not-alone',
        'The link stands among other content and stays a link there.',
        'To show the panel, put the link into a paragraph of its own.',
        link,
      );
};

export const linkPlaces: Rule = (page) => upgradable(page).flatMap((link) => staysLink(page, link) ?? []);

/** The forms that panels come of, each with what its panel stands in, or is. */
export const placesOf = (page: Page): readonly (readonly [form: HTMLElement, place: Element])[] => {
  const { document, scripts, elements, placeholders, frames } = page;
  const forms = [...elements, ...placeholders, ...frames];
  // The panel of a tag gives way to any other.
  const tags = forms.length ? [] : scripts.filter((script) => !isSilent(script));
  return [
    ...forms.map((form) => [form, form] as const),
    ...tags.flatMap((script) => {
      const { target } = script.dataset;
      const place = target === undefined ? script.parentElement : attempt(() => document.querySelector(asSelector(target)));
      return place ? [[script, place] as const] : [];
    }),
    ...upgradable(page)
      .filter((link) => !staysLink(page, link))
      .map((link) => {
        const parent = link.parentElement!;
        // The panel takes the place of its block, or follows the paragraph.
        return [link, parent.matches('p') || (isAlone(link) && !parent.id) ? parent.parentElement! : parent] as const;
      }),
  ];
};
