import { TAG } from '../report-stalker-panel.js';
import type { HeightMessage } from './frame.js';
import { applyAddress } from './panel-url.js';

/*
 * Paste forms 5 and 6, seen from inside: the script runs in `panel.html`. The page obeys its query
 * string and, in a frame, tells the page around it how tall it is.
 */

const tellHeight = (): void => {
  // One pixel more, since `offsetHeight` may be rounded down.
  const value = document.body.offsetHeight + 1;
  const message: HeightMessage = {
    message: 'height',
    value,
    secret: location.hash.split('secret=')[1],
  };
  // To any page that frames us: the height of a public page is no secret. While the exit covers this page, its body has no height:
  // then nothing is told, since the page around it is to stay as it is.
  if (value > 1) parent.postMessage(message, '*');
};

export const servePanelPage = (): void => {
  const panel = document.querySelector(TAG)!;
  applyAddress(panel, location.href);
  // Without a title in that language, the page stays English: the panel marks its own words.
  const { lang } = panel;
  const title = document.querySelector('title')!.getAttribute(`data-${lang.split('-', 1)[0]}`);
  if (title) {
    document.documentElement.lang = lang;
    document.title = title;
  }
  if (parent === window) return;
  panel.toggleAttribute('framed', true);
  new ResizeObserver(tellHeight).observe(document.body);
  // WordPress asks once it listens: any message is answered.
  addEventListener('message', tellHeight);
};
