import '../define.js';
import { TAG } from '../report-stalker-panel.js';
import { listenToFrames } from './frame.js';
import { servePanelPage } from './panel-page.js';
import { isPanelUrl, scriptIsAt, withoutQuery } from './panel-url.js';
import { serveScriptTag, withdrawIfAuthored } from './script-tag.js';
import { CANDIDATES, upgrade } from './upgrade.js';

/*
 * `dist/embed.js`: the one script that partners paste, for every paste form. The build puts a guard
 * in front: where a copy already lives, a second one only fires `rsp-copy` from its tag and ends.
 */

const { currentScript } = document;
// An element of the page may be named `currentScript` and stand in its place.
const own = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
// A module script is nobody's `currentScript`: it is known by its name.
const ownTag = own ?? [...document.scripts].find(({ src }) => withoutQuery(src).endsWith('/embed.js'));
const ownUrl = ownTag?.src ? withoutQuery(ownTag.src) : undefined;
if (ownUrl) scriptIsAt(ownUrl);

/** What may be a form, among other things that a page adds. */
const WANTED = `${CANDIDATES},script[src]`;

/** What cannot be served yet: still being loaded, or without its target. */
let waiting = new Set<Element>(own ? [own] : []);

const serve = (element: Element): boolean => {
  if (!(element instanceof HTMLScriptElement)) return upgrade(element);
  return (element !== own && withoutQuery(element.src) !== ownUrl) || serveScriptTag(element);
};

/** Serves what stands in or under these nodes, and what has waited. */
const serveAll = (nodes: Iterable<Node>): void => {
  const found = new Set(waiting);
  for (const node of nodes) {
    if (!(node instanceof Element || node instanceof Document)) continue;
    if (node instanceof Element && node.matches(WANTED)) found.add(node);
    for (const element of node.querySelectorAll(WANTED)) found.add(element);
  }
  // Content before script tags, which stand back where there is any.
  const scripts = [...found].filter((element) => element instanceof HTMLScriptElement);
  scripts.forEach((script) => found.delete(script));
  waiting = new Set([...found, ...scripts].filter((element) => !serve(element)));
};

const loaded = (): void => {
  serveAll([]);
  withdrawIfAuthored();
};

if (isPanelUrl(location.href)) servePanelPage();
else {
  serveAll([document]);
  new MutationObserver((records) => serveAll(records.flatMap(({ addedNodes }) => [...addedNodes]))).observe(document, {
    childList: true,
    subtree: true,
  });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', loaded, { once: true });
  else withdrawIfAuthored();
  listenToFrames();
}

document.addEventListener('rsp-copy', ({ target }) => {
  if (target instanceof HTMLScriptElement) serveScriptTag(target);
  document.querySelector(TAG)?.reportProblem({
    code: 'second-copy',
    message: 'The script was loaded more than once. The first copy serves the whole page: one script tag is enough.',
    used: 'the first copy',
  });
});
