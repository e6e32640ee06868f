/* Room for the panel in a page, until its script has run. */

import type { ReportStalkerPanel } from '../../src/report-stalker-panel.js';
import { make } from '../page-tools.js';
import type { Form } from '../snippets.js';

/** What stands in the page before the script has run, and can be given room. */
export const ROOM_FOR: Readonly<Partial<Record<Form, string>>> = {
  element: 'report-stalker-panel:not(:defined)',
  placeholder: '[data-report-stalker-panel]',
};

/** The columns of a phone and of an article on a desktop, and the window from which on the second is likely. */
const COLUMNS = { phone: 343, article: 704, from: '48rem' } as const;

/** How tall the panel is in a column, measured out of sight. */
const heightIn = async (panel: ReportStalkerPanel, width: number): Promise<number> => {
  const twin = panel.cloneNode(true) as ReportStalkerPanel;
  twin.removeAttribute('now');
  twin.addEventListener('rsp-exit', (event) => event.preventDefault());
  const box = make(
    'div',
    {
      inert: true,
      'aria-hidden': 'true',
      style: `position: absolute; inset-block-start: 0; inset-inline-start: -9999px; inline-size: ${width}px`,
    },
    twin,
  );
  document.body.append(box);
  await twin.updateComplete;
  const { height } = twin.getBoundingClientRect();
  box.remove();
  return Math.ceil(height);
};

/** Style rules that keep as much room as the panel takes, for what `selector` matches. */
export const roomRules = async (panel: ReportStalkerPanel, selector: string): Promise<string> => {
  const [phone, article] = [await heightIn(panel, COLUMNS.phone), await heightIn(panel, COLUMNS.article)];
  return `${selector} { display: block; min-height: ${phone}px; }
@media (min-width: ${COLUMNS.from}) {
  ${selector} { min-height: ${article}px; }
}
/* On a coloured ground the numbers would have the colour of your links. */
${selector} a { color: inherit; text-decoration: underline; }`;
};
