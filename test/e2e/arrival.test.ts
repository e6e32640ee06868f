/**
 * However the script is loaded, and however the page arrives, the visitor sees the same panels: a
 * cached script runs between two pieces of a page that a slow network brings.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from './support/launch.js';
import { until } from './support/panel-page.js';
import { serve, serveReleases, type TestServer } from './support/serve.js';

const SCOTLAND = 'domestic-abuse-forced-marriage-helpline';
const WALES = 'live-fear-free';

/** `SCRIPT` is the tag, perhaps with more attributes. Expected: the place of each panel, and its regional line. */
const PAGES: readonly (readonly [name: string, html: string, panels: readonly string[], links?: number])[] = [
  ['a script alone', '<main>SCRIPT</main><h2>More</h2>', ['main']],
  [
    'a script and the link behind it',
    '<main>SCRIPT<p><a href="URL/panel.html?region=scotland">Help</a></p></main><h2>More</h2>',
    [`main ${SCOTLAND}`],
  ],
  [
    'a script and a link in a block with an id, which stays',
    '<main>SCRIPT<div id="x"><a href="URL/panel.html?region=scotland">Help</a></div></main><h2>More</h2>',
    [`x ${SCOTLAND}`],
  ],
  [
    'both with options: the script’s win',
    '<main>SCRIPT[data-region="wales"]<p><a href="URL/panel.html?region=scotland&compact">Help</a></p></main><h2>More</h2>',
    [`main ${WALES} compact`],
  ],
  [
    'a script, its link, and another link',
    '<main>SCRIPT<p><a href="URL/panel.html?region=scotland">Help</a></p></main><h2>More</h2><aside><p><a href="URL/panel.html?region=wales">Help</a></p></aside><h2>End</h2>',
    [`main ${SCOTLAND}`, `aside ${WALES}`],
  ],
  [
    'a script, its link, and the element',
    '<main>SCRIPT<p><a href="URL/panel.html?region=scotland">Help</a></p></main><h2>More</h2><aside><report-stalker-panel>x</report-stalker-panel></aside><h2>End</h2>',
    [`main ${SCOTLAND}`, 'aside'],
  ],
  [
    'a script, and the element',
    '<main>SCRIPT</main><aside><report-stalker-panel region="wales">x</report-stalker-panel></aside><h2>End</h2>',
    [`aside ${WALES}`],
  ],
  [
    'a script, and a placeholder',
    '<main>SCRIPT</main><aside data-report-stalker-panel data-region="wales"><p>x</p></aside><h2>End</h2>',
    [`aside ${WALES}`],
  ],
  [
    'a script in each of two placeholders',
    '<main data-report-stalker-panel data-region="scotland"><p><a href="tel:999">999</a></p>SCRIPT</main><aside data-report-stalker-panel data-region="wales">SCRIPT<p>x</p></aside><h2>End</h2>',
    [`main ${SCOTLAND}`, `aside ${WALES}`],
  ],
  [
    'a script that is marked like a placeholder',
    '<main>SCRIPT[data-report-stalker-panel data-region="wales"]</main><h2>More</h2>',
    [`main ${WALES}`],
  ],
  [
    'a script before a link that is marked like a placeholder',
    '<main>SCRIPT<p>Get <a data-report-stalker-panel href="URL/panel.html">help</a></p></main><h2>More</h2>',
    ['main'],
    1,
  ],
  ['a link in a menu', '<nav><a href="URL/panel.html">Help</a></nav><main>SCRIPT</main><h2>More</h2>', ['main'], 1],
];

const WAYS: readonly (readonly [name: string, attribute: string, inPieces?: boolean])[] = [
  ['at once', ''],
  ['async', 'async'],
  ['defer', 'defer'],
  ['as a module', 'type="module"'],
  ['async, between two pieces of the page', 'async', true],
];

describe('the panels of a page are the same', () => {
  let browser: Browser;
  let scripts: TestServer;

  before(async () => {
    browser = await launch();
    scripts = await serveReleases();
  });

  after(async () => {
    await browser.close();
    await scripts.close();
  });

  const arrive = async (html: string, inPieces: boolean | undefined, look: (page: Page) => Promise<void>): Promise<void> => {
    let more: () => void = () => {};
    const page = `<!doctype html><html lang="en"><title>Partner</title><body>${html}</body></html>`;
    const cut = inPieces ? page.indexOf('</script>') + '</script>'.length : page.length;
    const site = await serve({
      '/favicon.ico': { status: 204 },
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write(page.slice(0, cut));
        more = () => response.end(page.slice(cut));
        if (!inPieces) more();
      },
    });
    const visitor = await browser.newPage();
    try {
      const loaded = visitor.goto(site.origin, { waitUntil: 'load' });
      // No more of the page comes before the script has run.
      if (inPieces) {
        await visitor.waitForResponse((response) => response.url().endsWith('/embed.js'));
        await until(visitor, () => customElements.get('report-stalker-panel'));
        more();
      }
      await loaded;
      await look(visitor);
    } finally {
      await visitor.close();
      await site.close();
    }
  };

  for (const [name, html, panels, links = 0] of PAGES)
    for (const [way, attribute, inPieces] of WAYS)
      it(`${name}: ${way}`, () => {
        const tag = (_: string, more = '') => `<script src="${scripts.origin}/1/embed.js" ${attribute} ${more}></script>`;
        const page = html.replace(/SCRIPT(?:\[([^\]]*)\])?/g, tag).replaceAll('URL/', `${scripts.origin}/1/`);
        return arrive(page, inPieces, async (visitor) => {
          await until(visitor, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
          const seen = await visitor.evaluate(() => ({
            panels: [...document.querySelectorAll('report-stalker-panel')]
              .filter((panel) => panel.checkVisibility() && panel.getBoundingClientRect().height > 200)
              .map((panel) => {
                const ids = [...panel.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')].map(
                  ({ dataset }) => dataset['contact']!,
                );
                return [
                  panel.parentElement!.id || panel.closest('main,aside')!.localName,
                  ...ids.slice(2).filter((id) => !['national-stalking-helpline', 'paladin'].includes(id)),
                  ...(panel.compact ? ['compact'] : []),
                ].join(' ');
              }),
            // Fallback content that stays beside its panel is read twice.
            links: [...document.querySelectorAll('a')].filter((link) => link.checkVisibility()).length,
          }));
          assert.deepEqual(seen, { panels, links });
        });
      });

  for (const [way, attribute, inPieces] of WAYS)
    it(`where a framework moves, writes anew and takes out the link behind the script: ${way}`, () =>
      arrive(
        `<main><script src="${scripts.origin}/1/embed.js" ${attribute}></script><p class="written"><a href="${scripts.origin}/1/panel.html?region=scotland">Help</a></p></main><aside></aside>`,
        inPieces,
        async (visitor) => {
          const seen = () =>
            visitor.evaluate(() => ({
              places: [...document.querySelectorAll('report-stalker-panel')].map(
                (panel) => `${panel.parentElement!.localName} ${panel.getAttribute('region')}`,
              ),
              links: [...document.querySelectorAll('a')].filter((link) => link.checkVisibility()).length,
            }));
          await until(visitor, () => document.querySelector('report-stalker-panel > a'));
          await visitor.evaluate(() => document.querySelector('aside')!.append(document.querySelector('.written')!));
          await until(visitor, () => document.querySelector('aside > .written + report-stalker-panel'));
          assert.deepEqual(await seen(), { places: ['aside scotland'], links: 0 });
          await visitor.evaluate(() => {
            const { href } = document.querySelector<HTMLAnchorElement>('report-stalker-panel > a')!;
            const fresh = document.createElement('p');
            fresh.append(Object.assign(document.createElement('a'), { href, textContent: 'Help' }));
            document.querySelector('.written')!.replaceWith(fresh);
          });
          await until(visitor, () => document.querySelector('aside > p:not(.written) + report-stalker-panel > a'));
          assert.deepEqual(await seen(), { places: ['aside scotland'], links: 0 });
          await visitor.evaluate(() => document.querySelector('aside > p')!.remove());
          await until(visitor, () => !document.querySelector('report-stalker-panel'));
        },
      ));
});
