/*
 * The custom properties of ours that a page sets, and what of them reaches an element, as far as its
 * HTML tells. The browser reads the style sheets, but applies none of them, and loads nothing for them.
 */

import { attempt } from '../src/attempt.js';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A custom property as it is set in one place. */
export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/**
 * Whether what stands in a rule counts: always, never, for visitors who prefer a scheme; `undefined` where their browsers
 * alone can tell.
 */
type Condition = boolean | Scheme | undefined;

/** A declaration in a style sheet. */
interface Ruled extends Declaration {
  readonly selector: string;
  readonly conditions: readonly Condition[];
}

/** Values by name; `''` for one that cannot be known. */
export type Theme = ReadonlyMap<string, string>;

const PREFIX = '--rsp-';

const inStyle = (style: CSSStyleDeclaration): readonly Declaration[] =>
  [...style]
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => ({ name, value: style.getPropertyValue(name).trim(), isImportant: style.getPropertyPriority(name) !== '' }));

const inAttribute = (element: Element): readonly Declaration[] => inStyle((element as HTMLElement).style);

const mediaCondition = ({ mediaText }: MediaList): Condition => {
  // On paper a theme has no say.
  if (mediaText === 'print') return false;
  const [, scheme] = /^(?:(?:only )?screen and )?\(prefers-color-scheme: (light|dark)\)$/.exec(mediaText) ?? [];
  return (scheme as Scheme | undefined) ?? (/^(all|(only )?screen)?$/.test(mediaText) || undefined);
};

const conditionOf = (rule: CSSRule): Condition => {
  if (rule instanceof CSSMediaRule) return mediaCondition(rule.media);
  if (rule instanceof CSSSupportsRule) return CSS.supports(rule.conditionText);
  return 'style' in rule || rule instanceof CSSLayerBlockRule || undefined;
};

const inRules = (rules: CSSRuleList, conditions: readonly Condition[], parent: string): readonly Ruled[] =>
  [...rules].flatMap((rule) => {
    const { style, cssRules, selectorText } = rule as Partial<CSSStyleRule>;
    const selector = selectorText?.replaceAll('&', () => `:is(${parent})`) ?? parent;
    const all = [...conditions, conditionOf(rule)];
    return [
      ...(style ? inStyle(style).map((declaration) => ({ ...declaration, selector, conditions: all })) : []),
      ...(cssRules ? inRules(cssRules, all, selector) : []),
    ];
  });

/** What the page's own style sheets declare, in their order. */
const inSheets = (document: Document): readonly Ruled[] =>
  [...document.querySelectorAll('style:not(noscript *)')]
    .filter(({ textContent }) => textContent.includes(PREFIX))
    .flatMap((element) => {
      const sheet = new CSSStyleSheet({ media: element.getAttribute('media') ?? '' });
      sheet.replaceSync(element.textContent);
      return inRules(sheet.cssRules, [mediaCondition(sheet.media)], '');
    });

/** Every declaration of a property in the page, wherever it counts. */
export const declarationsOf = (document: Document, property: string): readonly Declaration[] =>
  [...inSheets(document), ...[...document.querySelectorAll(`[style*="${property}"]`)].flatMap(inAttribute)].filter(
    ({ name }) => name === property,
  );

/**
 * A declaration as it is for visitors who prefer a scheme: without a value where it cannot be known whether it counts, none
 * where it does not.
 */
const forScheme = (declaration: Ruled, preferred: Scheme): readonly Ruled[] => {
  const counts = declaration.conditions.map((condition) => (typeof condition === 'string' ? condition === preferred : condition));
  if (counts.includes(false)) return [];
  return [counts.includes(undefined) ? { ...declaration, value: '' } : declaration];
};

/** Which of two declarations in style sheets wins, the second being the later one. */
const stronger = (first: Ruled, second: Ruled): Ruled => {
  if (first.isImportant !== second.isImportant) return first.isImportant ? first : second;
  if (first.selector === second.selector) return second;
  // Between two selectors their weight decides, which is not counted here: of none that follows is it known that it wins over both.
  return { ...second, selector: '', value: first.value === second.value ? second.value : '' };
};

/** What is set on an element itself. */
const setOn = (element: Element, ruled: readonly Ruled[]): Theme => {
  const found = new Map<string, Ruled>();
  for (const declaration of ruled) {
    const { name, selector } = declaration;
    if (attempt(() => element.matches(selector))) found.set(name, stronger(found.get(name) ?? declaration, declaration));
  }
  const attributes = inAttribute(element).filter(({ name, isImportant }) => isImportant || !found.get(name)?.isImportant);
  return new Map([...found.values(), ...attributes].map(({ name, value }) => [name, value]));
};

/** What reaches an element of the page, for visitors who prefer a scheme. */
export const themesIn = (document: Document): ((element: Element, preferred: Scheme) => Theme) => {
  const all = inSheets(document);
  const inheriting = (preferred: Scheme) => {
    const ruled = all.flatMap((declaration) => forScheme(declaration, preferred));
    // Panels may stand in one another, by the thousand where none is closed.
    const known = new Map<Element, Theme>();
    const themeOf = (element: Element): Theme => {
      const theme =
        known.get(element) ?? new Map([...(element.parentElement ? themeOf(element.parentElement) : []), ...setOn(element, ruled)]);
      known.set(element, theme);
      return theme;
    };
    return themeOf;
  };
  const themes = { light: inheriting('light'), dark: inheriting('dark') };
  return (element, preferred) => themes[preferred](element);
};
