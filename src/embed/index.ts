import { attempt } from '../attempt.js';
import { definePanel } from '../define-panel.js';
import { warnOnce } from '../warn-once.js';
import { TAG } from '../report-stalker-panel.js';
import { afterPress } from '../controllers/after-press.js';
import { PAGE_EXITS } from '../controllers/exit-offer.js';
import { updateAllPanels } from '../controllers/language-controller.js';
import { listenToFrames } from './frame.js';
import { servePanelPage } from './panel-page.js';
import { isOurs, registerScript } from './panel-url.js';
import { PLACEHOLDER } from './placeholder.js';
import { endWithdrawing, serveScriptTag, withdraw } from './script-tag.js';
import { listenToSyntheticClicks } from './synthetic-clicks.js';
import { keepBesideBlock, upgrade } from './upgrade.js';

/*
 * `dist/embed.js`: the one script that partners paste, for every paste form. The build puts a guard in
 * front: a second copy only fires `rsp-copy` from its tag, which the first answers, and ends. Where no copy
 * answers, the ES module has defined the element: this script then serves the paste forms with that element.
 */

/**
 * Selectors, in the order in which they are served: content before script tags, which stand back for it; then exit controls of
 * the page, which come and go.
 */
const FORMS = [`a[href*="panel.html"],${PLACEHOLDER}`, 'script', PAGE_EXITS];
const ANY_FORM = String(FORMS);

/** How often panels may come or go within one task. */
const MOST_ROUNDS = 100;

/** Elements that cannot be served yet: still being loaded, or without their target. */
let waiting: readonly Element[] = [];

/** @returns true when nothing more is to be done, also for an element of another form; false to look again later */
const serve = (element: HTMLElement | null, form: string): boolean => {
  try {
    // Within the `try`: a form of the page may have a field named `matches`.
    if (element?.matches(form)) {
      if (form === PAGE_EXITS) afterPress(updateAllPanels);
      else if (element.isConnected && (!element.matches('a,script') || isOurs(element)))
        return form === 'script' ? serveScriptTag(element) : upgrade(element);
    }
  } catch (error) {
    warnOnce(error);
  }
  return true;
};

/**
 * Serves these nodes and what they hold, and what has waited. Also the parent of each node: frameworks that patch a page put back
 * what a placeholder held, and the placeholder is served again.
 */
const serveAll = (nodes: readonly Node[]): void => {
  // A set: each node once, however often it has moved, since everything in it is searched.
  const changed: ReadonlySet<Node | null> = new Set([...waiting, ...nodes]);
  const found = [...(changed as ReadonlySet<Element>)].flatMap((node) => {
    keepBesideBlock(node);
    const { parentElement } = node;
    // The search of its parent finds it. (A page that builds a tree from its root, as the parser does, reports each node of it.)
    if (changed.has(parentElement)) return [];
    // A text is no paste form, but its parent may be one. Not told by `instanceof`: Prototype.js before 1.6.1 has an own `Element`.
    if (!node.closest) return [parentElement];
    // A form of the page may have a field named `querySelectorAll`.
    return attempt(() => [node, parentElement, ...node.querySelectorAll(ANY_FORM)], []);
  });
  waiting = FORMS.flatMap((form) => [...new Set(found)].filter((element) => !serve(element as HTMLElement | null, form))) as Element[];
  withdraw();
};

// `document.currentScript` is null in a module script, and an element with that name can hide it. Then the
// tag is found by its file name; modules first, since other people's `embed.js` is seldom one.
let ownScript: Element | null = document.currentScript;
if (!(ownScript instanceof HTMLScriptElement))
  ownScript = document.querySelector('script[type=module][src*="/embed.js"]') ?? document.querySelector('script[src*="/embed.js"]');
// jQuery runs a script of the page's own origin in a tag that it makes, without an address. Then the tag is found by its file name
// too, in the folder of a release (`/1/`, `/1.2.3/`), where nobody else's `embed.js` is.
else if (!ownScript.src)
  ownScript =
    [...document.querySelectorAll<HTMLScriptElement>('script[src*="/embed.js"]')].find(({ src }) =>
      src.match(`^${location.origin}.*/1[^/]*/embed.js`),
    ) ?? ownScript;
if (ownScript) registerScript(ownScript as HTMLScriptElement);

/** Defines the element, and serves what stands in the page and what comes. */
const start = (): void => {
  definePanel();
  // The panel's own page is not recognised by its address: hosts with "clean" addresses make /1/panel of /1/panel.html. Nor by the
  // attribute of its script tag alone: people copy that tag into other pages.
  if (ownScript?.matches('[data-panel-page]') && document.querySelector('[data-static]')) servePanelPage();
  else {
    serveAll([document.documentElement]);
    let rounds = 0;
    new MutationObserver((records) => {
      const nodes = records.flatMap(({ removedNodes, addedNodes }) => [...removedNodes, ...addedNodes]);
      // A page that undoes our change at once would loop with us for ever and freeze the tab. Where panels
      // come or go too often in one task we stop, and the page's link stays a link.
      if (nodes.some((node) => (node as Element).localName === TAG) && !rounds++) setTimeout(() => (rounds = 0));
      if (rounds < MOST_ROUNDS) serveAll(nodes);
    }).observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => serveAll([]));
    addEventListener('load', endWithdrawing, { once: true });
    listenToFrames();
    listenToSyntheticClicks();
  }
};

// Tools that delay scripts until a visitor does something release them as the finger comes down, on 999 perhaps. Nothing is
// defined until such a tap is over: with the definition, rules of the page for `:not(:defined)` stop keeping room, and things move.
afterPress(start);

document.addEventListener('rsp-copy', (event) => {
  const { target } = event;
  event.preventDefault();
  if (target instanceof HTMLScriptElement) {
    registerScript(target);
    // Not while a tap is waited for: what a tag brings could move the number under the finger.
    customElements.whenDefined(TAG).then(() => serveAll([target]));
  }
  // Not after loading: libraries that navigate inside the page run the tag of each page they show, perhaps while that of the page
  // before is still there.
  if (document.readyState !== 'complete' && document.querySelectorAll('script[src*="/embed.js"]')[1])
    document.querySelector(TAG)?.reportProblem?.({
      code: 'second-copy',
      message: 'The script was loaded more than once: one tag is enough.',
    });
});
