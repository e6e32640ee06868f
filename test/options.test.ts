/** What hosts write, attribute by attribute, and what the panel makes of it. */
import { expect } from '@open-wc/testing';
import { optionNames, optionTable, readOptions, type Options } from '../src/options.js';
import type { Problem } from '../src/problems.js';

type Name = keyof Options;

const read = (given: Partial<Record<Name, unknown>>) => {
  const problems: Problem[] = [];
  return { options: readOptions(given, (problem) => problems.push(problem)), problems };
};

const defaults: Options = {
  region: undefined,
  show: undefined,
  policeName: undefined,
  policeHref: undefined,
  src: undefined,
  lang: undefined,
  heading: undefined,
  headingLevel: 2,
  compact: false,
  theme: 'auto',
  withoutExit: false,
  exitHref: 'https://www.bbc.co.uk/weather',
  now: undefined,
};

describe('readOptions', () => {
  it('uses the defaults where nothing is given', () => {
    expect(read({})).to.deep.equal({ options: defaults, problems: [] });
  });

  it('reads a table that nobody can change', () => {
    expect(Object.isFrozen(optionTable)).to.equal(true);
    expect(optionNames).to.deep.equal(Object.keys(defaults));
  });

  describe('accepts', () => {
    const rows: readonly (readonly [name: Name, given: unknown, value: unknown])[] = [
      ['region', 'england', 'england'],
      ['region', 'wales', 'wales'],
      ['region', 'scotland', 'scotland'],
      ['region', 'northern-ireland', 'northern-ireland'],
      ['region', ' Wales\n', 'wales'],
      ['show', 'paladin police', ['paladin', 'police']],
      ['show', ' paladin\n\t police  paladin ', ['paladin', 'police']],
      ['show', ['paladin', 'police'], ['paladin', 'police']],
      ['show', 'paladin, police,,emergency,', ['paladin', 'police', 'emergency']],
      ['policeName', ' Dyfed-Powys Police ', 'Dyfed-Powys Police'],
      ['policeName', 'Devon and Cornwall\n\t\tPolice', 'Devon and Cornwall Police'],
      ['policeName', 'a'.repeat(200), 'a'.repeat(200)],
      ['heading', `${'a'.repeat(199)}😀`, `${'a'.repeat(199)}😀`],
      ['policeHref', 'https://www.kent.police.uk/report', 'https://www.kent.police.uk/report'],
      ['policeHref', 'HTTPS://WWW.Kent.Police.UK', 'https://www.kent.police.uk/'],
      ['src', 'contacts.json', 'contacts.json'],
      ['lang', 'cy', 'cy'],
      ['lang', ' zh-Hant-TW ', 'zh-Hant-TW'],
      ['heading', 'Get <b>help</b>', 'Get <b>help</b>'],
      ['headingLevel', '1', 1],
      ['headingLevel', '6', 6],
      ['headingLevel', 3, 3],
      ['headingLevel', 4n, 4],
      ['compact', '', true],
      ['compact', 'compact', true],
      ['compact', true, true],
      ['withoutExit', '', true],
      ['withoutExit', 'none', true],
      ['withoutExit', '10', true],
      ['theme', 'auto', 'auto'],
      ['theme', 'light', 'light'],
      ['theme', 'DARK', 'dark'],
      ['exitHref', 'https://news.example/a?b#c', 'https://news.example/a?b#c'],
      ['exitHref', 'http://news.example', 'http://news.example/'],
      ['now', '2026-12-25T10:00', '2026-12-25T10:00'],
      ['now', '2026-12-25T10:00:30Z', '2026-12-25T10:00:30Z'],
      ['now', '2026-12-25T10:00+01:00', '2026-12-25T10:00+01:00'],
    ];
    for (const [name, given, value] of rows)
      it(`${name} ${typeof given} ${String(given).slice(0, 60)}`, () => {
        expect(read({ [name]: given })).to.deep.equal({ options: { ...defaults, [name]: value }, problems: [] });
      });

    it('99 ids in a list, and no more', () => {
      const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);
      expect(read({ show: ids.slice(1) }).options.show).to.have.length(99);
      expect(read({ show: ids }).options.show).to.equal(undefined);
    });

    it('several at once', () => {
      const { options, problems } = read({ region: 'wales', theme: 'dark', compact: '' });
      expect(options).to.deep.equal({ ...defaults, region: 'wales', theme: 'dark', compact: true });
      expect(problems).to.deep.equal([]);
    });
  });

  describe('shows what can be shown of words, and reports the rest', () => {
    const rows: readonly (readonly [name: 'policeName' | 'heading', given: string, used: string, quoted: string])[] = [
      ['policeName', 'Kent\u202e Po\u0000lice\u2066\u200f', 'Kent Police', '"Kent%E2%80%AE Po\\u0000lice%E2%81%A6%E2%80%8F"'],
      ['policeName', 'Devon and Cornwall\n\t\tPo\u00adlice', 'Devon and Cornwall Police', '"Devon and Cornwall\\n\\t\\tPo%C2%ADlice"'],
      ['policeName', 'a'.repeat(201), 'a'.repeat(200), `"${'a'.repeat(80)}…"`],
      ['heading', `${'a'.repeat(199)}😀😀`, `${'a'.repeat(199)}😀`, `"${'a'.repeat(80)}…"`],
      ['heading', '\u200b Help \u200b', 'Help', '"%E2%80%8B Help %E2%80%8B"'],
    ];
    for (const [name, given, used, quoted] of rows)
      it(`${name} ${given.slice(0, 60)}`, () => {
        const attribute = name === 'heading' ? 'heading' : 'police-name';
        expect(read({ [name]: given })).to.deep.equal({
          options: { ...defaults, [name]: used },
          problems: [
            {
              code: 'bad-value',
              attribute,
              used,
              message: `${attribute}=${quoted} cannot be used: expected text of at most 200 characters, no invisible characters. Using ${used}.`,
            },
          ],
        });
      });
  });

  describe('takes for absent', () => {
    for (const nothing of [undefined, null, false, '', ' \n', '[object Object]', ' [object Object] '])
      it(`${JSON.stringify(nothing)}`, () => {
        for (const name of optionNames) {
          if (optionTable[name].boolean && typeof nothing === 'string' && !nothing.trim()) continue;
          expect(read({ [name]: nothing }), name).to.deep.equal({ options: defaults, problems: [] });
        }
      });

    // What an empty `show` attribute is as a property.
    for (const nothing of [[], [''], [' ']])
      it(`show ${JSON.stringify(nothing)}`, () => {
        expect(read({ show: nothing })).to.deep.equal({ options: defaults, problems: [] });
      });
  });

  describe('falls back, and says once what may be written', () => {
    const rows: readonly (readonly [name: Name, given: unknown, attribute: string, expected: RegExp, used?: string])[] = [
      ['region', 'yorkshire', 'region', /england, wales, scotland or northern-ireland/, 'the contacts for the whole UK'],
      ['region', 'england wales', 'region', /england/, 'the contacts for the whole UK'],
      ['region', true, 'region', /england/, 'the contacts for the whole UK'],
      ['show', { paladin: true }, 'show', /ids separated by spaces/],
      ['show', ['paladin', 7], 'show', /ids/],
      ['show', ' , ', 'show', /ids/],
      ['policeName', '\u202e\u2066', 'police-name', /text of at most 200 characters/],
      ['policeHref', 'http://kent.police.uk/', 'police-href', /absolute https: URL/, 'no link to a force'],
      ['policeHref', '/report', 'police-href', /absolute https: URL/, 'no link to a force'],
      ['policeHref', 'httрs://kent.police.uk/', 'police-href', /https:/, 'no link to a force'],
      ['src', {}, 'src', /URL of a JSON document/],
      ['lang', Symbol('cy'), 'lang', /BCP 47/],
      ['lang', 'cy_GB', 'lang', /BCP 47/, 'English'],
      ['lang', 'welsh', 'lang', /BCP 47/, 'English'],
      // Each part is looked for without its last, and a link may say anything.
      ['lang', `cy${'-a'.repeat(10)}`, 'lang', /BCP 47/, 'English'],
      ['heading', () => 'Help', 'heading', /text/],
      ['heading', Symbol('Help'), 'heading', /text/],
      ['heading', '\u0000', 'heading', /text/],
      ['heading', '\u202e \u202c', 'heading', /text/, 'the default'],
      ['heading', '-', 'heading', /text/, 'the default'],
      ['policeName', '\u200b', 'police-name', /text of at most 200 characters/, 'the default'],
      ['headingLevel', '0', 'heading-level', /from 1 to 6/, '2'],
      ['headingLevel', '7', 'heading-level', /from 1 to 6/, '2'],
      ['headingLevel', '10', 'heading-level', /from 1 to 6/, '2'],
      ['headingLevel', 'h2', 'heading-level', /from 1 to 6/, '2'],
      ['headingLevel', '2.5', 'heading-level', /from 1 to 6/, '2'],
      ['headingLevel', NaN, 'heading-level', /from 1 to 6/, '2'],
      ['compact', 'false', 'compact', /no value, or no attribute/, 'off'],
      ['compact', {}, 'compact', /no value, or no attribute/, 'off'],
      // What a script or template writes for a value that it does not have.
      ['withoutExit', 'undefined', 'without-exit', /no value, or no attribute/, 'off'],
      ['compact', 'null', 'compact', /no value, or no attribute/, 'off'],
      ['withoutExit', 'FALSE', 'without-exit', /no value, or no attribute/, 'off'],
      ['withoutExit', 'no', 'without-exit', /no value, or no attribute/, 'off'],
      ['withoutExit', 'Off', 'without-exit', /no value, or no attribute/, 'off'],
      ['withoutExit', 0, 'without-exit', /no value, or no attribute/, 'off'],
      ['theme', 'pink', 'theme', /auto, light or dark/, 'auto'],
      ['exitHref', 'javascript:alert(1)', 'exit-href', /http: or https: URL/, 'https://www.bbc.co.uk/weather'],
      ['exitHref', 'www.bbc.co.uk', 'exit-href', /http: or https: URL/, 'https://www.bbc.co.uk/weather'],
      ['now', '2026-12-25', 'now', /2026-12-25T10:00/, 'the present time'],
      ['now', '2026-02-30T10:00', 'now', /2026-12-25T10:00/, 'the present time'],
      ['now', 1_798_192_800_000, 'now', /2026-12-25T10:00/, 'the present time'],
    ];
    for (const [name, given, attribute, expected, used] of rows)
      it(`${name} ${typeof given} ${JSON.stringify(given)}`, () => {
        const { options, problems } = read({ [name]: given });
        expect(options).to.deep.equal(defaults);
        expect(problems).to.have.length(1);
        expect(problems[0]).to.include({ code: 'bad-value', attribute, ...(used && { used }) });
        expect(problems[0]!.message).to.match(expected).and.to.include(`${attribute}=`);
        if (used) expect(problems[0]!.message).to.include(used);
      });

    it('for each of them', () => {
      const { problems } = read({ region: 'yorkshire', theme: 'pink', heading: 'Help', now: 'tomorrow' });
      expect(problems.map(({ attribute }) => attribute)).to.deep.equal(['region', 'theme', 'now']);
    });
  });

  describe('quotes what was given, short and on one line', () => {
    const rows: readonly (readonly [given: unknown, quoted: string])[] = [
      ['pink', 'theme="pink" '],
      ['a "b"\nc', String.raw`theme="a \"b\"\nc" `],
      ['x'.repeat(80), `theme="${'x'.repeat(80)}" `],
      ['x'.repeat(81), `theme="${'x'.repeat(80)}…" `],
      ['pink\u202e', 'theme="pink%E2%80%AE" '],
      [7, 'theme=7 '],
      [Symbol('pink'), 'theme=Symbol(pink) '],
      [{ secret: 1 }, 'theme=object '],
      [() => 'secret', 'theme=function '],
    ];
    for (const [given, quoted] of rows)
      it(quoted.slice(0, 40), () => {
        expect(read({ theme: given }).problems[0]!.message.startsWith(quoted)).to.equal(true);
      });
  });

  it('survives values that throw when they are looked at', () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const { options, problems } = read({ show: proxy, theme: 'dark' });
    expect(options).to.deep.equal({ ...defaults, theme: 'dark' });
    expect(problems.map(({ code, attribute }) => [code, attribute])).to.deep.equal([['bad-value', 'show']]);
  });
});
