/** The builder as a page: its preview, what it says aloud, copies and asks for, and who can use it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FORMS, snippet } from '../../../demo/snippets.js';
import { BASE_URL } from '../../../src/release.js';
import { builder, fill, press, states, text, unfold } from '../support/builder.js';
import { axeViolations } from '../support/demo-site.js';
import { until } from '../support/panel-page.js';

describe('the builder', () => {
  const { errors, open, site } = builder();

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
      await until(page, () => /Preview/.test(document.querySelector('report-stalker-panel')!.shadowRoot!.textContent));
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
    await until(page, () => !/Preview/.test(document.querySelector('report-stalker-panel')!.shadowRoot!.textContent));
  });

  it('takes a date as people type it, and says what is none', async () => {
    const page = await open('at=2026-12-25T10:00junk');
    const shown = () => page.$eval('#at-words', (line) => line.textContent);
    const problem = () =>
      page.evaluate(() => [
        document.getElementById('at')!.getAttribute('aria-invalid'),
        document.getElementById('at-problem')!.textContent,
      ]);
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
    const heard = (wanted: string) => until(page, (part) => document.getElementById('problems-said')!.textContent.includes(part), wanted);
    // The default address is an example.
    await heard('cannot reach this address');
    await page.evaluate(() => {
      // Pauses end when the test says so: a machine may take longer over a key.
      const { setTimeout } = window;
      Object.assign(globalThis, {
        setTimeout: (call: () => void, delay?: number) =>
          delay === 1000 ? void Object.assign(globalThis, { endPause: call }) : setTimeout(call, delay),
      });
      const said: string[] = [];
      for (const line of document.querySelectorAll('[role=status]'))
        new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
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
    await until(page, () => document.getElementById('said')!.textContent.includes('Ctrl+C'));
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

  it('stays when the preview’s exit is tried', async () => {
    const page = await open();
    await page.evaluate(() =>
      document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector<HTMLElement>('a[data-exit]')!.click(),
    );
    await until(page, () => document.getElementById('said')!.textContent.includes('would leave'));
    assert.match(page.url(), /builder\.html/);
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
});
