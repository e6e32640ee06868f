/* The two colours of a site, in the preview and as a rule for its style sheet. */

import type { ReportStalkerPanel } from '../../src/report-stalker-panel.js';
import { panelContrast, unseenNumbers } from '../contrast.js';
import { write } from '../page-tools.js';
import { isFramed, type State } from './state.js';

/**
 * Whether a value stays within its declaration: `CSS.supports` closes what is open at its end, a
 * bracket or a comment, which in a style sheet takes in what follows.
 */
const isClosed = (value: string): boolean => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`x { color: ${value}; --end: 1 }`);
  const [rule, ...more] = sheet.cssRules as unknown as readonly CSSStyleRule[];
  return !more.length && !!rule?.style.color && rule.style.getPropertyValue('--end').trim() === '1';
};

/** What is wrong with a colour, as typed; nothing, also where there is none. */
const colourProblem = (value: string): string | undefined => {
  if (!value) return undefined;
  if (!CSS.supports('color', value)) return `“${value}” is no CSS colour.`;
  return isClosed(value) ? undefined : `“${value}” is not complete: a bracket, a quotation mark or a comment is open at its end.`;
};

const isColour = (value: string): boolean => !!value && colourProblem(value) === undefined;

/** The colours as a rule; none where they are not both of use, or the form cannot carry them. */
export const colourRule = ({ colours: { text, background }, form }: State): string =>
  isColour(text) && isColour(background) && !isFramed(form)
    ? `report-stalker-panel { --rsp-color-text: ${text}; --rsp-color-background: ${background}; }`
    : '';

/** Sets the colours on the preview, and says where they cannot be read. */
export const showColours = async (panel: ReportStalkerPanel, { colours, form, attributes }: State): Promise<void> => {
  const { text, background } = colours;
  const note = (problem: string) => write('colour-problem', problem);
  const wrong = colourProblem(text) ?? colourProblem(background);
  for (const [id, value] of [
    ['colour-text', text],
    ['colour-background', background],
  ] as const)
    document.getElementById(id)!.setAttribute('aria-invalid', String(!!value && !isColour(value)));
  panel.style.setProperty('--rsp-color-text', isColour(text) && !isFramed(form) ? text : null);
  panel.style.setProperty('--rsp-color-background', isColour(background) && !isFramed(form) ? background : null);
  if (!text && !background) note('');
  else if (isFramed(form)) note('This form cannot carry colours: in a frame the panel keeps its own.');
  else if (wrong) note(wrong);
  else if (!text || !background) note('Set both: one alone is unreadable in light or in dark.');
  else {
    await panel.updateComplete;
    const theme = attributes['theme'];
    const schemes = (['light', 'dark'] as const).filter((scheme) => (theme !== 'light' && theme !== 'dark') || theme === scheme);
    const poor = schemes.flatMap((scheme) =>
      panelContrast(panel, scheme).flatMap(({ ratio = 21, needed }) => (ratio < needed ? [{ scheme, ratio, needed }] : [])),
    );
    const worst = poor.sort((a, b) => a.ratio / a.needed - b.ratio / b.needed)[0];
    const unseen = unseenNumbers(panel);
    note(
      unseen.length
        ? `Numbers cannot be seen: ${unseen.join(', ')}.`
        : worst
          ? `Hard to read in the ${worst.scheme} scheme: a contrast of ${worst.ratio} to 1 where ${worst.needed} to 1 is needed.`
          : '',
    );
  }
};
