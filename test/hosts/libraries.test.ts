/**
 * Libraries that older pages load, from Debian's packages: they change what every object, list and
 * event of the page can do. With each, before or after our script, the panel is what it is without.
 * Build first.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { clockAt } from '../e2e/support/clock.js';
import { launch } from '../e2e/support/launch.js';
import { openPage, until } from '../e2e/support/panel-page.js';
import { scriptOf2026 } from '../e2e/support/serve.js';
import { needProgram } from './support/install.js';

const FOLDER = '/usr/share/javascript';
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'Prototype 1.7 and script.aculo.us': ['prototype/prototype.js', 'scriptaculous/effects.js', 'scriptaculous/controls.js'],
  'MooTools 1.4': ['mootools/mootools-core-nc.js', 'mootools/mootools-more.js'],
  'jQuery 3': ['jquery/jquery.js'],
};

const CONTACTS = {
  version: 1,
  contacts: [
    {
      id: 'our-line',
      name: { en: 'Our line', cy: 'Ein llinell' },
      number: '01632 960000',
      hours: 'Mo-Fr 09:00-17:00; Sa "by appointment"; PH off',
      holidays: 'england-and-wales',
      checkedOn: '2026-11-01',
      links: [{ kind: 'website', href: 'https://example.org/' }],
      notices: [{ text: 'Busy this week.', from: '2026-11-20', to: '2026-11-30' }],
    },
  ],
};

const PANELS = `
  <report-stalker-panel region="scotland" src="/contacts.json" now="2026-11-25T10:00"></report-stalker-panel>
  <div lang="cy"><report-stalker-panel now="2026-12-25T10:00" theme="purple"></report-stalker-panel></div>
  <div data-report-stalker-panel data-compact data-now="2026-11-28T10:00"><a href="tel:999">999</a></div>
  <h2>Help</h2>
  <p><a href="/panel.html?region=england">Help with stalking</a></p>`;

describe('older libraries', () => {
  let browser: Browser;
  before(async () => {
    needProgram('ls', Object.values(LIBRARIES).flat().map((file) => `${FOLDER}/${file}`), 'libjs-prototype libjs-scriptaculous libjs-mootools libjs-jquery');
    browser = await launch();
  });
  after(() => browser?.close());

  /** What four panels show and report, in a page whose head and end are given. */
  const seen = async (files: readonly string[], place: 'before' | 'after') => {
    const tags = files.map((file) => `<script src="/${file}"></script>`).join('');
    const script = '<script src="/embed.js"></script>';
    const { page, errors, close } = await openPage(browser, `${place === 'before' ? tags : ''}${PANELS}${script}${place === 'after' ? tags : ''}`, {
      // For the panel in place of the link, which an address gives no time: near a boundary it counts minutes.
      before: clockAt('2026-11-25T10:00Z'),
      site: {
        '/embed.js': scriptOf2026(),
        '/contacts.json': (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(CONTACTS)),
        ...Object.fromEntries(files.map((file) => [`/${file}`, readFileSync(`${FOLDER}/${file}`, 'utf8')])),
      },
    });
    try {
      await until(page, () => {
        const panels = [...document.querySelectorAll('report-stalker-panel')].map(({ shadowRoot }) => shadowRoot!);
        return panels.length === 4 && panels[0]!.textContent!.includes('Our line') && panels.every((panel) => [...panel.querySelectorAll('[data-state]')].every(({ textContent }) => textContent!.trim()));
      });
      const panels = await page.$$eval('report-stalker-panel', (found) =>
        found.map(({ shadowRoot, problems }) => `${shadowRoot!.innerHTML}\n${problems.map(({ message }) => message).join('\n')}`),
      );
      return { panels, errors };
    } finally {
      await close();
    }
  };

  for (const [name, files] of Object.entries(LIBRARIES))
    for (const place of ['before', 'after'] as const)
      it(`${name}, ${place} our script`, async () => {
        const alone = await seen([], place);
        assert.deepEqual(await seen(files, place), alone);
      });
});
