/** The builder's controls: what each takes, what comes of it in the snippet, and what is kept. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { FORMS, snippet } from '../../../demo/snippets.js';
import { optionNames, optionTable } from '../../../src/options.js';
import { BASE_URL } from '../../../src/release.js';
import { builder, fill, integrity, packs, PATH, states, text, unfold, version } from '../support/builder.js';
import { PATIENCE_MS, until } from '../support/panel-page.js';

describe('the builder', () => {
  const { errors, open, site } = builder();

  it('starts with the element, evergreen, as the snippets have it', async () => {
    const page = await open();
    assert.equal(await text(page), snippet('element', { base: BASE_URL }));
    assert.deepEqual(errors, []);
  });

  it('has a control, with a label, for every option but the preview’s time', async () => {
    const page = await open();
    const labelled = await page.$$eval('[data-option]', (controls) =>
      controls.map((control) => [control.getAttribute('data-option'), (control as HTMLInputElement).labels!.length]),
    );
    const wanted = optionNames.filter((name) => name !== 'now').map((name) => [optionTable[name].attribute, 1]);
    assert.deepEqual(labelled, wanted);
  });

  it('works by keyboard alone, and keeps what was chosen', async () => {
    const page = await open();
    await page.focus('#option-region');
    await page.keyboard.type('wal');
    await page.focus('#option-police-name');
    await page.keyboard.type('Heddlu "De"');
    await page.focus('#option-compact');
    await page.keyboard.press('Space');
    await page.focus('#form-element');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.focus('#evergreen');
    await page.keyboard.press('ArrowDown');
    await page.focus('#slider');
    await page.keyboard.press('Home');
    const expected = snippet('placeholder', {
      base: BASE_URL,
      pinned: { version, integrity },
      attributes: { region: 'wales', 'police-name': 'Heddlu "De"', compact: '' },
    });
    assert.equal(await text(page), expected);
    const shown = await page.$eval('#at', (field) => (field as HTMLInputElement).value);
    assert.match(shown, /T00:00$/);
    const address = page.url();
    assert.match(address, /#region=wales&compact&form=placeholder&pinned&at=\d/);

    await page.reload();
    assert.equal(await text(page), expected);
    const again = await open(address.split('#')[1]);
    assert.equal(
      await text(again),
      expected.replace(/ data-police-name="[^"]*"/, '').replace(/Heddlu.*?(?=<\/strong>)/, 'Your local police'),
    );
    assert.equal(await again.$eval('#at', (field) => (field as HTMLInputElement).value), shown);
    for (const [selector, checked] of [
      ['#option-compact', true],
      ['#option-without-exit', false],
      ['#form-placeholder', true],
      ['#pinned', true],
    ] as const)
      assert.equal(await again.$eval(selector, (field) => (field as HTMLInputElement).checked), checked, selector);
    assert.equal(await again.$eval('#option-region', (field) => (field as HTMLSelectElement).value), 'wales');
  });

  it('shows which level the heading has where none is chosen', async () => {
    const page = await open();
    const level = () => page.$eval('#option-heading-level', (field) => (field as HTMLSelectElement).selectedOptions[0]?.text);
    assert.equal(await level(), '2');
    await page.select('#option-heading-level', '4');
    assert.equal(await text(page), snippet('element', { base: BASE_URL, attributes: { 'heading-level': '4' } }));
    await page.evaluate(() => (location.hash = 'compact'));
    await until(page, () => (document.querySelector('#option-compact') as HTMLInputElement).checked);
    assert.equal(await level(), '2');
    assert.equal(await text(page), snippet('element', { base: BASE_URL, attributes: { compact: '' } }));
  });

  it('refuses what the panel refuses', async () => {
    const page = await open('region=kent&form=nothing&at=2026-02-30T10:00');
    assert.match(await page.$eval('#problem-region', (line) => line.textContent), /expected england, wales, scotland or northern-ireland/);
    await fill(page, '#option-exit-href', 'javascript:alert(1)');
    assert.equal(await text(page), snippet('element', { base: BASE_URL }));
    assert.equal(await page.$eval('#option-exit-href', (field) => field.getAttribute('aria-invalid')), 'true');
  });

  it('says beside the field what is no language and no document, and leaves it out', async () => {
    const page = await open();
    for (const [name, wrong, right, message] of [
      [
        'lang',
        'not a tag',
        'pl-PL',
        'lang="not a tag" cannot be used: expected a language tag such as cy or pl-PL. Using the language of your page.',
      ],
      // A tag by its form, though none that the panel takes; without one, it is the page that tells it its language.
      [
        'lang',
        'english',
        'en-GB',
        'lang="english" cannot be used: expected a language tag such as cy or pl-PL. Using the language of your page.',
      ],
      [
        'src',
        'javascript:alert(1)',
        '/contacts.json',
        'src="javascript:alert(1)" cannot be used: expected the https address of a JSON document, or its path on your site. Using the built-in contacts.',
      ],
      [
        'src',
        'https://a:b@data.example/c.json',
        'https://data.example/c.json',
        'src="https://a:b@data.example/c.json" cannot be used: expected the https address of a JSON document, or its path on your site. Using the built-in contacts.',
      ],
    ] as const) {
      await fill(page, `#option-${name}`, wrong);
      assert.equal(await page.$eval(`#problem-${name}`, (line) => line.textContent), message);
      assert.equal(await page.$eval(`#option-${name}`, (field) => field.getAttribute('aria-invalid')), 'true');
      assert.doesNotMatch(await text(page), new RegExp(wrong.replace(/[()]/g, '\\$&')));
      await fill(page, `#option-${name}`, right);
      assert.equal(await page.$eval(`#problem-${name}`, (line) => line.textContent), '');
      assert.match(await text(page), new RegExp(`${name}="${right}"`));
    }
  });

  it('takes ids with commas between them, and names those that no contact has', async () => {
    const page = await open(String(new URLSearchParams({ show: 'police;paladin' })));
    const snippetOf = (show: string) => snippet('element', { base: BASE_URL, attributes: { show } });
    const problem = () => page.$eval('#problem-show', (line) => line.textContent);
    assert.equal(await text(page), snippetOf('police paladin'));
    await fill(page, '#option-show', 'police, paladin,national-stalking-helpline ;');
    assert.equal(await text(page), snippetOf('police paladin national-stalking-helpline'));
    assert.equal(await problem(), '');
    assert.deepEqual(Object.keys(await states(page)), ['emergency', 'police', 'paladin', 'national-stalking-helpline']);
    await fill(page, '#option-show', 'mine, paladin, ours');
    assert.equal(await text(page), snippetOf('paladin'));
    assert.equal(await problem(), 'No contact is called mine, ours: left out.');
    await fill(page, '#option-show', 'mine');
    assert.equal(await text(page), snippet('element', { base: BASE_URL }));
    assert.equal(await problem(), 'No contact is called mine: left out.');
  });

  it('never names contacts of one’s own where they are not, and says so', async () => {
    const page = await open();
    await fill(page, '#option-src', '/contacts.json');
    await fill(page, '#option-show', 'mine paladin ours');
    const attributes = { src: '/contacts.json', show: 'mine paladin ours' };
    const said = (id: string) => page.$eval(`#${id}`, (line) => line.textContent);
    for (const form of FORMS) {
      await page.click(`#form-${form}`);
      assert.equal(await text(page), snippet(form, { base: BASE_URL, attributes }), form);
      const isOwn = form === 'element' || form === 'placeholder';
      assert.equal(
        /Left out of show, since only src brings them: mine, ours\.$/.test(await said('left-out')),
        !isOwn && form !== 'oembed',
        form,
      );
      assert.equal(/its link leads to cannot show mine, ours\.$/.test(await said('fallback-note')), isOwn, form);
      const problems = await page.$eval('#preview report-stalker-panel', async (panel) => {
        await panel.updateComplete;
        return panel.problems.map(({ code }) => code);
      });
      assert.deepEqual(problems, [], form);
    }
    await page.click('#form-element');
    assert.deepEqual(Object.keys(await states(page)), ['emergency', 'paladin']);
  });

  it('shows a language of a pack, and says what each form makes of it', async () => {
    const page = await open('lang=pl&form=element');
    const heading = (words: string) =>
      until(page, (wanted) => document.querySelector('report-stalker-panel')!.shadowRoot!.textContent.includes(wanted), words);
    const note = () => page.$eval('#language-note', (line) => line.textContent);
    for (const [form, shown, said] of [
      ['element', 'Zgłoś stalkera', 'Polish has a script of its own'],
      ['script', 'Zgłoś stalkera', 'Polish has a script of its own'],
      ['link', 'Zgłoś stalkera', 'The page that the link leads to has no Polish'],
      ['frame', 'Report a stalker', 'The page in the frame has no Polish'],
      ['oembed', 'Report a stalker', 'The page in the frame has no Polish'],
      ['placeholder', 'Zgłoś stalkera', 'Polish has a script of its own'],
    ] as const) {
      await page.click(`#form-${form}`);
      await heading(shown);
      assert.ok((await note()).startsWith(said), `${form}: ${await note()}`);
      assert.equal(await text(page), snippet(form, { base: BASE_URL, attributes: { lang: 'pl' } }));
    }
    await page.click('#pinned');
    assert.equal(
      await text(page),
      snippet('placeholder', { base: BASE_URL, attributes: { lang: 'pl' }, pinned: { version, integrity, packs } }),
    );
    await fill(page, '#option-lang', 'tlh');
    await heading('Report a stalker');
    assert.equal(await note(), 'There are no words in tlh: the panel is in English.');
    await fill(page, '#option-lang', 'cy');
    await heading('Rhoi gwybod');
    assert.equal(await note(), '');
  });

  it('shows only what the form carries', async () => {
    const page = await open('region=wales');
    await fill(page, '#option-police-name', 'Heddlu Westmere');
    const shows = (words: string) =>
      page.$eval('report-stalker-panel', (panel, wanted) => panel.shadowRoot!.textContent.includes(wanted), words);
    for (const [form, name, region] of [
      ['element', true, true],
      ['link', false, true],
      ['oembed', false, false],
    ] as const) {
      await page.click(`#form-${form}`);
      await page.$eval('report-stalker-panel', (panel) =>
        (panel as unknown as { updateComplete: Promise<unknown> }).updateComplete.then(() => {}),
      );
      assert.deepEqual([await shows('Heddlu Westmere'), await shows('Live Fear Free')], [name, region], form);
    }
  });

  describe('what is one’s own', () => {
    const OWN = {
      'police-name': 'Westmere',
      'police-href': 'https://police.example/report',
      src: 'https://data.example/c.json',
      heading: 'Who can help',
      'exit-href': 'https://weather.example/',
    };
    const FIELDS = [
      ...Object.entries(OWN).map(([name, value]) => [`#option-${name}`, value] as const),
      ['#base', 'https://releases.example/'],
      ['#colour-text', 'black'],
      ['#colour-background', 'white'],
    ] as const;
    const hidden = optionNames.filter((name) => name !== 'now' && !optionTable[name].inUrl).map((name) => optionTable[name].attribute);
    const css = (page: Page) => page.$eval('report-stalker-panel', (panel) => panel.getAttribute('style') ?? '');

    it('no link can set', async () => {
      assert.deepEqual(Object.keys(OWN).sort(), hidden.sort());
      const link = String(new URLSearchParams({ region: 'wales', ...OWN, base: 'https://evil.example/', text: 'red', background: 'red' }));
      const page = await open(link);
      const expected = snippet('element', { base: BASE_URL, attributes: { region: 'wales' } });
      assert.equal(await text(page), expected);
      assert.equal(await css(page), '');
      // The same from a link that is followed within the page, over what was typed before.
      await fill(page, '#option-heading', 'Mine');
      await page.evaluate((hash) => (location.hash = hash), `${link}&compact`);
      await until(page, () => (document.querySelector('#option-compact') as HTMLInputElement).checked);
      assert.equal(await text(page), snippet('element', { base: BASE_URL, attributes: { region: 'wales', compact: '' } }));
      await page.goBack();
      await until(page, () => (document.querySelector('#option-heading') as HTMLInputElement).value === 'Mine');
      assert.equal(await text(page), snippet('element', { base: BASE_URL, attributes: { region: 'wales', heading: 'Mine' } }));
    });

    it('outlives a reload, Back and Forward, and is not in the address', async () => {
      const page = await open('region=wales');
      await unfold(page);
      for (const [selector, value] of FIELDS) await fill(page, selector, value);
      const expected = snippet('element', { base: 'https://releases.example/', attributes: { region: 'wales', ...OWN } });
      const isKept = async (after: string) => {
        assert.equal(await text(page), expected, after);
        assert.match(await css(page), /--rsp-color-text: black; --rsp-color-background: white/, after);
        assert.match(page.url(), /#region=wales$/, after);
      };
      await isKept('typing');
      await page.reload();
      await isKept('a reload');
      await page.goto(`${site.origin}${PATH}demo/checker.html`);
      await page.goBack();
      await isKept('Back');
      await page.goto(`${site.origin}${PATH}demo/checker.html`);
      await page.goBack();
      await page.goForward();
      await page.goBack();
      await isKept('Forward and Back');
    });

    it('stays while the page is checked', async () => {
      const page = await open('region=wales');
      await fill(page, '#option-heading', 'Mine');
      const checker = page.browser().waitForTarget((target) => target.url().endsWith('/demo/checker.html'), { timeout: PATIENCE_MS });
      await page.click('a[href="checker.html"]');
      await (await (await checker).page())!.close();
      assert.equal(await text(page), snippet('element', { base: BASE_URL, attributes: { region: 'wales', heading: 'Mine' } }));
    });
  });
});
