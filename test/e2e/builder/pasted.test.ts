/** The builder's snippets, pasted into a page of another origin. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Form } from '../../../demo/snippets.js';
import { BASE_URL } from '../../../src/release.js';
import { builder, fill, text, version } from '../support/builder.js';
import { until } from '../support/panel-page.js';
import { serve } from '../support/serve.js';
import { suiteServer } from '../support/suite-server.js';

describe('the builder', () => {
  const { open, paste } = builder();
  const scripts = suiteServer(() =>
    serve(
      Object.fromEntries(
        ['1', version].flatMap((folder) =>
          ['embed.js', 'panel.html', 'oembed.json', 'lang/pl.js'].map((name) => [`/${folder}/${name}`, { file: `dist/${name}` }]),
        ),
      ),
      { 'access-control-allow-origin': '*' },
    ),
  );

  describe('its snippets, pasted into a page of another origin', () => {
    const built = async (form: Form, hash = ''): Promise<string> => {
      const page = await open(`${hash && `${hash}&`}form=${form}`);
      await fill(page, '#base', `${scripts.origin}/`);
      return text(page);
    };

    for (const channel of ['', 'pinned'])
      for (const form of ['script', 'element', 'placeholder'] as const)
        it(`${form}${channel && `, ${channel}`}: one panel`, async () => {
          const html = await built(form, `region=wales${channel && `&${channel}`}`);
          const opened = await paste(`<h1>News</h1><div id="here">${html}</div><p>More</p>`);
          try {
            const panels = await opened.panels();
            assert.equal(panels.length, 1);
            assert.ok(panels[0]!.ids.includes('live-fear-free'));
            assert.deepEqual(panels[0]!.problems, []);
            assert.deepEqual(opened.errors, []);
            assert.deepEqual(opened.console, []);
          } finally {
            await opened.close();
          }
        });

    for (const channel of ['', '&pinned'])
      for (const form of ['script', 'element', 'placeholder'] as const)
        it(`${form}${channel}, in a language of a pack: one panel, in that language`, async () => {
          const html = await built(form, `lang=pl${channel}`);
          const opened = await paste(`<h1>News</h1><div id="here">${html}</div><p>More</p>`);
          try {
            const panels = await opened.panels();
            assert.equal(panels.length, 1);
            assert.match(panels[0]!.text, /Zgłoś stalkera/);
            assert.deepEqual(opened.console, []);
          } finally {
            await opened.close();
          }
        });

    it('link: one panel where the page has the script, else a link to the whole panel', async () => {
      const html = await built('link', 'region=wales');
      const [tag] = /<script.*<\/script>/.exec(await built('element'))!;
      const opened = await paste(`<h1>News</h1>${html}${tag.replace(' async', ' async data-define-only')}`);
      try {
        const panels = await opened.panels();
        assert.equal(panels.length, 1);
        assert.ok(panels[0]!.ids.includes('live-fear-free'));
      } finally {
        await opened.close();
      }
      const plain = await paste(`<h1>News</h1>${html}`, { statuses: false });
      try {
        await Promise.all([plain.page.waitForNavigation(), plain.page.click('a')]);
        await until(plain.page, () => {
          const root = document.querySelector('report-stalker-panel')?.shadowRoot;
          return (
            root?.querySelector('[data-contact="emergency"] [data-state="always"]') && root.querySelector('[data-contact="live-fear-free"]')
          );
        });
      } finally {
        await plain.close();
      }
    });

    for (const [place, form] of [
      ['tag-manager', 'placeholder'],
      ['tag-manager', 'element'],
      ['drupal', 'link'],
      ['wordpress-author', 'placeholder'],
      ['wordpress-author', 'link'],
    ] as const)
      it(`${place}, ${form}, with its other part: one panel`, async () => {
        const page = await open(`region=wales&place=${place}&form=${form}`);
        await fill(page, '#base', `${scripts.origin}/`);
        await fill(page, '#option-police-name', 'County Police');
        const [pasted, elsewhere] = [await text(page), await text(page, '#elsewhere textarea')];
        // A theme has the script before or after what is pasted; a tag manager's comes last.
        for (const html of [...(place === 'tag-manager' ? [] : [`${elsewhere}<p>More</p>${pasted}`]), `${pasted}<p>More</p>${elsewhere}`]) {
          const opened = await paste(`<h1>News</h1>${html}`);
          try {
            const panels = await opened.panels();
            assert.equal(panels.length, 1);
            assert.ok(panels[0]!.ids.includes('live-fear-free'));
            // A link carries no words.
            assert.equal(panels[0]!.text.includes('County Police'), form !== 'link');
            assert.deepEqual(opened.console, []);
          } finally {
            await opened.close();
          }
        }
      });

    it('tag manager, which makes each tag anew with its address and id alone: one panel in its place, and none on other pages', async () => {
      /** As Google's and Matomo's do with a tag of custom HTML. */
      const manager = (html: string) => `<script>addEventListener('load', () => {
        const box = document.createElement('div');
        box.innerHTML = ${JSON.stringify(html).replaceAll('</', '<\\/')};
        for (const { id, src, text } of box.querySelectorAll('script')) {
          const tag = Object.assign(document.createElement('script'), { id, text, async: false });
          if (src) tag.src = src;
          document.body.append(tag);
        }
      })</script>`;
      const page = await open('place=tag-manager&form=placeholder&region=wales&lang=pl');
      await fill(page, '#base', `${scripts.origin}/`);
      const [pasted, elsewhere] = [await text(page), await text(page, '#elsewhere textarea')];
      const before = scripts.requests.length;
      const opened = await paste(`<main><h1>News</h1>${pasted}</main><footer>Footer</footer>${manager(elsewhere)}`);
      const other = await paste(`<main><h1>Shop</h1></main><footer>Footer</footer>${manager(elsewhere)}`, { statuses: false });
      try {
        const [panel, ...more] = await opened.panels();
        assert.ok(panel!.ids.includes('live-fear-free'));
        assert.equal(
          await opened.page.$eval('main report-stalker-panel', (element) => element.shadowRoot!.querySelector<HTMLElement>('.frame')!.lang),
          'pl',
        );
        await until(other.page, () => customElements.get('report-stalker-panel'));
        assert.deepEqual([...more, ...(await other.panels())], []);
        assert.deepEqual([...opened.console, ...other.console], []);
        const asked = scripts.requests.slice(before).map(({ url, headers }) => [url, headers.referer]);
        assert.deepEqual(new Set(asked.flat()), new Set(['/1/lang/pl.js', '/1/embed.js', undefined]));
      } finally {
        await opened.close();
        await other.close();
      }
    });

    it('frame, and the address for an Embed block in a frame: the panel inside', async () => {
      for (const form of ['frame', 'oembed'] as const) {
        const pasted = await built(form);
        const html = form === 'frame' ? pasted : `<iframe src="${pasted}" title="Embed"></iframe>`;
        const opened = await paste(html, { statuses: false });
        try {
          const frame = await opened.page.waitForFrame((candidate) => candidate.url().includes('/panel.html'));
          await frame.waitForSelector('report-stalker-panel');
          await until(
            frame,
            () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelectorAll('[data-contact]').length === 4,
          );
          const discovery = await frame.$eval('link[type="application/json+oembed"]', (element) => element.getAttribute('href'));
          assert.equal(discovery, `${BASE_URL}1/oembed.json`);
        } finally {
          await opened.close();
        }
      }
    });
  });
});
