import { readOptions } from '../../src/options.js';
import { declarationsOf, type Scheme, SCHEMES, themesIn } from '../page-theme.js';
import { poorPairs } from '../panel-colours.js';
import { finding } from './finding.js';
import type { Page, Rule } from './page.js';
import { placesOf } from './placement.js';
import { hrefOf, resolve, TAG } from './tags.js';

/** The scheme that a form asks for, whatever the visitor prefers. */
const schemeOf = (form: HTMLElement, { url }: Page): Scheme | undefined => {
  const given = form.matches('a')
    ? resolve(hrefOf(form), url)!.searchParams.get('theme')
    : form.matches(TAG)
      ? form.getAttribute('theme')
      : form.dataset['theme'];
  const { theme } = readOptions({ theme: given }, () => {});
  return theme === 'auto' ? undefined : theme;
};

/** Whether the page has a dark scheme of its own, which a panel follows; another style sheet may bring one too. */
const hasDarkScheme = ({ document }: Page): boolean =>
  document.querySelector('meta[name="color-scheme" i][content*="dark" i]') !== null ||
  [...document.querySelectorAll('style')].some(({ textContent }) => /(?<!prefers-)color-scheme\s*:[^;}]*\bdark/i.test(textContent));

/** What `look` makes of the panel that comes of a form, which is in the document for as long. */
const withPanel = <Seen>(form: HTMLElement, place: Element, look: (panel: Element) => Seen): Seen => {
  if (form.matches(TAG)) return look(form);
  const panel = place.appendChild(place.ownerDocument.createElement(TAG));
  const seen = look(panel);
  panel.remove();
  return seen;
};

export const contrast: Rule = (page) => {
  const themeOf = themesIn(page.document);
  const isDarkToo = hasDarkScheme(page);
  const themes = placesOf(page)
    // Nothing but its address reaches the panel in a frame.
    .filter(([form]) => !form.matches('iframe'))
    .flatMap(([form, place]) => {
      const scheme = schemeOf(form, page);
      return withPanel(form, place, (panel) =>
        SCHEMES.flatMap((preferred) => {
          const shown: ReadonlySet<Scheme> = new Set(scheme ? [scheme] : isDarkToo ? [preferred] : ['light', preferred]);
          return [...shown].map((shownIn) => [themeOf(panel, preferred), shownIn] as const);
        }),
      );
    });
  // Most panels look alike.
  const distinct = new Map(themes.map(([theme, scheme]) => [JSON.stringify([scheme, ...theme]), [theme, scheme] as const]));
  const poor = [...distinct.values()]
    .flatMap((look) => poorPairs(...look))
    .sort((one, other) => other.ratio / other.needed - one.ratio / one.needed);
  // The worst alone of what one more colour would mend.
  const findings = new Map(
    poor.map(({ text, ground, ratio, needed, own, scheme }) => {
      const named = (name: string) => (name === own ? `the panel’s own ${name}` : name);
      const what = `${named(text)} on ${named(ground)} has a contrast of ${ratio} to 1${scheme ? ` in the ${scheme} scheme` : ''}; ${needed} to 1 is needed.`;
      const missing = own === text && ground === '--rsp-color-background' ? '--rsp-color-text' : own;
      const todo = missing
        ? `Set ${missing} too. If another style sheet of the site does, all is well.`
        : 'Choose a darker text or a lighter ground, in the dark scheme the other way round.';
      return [`${own === text ? '' : text} ${ground}`, finding('warning', 'contrast', what.replace(/^t/, 'T'), todo)];
    }),
  );
  return [...findings.values()];
};

/** The panel adds to this height, and to a number without a unit, be it 0, browsers add nothing. */
export const stickyTop: Rule = ({ document }) => {
  const [bare] = declarationsOf(document, '--rsp-sticky-top').flatMap(({ value }) => (value && !Number.isNaN(Number(value)) ? value : []));
  return bare
    ? [
        finding(
          'warning',
          'sticky-top',
          `--rsp-sticky-top is ${bare}, without a unit: browsers ignore it, and the exit can cover what people reach by keyboard.`,
          `Write ${bare}px.`,
        ),
      ]
    : [];
};
