import { attempt } from '../attempt.js';
import { TAG } from '../report-stalker-panel.js';

/**
 * FastClick sends a click of its own to what it takes for the target of a tap: from outside that is the panel, not the link
 * in it. Such a click is passed on to the link. A visitor's own click on the panel is not: a selection that ends on a number
 * must not call it. Listened to at the document, since a screen reader would call a panel that listens "clickable".
 */
const passOn = (event: MouseEvent): void => {
  if (!event.isTrusted)
    attempt(() => {
      const [panel] = event.composedPath() as [Element];
      if (!panel.matches(TAG)) return;
      const root = panel.shadowRoot!;
      // Where the panel has nothing at that point, Chromium and WebKit find what the page has there.
      const found = root.elementFromPoint(event.clientX, event.clientY)!.closest('a,summary');
      if (root.contains(found)) found!.dispatchEvent(new MouseEvent('click', event));
    });
};

export const listenToSyntheticClicks = (): void => document.addEventListener('click', passOn, true);
