/**
 * Calls back in a task of its own after the next frame. A page in the background paints none: there
 * 500 ms stand in for it.
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
