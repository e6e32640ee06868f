/**
 * Calls back in a task of its own after the next frame. A page in the background paints none: there
 * 500 ms stand in for it.
 *
 * @param onFrame called in that frame: on a busy page the task after it comes seconds later
 */
export const afterPaint = (waiting: (() => void) | undefined, onFrame?: () => void): void => {
  const once = () => {
    clearTimeout(limit);
    waiting?.();
    waiting = undefined;
  };
  const limit = setTimeout(once, 500);
  requestAnimationFrame(() => {
    onFrame?.();
    setTimeout(once);
  });
};
