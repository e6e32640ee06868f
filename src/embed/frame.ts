import { isEdited } from '../is-edited.js';
import { isOurs } from './panel-url.js';

/*
 * Paste form 5, seen from the page around it: a frame that shows our panel page. It says how tall
 * it is, and a page that has this script as well lets it be so.
 */

/** What the panel page tells the page around it; nothing but its height, in CSS pixels. WordPress hears it too. */
export interface HeightMessage {
  readonly message: 'height';
  readonly value: number;
  /** By which WordPress knows a frame that it has embedded. */
  readonly secret: string | undefined;
}

/** Pixels of the border that browsers give a frame, which many pages count in its height. */
const BORDER = 4;

/** Gives each of our frames the height that it asks for. Anything may post messages: only our frames are heard. */
export const listenToFrames = (): void => {
  addEventListener('message', ({ source, data }: MessageEvent<HeightMessage | null>) => {
    if (data?.message !== 'height') return;
    for (const frame of document.querySelectorAll('iframe'))
      // The narrowest panel with everything unfolded is about 2,500 px tall. `NaNpx` is invalid, and ignored. An absolutely
      // positioned frame fills a box of fixed aspect ratio: made taller, it would cover what follows that box.
      if (frame.contentWindow === source && isOurs(frame) && !isEdited(frame) && getComputedStyle(frame).position !== 'absolute')
        frame.style.height = `${Math.min(Math.max(data.value + BORDER, 100), 4000)}px`;
  });
  // A frame that was there before us has told nobody its height. It answers any message.
  for (const frame of document.querySelectorAll('iframe')) if (isOurs(frame)) frame.contentWindow?.postMessage('', '*');
};
