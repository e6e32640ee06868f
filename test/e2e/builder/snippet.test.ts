/** What the builder writes for each website, and what belongs beside it: notes, colours, room, JSON-LD. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isKept, pasteAt, PASTE_PLACES } from '../../../demo/paste-places.js';
import { cspNeeds, FORMS, type Form } from '../../../demo/snippets.js';
import { BASE_URL } from '../../../src/release.js';
import { builder, fill, press, text, unfold } from '../support/builder.js';
import { until } from '../support/panel-page.js';

describe('the builder', () => {
  const { open, site } = builder();

  it('says what a form cannot carry, and what a policy must allow', async () => {
    const attributes = { 'police-name': 'Westmere', src: 'https://data.example/c.json', region: 'england' };
    const page = await open('region=england');
    await fill(page, '#option-police-name', attributes['police-name']);
    await fill(page, '#option-src', attributes.src);
    for (const [form, missing] of [
      ['element', ''],
      ['script', 'This form cannot carry src: on a script tag, data-src belongs to consent tools. Use the element for it.'],
      ['link', 'This form cannot carry police-name, src: whoever can only write an address'],
      [
        'oembed',
        'This form cannot carry region, police-name, src: the answer that an Embed block gets for this address is always the same, without options. Use the element',
      ],
    ] as const) {
      await page.click(`#form-${form}`);
      const said = await page.$eval('#left-out', (line) => line.textContent);
      assert.ok(missing ? said.startsWith(missing) : said === '', `${form}: ${said}`);
      const lines = await page.$$eval('#csp-lines code', (codes) => codes.map(({ textContent }) => textContent));
      assert.deepEqual(
        lines,
        cspNeeds(form, { base: BASE_URL, attributes }).map(({ directive }) => directive),
      );
    }
    await page.select('#place', 'wordpress-plugin');
    assert.equal(await page.$eval('#csp-lines code', (code) => code.textContent), "script-src 'self'");
  });

  it('names a form for each website and editor', async () => {
    const page = await open();
    const forms: Record<string, string> = {};
    for (const place of await page.$$eval('#place option', (options) => options.map((option) => option.value))) {
      await page.select('#place', place);
      forms[place] = await page.$eval('input[name=form]:checked', (radio) => radio.value);
      assert.ok((await page.$eval('#place-how', (line) => line.textContent)).length > 20);
    }
    assert.equal(forms['wordpress-author'], 'oembed');
    assert.equal(forms['drupal'], 'link');
    assert.equal(forms['mediawiki'], 'placeholder');
    // Wherever a script tag alone is kept, the element is too, and leaves more on screen without it.
    assert.deepEqual([...new Set(Object.values(forms))].sort(), FORMS.filter((form) => form !== 'script').sort());
  });

  it('gives what is pasted there alone, other parts in boxes of their own, and only forms that survive', async () => {
    const page = await open('region=wales');
    await page.browserContext().overridePermissions(site.origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.bringToFront();
    for (const place of PASTE_PLACES) {
      await page.select('#place', place.id);
      const { text: wanted, elsewhere } = pasteAt(place, place.form, { base: BASE_URL, attributes: { region: 'wales' } });
      assert.equal(await text(page), wanted, place.id);
      const boxes = await page.$$eval('#elsewhere textarea', (found) =>
        found.map((box) => ({ where: box.labels[0]!.textContent, text: box.value })),
      );
      assert.deepEqual(boxes, elsewhere, place.id);
      const free = await page.$$eval('input[name=form]:enabled', (radios) => radios.map((radio) => radio.value));
      assert.deepEqual(
        free,
        FORMS.filter((form) => isKept(place, form)),
        place.id,
      );
    }
    await page.select('#place', 'mediawiki');
    const [name] = await page.$$eval('#elsewhere button', (buttons) => buttons.map((button) => button.ariaLabel));
    assert.equal(name, 'Copy this part: Once, at the end of LocalSettings.php, by whoever runs the wiki');
    await press(page, 'Copy this part');
    await until(page, () => document.getElementById('said')!.textContent === 'Copied.');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\$wgHooks/);
    const other = await open('place=mediawiki&form=frame');
    assert.equal(await other.$eval('input[name=form]:checked', (radio) => radio.value), 'placeholder');
  });

  it('names another form for what one cannot carry, if one is kept there', async () => {
    const page = await open('region=wales&place=wordpress-author');
    const said = () => page.$eval('#left-out', (line) => line.textContent);
    assert.match(await said(), /without options\. Use the link for it\.$/);
    await fill(page, '#option-heading', 'Mine');
    assert.match(await said(), /Use the placeholder for them\.$/);
    await page.select('#place', 'dokuwiki');
    assert.match(await said(), /carry heading: whoever .* No other form that is kept there can\.$/);
    assert.match(await text(page), /\?region=wales\|/);
  });

  it('leaves out, and does not preview, what the panel ignores where others may write', async () => {
    const page = await open('region=wales&place=mediawiki');
    await fill(page, '#option-heading', 'Mine');
    assert.match(
      await page.$eval('#left-out', (line) => line.textContent),
      /carry heading: others may write .* No other form that is kept there can\.$/,
    );
    assert.doesNotMatch(await text(page), /data-heading/);
    assert.match(await text(page), /data-region="wales"/);
    assert.equal(await page.$eval('report-stalker-panel', (panel) => panel.getAttribute('heading')), null);
  });

  it('says where contacts of one’s own are not: in fallback content and JSON-LD', async () => {
    const page = await open();
    await unfold(page);
    const notes = () => page.evaluate(() => ['fallback-note', 'json-note'].map((id) => document.getElementById(id)!.textContent));
    assert.deepEqual(await notes(), ['', '']);
    await fill(page, '#option-src', '/contacts.json');
    for (const form of ['element', 'placeholder']) {
      await page.click(`#form-${form}`);
      const [snippetNote, jsonNote] = await notes();
      assert.match(snippetNote!, /fallback content has the built-in contacts/);
      assert.match(jsonNote!, /are not in it/);
    }
    await page.click('#form-link');
    assert.equal((await notes())[0], '');
  });

  it('warns of colours that cannot be read', async () => {
    const page = await open();
    await unfold(page);
    const problem = (wanted: string) =>
      until(page, (part) => document.getElementById('colour-problem')!.textContent.includes(part), wanted);
    await fill(page, '#colour-text', '#999');
    await problem('Set both');
    await fill(page, '#colour-background', '#fff');
    await problem('where 7 to 1 is needed');
    await fill(page, '#colour-text', 'nonsense');
    await problem('no CSS colour');
    await fill(page, '#colour-text', 'light-dark(#000, #fff)');
    await fill(page, '#colour-background', 'light-dark(#fff, #000)');
    await until(page, () => document.getElementById('colour-problem')!.textContent === '');
    // A panel that is light has no dark scheme.
    await fill(page, '#colour-text', 'light-dark(#000, #999)');
    await fill(page, '#colour-background', '#fff');
    await problem('in the dark scheme');
    await page.select('#option-theme', 'light');
    await until(page, () => document.getElementById('colour-problem')!.textContent === '');
  });

  it('takes no colour that would reach into the rules after it', async () => {
    const page = await open('place=tag-manager');
    await unfold(page);
    await fill(page, '#colour-background', 'ivory');
    const rules = () =>
      page.$$eval('#elsewhere textarea', (boxes) => boxes.map(({ value }) => value).filter((part) => part.includes('--rsp')));
    const problem = () => page.$eval('#colour-problem', (line) => line.textContent);
    for (const colour of [
      'rgb(0 0 0',
      'light-dark(#000, #fff',
      'red /*',
      'var(--ink, "red',
      "var(--ink, 'red",
      'color-mix(in srgb, red, rgb(0 0 0)',
    ]) {
      await fill(page, '#colour-text', colour);
      assert.equal(await problem(), `“${colour}” is not complete: a bracket, a quotation mark or a comment is open at its end.`);
      assert.deepEqual(await rules(), [], colour);
      assert.equal(
        await page.$eval('#preview report-stalker-panel', (panel) => panel.style.getPropertyValue('--rsp-color-text')),
        '',
        colour,
      );
    }
    for (const colour of ['red; } body { color: red', 'red } x { color: red', 'red;', 'red !important', 'red\\']) {
      await fill(page, '#colour-text', colour);
      assert.equal(await problem(), `“${colour}” is no CSS colour.`);
      assert.deepEqual(await rules(), [], colour);
    }
    for (const colour of ['rgb(0 0 0)', 'light-dark(#000, #111)', 'black /* ink */', 'var(--ink, #000)', 'oklch(20% 0 0)']) {
      await fill(page, '#colour-text', colour);
      assert.deepEqual(await rules(), [`report-stalker-panel { --rsp-color-text: ${colour}; --rsp-color-background: ivory; }`]);
    }
  });

  it('gives colours beside the snippet, and to no frame', async () => {
    const page = await open('place=tag-manager');
    await unfold(page);
    await fill(page, '#colour-text', 'rgb(1, 2, 3)');
    const parts = () => page.$$eval('#elsewhere textarea', (boxes) => boxes.map(({ value }) => value));
    assert.equal((await parts()).length, 1, 'the script');
    await fill(page, '#colour-background', 'ivory');
    const [, rule] = await parts();
    assert.equal(rule, 'report-stalker-panel { --rsp-color-text: rgb(1, 2, 3); --rsp-color-background: ivory; }');
    const heading = () =>
      page.$eval('#preview report-stalker-panel', (panel) => getComputedStyle(panel.shadowRoot!.querySelector('[part=heading]')!).color);
    assert.equal(await heading(), 'rgb(1, 2, 3)');
    await page.select('#place', 'frames');
    assert.deepEqual(await parts(), []);
    assert.match(await page.$eval('#colour-problem', ({ textContent }) => textContent), /cannot carry colours/);
    assert.notEqual(await heading(), 'rgb(1, 2, 3)');
  });

  it('says where visitors cannot reach what the snippet names', async () => {
    const page = await open();
    const problem = () => page.$eval('#base-problem', ({ textContent }) => textContent);
    assert.match(await problem(), /cannot reach/, 'a build that was told no address');
    for (const [base, isOut] of [
      ['http://127.0.0.1:8001/', true],
      ['http://localhost/', true],
      ['https://HOST/', true],
      ['https://panel.partner.org.uk/', false],
      ['https://hosting.org.uk/', false],
    ] as const) {
      await fill(page, '#base', base);
      assert.equal(await problem(), isOut ? 'Your visitors cannot reach this address: write that of the folder that holds 1/.' : '', base);
      assert.equal(await page.$eval('#base', (field) => field.getAttribute('aria-invalid')), 'false');
    }
    for (const [base, said] of [
      ['http://panel.partner.org.uk/', /^Pages with https load nothing/],
      ['https://panel.partner.org.uk/1/', /^This is no https address of the folder that holds 1\/.* Using /],
      ['https://panel.partner.org.uk/1.2.3/', /^This is no https address/],
      ['https://me:secret@panel.partner.org.uk/', /^This is no https address/],
    ] as const) {
      await fill(page, '#base', base);
      assert.match(await problem(), said, base);
      assert.equal(await page.$eval('#base', (field) => field.getAttribute('aria-invalid')), 'true', base);
    }
  });

  it('makes room for what can be given it', async () => {
    const page = await open();
    await unfold(page);
    const css = async (form: Form, selector: string) => {
      await page.click(`#form-${form}`);
      await until(page, (part) => (document.getElementById('css') as HTMLTextAreaElement).value.startsWith(`${part} {`), selector);
    };
    await css('placeholder', '[data-report-stalker-panel]');
    await css('element', 'report-stalker-panel:not(:defined)');
    for (const form of ['script', 'link', 'frame', 'oembed']) {
      await page.click(`#form-${form}`);
      assert.equal(await page.$eval('#room', (part) => part.checkVisibility()), false, form);
    }
  });

  it('gives JSON-LD and the style sheet on request', async () => {
    const page = await open('region=scotland&lang=cy');
    assert.equal(await text(page, '#json'), '');
    await unfold(page);
    await until(page, () => (document.getElementById('css') as HTMLTextAreaElement).value);
    const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(await text(page, '#json')) ?? [];
    const { '@graph': points } = JSON.parse(json) as { '@graph': { identifier: string }[] };
    assert.deepEqual(
      points.map(({ identifier }) => identifier),
      ['emergency', 'police', 'national-stalking-helpline', 'domestic-abuse-forced-marriage-helpline'],
    );
    assert.match(json, /Eich heddlu lleol/, 'in the language of the panel');
    const css = await text(page, '#css');
    const heights = [...css.matchAll(/min-height: (\d+)px/g)].map(([, height]) => Number(height));
    assert.equal(heights.length, 2);
    assert.ok(heights[0]! > heights[1]! && heights[1]! > 300, heights.join());
    assert.match(css, /^report-stalker-panel:not\(:defined\) a \{ color: inherit;/m);
    assert.equal(await page.$$eval('report-stalker-panel', ({ length }) => length), 1, 'what was measured is gone');
  });
});
