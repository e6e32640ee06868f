// Takes the pictures, with everything pinned that they depend on: browser and fonts come with `npm ci`,
// the instant and the facts are those of the tests, and nothing of the machine's own shows.

import type { Browser, CDPSession, Protocol } from 'puppeteer-core';
import { until } from '../../e2e/support/panel-page.js';
import { scriptOf2026, serve, type Site } from '../../e2e/support/serve.js';
import { packs } from '../../packs.js';
import { chromiumLaunchOptions } from '../../support/chromium.mjs';
import { launchBrowser } from '../../support/launch-browser.mjs';
import { familyFor, fontLinks, fontSite, onlyFontOf } from './fonts.js';
import type { Cell, Sheet } from './sheets.js';

/** A picture as taken, and where on it each panel is. */
export interface Shot {
  readonly png: Uint8Array;
  readonly places: readonly Place[];
}

/** The columns that a panel takes up. */
export interface Place {
  readonly title: string;
  readonly left: number;
  readonly right: number;
}

export interface Studio {
  take(sheet: Sheet): Promise<Shot>;
  close(): Promise<void>;
}

/**
 * Letters without the hints and the coloured edges that a system's settings ask for, and no repainting of
 * parts, whose borders would depend on the moment.
 */
const PLAIN_DRAWING = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--disable-partial-raster',
];

export const openStudio = async (): Promise<Studio> => {
  const options = await chromiumLaunchOptions({ source: 'npm' });
  const browser = await launchBrowser({
    ...options,
    args: [...options.args!, ...PLAIN_DRAWING],
    // A visitor in London: elsewhere the sentences say whose time they tell.
    env: { ...options.env, TZ: 'Europe/London', FONTCONFIG_FILE: onlyFontOf(options.executablePath!) },
  });
  const site = await serve(SITE);
  return {
    take: (sheet) => take(browser, site.origin, sheet),
    async close() {
      await browser.close();
      await site.close();
    },
  };
};

const LANGUAGES = Object.keys(packs);

const PAGE = `<!doctype html>
<html lang="en">
  <title>Pictures</title>
  <link rel="icon" href="data:,">
  ${fontLinks}
  <link rel="stylesheet" href="/themes.css">
  <style>
    /* An odd gap makes odd widths even: two pixels share a byte, and only whole bytes repeat. */
    body { display: flex; align-items: start; gap: 17px; inline-size: max-content; margin: 0; padding: 16px; background: #fff; }
    .title { margin: 0 0 8px; font: 12px/1.3 ${familyFor()}; color: #000; }
    report-stalker-panel { --rsp-font-family: ${familyFor()} !important; }
    report-stalker-panel[lang='ur'] { --rsp-font-family: ${familyFor('ur')} !important; }
  </style>
  <script src="/embed.js" data-define-only></script>
  ${LANGUAGES.map((lang) => `<script src="/lang/${lang}.js"></script>`).join('\n')}
  <body></body>
</html>`;

const SITE: Site = {
  '/': PAGE,
  '/embed.js': scriptOf2026(),
  ...Object.fromEntries(LANGUAGES.map((lang) => [`/lang/${lang}.js`, { file: `dist/lang/${lang}.js` }])),
  '/themes.css': { file: 'demo/themes.css' },
  ...fontSite,
};

const take = async (browser: Browser, origin: string, { cells, media = {}, print, textSize = 16, rules = '' }: Sheet): Promise<Shot> => {
  const page = await browser.newPage();
  try {
    // The TypeScript loader wraps named functions in a helper that the page does not have.
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      media: print ? 'print' : 'screen',
      features: Object.entries({ 'prefers-color-scheme': 'light', ...media }).map(([name, value]) => ({ name, value })),
    });
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
    await page.goto(origin);
    await page.evaluate(showPanels, cells, rules);
    await until(page, () =>
      [...document.querySelectorAll('report-stalker-panel')].every((panel) =>
        panel.shadowRoot!.querySelector('[data-state]')!.textContent.trim(),
      ),
    );
    const panels = await panelNodes(devtools);
    await showFocus(devtools, panels, cells);
    const { places, width, height } = await page.evaluate(layOut);
    await page.setViewport({ width, height });
    const png = await page.screenshot();
    // Only now: what has not been painted has no fonts yet.
    await refuseOtherFonts(devtools, panels);
    return { png, places };
  } finally {
    await page.close();
  }
};

/** Runs in the page. */
const showPanels = async (cells: readonly Cell[], rules: string): Promise<void> => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  for (const { title, attributes, contacts, width, preset, open } of cells) {
    const box = document.createElement('div');
    const words = document.createElement('p');
    const panel = document.createElement('report-stalker-panel');
    box.className = `cell ${preset ?? ''}`;
    box.style.width = `${width}px`;
    words.className = 'title';
    words.textContent = title;
    for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value);
    Object.assign(panel, { contacts });
    box.append(words, panel);
    document.body.append(box);
    await panel.updateComplete;
    panel.shadowRoot!.adoptedStyleSheets.push(sheet);
    if (open) panel.shadowRoot!.querySelectorAll('details').forEach((fold) => (fold.open = true));
  }
};

/** Runs in the page. */
const layOut = async () => {
  await document.fonts.ready;
  const places = [...document.querySelectorAll('.cell')].map((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return { title: cell.querySelector('.title')!.textContent, left, right };
  });
  return { places, width: document.body.scrollWidth, height: document.body.scrollHeight };
};

type Node = Protocol.DOM.Node;

/** Every node in each panel, in order. */
const panelNodes = async (devtools: CDPSession): Promise<Node[][]> => {
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  return nodesIn(root)
    .filter(({ localName }) => localName === 'report-stalker-panel')
    .map(nodesIn);
};

const nodesIn = (node: Node): Node[] =>
  [...(node.shadowRoots ?? []), ...(node.pseudoElements ?? []), ...(node.children ?? [])].flatMap((child) => [child, ...nodesIn(child)]);

/** Everything that can have the focus looks as if it had it. */
const showFocus = async (devtools: CDPSession, panels: readonly Node[][], cells: readonly Cell[]): Promise<void> => {
  for (const [index, { focused }] of cells.entries())
    for (const { nodeId, localName } of focused ? panels[index]! : [])
      if (localName === 'a' || localName === 'summary')
        await devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['focus', 'focus-visible'] });
};

/** A letter that the fonts lack would be drawn with whatever the machine has. */
const refuseOtherFonts = async (devtools: CDPSession, panels: readonly Node[][]): Promise<void> => {
  const painted = panels.flat().filter(({ pseudoType, children = [] }) => pseudoType || children.some(({ nodeValue }) => nodeValue.trim()));
  const used = await Promise.all(painted.map(({ nodeId }) => devtools.send('CSS.getPlatformFontsForNode', { nodeId })));
  const found = new Set(
    used.flatMap(({ fonts }) => fonts).map(({ familyName, isCustomFont }) => (isCustomFont ? 'from a package' : familyName)),
  );
  if (!found.delete('from a package')) throw new Error('no letter was painted');
  if (found.size)
    throw new Error(`letters in fonts of the machine, which test/looks/support/fonts.ts should have: ${[...found].join(', ')}`);
};
