/*
 * What the panel is to assistive technology, in two engines: their accessibility trees, object by object,
 * in the same order and nesting. They show the built script, so build first.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { PATIENCE_MS, until } from '../e2e/support/panel-page.js';
import { scriptOf2026, serve, type TestServer } from '../e2e/support/serve.js';
import { examples } from '../examples.js';
import { chromiumTrees, firefoxTrees, type TreeReader } from './support/engine-trees.js';
import { find, mapTree, outline, type TreeNode } from './support/outline.js';

type Engine = 'chromium' | 'firefox';
const ENGINES = ['chromium', 'firefox'] as const;

/** Where the engines differ whatever a page does, and how one of them is read so that they agree. */
const KNOWN_DIFFERENCES: readonly { readonly engine: Engine | 'both'; readonly why: string; read(node: TreeNode): TreeNode }[] = [
  {
    engine: 'firefox',
    why: 'It names a list item after all of its content, which ARIA does not ask for; readers read the content itself.',
    read: (node) => (node.role === 'listitem' ? { ...node, name: '' } : node),
  },
  {
    engine: 'chromium',
    why: 'How deep a list item is nested is a level here, and in Firefox a place in a group.',
    read: ({ level, ...node }) => (level === undefined || node.role === 'listitem' ? node : { ...node, level }),
  },
  {
    engine: 'both',
    why: 'A paragraph that is laid out as a grid, as statuses are to keep room, is an object in one or the other, by what is in it.',
    read: (node) => (node.role === 'paragraph' ? { ...node, role: '' } : node),
  },
];

type Shown = Pick<(typeof examples)[number], 'name' | 'now' | 'attributes' | 'contacts'>;

const states: readonly Shown[] = [
  ...examples,
  { name: 'compact', now: '2026-11-26T15:30', attributes: { compact: '', region: 'scotland' } },
  {
    name: 'police of their own, a heading of level 4',
    now: '2026-11-25T10:00',
    attributes: { 'police-name': 'Westmere Police', 'police-href': 'https://westmere.example/', 'heading-level': '4' },
  },
];

let site: TestServer;
const readers = {} as Record<Engine, TreeReader>;

before(async () => {
  site = await serve({
    '/': '<!doctype html><html lang="en"><title>Trees</title><link rel="icon" href="data:,"><script src="/embed.js" data-define-only></script><body></body></html>',
    '/embed.js': scriptOf2026(),
  });
  // One by one, so that the first is closed where the second is missing: an open browser keeps the runner waiting.
  readers.chromium = await chromiumTrees();
  readers.firefox = await firefoxTrees();
});

after(async () => {
  await Promise.all(Object.values(readers).map((reader) => reader.close()));
  await site.close();
});

/** Runs in the page. */
const showPanels = async (shown: readonly Shown[], lang: string, open: boolean): Promise<void> => {
  for (const { name, now, attributes, contacts } of shown) {
    const group = document.body.appendChild(document.createElement('div'));
    group.role = 'group';
    group.ariaLabel = name;
    const panel = document.createElement('report-stalker-panel');
    for (const [attribute, value] of Object.entries({ ...attributes, now, lang })) panel.setAttribute(attribute, value);
    Object.assign(panel, { contacts });
    group.append(panel);
    await panel.updateComplete;
    panel.shadowRoot!.querySelectorAll('details').forEach((fold) => (fold.open = open));
  }
};

const openPanels = async (reader: TreeReader, lang: string, open = false): Promise<Page> => {
  const page = await reader.newPage();
  await page.goto(`${site.origin}/`);
  // The TypeScript loader wraps named functions in a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (value) => value');
  await page.evaluate(showPanels, states, lang, open);
  await until(page, () =>
    [...document.querySelectorAll('report-stalker-panel')].every((panel) =>
      panel.shadowRoot!.querySelector('[data-state]')!.textContent.trim(),
    ),
  );
  return page;
};

/** The tree without the known differences. */
const readTree = async (engine: Engine, page: Page): Promise<TreeNode> => {
  const known = KNOWN_DIFFERENCES.filter((difference) => [engine, 'both'].includes(difference.engine));
  return known.reduce((tree, difference) => mapTree(tree, difference.read), await readers[engine].read(page));
};

for (const lang of ['en', 'cy'])
  for (const folds of ['closed', 'open'])
    suite(`${lang}, folds ${folds}`, () => {
      let trees: Record<Engine, TreeNode>;

      before(async () => {
        const entries = ENGINES.map(async (engine) => {
          const page = await openPanels(readers[engine], lang, folds === 'open');
          let tree = await readTree(engine, page);
          // It may have been at rest before the page was shown.
          for (const limit = Date.now() + PATIENCE_MS; !find(tree, 'group', states.at(-1)!.name) && Date.now() < limit;)
            tree = await readTree(engine, page);
          await page.close();
          return [engine, tree] as const;
        });
        trees = Object.fromEntries(await Promise.all(entries)) as typeof trees;
      });

      for (const { name } of states)
        test(name, () => {
          const [chromium, firefox] = ENGINES.map((engine) => outline(find(trees[engine], 'group', name)!));
          assert.deepEqual(firefox, chromium);
        });
    });

test('a role, a name, a level, a description or a state that changes, and an object that goes, are seen in each engine', async () => {
  const name = states[0]!.name;
  for (const engine of ENGINES) {
    const page = await openPanels(readers[engine], 'en');
    const lines = async () => outline(find(await readTree(engine, page), 'group', name)!);
    /** The first line that is no longer there after something was done to an element of the first panel. */
    const changed = async (selector: string, attribute: string, value: string) => {
      const before = await lines();
      await page.evaluate(
        (...[part, key, to]: string[]) =>
          document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(part!)!.setAttribute(key!, to!),
        selector,
        attribute,
        value,
      );
      // The tree follows the page when the browser gets round to it.
      let now = before;
      for (const limit = Date.now() + PATIENCE_MS; isDeepStrictEqual(now, before) && Date.now() < limit;) now = await lines();
      return before.find((line, index) => line !== now[index])?.trim();
    };
    assert.equal(await changed('.foot details', 'open', ''), 'summary, "Using this page safely", collapsed, focusable', engine);
    assert.equal(await changed('.police .number', 'title', 'Free'), 'link, "101", focusable', engine);
    assert.equal(await changed('.helpline .number', 'aria-label', 'Call'), 'link, "0808 802 0300", focusable', engine);
    assert.equal(
      await changed('.helpline .name', 'aria-level', '5'),
      'heading, "National Stalking Helpline, Suzy Lamplugh Trust", level 4',
      engine,
    );
    assert.equal(await changed('.police .number', 'role', 'button'), 'link, "101", described as "Free", focusable', engine);
    assert.equal(await changed('.emergency .number', 'aria-hidden', 'true'), 'link, "999", focusable', engine);
    await page.close();
  }
});
