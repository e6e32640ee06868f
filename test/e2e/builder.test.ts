import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { isKept, pasteAt, PASTE_PLACES } from '../../demo/paste-places.js';
import { cspNeeds, FORMS, snippet, type Form } from '../../demo/snippets.js';
import { BASE_URL } from '../../src/release.js';
import { optionNames, optionTable } from '../../src/options.js';
import { axeViolations, demoSite } from './support/demo-site.js';
import { launch } from './support/launch.js';
import { openPage, until } from './support/panel-page.js';
import { serve, type TestServer } from './support/serve.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const { 'embed.js': integrity, ...hashes } = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { 'embed.js': string };
const packs = Object.fromEntries(Object.entries(hashes as Record<string, string>).map(([file, hash]) => [/\w+(?=\.js)/.exec(file)![0], hash]));
const PATH = '/any/folder/';

describe('the builder', () => {
  let browser: Browser;
  let site: TestServer;
  let scripts: TestServer;
  const contexts: BrowserContext[] = [];

  before(async () => {
    browser = await launch();
    site = await serve(demoSite(PATH));
    scripts = await serve(
      Object.fromEntries(
        ['1', version].flatMap((folder) => ['embed.js', 'panel.html', 'oembed.json', 'lang/pl.js'].map((name) => [`/${folder}/${name}`, { file: `dist/${name}` }])),
      ),
      { 'access-control-allow-origin': '*' },
    );
  });

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await scripts.close();
  });

  const errors: string[] = [];
  const open = async (hash = '', address = `${site.origin}${PATH}demo/builder.html`): Promise<Page> => {
    const context = await browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    errors.length = 0;
    page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    await page.goto(`${address}${hash && `#${hash}`}`);
    await until(page, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelector('[data-state="always"]'));
    return page;
  };

  const text = (page: Page, selector = '#snippet') => page.$eval(selector, (field) => (field as HTMLTextAreaElement).value);
  /** As if pasted over what stands there; letter by letter would be most of the time that these tests take. */
  const fill = async (page: Page, selector: string, value: string) => {
    await page.focus(selector);
    await page.$eval(selector, (field) => (field as HTMLInputElement).select());
    await page.keyboard.sendCharacter(value);
  };
  const states = (page: Page) =>
    page.$eval('#preview report-stalker-panel', (panel) =>
      Object.fromEntries(
        [...panel.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')].map((contact) => [
          contact.dataset['contact'],
          contact.querySelector<HTMLElement>('[data-state]')!.dataset['state'],
        ]),
      ),
    );
  const press = (page: Page, name: string) =>
    page.evaluate((wanted) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted)!.click(), name);
  const unfold = (page: Page) => page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));

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
    assert.equal(await text(again), expected.replace(/ data-police-name="[^"]*"/, '').replace(/Heddlu.*?(?=<\/strong>)/, 'Your local police'));
    assert.equal(await again.$eval('#at', (field) => (field as HTMLInputElement).value), shown);
    for (const [selector, checked] of [['#option-compact', true], ['#option-without-exit', false], ['#form-placeholder', true], ['#pinned', true]] as const)
      assert.equal(await again.$eval(selector, (field) => (field as HTMLInputElement).checked), checked, selector);
    assert.equal(await again.$eval('#option-region', (field) => (field as HTMLSelectElement).value), 'wales');
  });

  it('refuses what the panel refuses', async () => {
    const page = await open('region=kent&form=nothing&at=2026-02-30T10:00');
    assert.match(await page.$eval('#problem-region', (line) => line.textContent!), /expected england, wales, scotland or northern-ireland/);
    await fill(page, '#option-exit-href', 'javascript:alert(1)');
    assert.equal(await text(page), snippet('element', { base: BASE_URL }));
    assert.equal(await page.$eval('#option-exit-href', (field) => field.getAttribute('aria-invalid')), 'true');
  });

  it('says beside the field what is no language and no document, and leaves it out', async () => {
    const page = await open();
    for (const [name, wrong, right, message] of [
      ['lang', 'not a tag', 'pl-PL', 'lang="not a tag" cannot be used: expected a language tag such as cy or pl-PL. Using the language of your page.'],
      // A tag by its form, though none that the panel takes; without one, it is the page that tells it its language.
      ['lang', 'english', 'en-GB', 'lang="english" cannot be used: expected a language tag such as cy or pl-PL. Using the language of your page.'],
      ['src', 'javascript:alert(1)', '/contacts.json', 'src="javascript:alert(1)" cannot be used: expected the https address of a JSON document, or its path on your site. Using the built-in contacts.'],
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
    const said = (id: string) => page.$eval(`#${id}`, (line) => line.textContent!);
    for (const form of FORMS) {
      await page.click(`#form-${form}`);
      assert.equal(await text(page), snippet(form, { base: BASE_URL, attributes }), form);
      const isOwn = form === 'element' || form === 'placeholder';
      assert.equal(/Left out of show, since only src brings them: mine, ours\.$/.test(await said('left-out')), !isOwn && form !== 'oembed', form);
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
    const heading = (words: string) => until(page, (wanted) => document.querySelector('report-stalker-panel')!.shadowRoot!.textContent!.includes(wanted), words);
    const note = () => page.$eval('#language-note', (line) => line.textContent!);
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
    assert.equal(await text(page), snippet('placeholder', { base: BASE_URL, attributes: { lang: 'pl' }, pinned: { version, integrity, packs } }));
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
    const shows = (words: string) => page.$eval('report-stalker-panel', (panel, wanted) => panel.shadowRoot!.textContent!.includes(wanted), words);
    for (const [form, name, region] of [['element', true, true], ['link', false, true], ['oembed', false, false]] as const) {
      await page.click(`#form-${form}`);
      await page.$eval('report-stalker-panel', (panel) => (panel as unknown as { updateComplete: Promise<unknown> }).updateComplete.then(() => {}));
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
  });

  it('shows what the panel shows at any time', async () => {
    const page = await open();
    const [nsh, paladin] = ['national-stalking-helpline', 'paladin'];
    for (const [name, expected] of [
      ['Christmas Day', { [nsh]: 'closed' }],
      ['Thursday 3:30pm', { [nsh]: 'open', [paladin]: 'unknown' }],
      ['Sunday night', { [nsh]: 'closed', [paladin]: 'closed' }],
    ] as const) {
      // The next Thursday may be a bank holiday: a week that holds none.
      if (name === 'Thursday 3:30pm') {
        await page.$eval('#at', (field) => {
          (field as HTMLInputElement).value = '2026-11-26T09:00';
          field.dispatchEvent(new Event('change'));
        });
        await page.$eval('#slider', (slider) => {
          (slider as HTMLInputElement).value = String(3 * 96 + 62);
          slider.dispatchEvent(new Event('input'));
        });
        assert.equal(await page.$eval('#slider', (slider) => slider.getAttribute('aria-valuetext')), 'Thursday 26 November 2026, 3:30pm');
      } else await press(page, name);
      await until(page, () => /Preview/.test(document.querySelector('report-stalker-panel')!.shadowRoot!.textContent!));
      const seen = await states(page);
      for (const [id, state] of Object.entries(expected)) assert.equal(seen[id], state, `${name}: ${id}`);
      assert.equal(seen['emergency'], 'always');
      assert.doesNotMatch(await text(page), /now=|\d{4}-\d{2}-\d{2}/, 'a preview is never pasted');
    }
    assert.match(await page.$eval('#slider', (slider) => slider.getAttribute('aria-valuetext')!), /^Sunday .*, 11pm$/);
    await page.focus('#slider');
    const before = await page.$eval('#at-words', (line) => line.textContent);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await page.$eval('#at-words', (line) => line.textContent), before);
    await press(page, 'Now');
    await until(page, () => !/Preview/.test(document.querySelector('report-stalker-panel')!.shadowRoot!.textContent!));
  });

  it('takes a date as people type it, and says what is none', async () => {
    const page = await open('at=2026-12-25T10:00junk');
    const shown = () => page.$eval('#at-words', (line) => line.textContent!);
    const problem = () => page.evaluate(() => [document.getElementById('at')!.getAttribute('aria-invalid'), document.getElementById('at-problem')!.textContent!]);
    assert.match(await shown(), /\(now\)$/);
    await page.focus('#at');
    // Months come first or second, as the machine has it; the year is full after four digits.
    await page.keyboard.type('121220271000AM');
    assert.equal(await page.$eval('#at', (field) => (field as HTMLInputElement).value), '2027-12-12T10:00');
    assert.equal(await shown(), 'Sunday 12 December 2027, 10am');
    await page.keyboard.press('Backspace');
    assert.deepEqual(await problem(), ['false', ''], 'in the middle of typing');
    await page.focus('#slider');
    assert.deepEqual(await problem(), ['true', 'This is no date with a time of day: the preview stays at Sunday 12 December 2027, 10am.']);
    await press(page, 'Christmas Day');
    assert.deepEqual(await problem(), ['false', '']);
    await page.focus('#at');
    await page.keyboard.type('121220');
    await page.focus('#slider');
    assert.equal((await problem())[0], 'true', 'the year 20');
    await page.keyboard.press('Home');
    assert.deepEqual(await problem(), ['false', '']);
    const exact = await open('at=2026-12-25T10:00:30');
    assert.equal(await exact.$eval('#at', (field) => (field as HTMLInputElement).value), '2026-12-25T10:00');
    assert.deepEqual(errors, []);
  });

  it('says each problem once, after a pause in typing, and nothing twice', async () => {
    const page = await open();
    const heard = (wanted: string) => until(page, (part) => document.getElementById('problems-said')!.textContent!.includes(part), wanted);
    // The default address is an example.
    await heard('cannot reach this address');
    await page.evaluate(() => {
      // Pauses end when the test says so: a machine may take longer over a key.
      const { setTimeout } = window;
      Object.assign(globalThis, { setTimeout: (call: () => void, delay?: number) => (delay === 1000 ? void Object.assign(globalThis, { endPause: call }) : setTimeout(call, delay)) });
      const said: string[] = [];
      for (const line of document.querySelectorAll('[role=status]')) new MutationObserver(() => said.push(line.textContent!)).observe(line, { childList: true, characterData: true, subtree: true });
      Object.assign(globalThis, { said });
    });
    const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    const endPause = () => page.evaluate(() => (globalThis as unknown as { endPause: () => void }).endPause());
    await fill(page, '#option-src', '/contacts.json');
    await page.click('#form-script');
    const before = await said();
    assert.equal(before.length, 3, 'the note on fallback content comes and goes, that on the form comes');
    await fill(page, '#option-police-href', 'police');
    assert.deepEqual(await said(), before, 'in the middle of typing');
    await endPause();
    await heard('police-href="police" cannot be used');
    await page.type('#option-police-href', '.example/report');
    await fill(page, '#option-exit-href', 'weather');
    await endPause();
    await heard('exit-href="weather" cannot be used');
    const news = (await said()).slice(before.length);
    assert.equal(news.length, 2, news.join(' | '));
    assert.doesNotMatch(news[1]!, /police/);
    await unfold(page);
    // Opened by hand, it speaks once.
    await until(page, () => document.getElementById('json-note')!.textContent);
    const quiet = await said();
    await page.type('#colour-text', '#blue');
    await until(page, () => document.getElementById('colour-text')!.getAttribute('aria-invalid') === 'true');
    assert.deepEqual(await said(), quiet, 'in the middle of a colour');
    await endPause();
    await heard('“#blue” is no');
    for (let key = 0; key < 5; key++) await page.keyboard.press('Backspace');
    await fill(page, '#base', 'http://panel.partner.org.uk/');
    await endPause();
    await heard('Pages with https load nothing');
    await fill(page, '#base', 'https://panel.partner.org.uk/');
    for (const name of ['police-href', 'exit-href']) await fill(page, `#option-${name}`, 'https://police.example/');
    await endPause();
    await until(page, () => !document.getElementById('problems-said')!.textContent);
  });

  it('says what a form cannot carry, and what a policy must allow', async () => {
    const attributes = { 'police-name': 'Westmere', src: 'https://data.example/c.json', region: 'england' };
    const page = await open('region=england');
    await fill(page, '#option-police-name', attributes['police-name']);
    await fill(page, '#option-src', attributes.src);
    for (const [form, missing] of [
      ['element', ''],
      ['script', 'This form cannot carry src: on a script tag, data-src belongs to consent tools. Use the element for it.'],
      ['link', 'This form cannot carry police-name, src: whoever can only write an address'],
      ['oembed', 'This form cannot carry region, police-name, src: the answer that an Embed block gets for this address is always the same, without options. Use the element'],
    ] as const) {
      await page.click(`#form-${form}`);
      const said = await page.$eval('#left-out', (line) => line.textContent!);
      assert.ok(missing ? said.startsWith(missing) : said === '', `${form}: ${said}`);
      const lines = await page.$$eval('#csp-lines code', (codes) => codes.map(({ textContent }) => textContent));
      assert.deepEqual(lines, cspNeeds(form, { base: BASE_URL, attributes }).map(({ directive }) => directive));
    }
  });

  it('names a form for each website and editor', async () => {
    const page = await open();
    const forms: Record<string, string> = {};
    for (const place of await page.$$eval('#place option', (options) => options.map((option) => (option as HTMLOptionElement).value))) {
      await page.select('#place', place);
      forms[place] = await page.$eval('input[name=form]:checked', (radio) => (radio as HTMLInputElement).value);
      assert.ok((await page.$eval('#place-how', (line) => line.textContent!)).length > 20);
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
      const boxes = await page.$$eval('#elsewhere textarea', (found) => found.map((box) => ({ where: box.labels[0]!.textContent, text: box.value })));
      assert.deepEqual(boxes, elsewhere, place.id);
      const free = await page.$$eval('input[name=form]:enabled', (radios) => radios.map((radio) => (radio as HTMLInputElement).value));
      assert.deepEqual(free, FORMS.filter((form) => isKept(place, form)), place.id);
    }
    await page.select('#place', 'mediawiki');
    const [name] = await page.$$eval('#elsewhere button', (buttons) => buttons.map((button) => button.ariaLabel));
    assert.equal(name, 'Copy this part: Once, at the end of LocalSettings.php, by whoever runs the wiki');
    await press(page, 'Copy this part');
    await until(page, () => document.getElementById('said')!.textContent === 'Copied.');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\$wgHooks/);
    const other = await open('place=mediawiki&form=frame');
    assert.equal(await other.$eval('input[name=form]:checked', (radio) => (radio as HTMLInputElement).value), 'placeholder');
  });

  it('names another form for what one cannot carry, if one is kept there', async () => {
    const page = await open('region=wales&place=wordpress-author');
    const said = () => page.$eval('#left-out', (line) => line.textContent!);
    assert.match(await said(), /without options\. Use the link for it\.$/);
    await fill(page, '#option-heading', 'Mine');
    assert.match(await said(), /Use the placeholder for them\.$/);
    await page.select('#place', 'dokuwiki');
    assert.match(await said(), /carry heading: whoever .* No other form that is kept there can\.$/);
    assert.match(await text(page), /\?region=wales\|/);
  });

  it('copies with one button', async () => {
    const page = await open();
    await page.browserContext().overridePermissions(site.origin, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.bringToFront();
    await page.focus('#copy');
    await page.keyboard.press('Enter');
    await until(page, () => document.getElementById('said')!.textContent === 'Copied.');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text(page));
  });

  it('selects the text where it may not copy', async () => {
    const page = await open();
    await page.browserContext().overridePermissions(site.origin, []);
    await page.bringToFront();
    await page.click('#copy');
    await until(page, () => document.getElementById('said')!.textContent!.includes('Ctrl+C'));
    assert.equal(await page.evaluate(() => document.activeElement!.id), 'snippet');
    const selected = await page.$eval('#snippet', (field) => {
      const { selectionStart, selectionEnd } = field as HTMLTextAreaElement;
      return selectionEnd - selectionStart;
    });
    assert.equal(selected, (await text(page)).length);
  });

  it('asks for nothing after it has loaded, also with contacts of one’s own', async () => {
    const page = await open();
    await page.waitForNetworkIdle();
    const before = site.requests.length;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await fill(page, '#option-src', `${site.origin}/contacts.json`);
    await unfold(page);
    for (const form of FORMS) await page.click(`#form-${form}`);
    await press(page, 'Sunday night');
    await until(page, () => (document.getElementById('css') as HTMLTextAreaElement).value.includes('min-height'));
    assert.deepEqual(requests, []);
    assert.equal(site.requests.length, before);
    assert.match(await text(page), /^https/);
  });

  it('says where contacts of one’s own are not: in fallback content and JSON-LD', async () => {
    const page = await open();
    await unfold(page);
    const notes = () => page.evaluate(() => ['fallback-note', 'json-note'].map((id) => document.getElementById(id)!.textContent!));
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

  it('stays when the preview’s exit is tried', async () => {
    const page = await open();
    await page.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click());
    await until(page, () => document.getElementById('said')!.textContent!.includes('would leave'));
    assert.match(page.url(), /builder\.html/);
  });

  it('warns of colours that cannot be read', async () => {
    const page = await open();
    await unfold(page);
    const problem = (wanted: string) => until(page, (part) => document.getElementById('colour-problem')!.textContent!.includes(part), wanted);
    await fill(page, '#colour-text', '#999');
    await problem('Set both');
    await fill(page, '#colour-background', '#fff');
    await problem('where 7 to 1 is needed');
    await fill(page, '#colour-text', 'nonsense');
    await problem('no CSS colour');
    await fill(page, '#colour-text', 'light-dark(#000, #fff)');
    await fill(page, '#colour-background', 'light-dark(#fff, #000)');
    await until(page, () => document.getElementById('colour-problem')!.textContent === '');
  });

  it('takes no colour that would reach into the rules after it', async () => {
    const page = await open('place=tag-manager');
    await unfold(page);
    await fill(page, '#colour-background', 'ivory');
    const rules = () => page.$$eval('#elsewhere textarea', (boxes) => boxes.map(({ value }) => value).filter((part) => part.includes('--rsp')));
    const problem = () => page.$eval('#colour-problem', (line) => line.textContent!);
    for (const colour of ['rgb(0 0 0', 'light-dark(#000, #fff', 'red /*', 'var(--ink, "red', "var(--ink, 'red", 'color-mix(in srgb, red, rgb(0 0 0)']) {
      await fill(page, '#colour-text', colour);
      assert.equal(await problem(), `“${colour}” is not complete: a bracket, a quotation mark or a comment is open at its end.`);
      assert.deepEqual(await rules(), [], colour);
      assert.equal(await page.$eval('#preview report-stalker-panel', (panel) => panel.style.getPropertyValue('--rsp-color-text')), '', colour);
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
    const heading = () => page.$eval('#preview report-stalker-panel', (panel) => getComputedStyle(panel.shadowRoot!.querySelector('[part=heading]')!).color);
    assert.equal(await heading(), 'rgb(1, 2, 3)');
    await page.select('#place', 'frames');
    assert.deepEqual(await parts(), []);
    assert.match(await page.$eval('#colour-problem', ({ textContent }) => textContent!), /cannot carry colours/);
    assert.notEqual(await heading(), 'rgb(1, 2, 3)');
  });

  it('says where visitors cannot reach what the snippet names', async () => {
    const page = await open();
    const problem = () => page.$eval('#base-problem', ({ textContent }) => textContent!);
    assert.match(await problem(), /cannot reach/, 'a build that was told no address');
    for (const [base, isOut] of [['http://127.0.0.1:8001/', true], ['http://localhost/', true], ['https://HOST/', true], ['https://panel.partner.org.uk/', false], ['https://hosting.org.uk/', false]] as const) {
      await fill(page, '#base', base);
      assert.equal(await problem(), isOut ? 'Your visitors cannot reach this address: write that of the folder that holds 1/.' : '', base);
      assert.equal(await page.$eval('#base', (field) => field.getAttribute('aria-invalid')), 'false');
    }
    for (const [base, said] of [['http://panel.partner.org.uk/', /^Pages with https load nothing/], ['https://panel.partner.org.uk/1/', /^This is no https address of the folder that holds 1\/.* Using /], ['https://panel.partner.org.uk/1.2.3/', /^This is no https address/]] as const) {
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
    assert.deepEqual(points.map(({ identifier }) => identifier), ['emergency', 'police', 'national-stalking-helpline', 'domestic-abuse-forced-marriage-helpline']);
    const heights = [...(await text(page, '#css')).matchAll(/min-height: (\d+)px/g)].map(([, height]) => Number(height));
    assert.equal(heights.length, 2);
    assert.ok(heights[0]! > heights[1]! && heights[1]! > 300, heights.join());
    assert.match(await text(page, '#css'), /^report-stalker-panel:not\(:defined\) a \{ color: inherit;/m);
    assert.equal(await page.$$eval('report-stalker-panel', ({ length }) => length), 1, 'what was measured is gone');
  });

  it('works opened from a folder', async () => {
    const page = await open('region=wales&form=link', pathToFileURL('demo/builder.html').href);
    assert.equal(await text(page), snippet('link', { base: BASE_URL, attributes: { region: 'wales' } }));
    await page.click('#form-frame');
    assert.match(page.url(), /^file:.*form=frame$/);
    assert.deepEqual(errors, []);
  });

  for (const scheme of ['light', 'dark'])
    for (const width of [320, 1280])
      it(`is accessible, ${scheme}, ${width} px, and nothing overflows`, async () => {
        const page = await open('form=link');
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.setViewport({ width, height: 800 });
        await unfold(page);
        await fill(page, '#option-police-name', 'Westmere');
        await fill(page, '#option-exit-href', 'javascript:alert(1)');
        await fill(page, '#colour-text', 'light-dark(#000, #fff)');
        await fill(page, '#colour-background', 'light-dark(#fff, #000)');
        await until(page, () => document.getElementById('colour-problem')!.textContent === '');
        assert.deepEqual(await axeViolations(page), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      });

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
          const opened = await openPage(browser, `<h1>News</h1><div id="here">${html}</div><p>More</p>`);
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
          const opened = await openPage(browser, `<h1>News</h1><div id="here">${html}</div><p>More</p>`);
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
      const opened = await openPage(browser, `<h1>News</h1>${html}${tag.replace(' async', ' async data-define-only')}`);
      try {
        const panels = await opened.panels();
        assert.equal(panels.length, 1);
        assert.ok(panels[0]!.ids.includes('live-fear-free'));
      } finally {
        await opened.close();
      }
      const plain = await openPage(browser, `<h1>News</h1>${html}`, { statuses: false });
      try {
        await Promise.all([plain.page.waitForNavigation(), plain.page.click('a')]);
        await until(plain.page, () => {
          const root = document.querySelector('report-stalker-panel')?.shadowRoot;
          return root?.querySelector('[data-contact="emergency"] [data-state="always"]') && root.querySelector('[data-contact="live-fear-free"]');
        });
      } finally {
        await plain.close();
      }
    });

    for (const [place, form] of [['tag-manager', 'placeholder'], ['tag-manager', 'element'], ['drupal', 'link'], ['wordpress-author', 'placeholder'], ['wordpress-author', 'link']] as const)
      it(`${place}, ${form}, with its other part: one panel`, async () => {
        const page = await open(`region=wales&place=${place}&form=${form}`);
        await fill(page, '#base', `${scripts.origin}/`);
        await fill(page, '#option-police-name', 'County Police');
        const [pasted, elsewhere] = [await text(page), await text(page, '#elsewhere textarea')];
        // A theme has the script before or after what is pasted; a tag manager's comes last.
        for (const html of [...(place === 'tag-manager' ? [] : [`${elsewhere}<p>More</p>${pasted}`]), `${pasted}<p>More</p>${elsewhere}`]) {
          const opened = await openPage(browser, `<h1>News</h1>${html}`);
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
      const opened = await openPage(browser, `<main><h1>News</h1>${pasted}</main><footer>Footer</footer>${manager(elsewhere)}`);
      const other = await openPage(browser, `<main><h1>Shop</h1></main><footer>Footer</footer>${manager(elsewhere)}`, { statuses: false });
      try {
        const [panel, ...more] = await opened.panels();
        assert.ok(panel!.ids.includes('live-fear-free'));
        assert.equal(await opened.page.$eval('main report-stalker-panel', (element) => element.shadowRoot!.querySelector<HTMLElement>('.frame')!.lang), 'pl');
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
        const opened = await openPage(browser, html, { statuses: false });
        try {
          const frame = await opened.page.waitForFrame((candidate) => candidate.url().includes('/panel.html'));
          await frame.waitForSelector('report-stalker-panel');
          await until(frame, () => document.querySelector('report-stalker-panel')?.shadowRoot?.querySelectorAll('[data-contact]').length === 4);
          const discovery = await frame.$eval('link[type="application/json+oembed"]', (element) => element.getAttribute('href'));
          assert.equal(discovery, `${BASE_URL}1/oembed.json`);
        } finally {
          await opened.close();
        }
      }
    });
  });
});
