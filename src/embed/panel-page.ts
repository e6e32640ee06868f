import { TAG } from '../report-stalker-panel.js';
import { HEIGHT, type HeightMessage } from './frame.js';
import { attributesInUrl } from './panel-url.js';

/*
 * Paste forms 5 and 6, seen from inside: the script runs in `panel.html`. The page obeys its query
 * string and, in a frame, tells the page around it how tall it is.
 */

/** As WordPress's own embed template does: it sizes an embedded frame that knows its secret. */
const wordPressSecret = (): string | undefined => /\bsecret=(\w+)/.exec(location.hash)?.[1];

const tellHeight = (): void => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  const message: HeightMessage = { type: HEIGHT, height };
  // To whoever has framed us: the height of a public page is no secret.
  parent.postMessage(message, '*');
  const secret = wordPressSecret();
  if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
};

export const servePanelPage = (): void => {
  const panel = document.querySelector(TAG);
  for (const [name, value] of Object.entries(attributesInUrl(location.href))) {
    panel?.setAttribute(name, value);
    if (name !== 'lang') continue;
    document.documentElement.lang = value;
    const title = document.querySelector('title');
    document.title = title?.dataset[value] ?? document.title;
  }
  if (parent === window) return;
  new ResizeObserver(tellHeight).observe(document.body);
  // WordPress asks once it listens.
  addEventListener('message', tellHeight);
};
