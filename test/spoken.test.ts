/*
 * What a screen reader says, recorded as text: test/spoken is there to be read. The virtual reader
 * walks through everything in order, folds too, whether they are open or not; it says where things
 * begin and end, of which the recordings keep the beginnings.
 *
 *   UPDATE=1 npx web-test-runner --files test/spoken.test.ts
 */
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import '../src/define.js';
import { examples } from './examples.js';
import { FakeTime } from './support/fake-time.js';
import { inLondon, mount, type PanelHarness } from './support/panel-harness.js';
import { recorded } from './support/recording.js';

/** Said of text without a role, or of roles that readers keep to themselves. */
const SILENT = /^(end of .*|paragraph|strong|status|)$/;
const SKIMMED = /^(heading|link), /;

describe('what a screen reader says', () => {
  let time: FakeTime;

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    time.restore();
  });

  const show = async (now: number | string, attributes: Record<string, string>, contacts?: unknown): Promise<PanelHarness> => {
    time = new FakeTime(now);
    const panel = await mount(attributes);
    panel.element.contacts = contacts;
    await time.paint();
    return panel;
  };

  const read = async (panel: PanelHarness): Promise<string[]> => {
    await virtual.start({ container: panel.root.querySelector<HTMLElement>('.frame')! });
    const phrases = [await virtual.lastSpokenPhrase()];
    while (!phrases.at(-1)!.startsWith('end of region')) {
      await virtual.next();
      phrases.push(await virtual.lastSpokenPhrase());
    }
    await virtual.stop();
    // A link or heading with elements inside is said as a whole, and again in pieces.
    const kept: string[] = [];
    let inside: string | undefined;
    for (const phrase of phrases) {
      if (inside === undefined || phrase === `end of ${inside}`) inside = undefined;
      else continue;
      if (SILENT.test(phrase)) continue;
      kept.push(inLondon(phrase));
      if (SKIMMED.test(phrase) && phrases.includes(`end of ${phrase}`)) inside = phrase;
    }
    return kept;
  };

  /** What is left for someone who jumps from heading to heading and listens to the line after it. */
  const skim = (phrases: readonly string[], panel: PanelHarness): string[] => {
    const statuses = new Set(
      [...panel.root.querySelectorAll('[part="status"], .instead')].map(({ textContent }) => inLondon(textContent.trim())),
    );
    return phrases.filter((phrase) => SKIMMED.test(phrase) || statuses.has(phrase));
  };

  for (const lang of ['en', 'cy'])
    it(`in ${lang === 'en' ? 'English' : 'Welsh'}, for every example`, async () => {
      const parts: string[] = [];
      for (const { name, now, attributes, contacts } of examples) {
        const panel = await show('2026-11-25T10:00Z', { ...attributes, now, lang }, contacts);
        const phrases = await read(panel);
        const whole = parts.length === 0;
        parts.push([`# ${name}${whole ? ', all of it' : ''}`, ...(whole ? phrases : skim(phrases, panel))].join('\n'));
        panel.element.remove();
      }
      for (const [name, attributes] of Object.entries({
        'compact, in Scotland': { compact: '', region: 'scotland' },
        "a partner's own police, level 4": {
          'police-name': 'Westmere Police',
          'police-href': 'https://westmere.example/',
          'heading-level': '4',
        },
      })) {
        const panel = await show('2026-11-25T10:00Z', { ...attributes, lang });
        parts.push([`# ${name}, all of it`, ...(await read(panel))].join('\n'));
        panel.element.remove();
      }
      const text = `${parts.join('\n\n')}\n`;
      expect(text).to.equal(await recorded(`${lang}.txt`, text));
    }).timeout(120_000);

  for (const [where, live] of [
    ['', null],
    [', also where the page around is a live region', 'polite'],
  ] as const)
    it(`a change of state once and politely, a countdown never${where}`, async () => {
      const panel = await show('2026-11-25T15:40:00Z', {});
      const frame = panel.root.querySelector<HTMLElement>('.frame')!;
      // The virtual reader does not look out of the shadow root.
      frame.ariaLive = live;
      await virtual.start({ container: frame });
      await time.advanceTo('2026-11-25T15:59:30Z');
      await new Promise((resolve) => setTimeout(resolve));
      const said = async () => (await virtual.spokenPhraseLog()).filter((phrase) => /^(polite|assertive): /.test(phrase)).map(inLondon);
      expect(panel.sentence('national-stalking-helpline')).to.contain('(in 1 minute)');
      expect(await said()).to.deep.equal([]);
      await time.advanceTo('2026-11-25T18:00:00Z');
      await new Promise((resolve) => setTimeout(resolve));
      expect(await said()).to.deep.equal(['polite: National Stalking Helpline: Usually closed now, opens tomorrow at 9:30am']);
      await virtual.stop();
    });
});
