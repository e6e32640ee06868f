import { isPanelUrl } from './panel-url.js';

/*
 * Paste form 5, seen from the page around it: a frame that shows our panel page. It says how tall
 * it is, and a page that has this script as well lets it be so.
 */

/** What the panel page tells the page around it; nothing but its height, in CSS pixels. */
export interface HeightMessage {
  readonly type: typeof HEIGHT;
  readonly height: number;
}

export const HEIGHT = 'report-stalker-panel:height';

const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')].filter(({ src }) => isPanelUrl(src));

/** Whether the page shows the panel in a frame. */
export const hasFrame = (): boolean => frames().length > 0;

/** Gives each of our frames the height that it asks for. Anything may post messages: only our frames are heard. */
export const listenToFrames = (): void => {
  addEventListener('message', ({ source, data }: MessageEvent<Partial<HeightMessage> | null>) => {
    if (data?.type !== HEIGHT || typeof data.height !== 'number') return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    // A panel with everything unfolded is some 2,500 px tall at the narrowest.
    if (frame) frame.style.height = `${Math.min(Math.max(data.height, 100), 4000)}px`;
  });
};
