import { attempt } from '../../src/attempt.js';
import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { optionTable } from '../../src/options.js';
import { finding } from './finding.js';
import type { Page, Rule } from './page.js';
import { placesOf } from './placement.js';
import { resolve } from './tags.js';

type Where = {
  readonly and?: readonly Where[];
  readonly or?: readonly Where[];
  readonly not?: Where;
  readonly href_matches?: string | readonly string[];
  readonly selector_matches?: string | readonly string[];
};
type SpeculationRule = { readonly source?: string; readonly urls?: readonly string[]; readonly where?: Where };

const WEBSITES = publishedContacts.flatMap(({ links = [] }) => links.map(({ href }) => href));

/** The panels' links to other sites, in no tree of the page's. Rules of the page do not reach into a frame. */
const linksOfPanels = (page: Page): readonly HTMLAnchorElement[] =>
  placesOf(page).flatMap(([form]) => {
    if (form.matches('iframe')) return [];
    const given = (name: string) => form.getAttribute(name) ?? form.getAttribute(`data-${name}`) ?? undefined;
    const exit = given('exit-href') ?? optionTable.exitHref.fallback;
    return [...WEBSITES, given('police-href'), exit].flatMap((href) => {
      const { origin } = resolve(href ?? '', page.url) ?? page.url;
      return origin === page.url.origin
        ? []
        : Object.assign(page.document.createElement('a'), { href, rel: `${href === exit ? 'nofollow ' : ''}noreferrer noopener` });
    });
  });

const SAID: Readonly<Record<string, string>> = { '*': '.*', '.': String.raw`\.`, '{': '(?:', '}': ')' };

/** Whether an address is one of a URL pattern, as far as it takes to tell sites apart: a pattern that names none is for the page's own. */
const isMatch = (address: string, pattern: string): boolean => {
  // A port that may be any says nothing.
  const expression = pattern
    .replace(/:\*(?=\/|$)/, '')
    .replace(/\\.|\([^)]*\)|:[a-z]\w*|[*.{}]/gi, (part) => SAID[part] ?? part.replace(/^:.*/, '[^./]+'));
  return /^[^/]+:\/\//.test(pattern) && new RegExp(`^${expression}([/?#].*)?$`).test(address);
};

const takesIn = (link: HTMLAnchorElement, { and, or, not, href_matches: patterns, selector_matches: selectors }: Where): boolean => {
  if (and) return and.every((part) => takesIn(link, part));
  if (or) return or.some((part) => takesIn(link, part));
  if (not) return !takesIn(link, not);
  return selectors
    ? [selectors].flat().some((selector) => link.matches(selector))
    : [patterns!].flat().some((pattern) => isMatch(link.href, pattern));
};

const asksFor = (link: HTMLAnchorElement, { source, urls, where }: SpeculationRule, { url }: Page): boolean =>
  urls
    ? urls.some((address) => resolve(address, url)?.host === link.host)
    : source === 'document' || where
      ? takesIn(link, where ?? { and: [] })
      : false;

/** What asks for the panel's links before anybody has tapped one; browsers pass over what they cannot read. */
export const speculationRules: Rule = (page) => {
  const links = linksOfPanels(page);
  return [...page.document.querySelectorAll('script[type="speculationrules"]:not(noscript *)')].flatMap((script) => {
    const rules = attempt(() => {
      const { prefetch = [], prerender = [] } = JSON.parse(script.textContent) as Readonly<Record<string, readonly SpeculationRule[]>>;
      return [...prefetch, ...prerender];
    }, []);
    const sites = new Set(links.filter((link) => rules.some((rule) => attempt(() => asksFor(link, rule, page)))).map(({ host }) => host));
    return sites.size
      ? [
          finding(
            'warning',
            'speculation-rules',
            `The page’s speculation rules make Chromium ask ${[...sites].join(', ')} in advance, before anybody has tapped a link of the panel.`,
            'Leave the panel’s links out: put { "not": { "selector_matches": "[rel~=noreferrer]" } } into an "and" in the rule’s "where". Take addresses of these sites out of "urls".',
            script,
          ),
        ]
      : [];
  });
};
