import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cspNeedsAt, isKept, pasteAt, PASTE_PLACES } from '../../demo/paste-places.js';
import { content, cspNeeds, FORMS, snippet, type Form, type SnippetOptions } from '../../demo/snippets.js';

const base = 'https://panel.example/';
const pinned = { version: '1.0.0', integrity: `sha384-${'A'.repeat(64)}`, packs: { pl: `sha384-${'B'.repeat(64)}` } };
const TAG = `<script src="${base}1/embed.js" referrerpolicy="no-referrer" async data-define-only></script>`;
const address = `${base}1/panel.html?region=england&heading-level=3`;

const at = (id: string, form: Form, options: Partial<SnippetOptions> = {}) =>
  pasteAt(
    PASTE_PLACES.find((place) => place.id === id)!,
    form,
    { base, attributes: { region: 'england', 'heading-level': '3' }, ...options },
  );

describe('what is pasted where', () => {
  it('each place keeps the form that is named for it', () => {
    for (const place of PASTE_PLACES) assert.ok(isKept(place, place.form), place.id);
  });

  it('a script tag is in the text only where scripts are kept, and otherwise apart', () => {
    const withTag = PASTE_PLACES.filter(({ id, form }) => at(id, form).text.includes('<script')).map(({ id }) => id);
    assert.deepEqual(withTag, ['template', 'wordpress-editor', 'ghost', 'generators']);
    for (const place of PASTE_PLACES)
      for (const form of FORMS.filter((candidate) => isKept(place, candidate))) {
        const { text, elsewhere } = at(place.id, form);
        for (const part of elsewhere) assert.ok(part.where && part.text, `${place.id} ${form}`);
        const needsScript = form !== 'frame' && form !== 'oembed' && !['wordpress-plugin', 'dokuwiki'].includes(place.id);
        assert.equal(
          [text, ...elsewhere.map((part) => part.text)].filter((part) => part.includes('/embed.js')).length,
          needsScript ? 1 : 0,
          `${place.id} ${form}`,
        );
      }
  });

  it('one text where all of it stands together', () => {
    for (const id of ['template', 'wordpress-editor', 'ghost', 'generators'])
      for (const form of FORMS)
        assert.equal(at(id, form).text, snippet(form, { base, attributes: { region: 'england', 'heading-level': '3' } }));
  });

  for (const [id, form, text, elsewhere] of [
    ['drupal', 'link', `<p><a href="${address.replace('&', '&#38;')}">Help with stalking</a></p>`, [TAG]],
    ['hugo', 'link', `[Help with stalking](${address})`, [TAG]],
    ['dokuwiki', 'link', `[[${address}|Help with stalking]]`, []],
    [
      'mediawiki',
      'link',
      `<p>[${address} Help with stalking]</p>`,
      [
        `$wgHooks['BeforePageDisplay'][] = static function ( $out ) {\n\t$out->getCSP()->addScriptSrc( '${base}' );\n\t$out->addHeadItem( 'report-stalker-panel', '${TAG.replace('only', 'only data-untrusted-content')}' );\n};`,
      ],
    ],
    ['wordpress-author', 'oembed', `${base}1/panel.html`, []],
    ['wordpress-plugin', 'element', content('element', { base, attributes: { region: 'england', 'heading-level': '3' } }), []],
    [
      'tag-manager',
      'placeholder',
      content('placeholder', { base, attributes: { region: 'england', 'heading-level': '3' } }),
      [
        `<script>(function (tag) { tag.setAttribute("src", "${base}1/embed.js"); tag.setAttribute("referrerpolicy", "no-referrer"); document.head.appendChild(tag); })(document.createElement('script'));</script>`,
      ],
    ],
  ] as const)
    it(`${id}: ${form}`, () => {
      const paste = at(id, form);
      assert.equal(paste.text, text);
      assert.deepEqual(
        paste.elsewhere.map((part) => part.text),
        elsewhere,
      );
    });

  it('MediaWiki: a placeholder without any HTML that it shows as text', () => {
    const { text } = at('mediawiki', 'placeholder', {
      attributes: { region: 'england', 'police-href': 'https://police.example/?a=1&b=2' },
    });
    assert.deepEqual([...new Set([...text.matchAll(/<(\w+)/g)].map(([, name]) => name))].sort(), ['br', 'div', 'p', 'strong']);
    assert.ok(text.includes('[tel:999 999]'));
    assert.ok(text.includes('[https://police.example/?a=1&b=2 Report online]'));
  });

  it('Docusaurus and VitePress: the lines of our recipes', async () => {
    for (const id of ['docusaurus', 'vitepress']) {
      const { reportStalkerPanel } = (await import(`../../integrations/${id}/report-stalker-panel.mjs`)) as {
        reportStalkerPanel(base: string): object;
      };
      const read = (options: Partial<SnippetOptions> = {}) =>
        new Function(`return {${at(id, 'element', options).elsewhere[0]!.text}}`)() as object;
      // Functions by their text.
      const plain = (value: object) =>
        JSON.stringify(value, (_, part: unknown) => (typeof part === 'function' ? String(part).replaceAll("'", '"') : part));
      assert.equal(plain(read()), plain(reportStalkerPanel(base)));
      for (const hash of [pinned.integrity, pinned.packs.pl]) assert.ok(plain(read({ pinned, attributes: { lang: 'pl' } })).includes(hash));
    }
  });

  it('the script of a language goes where the panel’s goes', () => {
    const attributes = { lang: 'pl' };
    for (const [id, form] of [
      ['drupal', 'link'],
      ['mediawiki', 'placeholder'],
      ['wordpress-plugin', 'element'],
      ['docusaurus', 'element'],
    ] as const) {
      const { text, elsewhere } = at(id, form, { attributes });
      assert.doesNotMatch(text, /lang\/pl\.js/);
      assert.match(elsewhere[0]!.text, /1\/lang\/pl\.js/);
    }
    assert.doesNotMatch(at('wordpress-plugin', 'element', { attributes }).elsewhere[0]!.text, /embed\.js/);
  });

  it('a policy allows the releases what comes from there, and the site itself what the plugin brings', () => {
    const polish = { base, attributes: { lang: 'pl' } };
    for (const place of PASTE_PLACES)
      for (const form of FORMS.filter((candidate) => isKept(place, candidate)))
        for (const options of [{ base }, polish]) {
          const [first, ...others] = cspNeedsAt(place, form, options);
          const [needed, ...more] = cspNeeds(form, options);
          const brought = options === polish ? "script-src 'self' https://panel.example" : "script-src 'self'";
          assert.deepEqual(first, place.id === 'wordpress-plugin' ? { ...needed, directive: brought } : needed, `${place.id} ${form}`);
          assert.deepEqual(others, more);
        }
  });
});
