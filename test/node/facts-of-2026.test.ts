/** That tests say the same whatever the facts of today are (test/support/facts-of-2026.mjs). Build first. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { contactsOf2026, withFactsOf2026 } from '../support/facts-of-2026.mjs';

describe('the facts of 2026', () => {
  const then = withFactsOf2026(readFileSync('dist/embed.js', 'utf8'));

  it('stand in the script that is tested', () => {
    for (const { number } of contactsOf2026) assert.equal(then.split(`number:"${number}"`).length, 2, number);
    assert.equal(withFactsOf2026(then), then);
  });

  for (const [what, from, to] of [
    [
      'other hours',
      /hours:'Mo-Fr 09:00-15:00,.*?'/,
      `hours:'Mo,We 09:00-20:00; Tu,Th,Fr 09:00-15:00; PH 09:00-15:00 unknown "bank holiday"'`,
    ],
    ['hours that another line has', /hours:'Mo-Fr 09:00-15:00,.*?'/, 'hours:"24/7"'],
    ['hours in place of 24/7', /(?<=\{id:"live-fear-free",.*?)hours:"24\/7"/, 'hours:"Mo-Fr 09:00-17:00"'],
    ['another number', /0808 802 0300/, '020 7946 0123'],
    ['the number of another line', /0808 802 0300/, '0808 802 1414'],
    [
      'a day, a source and a name of its own',
      /(?<=\{id:"paladin",.*?)checkedOn:\w+/,
      'checkedOn:"2027-01-05",source:"https://example.org/",name:"Another",notices:[{text:"Closed",from:"2027-01-05",to:"2027-01-06",closed:!0}]',
    ],
    ['no day', /(?<=\{id:"paladin",.*?),checkedOn:\w+/, ''],
    ['another website', /https:\/\/www\.police\.uk\//, 'https://www.police.uk/contact/'],
    ['a line that is gone', /,\{id:"paladin",.*?\}\]\}/, ''],
    ['a line of a nation that is gone', /,\{id:"domestic-sexual-abuse-helpline",.*?\}/, ''],
    ['a further line', /(?=\{id:"paladin",)/, '{id:"another",number:"01632 960 123",hours:"24/7"},'],
    [
      'another order',
      /(\{id:"national-domestic-abuse-helpline",.*?\}),(\{id:"live-fear-free",.*?\})/,
      (_: string, one: string, other: string) => `${other},${one}`,
    ],
    ['no website', /(?<=\{id:"police",number:"101",hours:"24\/7"),links:\[.*?\]/, ''],
  ] as const)
    it(`come in the place of ${what}`, () => {
      const changed = then.replace(from, typeof to === 'string' ? () => to : to);
      assert.notEqual(changed, then);
      assert.equal(withFactsOf2026(changed), then);
    });

  it('come in the place of rows that the minifier has put among all contacts, as it does once none names PUBLISHED_ON', () => {
    const [declared = '', name = '', rows = ''] =
      /,(\w+)=\[(\{id:"national-stalking-helpline",.*?\}\]\})\](?=,\w+=\[\{)/.exec(then) ?? assert.fail();
    const changed = then
      .replace(declared, () => '')
      .replace(`...${name},`, () => `${rows.replaceAll(/checkedOn:\w+/g, 'checkedOn:"2027-01-05"')},`);
    const restored = withFactsOf2026(changed);
    for (const { number } of contactsOf2026) assert.equal(restored.split(`number:"${number}"`).length, 2, number);
    assert.ok(!restored.includes('2027-01-05'));
  });

  for (const [where, from, to, problem] of [
    ['the place of 101', '{id:"police",number:', '{id:"other",number:', /not where they were: police/],
    ['a list', '{id:"paladin",number:', '{id:"paladin",digits:', /not where they were: regionalLines/],
    ['both lists', /\{id:"(paladin|live-fear-free)",number:/g, '{id:"$1",digits:', /not where they were: helplines, regionalLines/],
  ] as const)
    it(`are refused where ${where} is not found`, () => assert.throws(() => withFactsOf2026(then.replace(from, to)), problem));

  it('are refused where there is a further list', () =>
    assert.throws(() => withFactsOf2026(`${then};[{id:"another",number:"01632 960 123"}]`), /more lists of contacts/));
});

describe('tests that see the facts of today', () => {
  it('are those that compare them, and no other', () => {
    // Components see those of 2026; whoever else needs contacts takes `contactsOf2026`.
    const tests = ['node', 'e2e', 'looks', 'package', 'hosts', 'old-browsers']
      .flatMap((folder) =>
        readdirSync(`test/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
      )
      .filter(
        (name) =>
          name.endsWith('.test.ts') &&
          /from '[./]+(src\/contacts\/published-contacts|contacts-of-record)\.js'/.test(readFileSync(`test/${name}`, 'utf8')),
      );
    assert.deepEqual(tests.sort(), [
      'e2e/forms-in-engines.test.ts',
      'e2e/hostile-pages/policies.test.ts',
      'e2e/hostile-pages/scripts.test.ts',
      'e2e/old-browsers.test.ts',
      'e2e/panel-page.test.ts',
      'hosts/web-servers.test.ts',
      'hosts/wordpress.test.ts',
      'node/contacts-of-record.test.ts',
      'node/contacts-schema.test.ts',
      'node/public-contract.test.ts',
      'node/readme.test.ts',
      'node/snippets.test.ts',
      'node/static-html.test.ts',
      'node/wordpress-plugin.test.ts',
      'old-browsers/oldest.test.ts',
      'package/bundlers.test.ts',
    ]);
  });
});
