/**
 * Calls back after the next frame, in a task of its own. A page in the background paints no frame:
 * there a time limit sees to it that what waits is done before the page is looked at.
 */
export const afterPaint = (waiting: (() => void) | undefined): void => {
  const once = () => {
    clearTimeout(limit);
    waiting?.();
    waiting = undefined;
  };
  const limit = setTimeout(once, 500);
  requestAnimationFrame(() => setTimeout(once));
};
