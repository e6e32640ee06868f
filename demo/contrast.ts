/*
 * Can people read a themed panel? Measured on a live panel, as WCAG 2.2 counts contrast; for the
 * builder, the checker and the tests, never part of the panel.
 */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** One piece of text of a panel against what lies behind it. */
export interface PartContrast {
  /** `heading`, `exit`, `status` or `number`, the nearest of the documented parts; `text` outside them. */
  readonly part: string;
  /** Id of the contact it belongs to; absent outside the contacts. */
  readonly contact?: string;
  /** The words measured. */
  readonly text: string;
  /** From 1 (unreadable) to 21, two decimals, rounded down; `undefined` where a picture lies behind the text. */
  readonly ratio: number | undefined;
  /** 7 for numbers, statuses, the exit and whatever is in the emergency contact; 4.5 for other text. */
  readonly needed: 7 | 4.5;
}

const IMPORTANT = ['number', 'status', 'exit'];

/** A colour as the browser computes it in a light or a dark place, each with text of a colour of its own. */
const computedIn = (colorScheme: 'light' | 'dark', colour: string): string => {
  const place = document.documentElement.appendChild(document.createElement('i'));
  const text = place.appendChild(document.createElement('i'));
  Object.assign(place.style, { colorScheme, color: colorScheme === 'light' ? '#010203' : '#fdfcfb' });
  text.style.color = colour;
  const { color } = getComputedStyle(text);
  place.remove();
  return color;
};

/**
 * Whether a colour is the same wherever it stands; what `var()` stands for is the page's to say, whatever it falls back
 * on, and words such as `initial` mean something else in a custom property.
 */
const isFixed = (colour: string): boolean =>
  CSS.supports('color', colour) &&
  !/\bvar\(|^(initial|inherit|unset|revert(-layer)?)$/i.test(colour) &&
  computedIn('light', colour) === computedIn('dark', colour);

/**
 * Any colour a browser can compute; colours that are no sRGB are brought into it. Throws a RangeError for no colour, and for
 * one that depends on its place.
 */
const parseColour = (colour: string): Colour => {
  const [, list] = /^rgba?\(([\d., /]+)\)$/.exec(colour) ?? [];
  const [red, green, blue, alpha = 1] = (list?.split(/[,\s/]+/) ?? []).map(Number);
  if (blue !== undefined) return [red!, green!, blue, alpha];
  if (!isFixed(colour)) throw new RangeError(`"${colour}" is no colour.`);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data as unknown as [number, number, number, number];
  return [r, g, b, a / 255];
};

/** `share` of the upper colour and the rest of the lower one. */
const mix = (upper: Colour, lower: Colour, share: number): Colour => {
  const blend = (index: 0 | 1 | 2) => upper[index] * share + lower[index] * (1 - share);
  return [blend(0), blend(1), blend(2), 1];
};

const over = (upper: Colour, lower: Colour): Colour => mix(upper, lower, upper[3]);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = ([red, green, blue]: Colour): number => {
  const linear = (channel: number) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const ratioOf = (a: Colour, b: Colour): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  // Down, so that 6.999 is never shown as a pass; the small addition takes back what binary fractions lose.
  return Math.floor(((light + 0.05) / (dark + 0.05)) * 100 + 1e-9) / 100;
};

/**
 * The contrast of two CSS colours, 1 to 21, rounded down to two decimals.
 *
 * @param foreground may be translucent
 * @param background may be translucent too
 * @param backdrop what the background lies on; opaque
 * @throws {RangeError} for what is no colour, and for colours that depend on a place (`currentcolor`, `var(…)`, `Canvas`)
 */
export const contrastRatio = (foreground: string, background: string, backdrop = '#fff'): number => {
  const lower = over(parseColour(background), parseColour(backdrop));
  return ratioOf(over(parseColour(foreground), lower), lower);
};

/** The element and what it stands in, up to the root of the page, across shadow trees and slots. */
const lineage = (element: Element): Element[] => {
  const elements: Element[] = [];
  for (let next: Element | null = element; next;) {
    elements.unshift(next);
    const root: Node = next.getRootNode();
    next = next.assignedSlot ?? next.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return elements;
};

/** What an element paints behind its content: its colour and, over it, a gradient of one colour; `undefined` for a picture. */
const groundOf = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): readonly Colour[] | undefined => {
  const colour = parseColour(backgroundColor);
  if (backgroundImage === 'none') return [colour];
  const [, stops] = /^linear-gradient\((.*)\)$/.exec(backgroundImage) ?? [];
  const colours = new Set((stops ?? '').replace(/ [\d.]+(px|%)/g, '').split(/,\s*(?![^(]*\))/));
  const [only] = colours;
  return only && colours.size === 1 ? [colour, parseColour(only)] : undefined;
};

/** The colour of the empty page, which depends on its colour scheme. */
const canvasColour = (): Colour => {
  const probe = document.documentElement.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas';
  const colour = parseColour(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return colour;
};

/** The colours of a text and of the place right beside it, as they reach the eye. */
const seen = (elements: readonly Element[], backdrop: Colour, text: Colour): readonly [Colour, Colour] | undefined => {
  const [element, ...inner] = elements;
  if (!element) return [over(text, backdrop), backdrop];
  const style = getComputedStyle(element);
  const ground = groundOf(style);
  const painted = seen(
    inner,
    (ground ?? []).reduce((below, colour) => over(colour, below), backdrop),
    text,
  );
  if (!painted) return undefined;
  // A picture is no matter where an opaque ground covers it.
  if (!ground && !isCovered(inner)) return undefined;
  const opacity = Number(style.opacity);
  return [mix(painted[0], backdrop, opacity), mix(painted[1], backdrop, opacity)];
};

/** Whether one of them has an opaque ground; in something translucent, none has. */
const isCovered = ([element, ...inner]: readonly Element[]): boolean => {
  if (!element) return false;
  const style = getComputedStyle(element);
  return Number(style.opacity) === 1 && (groundOf(style)?.some(([, , , alpha]) => alpha === 1) || isCovered(inner));
};

const textsOf = (root: ShadowRoot): Element[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const elements = new Set<Element>();
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    // The announcer is for ears only.
    if (parentElement && nodeValue?.trim() && !parentElement.closest('[aria-live="polite"], style')) elements.add(parentElement);
  }
  return [...elements];
};

/**
 * Every text of a live panel, folded ones included, against what lies behind it in the page.
 *
 * @param panel a panel that has been rendered
 * @param scheme measures as if the panel were light or dark, and leaves it as it is; else as it is now
 * @returns in document order; empty before the first render
 */
export const panelContrast = (panel: HTMLElement, scheme?: 'light' | 'dark'): PartContrast[] => {
  const root = panel.shadowRoot;
  const frame = root?.querySelector<HTMLElement>('.frame');
  if (!root || !frame) return [];
  const before = frame.style.colorScheme;
  if (scheme) frame.style.colorScheme = scheme;
  try {
    const canvas = canvasColour();
    return textsOf(root).map((element) => {
      const contact = element.closest<HTMLElement>('[data-contact]')?.dataset['contact'];
      const named = element.closest('[part]')?.getAttribute('part') ?? '';
      const part = ['panel', 'contact'].includes(named) ? 'text' : named;
      const colours = seen(lineage(element), canvas, parseColour(getComputedStyle(element).webkitTextFillColor));
      return {
        part,
        ...(contact && { contact }),
        text: element.textContent.replace(/\s+/g, ' ').trim(),
        ratio: colours && ratioOf(...colours),
        needed: contact === 'emergency' || IMPORTANT.includes(part) ? 7 : 4.5,
      };
    });
  } finally {
    frame.style.colorScheme = before;
  }
};

/**
 * Ids of the contacts whose number cannot be seen at all: not laid out, made invisible, shrunk to
 * nothing, or in the colour of its ground. 999 must never be among them.
 *
 * @param panel a panel that has been rendered, in a page that shows it
 */
export const unseenNumbers = (panel: HTMLElement): string[] => {
  const blank = new Set(
    panelContrast(panel)
      .filter(({ part, ratio = 21 }) => part === 'number' && ratio < 1.5)
      .map(({ contact }) => contact),
  );
  return [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('[data-contact]') ?? [])].flatMap((contact) => {
    const { contact: id } = contact.dataset;
    const link = contact.querySelector('a[href^="tel:"]')!;
    const { width, height } = link.getBoundingClientRect();
    const { visibility, fontSize, textIndent } = getComputedStyle(link);
    const fits = Math.abs(parseFloat(textIndent)) < width;
    const isSeen = Math.min(width, height) >= 8 && visibility === 'visible' && parseFloat(fontSize) >= 8 && fits && !blank.has(id);
    return isSeen ? [] : [id!];
  });
};
