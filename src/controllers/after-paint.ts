/**
 * Calls back in a task of its own after the next frame; after two seconds at the latest, since a page in the
 * background paints none.
 *
 * @param onFrame called in that frame: on a busy page the task may come seconds later
 */
export const afterPaint = (callback: (() => void) | undefined, onFrame?: () => void): void => {
  const once = () => {
    clearTimeout(limit);
    callback?.();
    callback = undefined;
  };
  const limit = setTimeout(once, 2000);
  requestAnimationFrame(() => {
    onFrame?.();
    setTimeout(once);
  });
};
