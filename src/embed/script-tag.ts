import { TAG } from '../report-stalker-panel.js';
import { warnOnce } from '../warn-once.js';
import { hasFrame } from './frame.js';
import { dataAttributes, makePanel } from './upgrade.js';

/*
 * Paste form 1: `<script src="…/embed.js" async></script>` alone. It shows one panel right after
 * the tag, unless the page holds a panel in another form.
 */

const served = new WeakSet<Element>();
/** Panels made here: withdrawn where the loaded document holds one that the author placed. */
const made = new Set<Element>();

const authored = (): boolean => hasFrame() || [...document.querySelectorAll(TAG)].some((panel) => !made.has(panel));

const panelOf = (script: HTMLScriptElement): HTMLElement => {
  const panel = makePanel(dataAttributes(script));
  made.add(panel);
  return panel;
};

/** A selector's element; a selector that cannot be read is the webmaster's to mend. */
const find = (selector: string): Element | null => {
  try {
    return document.querySelector(selector);
  } catch {
    warnOnce(TAG, { code: 'bad-value', attribute: 'data-target', message: `data-target=${JSON.stringify(selector)} is no CSS selector.` });
    return null;
  }
};

/** What follows a tag, further script tags aside. */
const afterScripts = ({ nextElementSibling: next }: Element): Element | null => (next instanceof HTMLScriptElement ? afterScripts(next) : next);

/**
 * Shows the panel of one script tag, once.
 *
 * @returns whether the tag needs no further look; not so while its `data-target` is missing
 */
export const serveScriptTag = (script: HTMLScriptElement): boolean => {
  if (served.has(script) || !script.isConnected) return true;
  const { target, defineOnly } = script.dataset;
  const silent = defineOnly !== undefined || (target === undefined && script.closest('head')) || authored();
  if (!silent) {
    const parent = target === undefined ? script.parentElement : find(target);
    if (!parent) return false;
    // Two tags in one place are one panel, whichever of them runs first.
    const neighbours = target === undefined ? [script.previousElementSibling, afterScripts(script)] : [parent.lastElementChild];
    if (!neighbours.some((neighbour) => neighbour && made.has(neighbour))) {
      const panel = panelOf(script);
      if (target === undefined) script.after(panel);
      else parent.append(panel);
    }
  }
  served.add(script);
  return true;
};

/** Withdraws what was made too early: the document turned out to hold a panel of its own. */
export const withdrawIfAuthored = (): void => {
  if (!authored()) return;
  made.forEach((panel) => panel.remove());
  made.clear();
};
