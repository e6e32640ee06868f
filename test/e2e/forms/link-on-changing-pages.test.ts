/** A plain link on pages that arrive bit by bit, and that frameworks and navigations change. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from '../support/panel-page.js';
import { aWhile, ENGLAND, LINK, pagesWithRelease } from '../support/partner-pages.js';

describe('paste forms', () => {
  const { scripts, visit } = pagesWithRelease();

  describe('a plain link', () => {
    /** A page that begins with this HTML, and goes on as `goOn` says. */
    const visitSlow = async (html: string, goOn: (response: ServerResponse, page: Page) => void) => {
      const visited = await visit('<h1>Page</h1>', {
        statuses: false,
        site: {
          '/slow': (_, response) => {
            response.writeHead(200, { 'content-type': 'text/html' });
            response.write(
              `<!doctype html><script src="${scripts.origin}/1/embed.js" data-define-only></script>${html.replace('URL', `${scripts.origin}/1/panel.html`)}`,
            );
            goOn(response, visited.page);
          },
        },
      });
      await visited.page.goto(`${visited.site.origin}/slow`);
      return visited;
    };

    for (const [what, first, rest] of [
      ['paragraph', '<p><a href="URL">Help</a>', ' is near.</p>'],
      ['paragraph, which pauses after a blank,', '<p><a href="URL">Help</a> ', 'is near.</p>'],
      ['paragraph, which pauses after a break,', '<p><a href="URL">Help</a><br>', 'is near.</p>'],
      ['box', '<div><a href="URL">Help</a>\n', '<p>More</p></div>'],
    ] as const)
      it(`is not judged before its ${what} has arrived`, async () => {
        const page = await visitSlow(first, (response) => {
          setTimeout(() => response.write(rest), 500);
          setTimeout(() => response.end(), 1000);
        });
        await aWhile();
        assert.deepEqual(await page.panels(), []);
      });

    for (const [name, html] of [
      ['was asked for in running text', '<main>Go to <a href="URL" data-panel>Help</a>. '],
      ['is alone in a part of the page that has arrived', '<main><p><a href="URL">Help</a></p></main><p>More'],
    ] as const)
      it(`that ${name} does not wait for what follows`, async () => {
        const page = await visitSlow(html, (response, slow) => {
          void slow.waitForSelector('report-stalker-panel').then(() => response.end());
        });
        assert.equal((await page.panels()).length, 1);
      });

    for (const [name, text] of [
      ['link', LINK],
      ['sentence with a link that was asked for', `Go to ${LINK.replace('<a', '<a data-panel')}.`],
    ] as const)
      it(`in a paragraph that a framework goes on using: ${name}`, async () => {
        const page = await visit(`<main><h1>News</h1><p class="written">${text}</p><p>More</p></main><aside></aside>TAG`);
        const inPlace = () =>
          page.page.$$eval('report-stalker-panel', (panels) =>
            panels.map(({ previousElementSibling }) => previousElementSibling!.className),
          );
        assert.deepEqual(await inPlace(), ['written']);
        // As React does it: it holds on to what it wrote, and an error here blanks the whole page.
        await page.page.evaluate(() => {
          const written = document.querySelector('.written')!;
          Object.assign(globalThis, { written });
          written.parentNode!.insertBefore(document.createElement('h2'), written);
        });
        assert.deepEqual(await inPlace(), ['written']);
        await page.page.evaluate('document.querySelector("aside").append(written)');
        assert.deepEqual(await page.page.$$eval('aside > .written + report-stalker-panel', (panels) => panels.length), 1);
        await page.page.evaluate('written.parentNode.removeChild(written)');
        assert.deepEqual(await inPlace(), []);
        await page.page.evaluate('document.querySelector("main").append(written)');
        assert.deepEqual(await page.page.$$eval('main > .written + report-stalker-panel', (panels) => panels.length), 1);
        assert.deepEqual(page.errors, []);
      });

    it('comes back where a framework, going on with the markup of its server, takes out what it did not write', async () => {
      const page = await visit(`<main><h1>News</h1><p>${LINK}</p></main>TAG`);
      await page.panels();
      // Vue's production build leaves the paragraph as it is.
      await page.page.$eval('main', (main) => main.lastElementChild!.remove());
      assert.deepEqual(
        (await page.panels()).map(({ parent, ids }) => [parent, ids]),
        [['main', ENGLAND]],
      );
      // Others write the link anew: that one becomes the panel.
      await page.page.$eval(
        'main',
        (main, html) => {
          main.lastElementChild!.remove();
          main.lastElementChild!.removeAttribute('style');
          main.lastElementChild!.innerHTML = html;
        },
        LINK.replaceAll('URL/', `${scripts.origin}/1/`).replace('england', 'wales'),
      );
      await until(page.page, () =>
        document.querySelector('main > report-stalker-panel[region="wales"]')?.shadowRoot?.querySelector('[data-state="always"]'),
      );
      assert.equal((await page.panels()).length, 1);
      // And with the paragraph it goes.
      await page.page.$eval('main', (main) => main.replaceChildren());
      await aWhile();
      assert.deepEqual(await page.panels(), []);
    });

    it('does not come back a second time: the page may want it away', async () => {
      const page = await visit(`<main><p>${LINK}</p></main>TAG`);
      for (const left of [1, 0]) {
        await page.panels();
        await page.page.$eval('report-stalker-panel', (panel) => panel.remove());
        await aWhile();
        assert.equal((await page.panels()).length, left);
      }
    });

    for (const [name, text] of [
      ['alone', LINK],
      ['in a sentence', `See ${LINK.replace('<a', '<a data-panel')}.`],
    ] as const)
      it(`does not come back where a library makes another page of its paragraph: ${name}`, async () => {
        const page = await visit(`<main><p>${text}</p><p>First page</p></main>TAG`);
        await page.panels();
        // As idiomorph, morphdom and Turbo do it: what is there gets the other page's words, and what has none there goes.
        await page.page.$eval(
          'main',
          (main, html) => {
            const [first, second] = main.querySelectorAll(':scope > p');
            main.querySelector('report-stalker-panel')!.remove();
            first!.removeAttribute('style');
            first!.textContent = 'Second page';
            second!.innerHTML = html;
          },
          LINK.replaceAll('URL/', `${scripts.origin}/1/`).replace('england', 'scotland'),
        );
        await until(page.page, () =>
          document.querySelector('p + report-stalker-panel[region="scotland"]')?.shadowRoot?.querySelector('[data-state="always"]'),
        );
        assert.equal((await page.panels()).length, 1);
        assert.equal(await page.page.$eval('main', ({ innerText }) => innerText.includes('Second page')), true);
      });

    it('that a navigation puts in later becomes a panel, each time', async () => {
      const page = await visit('TAG<main></main>', { statuses: false });
      for (let time = 0; time < 3; time++) {
        await page.page.$eval(
          'main',
          (main, html) => {
            main.innerHTML = html;
          },
          `<h1>View</h1><p>${LINK.replaceAll('URL/', `${scripts.origin}/1/`)}</p>`,
        );
        await until(page.page, () =>
          document.querySelector('main > report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'),
        );
        assert.equal((await page.panels()).length, 1);
      }
    });
  });
});
