/**
 * Site generators: a site of each is built with our recipe and with every form on a page of its own,
 * served, and visited with the script from another origin. Build first.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FORMS, type Form } from '../../demo/snippets.js';
import { until } from '../e2e/support/panel-page.js';
import { buildSite, GENERATORS, type BuiltSite } from './support/generators.js';
import { installPackages } from './support/install.js';
import { GOOD, judge, type Visit } from './support/outcome.js';
import { ATTRIBUTES, newPage, paste, setUp, type Setting } from './support/site.js';
import { compareTable } from './support/table.js';

describe('site generators', () => {
  let setting: Setting;
  const rows = new Map<string, readonly string[]>();

  before(async () => {
    installPackages();
    setting = await setUp();
  });

  after(() => setting.close());

  for (const generator of GENERATORS)
    describe(generator.name, () => {
      let site: BuiltSite;

      before(async () => {
        const pastes = Object.fromEntries(FORMS.map((form) => [form, paste(form, setting)])) as Record<Form, string>;
        site = await buildSite(generator, { pastes, base: `${setting.scripts.origin}/` });
      });

      after(() => site?.close());

      const visit = async (path: string): Promise<Visit> => {
        const { page, errors } = await newPage(setting.browser);
        try {
          await page.goto(`${site.server.localhost}/${path}`, { waitUntil: 'load' });
          if (generator.alive) await until(page, (expression) => new Function(`return ${expression}`)(), generator.alive);
          const seen = await judge(page, setting.scripts.origin);
          assert.deepEqual(errors, []);
          assert.ok((await page.$eval('body', (body) => body.innerText)).includes('After'), 'the text after it stands as before');
          return seen;
        } finally {
          await page.close();
        }
      };

      it('every form', async () => {
        const cells: string[] = [];
        for (const form of FORMS) {
          const { outcome, region } = await visit(form);
          assert.ok(
            GOOD.some((good) => good === outcome),
            `${form} shows ${outcome}`,
          );
          if (outcome === 'panel' && form !== 'oembed') assert.equal(region, ATTRIBUTES.region);
          cells.push(outcome);
        }
        rows.set(generator.name + (generator.recipe ? ` ([recipe](../integrations/${generator.recipe}))` : ''), cells);
      });

      const { also } = generator;
      if (also)
        it(`the page "${also.page}"`, async () => {
          assert.equal((await visit(also.page)).outcome, also.shows);
        });

      if (generator.alive)
        it('a panel comes and goes with navigation inside the application', async () => {
          const { page, errors } = await newPage(setting.browser);
          try {
            await page.goto(`${site.server.localhost}/`, { waitUntil: 'load' });
            await until(page, (expression) => new Function(`return ${expression}`)(), generator.alive!);
            await page.evaluate('globalThis.samePage = true');
            const shows = (count: number) =>
              until(
                page,
                (wanted) =>
                  [...document.querySelectorAll('report-stalker-panel')].filter((panel) =>
                    panel.shadowRoot?.querySelector('[data-contact]'),
                  ).length === wanted,
                count,
              );
            for (const form of ['link', 'element', 'placeholder'] as const) {
              await page.evaluate(`[...document.querySelectorAll('a')].find((link) => link.textContent.trim() === 'to ${form}').click()`);
              await shows(1);
              await page.evaluate('history.back()');
              await shows(0);
              await until(page, () => [...document.querySelectorAll('a')].some((link) => link.textContent.trim() === 'to link'));
            }
            assert.equal(await page.evaluate('globalThis.samePage'), true);
            assert.deepEqual(errors, []);
          } finally {
            await page.close();
          }
        });
    });

  it('the documentation shows what was seen', () => {
    compareTable('generators', ['site generator', ...FORMS], rows);
  });
});
