import type { LitElement } from 'lit';
import { attempt } from './attempt.js';
import { isShown } from './is-shown.js';

/* Where the focus goes when an update changes the element that has it: with its link, or nowhere. Enter must never call somebody else. */

/** By panel, the element that had the focus in content that was moved into the panel. */
export const focusedIn = new WeakMap<Element, Element | null>();

/**
 * Updates a panel, and puts the focus where it belongs afterwards.
 *
 * @param isFirst whether it is the first update: until then the focus is, or was, in the fallback content
 */
export const updateKeepingFocus = (panel: LitElement, isFirst: boolean, update: () => void): void => {
  const focused = (
    isFirst ? (focusedIn.get(panel) ?? panel.querySelector(':focus')) : panel.shadowRoot?.activeElement
  ) as HTMLElement | null;
  const contact = () => (focused?.isConnected ? focused.closest('li')?.dataset['contact'] : undefined);
  const before = contact();
  const href = focused?.getAttribute('href');
  update();
  if (!focused) return;
  // The focus follows from fallback content as well: else Tab would go on behind the panel, past every number. But the page
  // does not scroll then: that link may have been tapped, and the page scrolled since.
  const { renderRoot } = panel;
  const links = renderRoot.querySelectorAll<HTMLElement>(isFirst ? 'a' : `[data-contact=${before}] a`);
  const isSame = (link: Element) => link.getAttribute('href') === href;
  let target = [...links].find(isSame);
  // What is still shown keeps the focus: the panel has swallowed a part of the page.
  if (isFirst ? isShown(focused) : contact() === before && (!target || isSame(focused))) return;
  // Lit reuses elements in place for other contacts, and for other links of one. The focus follows its link, or is dropped.
  if (!isFirst) focused.blur();
  // From a link that the panel does not have, one to its own page say, the focus goes to the heading: there Enter calls nobody.
  if (!target && isFirst) {
    target = renderRoot.querySelector<HTMLElement>('#heading')!;
    target.tabIndex = -1;
  }
  attempt(() => target?.focus({ preventScroll: isFirst }));
};
