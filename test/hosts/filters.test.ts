/**
 * Filters and editors: each of the six forms goes in; what comes out is loaded in a browser, with
 * the script from another origin in the page's head and without, and must end as a panel, as working
 * numbers or as a link to the panel's page. Build first. Packages come from this folder's own lock
 * file and from Debian.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { FORMS, type Form } from '../../demo/snippets.js';
import { PAGE_EXITS } from '../../src/controllers/exit-offer.js';
import { optionNames, optionTable } from '../../src/options.js';
import { launch } from '../e2e/support/launch.js';
import { serve, type TestServer } from '../e2e/support/serve.js';
import { FILTERS } from './support/filters.js';
import { installPackages } from './support/install.js';
import { GOOD, judge, type Visit } from './support/outcome.js';
import { ATTRIBUTES, newPage, pastes, setUp, themeScript, type Setting } from './support/site.js';
import { compareTable } from './support/table.js';

/** What whoever writes the content may not set: it would put their own numbers, words or targets on a genuine panel. */
const WITHHELD = optionNames.filter((name) => !optionTable[name].inUrl).map((name) => optionTable[name].attribute);

describe('filters', () => {
  let setting: Setting;
  let host: TestServer;
  const content: { html: string } = { html: '' };
  const rows = new Map<string, readonly string[]>();

  before(async () => {
    installPackages();
    setting = await setUp();
    host = await serve({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(content.html);
      },
    });
  });

  after(async () => {
    await host.close();
    await setting.close();
  });

  /** Visits what a filter left, in a page of the host, and makes sure that the page's own text is still there. */
  const visit = async (html: string, script: boolean, browser: Browser): Promise<Visit> => {
    content.html = `<!doctype html><html lang="en"><head><title>Host</title>${script ? themeScript(setting) : ''}</head>
<body><h1>Host</h1><div class="content">${html}</div><p id="after">After</p></body></html>`;
    const { page, errors } = await newPage(browser);
    try {
      await page.goto(host.localhost, { waitUntil: 'load' });
      const seen = await judge(page, setting.scripts.origin, browser === setting.browser);
      assert.deepEqual(errors, []);
      assert.ok(
        await page.$eval('#after', (after) => !after.closest('report-stalker-panel') && after.checkVisibility()),
        'the text after it stands as before',
      );
      return seen;
    } finally {
      await page.close();
    }
  };

  /** One row: what a visitor sees, form by form; `nothingOf`: the form of which this host leaves nothing. */
  const row = async (
    name: string,
    texts: readonly string[],
    { browser = setting.browser, nothingOf }: { browser?: Browser; nothingOf?: Form } = {},
  ): Promise<Visit[]> => {
    const seen: Visit[] = [];
    const cells: string[] = [];
    for (const text of texts) {
      const pair = [await visit(text, true, browser), await visit(text, false, browser)];
      cells.push([...new Set(pair.map(({ outcome }) => outcome))].join(' / '));
      seen.push(...pair);
    }
    rows.set(name, cells);
    for (const [index, { outcome }] of seen.entries()) {
      const place = Math.floor(index / 2);
      const form = FORMS[place]!;
      if (form === nothingOf) assert.equal(outcome, 'nothing');
      else
        assert.ok(
          GOOD.some((good) => good === outcome),
          `${form} shows ${outcome}: ${texts[place]}`,
        );
    }
    return seen;
  };

  it('nothing filtered, JavaScript off', async () => {
    // Not for the page alone: frames of another site have a process of their own.
    const browser = await launch({ args: ['--blink-settings=scriptEnabled=false'] });
    try {
      await row('nothing filtered, JavaScript off', pastes(setting), { browser });
    } finally {
      await browser.close();
    }
  });

  for (const { name, run, recipe, keepsAll, nothingOf } of FILTERS) {
    it(name, async () => {
      await row(name, await run(pastes(setting), { browser: setting.browser, recipe: false }), { ...(nothingOf && { nothingOf }) });
    });

    if (recipe) {
      it(`${name} with our allow-list: the element survives with its attributes`, async () => {
        const texts = await run(pastes(setting), { browser: setting.browser, recipe: true });
        const tag = /<report-stalker-panel[^>]*>/.exec(texts[FORMS.indexOf('element')]!)?.[0] ?? '';
        for (const [attribute, value] of Object.entries(ATTRIBUTES)) assert.match(tag, new RegExp(`\\b${attribute}="${value}"`));
        const [element] = (await row(`${name}, [our list](../integrations/${recipe})`, texts)).slice(FORMS.indexOf('element') * 2);
        assert.deepEqual(element, { outcome: 'panel', region: ATTRIBUTES.region });
      });

      it(`${name} with our allow-list: nobody’s own numbers, words or targets`, async () => {
        // With a value that none of them would drop as a bad address.
        const given = (prefix: string): string =>
          WITHHELD.map((attribute) => ` ${prefix}${attribute}="https://elsewhere.example/"`).join('');
        const texts = [
          `<report-stalker-panel region="wales" style="margin-left: -999px" onclick="alert(1)"${given('')}><p>999</p></report-stalker-panel>`,
          `<div data-report-stalker-panel data-region="wales"${given('data-')}><p>999</p></div>`,
          // Its field stands in for a method of the form: TinyMCE, with our recipe and without, throws.
          keepsAll ? '' : '<form data-report-stalker-panel data-src="https://elsewhere.example/"><input name="hasAttribute">999</form>',
        ];
        const [element, placeholder, form] = await run(texts, { browser: setting.browser, recipe: true });
        const left = (text = '', tag: RegExp): string[] =>
          WITHHELD.filter((attribute) => new RegExp(`[\\s-]${attribute}=`).test(tag.exec(text)?.[0] ?? ''));
        assert.match(element!, /<report-stalker-panel region="wales"/);
        assert.doesNotMatch(element!, /style=|onclick=/);
        assert.deepEqual(left(element, /<report-stalker-panel[^>]*>/), []);
        assert.deepEqual(left(placeholder, /<div[^>]*>/), keepsAll ? WITHHELD : []);
        assert.doesNotMatch(form!, /data-src=/);
      });

      it(`${name} with our allow-list: everything else as without it`, async () => {
        const texts = [
          '<p id="cookie" title="a">a <a href="javascript:alert(1)" name="body" onclick="alert(1)" data-src="a">b</a> <a href="https://elsewhere.example/quick-exit">c</a></p><div data-report-stalker-panel id="b" title="d">e</div>',
          '<p style="position: fixed">a <img src="javascript:alert(1)" alt="b"> <img src="https://elsewhere.example/c.png" alt="c"> <q cite="javascript:alert(1)">d</q></p>',
          '<p>a</p><script>alert(1)</script><iframe src="https://elsewhere.example/"></iframe><report-stalker-panels src="b">c</report-stalker-panels>',
        ];
        const [given, before] = [
          await run(texts, { browser: setting.browser, recipe: true }),
          await run(texts, { browser: setting.browser, recipe: false }),
        ];
        assert.deepEqual(given, before);
      });

      it(`${name} with our allow-list: nobody’s link for the page’s own exit`, async () => {
        const classes = [...PAGE_EXITS.matchAll(/\[class\*=([\w-]+)\]/g)].flatMap(([, word]) => [word!, `a nsw-${word}__link`]);
        assert.equal(classes.length, 4);
        const link = (name: string): string => `<a class="${name}" href="https://elsewhere.example/">Leave</a>`;
        const links = classes.map((name) => `<p class="${name}">${link(name)}</p>`);
        // As Markdown has the language of code, which some lists let through.
        const code = ['language-', 'language-x', 'language-x\u2028', ''].flatMap((before) =>
          classes.map((name) => `<pre><code class="${before}${name}-language-x">${link(name)}</code></pre>`),
        );
        const texts = await run([...links, ...code], { browser: setting.browser, recipe: true });
        for (const [index, text] of texts.entries()) {
          assert.match(text, /href="https:\/\/elsewhere\.example\/"/);
          assert.equal(text.includes(classes[index % classes.length]!), keepsAll === true, text);
        }
      });
    }
  }

  it('the documentation shows what was seen', () => {
    compareTable('filters', ['filter or editor', ...FORMS], rows);
  });
});
