/** What visitors are told, wherever they and their clocks are, and whatever their browsers know of time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { clockAt } from '../support/clock.js';
import { until } from '../support/panel-page.js';
import { NSH, pagesWithScript } from '../support/partner-pages.js';

describe('dist/embed.js on a partner’s page', () => {
  const { visit } = pagesWithScript();

  describe('for every visitor', () => {
    for (const zone of ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia', 'Asia/Kathmandu'])
      for (const [instant, state] of [
        ['2027-03-26T16:30:00Z', 'closed'],
        ['2027-03-30T08:29:58Z', 'closed'],
        ['2027-03-30T08:30:00Z', 'open'],
        ['2027-10-29T14:59:50Z', 'open'],
        ['2027-10-29T15:00:00Z', 'closed'],
        ['2027-11-01T15:59:50Z', 'open'],
        ['2027-11-01T16:00:00Z', 'closed'],
      ] as const)
        it(`${zone}, ${instant}: ${state}`, async () => {
          const page = await visit('TAG', {
            before: async (partner) => {
              await partner.emulateTimezone(zone);
              await clockAt(instant)(partner);
            },
          });
          const [{ states, sentences } = assert.fail()] = await page.panels();
          assert.equal(states[NSH], state);
          const differs = { 'Europe/London': false }[zone] ?? true;
          assert.equal(sentences[NSH]!.includes('UK time'), differs);
        });

    it('in a web archive, whose script sets the clock back to the capture, is that of today', async () => {
      const page = await visit('TAG', {
        before: async (partner) => {
          await clockAt('2026-11-28T11:00:00Z')(partner);
          // As wombat does, the script that pywb puts into every page.
          await partner.evaluateOnNewDocument((captured: number) => {
            const { now } = Date;
            Object.assign(globalThis, { __wb_Date_now: now });
            Date.now = () => captured;
          }, Date.parse('2026-11-25T11:00:00Z'));
        },
      });
      assert.equal((await page.panels())[0]!.states[NSH], 'closed');
    });

    it('changes by itself at the boundary', async () => {
      const page = await visit('TAG', { before: clockAt('2026-11-25T15:59:58Z') });
      assert.equal((await page.panels())[0]!.states[NSH], 'open');
      await page.page.evaluate('startClock()');
      await until(
        page.page,
        (id: string) =>
          document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[data-contact="${id}"] [data-state="closed"]`),
        NSH,
      );
    });

    it('changes as well where a translator has put its own words in the place of ours', async () => {
      const page = await visit('TAG', { before: clockAt('2026-11-25T15:59:57Z') });
      await page.page.$eval('report-stalker-panel', (panel) => {
        for (const words of panel.shadowRoot!.querySelectorAll('[data-state] > span'))
          for (const text of words.childNodes)
            if (text instanceof Text) {
              const translated = document.createElement('font');
              translated.textContent = 'Agora aberto';
              text.replaceWith(translated);
            }
      });
      assert.equal((await page.panels())[0]!.sentences[NSH], 'Agora aberto');
      await page.page.evaluate('startClock()');
      await until(
        page.page,
        (id: string) =>
          document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector(`[data-contact="${id}"] [data-state="closed"]`),
        NSH,
      );
      assert.match((await page.panels())[0]!.sentences[NSH]!, /^Usually closed now, [^A]*$/);
    });

    const CANNOT_TELL = 'We cannot tell if this line is open. You can call to check.';
    for (const [name, prepare] of [
      ['there is no Intl', (page: Page) => page.evaluateOnNewDocument(() => Reflect.deleteProperty(globalThis, 'Intl'))],
      [
        'there is no data for the zone',
        (page: Page) =>
          page.evaluateOnNewDocument(() => {
            const { DateTimeFormat } = Intl;
            Intl.DateTimeFormat = function (locale?: string, options?: Intl.DateTimeFormatOptions) {
              if (options?.timeZone) throw new RangeError('Invalid time zone');
              return new DateTimeFormat(locale, options);
            } as unknown as typeof Intl.DateTimeFormat;
          }),
      ],
      [
        'the zone is ignored',
        async (page: Page) => {
          await page.emulateTimezone('UTC');
          await page.evaluateOnNewDocument(() => {
            const { DateTimeFormat } = Intl;
            Intl.DateTimeFormat = function (locale?: string, options?: Intl.DateTimeFormatOptions) {
              return new DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
            } as unknown as typeof Intl.DateTimeFormat;
          });
        },
      ],
      ['the clock is earlier than the release', clockAt('2001-01-03T10:00:00Z')],
    ] as const)
      it(`says that it cannot tell when ${name}, and shows the hours`, async () => {
        const page = await visit('TAG', { before: prepare });
        const [panel = assert.fail()] = await page.panels();
        assert.equal(panel.sentences[NSH], CANNOT_TELL);
        assert.equal(panel.states[NSH], 'unknown');
        assert.equal(panel.sentences['emergency'], 'Open 24 hours');
        assert.ok(panel.text.includes('Monday to Friday, 9:30am to 4pm'));
        assert.deepEqual(page.errors, []);
      });
  });
});
