/**
 * Calls back after the next frame, in a task of its own. A page in the background paints no frame:
 * there a time limit sees to it that what waits is done before the page is looked at.
 */
export const afterPaint = (callback: () => void): void => {
  let waiting = true;
  const once = () => {
    clearTimeout(limit);
    if (waiting) callback();
    waiting = false;
  };
  const limit = setTimeout(once, 500);
  requestAnimationFrame(() => setTimeout(once));
};
