/** What `panel.html` says, without any script: whom to call, and when a line of record closes for some days. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { staticHtml } from '../../scripts/static-html.js';
import type { ContactNotice } from '../../src/contacts/contact.js';
import { publishedContacts, PUBLISHED_ON } from '../../src/contacts/published-contacts.js';
import { contactsOf2026 } from '../support/facts-of-2026.mjs';

const training = {
  text: { en: 'closed for training', cy: 'ar gau ar gyfer hyfforddiant' },
  from: '2026-12-30',
  to: '2027-01-01',
  closed: true,
};
const moving = { text: 'moving', from: '2027-02-01', to: '2027-02-01', closed: true };

/** As they were, so far as they are still of record. */
const contacts = contactsOf2026.filter(({ id }) => publishedContacts.some((contact) => contact.id === id));

/** The page where two lines have notices: one with hours, and one that else never closes. */
const pageWith = (lang: 'en' | 'cy', ...notices: ContactNotice[]): string =>
  staticHtml(
    lang,
    contacts.map((contact) => ({
      ...contact,
      // Whenever the article of record was published: the page names it.
      ...(contact.checkedOn && { checkedOn: PUBLISHED_ON }),
      ...(['paladin', 'live-fear-free'].includes(contact.id) && { notices }),
    })),
  );

const times = (html: string, words: string): number => html.split(words).length - 1;

for (const [lang, support, names, words, exit] of [
  [
    'en',
    'Advice and support',
    {
      emergency: 'Emergency services',
      police: 'Your local police',
      'national-stalking-helpline': 'National Stalking Helpline, Suzy Lamplugh Trust',
      paladin: 'Paladin, National Stalking Advocacy Service',
      'national-domestic-abuse-helpline': 'National Domestic Abuse Helpline, for women (Refuge) (England)',
      'live-fear-free': 'Live Fear Free helpline (Wales)',
      'domestic-abuse-forced-marriage-helpline': "Scotland's Domestic Abuse and Forced Marriage Helpline (Scotland)",
      'domestic-sexual-abuse-helpline': 'Domestic and Sexual Abuse Helpline (Northern Ireland)',
    },
    [
      'If you or someone else is in immediate danger, call 999',
      'If it is not an emergency, call your local police on 101',
      'Monday to Friday, 9:30am to 4pm. Closed on bank holidays.',
      '<p>Opening hours published ',
      'Clearing your history can make someone suspicious.',
      'opens another website. It does not delete your history.',
    ],
    'Exit this page',
  ],
  [
    'cy',
    'Cyngor a chymorth',
    {
      emergency: 'Gwasanaethau brys',
      police: 'Eich heddlu lleol',
      'national-stalking-helpline': 'National Stalking Helpline, Suzy Lamplugh Trust',
      paladin: 'Paladin, National Stalking Advocacy Service',
      'national-domestic-abuse-helpline': 'National Domestic Abuse Helpline, i fenywod (Refuge) (Lloegr)',
      'live-fear-free': 'Live Fear Free helpline (Cymru)',
      'domestic-abuse-forced-marriage-helpline': "Scotland's Domestic Abuse and Forced Marriage Helpline (Yr Alban)",
      'domestic-sexual-abuse-helpline': 'Domestic and Sexual Abuse Helpline (Gogledd Iwerddon)',
    },
    [
      'Os ydych chi neu rywun arall mewn perygl uniongyrchol, ffoniwch 999',
      "Os nad yw'n argyfwng, ffoniwch eich heddlu lleol ar 101",
      'Dydd Llun i ddydd Gwener, 9:30am i 4pm. Ar gau ar wyliau banc.',
      '<p>Cyhoeddwyd yr oriau agor ar ',
      "Gall clirio'r hanes wneud rhywun yn amheus.",
      'yn agor gwefan arall. Nid yw gadael y dudalen hon yn dileu eich hanes pori.',
    ],
    'Gadael y dudalen hon',
  ],
] as const) {
  const html = pageWith(lang);

  it(`in ${lang}, each line by its name, whose it is or where, with the number that its link dials, the helplines under a heading of theirs`, () => {
    const said = [...html.matchAll(/<h([23])>(.*?)<\/h|<a class="number" href="tel:(\d+)"[^>]*>([^<]*)<\/a>/g)].map(([, ...parts]) =>
      parts.filter((part) => part !== undefined),
    );
    const isHelpline = ({ checkedOn }: (typeof contacts)[number]) => checkedOn !== undefined;
    const first = contacts.find(isHelpline);
    const expected = contacts.flatMap((contact) => [
      ...(contact === first ? [['2', support]] : []),
      [isHelpline(contact) ? '3' : '2', (names as Record<string, string>)[contact.id]],
      [contact.number.replaceAll(' ', ''), contact.number],
    ]);
    assert.deepEqual(said, expected);
  });

  it(`in ${lang}, when to call which, the hours and their age, the notes, and the exit as a plain link with what it does`, () => {
    for (const sentence of words) assert.equal(times(html, sentence), 1, sentence);
    // Credited with the article: the helplines that it names, not those of the nations.
    assert.ok(html.includes('<p><strong>National Stalking Helpline, Paladin.</strong>'));
    assert.equal(times(html, `<a class="exit" href="https://www.bbc.co.uk/weather" rel="nofollow noreferrer noopener">${exit}</a>`), 1);
  });

  it(`in ${lang}, links that tell no other site where the visitor was`, () => {
    const away = html.match(/<a (?!class="exit")[^>]*href="https:[^>]*>/g) ?? [];
    assert.equal(away.length, contacts.flatMap(({ links = [] }) => links).length);
    for (const link of away) assert.match(link, / rel="noreferrer noopener"/);
  });
}

for (const [lang, days] of [
  ['en', 'Closed 30 December 2026 to 1 January 2027.'],
  ['cy', 'Ar gau 30 Rhagfyr 2026 i 1 Ionawr 2027.'],
] as const)
  it(`in ${lang}, the days, once for each of two lines`, () => {
    const html = pageWith(lang, training);
    assert.equal(times(html, days), 2);
    assert.equal(times(html, days.slice(0, 20)), 2);
  });

it('each closure', () => {
  const html = pageWith('en', training, moving);
  assert.equal(times(html, 'Closed 30 December 2026 to 1 January 2027. Closed 1 February 2027.'), 2);
  assert.equal(times(html, '2027'), 4);
});

it('what never closes else is open all day and night but on those days, and without them', () => {
  assert.match(pageWith('en', training), /0808 80 10 800<\/a><\/p>\n<p>Open 24 hours\. Closed 30 December 2026 to 1 January 2027\./);
  assert.match(pageWith('en'), /0808 80 10 800<\/a><\/p>\n<p>Open 24 hours\.(?! Closed)/);
});

it('nothing of notices that close no line', () => assert.equal(pageWith('en', { ...training, closed: false }), pageWith('en')));
