import { finding } from './finding.js';
import type { Rule } from './page.js';
import { placesOf } from './placement.js';
import { styleOf } from './tags.js';

/** What hides all that is in an element, and from whom; tried in Chromium. */
const HIDES: readonly (readonly [how: string, isSo: (element: Element) => boolean, loss: string])[] = [
  ['display: none', (element) => styleOf(element, 'display') === 'none', 'nobody sees it'],
  // Gives way to a `display`.
  ['hidden', (element) => element.hasAttribute('hidden') && styleOf(element, 'display') === undefined, 'nobody sees it'],
  ['inert', (element) => element.hasAttribute('inert'), 'nobody can call from it, and screen readers pass over it'],
  ['aria-hidden', (element) => element.matches('[aria-hidden="true" i]:not(html,body)'), 'screen readers pass over it'],
  // The nearest counts.
  ['visibility', (element) => /^(hidden|collapse)$/.test(styleOf(element, 'visibility') ?? ''), 'nobody sees it'],
];

const withAncestors = (place: Element): readonly Element[] => {
  const all: Element[] = [];
  for (let element: Element | null = place; element; element = element.parentElement) all.push(element);
  return all;
};

export const hidden: Rule = (page) => {
  const hiders = placesOf(page).flatMap(([, place]) => {
    const around = withAncestors(place);
    // Of frames alone: the panel has a visibility of its own.
    const veil = place.matches('iframe') ? around.find((element) => styleOf(element, 'visibility')) : undefined;
    return around.flatMap((element) => {
      const hides = HIDES.find(([how, isSo]) => isSo(element) && (how !== 'visibility' || element === veil));
      return hides ? [[element, hides] as const] : [];
    });
  });
  // Several panels may be hidden by one.
  return [...new Map(hiders)].map(([element, [how, , loss]]) =>
    finding(
      'warning',
      'hidden',
      `The panel is hidden by ${how}: ${loss}.`,
      `If a script of the page shows this part later, a tab or a menu, all is well. If not, take ${how} out of this tag.`,
      element,
    ),
  );
};

/**
 * Whether an element is a card of a design system whose link lies over all that is in it, as seen in NHS.UK's frontend 9 and 10 and in
 * Bootstrap 4 and 5 (whose `stretched-link` covers the nearest box that is positioned).
 */
const isCovered = (element: Element): boolean =>
  element.matches('[class*="card--clickable"]') ||
  (element.matches('.card,.position-relative') && element.querySelector('.stretched-link') !== null);

export const covered: Rule = (page) =>
  [...new Set(placesOf(page).flatMap(([, place]) => withAncestors(place).filter(isCovered)))].map((card) =>
    finding(
      'warning',
      'covered',
      'The panel stands in a card, or another box, whose link may lie over all of it: a press on 999 would follow that link.',
      'Put the panel outside that box, or press 999 on the page to see that it asks whether to call.',
      card,
    ),
  );
