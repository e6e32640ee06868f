import type Axe from 'axe-core';
// No module, but a script that leaves a global.
import 'axe-core';

declare const axe: typeof Axe;

/** Every rule for WCAG 2.0 to 2.2, A to AAA, those that are off by default too, and the best practices. */
const rules = axe
  .getRules()
  .filter(({ tags }) => tags.some((tag) => /^wcag2\d?a+$/.test(tag) || tag === 'best-practice'))
  .map(({ ruleId }) => ruleId)
  // About whole pages, and a panel is a part of one.
  .filter((rule) => !['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'].includes(rule));

/** How much has been looked at so far. */
export const looked = { panels: 0, rules: rules.length, checks: 0 };

/**
 * What axe finds in a panel, as lines to read; a contrast that axe cannot tell counts as found.
 *
 * @param measured parts whose ground axe cannot read, and that are measured in another way
 */
export const violations = async (element: Element, measured?: string): Promise<string[]> => {
  const { violations: found, incomplete, passes } = await axe.run(element, { runOnly: rules });
  looked.panels++;
  looked.checks += passes.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const isMeasured = (target: Axe.UnlabelledFrameSelector) =>
    measured !== undefined && element.shadowRoot!.querySelector(target.flat().at(-1)!)?.closest(measured);
  const unsure = incomplete
    .filter(({ id }) => id.startsWith('color-contrast'))
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ target }) => !isMeasured(target)) }));
  return [...found, ...unsure].flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};
