import type { LitElement } from 'lit';
import { attempt } from './attempt.js';
import { isShown } from './is-shown.js';

/* Where the focus goes when what had it is updated: with its link, or nowhere. Enter must never call somebody else. */

/** By panel, what had the focus in content that was moved into it. */
export const focusedIn = new WeakMap<Element, Element | null>();

/**
 * Updates a panel, and puts the focus where it belongs afterwards.
 *
 * @param isFirst before the first update the focus is in the fallback content, or was
 */
export const updateKeepingFocus = (panel: LitElement, isFirst: boolean, update: () => void): void => {
  const focused = (isFirst ? (focusedIn.get(panel) ?? panel.querySelector(':focus')) : panel.shadowRoot?.activeElement) as HTMLElement | null;
  const contact = () => (focused?.isConnected ? focused.closest('li')?.dataset['contact'] : undefined);
  const before = contact();
  const href = focused?.getAttribute('href');
  update();
  if (!focused) return;
  // From fallback content it follows as well: else Tab would go on behind the panel, past every number. That link may
  // have been tapped, and the page scrolled since.
  const { renderRoot } = panel;
  const links = renderRoot.querySelectorAll<HTMLElement>(isFirst ? 'a' : `[data-contact=${before}] a`);
  const isSame = (link: Element) => link.getAttribute('href') === href;
  let target = [...links].find(isSame);
  // What is still shown keeps it: the panel has swallowed a part of the page.
  if (isFirst ? isShown(focused) : contact() === before && (!target || isSame(focused))) return;
  // Lit reuses elements in place for other contacts, and for other links of one. The focus follows its link, or is dropped.
  if (!isFirst) focused.blur();
  // From what the panel has no link for, its own page say, to the heading: there Enter calls nobody.
  if (!target && isFirst) {
    target = renderRoot.querySelector<HTMLElement>('#heading')!;
    target.tabIndex = -1;
  }
  attempt(() => target?.focus({ preventScroll: isFirst }));
};
