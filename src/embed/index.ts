import '../define.js';
import { TAG } from '../report-stalker-panel.js';
import { serveScriptTag, withdrawIfAuthored } from './script-tag.js';

/*
 * `dist/embed.js`: the one script that partners paste. The build puts a guard in front: where a
 * copy already lives, a second one only fires `rsp-copy` from its tag and ends.
 */

const withoutQuery = (url: string): string => url.replace(/[?#].*/, '');

const { currentScript } = document;
// An element of the page may be named `currentScript` and stand in its place.
const own = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
const scripts = document.getElementsByTagName('script');
// A module script is nobody's `currentScript`: it is known by its name.
const ownTag = own ?? [...scripts].find(({ src }) => withoutQuery(src).endsWith('/embed.js'));
const ownUrl = ownTag?.src ? withoutQuery(ownTag.src) : undefined;
let seen: readonly (number | Element | undefined)[] = [];
let waiting = false;

/** Serves our own tag and later ones, also those that a client-side navigation put in without running them. */
const serve = (): void => {
  // Most changes of a page add no script: then this costs two comparisons.
  const now = [scripts.length, scripts[scripts.length - 1]];
  if (!waiting && now[0] === seen[0] && now[1] === seen[1]) return;
  seen = now;
  const ours = [...scripts].filter((script) => script === own || (ownUrl && withoutQuery(script.src) === ownUrl));
  waiting = !ours.map(serveScriptTag).every(Boolean);
};

serve();
new MutationObserver(serve).observe(document, { childList: true, subtree: true });

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', withdrawIfAuthored, { once: true });
else withdrawIfAuthored();

document.addEventListener('rsp-copy', ({ target }) => {
  if (target instanceof HTMLScriptElement) serveScriptTag(target);
  document.querySelector(TAG)?.reportProblem({
    code: 'second-copy',
    message: 'The script was loaded more than once. The first copy serves the whole page: one script tag is enough.',
    used: 'the first copy',
  });
});
