import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isLanguageTag, packFor, PACKS } from '../../demo/language-packs.js';
import { carries, cspNeeds, fallback, FORMS, idsLeftOut, leftOut, panelUrl, snippet, type SnippetOptions } from '../../demo/snippets.js';
import { publishedContacts } from '../../src/contacts/published-contacts.js';
import { parseOpeningHours } from '../../src/hours/index.js';
import { hoursInWords } from '../../src/i18n/hours-in-words.js';
import { messagesFor } from '../../src/i18n/index.js';
import { commentInWords } from '../../src/i18n/status-in-words.js';
import { optionNames, optionTable } from '../../src/options.js';
import { contactsOfRecord, shownFirst } from '../contacts-of-record.js';
import { packNames } from '../support/pack-names.js';

const base = 'https://panel.example/';
const pinned = { version: '1.0.0', integrity: `sha384-${'A'.repeat(64)}` };

/** Every option, with a value that no escaping may lose. */
const everything: Record<string, string> = {
  region: 'england',
  show: 'paladin national-stalking-helpline',
  'police-name': 'Westmere "Police" & <Crime>',
  'police-href': 'https://police.example/report?a=1&b=2',
  src: 'https://data.example/contacts.json',
  lang: 'cy',
  heading: 'Who can help',
  'heading-level': '3',
  compact: '',
  theme: 'dark',
  'without-exit': '',
  'exit-href': 'https://weather.example/',
  now: '2026-12-25T10:00',
};

const configurations: readonly SnippetOptions[] = [
  { base },
  { base, pinned },
  { base, attributes: everything },
  { base, pinned, attributes: everything },
  { base: 'https://cdn.example/a/b/', attributes: { compact: '' } },
  ...['england', 'wales', 'scotland', 'northern-ireland'].flatMap((region) =>
    ['en', 'cy'].map((lang) => ({ base, attributes: { region, lang } })),
  ),
];

describe('snippets', () => {
  it('the examples know every option', () => {
    assert.deepEqual(Object.keys(everything).sort(), optionNames.map((name) => optionTable[name].attribute).sort());
  });

  for (const form of FORMS)
    it(`${form}: nothing that filters turn into text, drop or break`, () => {
      for (const options of configurations) {
        const text = snippet(form, options);
        assert.doesNotMatch(text, /<script(?![^>]* src=)/, 'inline script');
        assert.doesNotMatch(text, /<script[^>]*>[^<]/, 'script with content');
        assert.doesNotMatch(text, /application\/(ld\+)?json/);
        assert.doesNotMatch(text, /sms:|style=|<style|\son\w+=/i);
        assert.doesNotMatch(text, /\/>/, 'self-closed');
        assert.doesNotMatch(text, /<(report-stalker-panel|div|p)[^>]*>\s*<\/\1>/, 'empty');
        assert.doesNotMatch(text, /now=/, 'a preview');
        // Old editors and encodings: the words of the snippet apart, it is ASCII.
        for (const [tag] of text.matchAll(/<[^>]+>/g)) if (!tag.startsWith('<iframe')) assert.match(tag, /^[\x20-\x7e]+$/);
      }
    });

  it('evergreen by default, pinned with integrity on request', () => {
    assert.equal(
      snippet('script', { base }),
      `<script src="${base}1/embed.js" referrerpolicy="no-referrer" async></script>\n<p><a href="${base}1/panel.html">Help with stalking</a></p>`,
    );
    assert.equal(
      snippet('script', { base, pinned }).split('\n')[0],
      `<script src="${base}1.0.0/embed.js" integrity="${pinned.integrity}" crossorigin="anonymous" referrerpolicy="no-referrer" async></script>`,
    );
    for (const form of FORMS) {
      assert.doesNotMatch(snippet(form, { base }), /integrity|crossorigin/);
      assert.match(snippet(form, { base }), /\/1\//);
      assert.doesNotMatch(snippet(form, { base, pinned }), /\/1\//);
    }
  });

  it('an address carries only what a mere link may set', () => {
    const names = [...new URL(panelUrl({ base, attributes: everything })).searchParams.keys()];
    assert.deepEqual(names, ['region', 'show', 'lang', 'heading-level', 'compact', 'theme', 'without-exit']);
  });

  it('each form carries its options and says which it leaves out', () => {
    assert.deepEqual(Object.fromEntries(FORMS.map((form) => [form, leftOut(form, { base, attributes: everything })])), {
      script: ['src', 'now'],
      element: ['now'],
      link: ['police-name', 'police-href', 'src', 'heading', 'exit-href', 'now'],
      placeholder: ['now'],
      frame: ['police-name', 'police-href', 'src', 'heading', 'exit-href', 'now'],
      oembed: optionNames.map((name) => optionTable[name].attribute),
    });
    for (const form of FORMS)
      for (const name of optionNames) {
        const { attribute } = optionTable[name];
        const options = { base, attributes: { [attribute]: everything[attribute]! } };
        const [bare, given] = [snippet(form, { base }), snippet(form, options)];
        // The fallback's own words follow the options too; the tags must.
        const tags = (text: string) => text.replace(/<p[\s\S]*<\/p>/, '');
        if (form !== 'link') assert.equal(tags(bare) !== tags(given), carries(form, name), `${form} ${attribute}`);
      }
  });

  it('a placeholder carries no more than an address where others may write', () => {
    const options = { base, attributes: everything, untrusted: true };
    assert.deepEqual(leftOut('placeholder', options), leftOut('link', options));
    assert.deepEqual(leftOut('element', options), ['now']);
    assert.doesNotMatch(snippet('placeholder', options), /data-(heading|src|police-name|police-href|exit-href)=/);
    assert.deepEqual(idsLeftOut('placeholder', { ...options, attributes: { show: 'police mine', src: '/contacts.json' } }), ['mine']);
  });

  it('no form names a contact that its panel cannot know', () => {
    const bring = ['element', 'placeholder'];
    for (const src of [undefined, '/contacts.json'])
      for (const form of FORMS.filter((one) => one !== 'oembed')) {
        const attributesOf = (show: string) => ({ base, attributes: { show, ...(src && { src }) } });
        const own = src !== undefined && bring.includes(form);
        const [mixed, alone] = ['mine police  ours', 'mine'].map((show) => snippet(form, attributesOf(show)));
        const shown = [...mixed!.matchAll(/(?<!\?)show="([^"]*)"/g)].map(([, ids]) => ids);
        assert.deepEqual(shown, form === 'link' || form === 'frame' ? [] : [own ? 'mine police ours' : 'police'], `${form} ${src}`);
        assert.match(mixed!, /panel\.html\?show=police"/, `${form} ${src}`);
        assert.equal(/show/.test(alone!), own, `${form} ${src}`);
        assert.deepEqual(idsLeftOut(form, attributesOf('mine police  ours')), own ? [] : ['mine', 'ours'], `${form} ${src}`);
      }
    // Where no `show` is carried at all, that is what is to be said.
    assert.deepEqual(idsLeftOut('oembed', { base, attributes: { show: 'mine' } }), []);
  });

  it('a link in Welsh is marked as such', () => {
    for (const form of ['link', 'script', 'frame'] as const)
      assert.match(snippet(form, { base, attributes: { lang: 'cy' } }), /<p lang="cy"><a /);
    assert.match(snippet('frame', { base, attributes: { lang: 'cy' } }), /title="Pwy [^>]* lang="cy"/);
  });

  it('texts are escaped', () => {
    const text = snippet('element', { base, attributes: { 'police-name': '"><img src=x onerror=alert(1)>' } });
    assert.doesNotMatch(text, /<img/);
    assert.match(text, /police-name="&#34;&#62;&#60;img/);
  });
});

describe('languages of a pack', () => {
  it('are all there, each by its tag', () => {
    assert.deepEqual(Object.keys(PACKS).sort(), packNames, 'demo/language-packs.ts names other packs than there are in src/lang');
    for (const [tag, pack] of [
      ['pl', 'pl'],
      [' PL-pl', 'pl'],
      ['pa-Guru-IN', 'pa'],
      ['pa-Arab', undefined],
      ['pa-PK', undefined],
      ['cy', undefined],
      ['tlh', undefined],
      ['', undefined],
      ['constructor', undefined],
    ] as const)
      assert.equal(packFor(tag), pack, tag);
    for (const [text, isOne] of [
      ['pl', true],
      ['pa-Guru-IN', true],
      ['not a tag', false],
      ['en_GB', false],
      ['', false],
    ] as const)
      assert.equal(isLanguageTag(text), isOne, text);
  });

  it('bring their script, before the panel’s and of the same release', () => {
    const attributes = { lang: 'pl-PL' };
    const [pack, integrity] = [`${base}1/lang/pl.js`, `sha384-${'B'.repeat(64)}`];
    for (const form of ['script', 'element', 'placeholder'] as const) {
      const files = (options: SnippetOptions) =>
        [
          ...snippet(form, options).matchAll(
            /<script src="([^"]+)"( integrity="[^"]+" crossorigin="anonymous")? referrerpolicy="no-referrer" async/g,
          ),
        ].map(([, file, hash = '']) => [file, hash]);
      assert.deepEqual(files({ base, attributes }), [
        [pack, ''],
        [`${base}1/embed.js`, ''],
      ]);
      assert.deepEqual(files({ base, attributes, pinned: { ...pinned, packs: { pl: integrity } } }), [
        [`${base}1.0.0/lang/pl.js`, ` integrity="${integrity}" crossorigin="anonymous"`],
        [`${base}1.0.0/embed.js`, ` integrity="${pinned.integrity}" crossorigin="anonymous"`],
      ]);
      assert.deepEqual(files({ base, attributes: { lang: 'cy' } }), [[`${base}1/embed.js`, '']]);
    }
    for (const form of ['link', 'frame', 'oembed'] as const) assert.doesNotMatch(snippet(form, { base, attributes }), /<script/);
  });

  it('leave the fallback in English, and marked so', () => {
    for (const form of ['element', 'placeholder'] as const)
      assert.match(snippet(form, { base, attributes: { lang: 'pl' } }), /<div[^>]* lang="en">\n\s*<p><strong>Emergency/);
    assert.doesNotMatch(snippet('element', { base, attributes: { lang: 'en-GB' } }), /<div lang/);
    assert.doesNotMatch(snippet('element', { base, attributes: { lang: 'cy' } }), /<div lang/);
  });
});

describe('the fallback', () => {
  for (const lang of ['en', 'cy'])
    it(`${lang}: every number as a link, published hours, and no word that needs a clock`, () => {
      const messages = messagesFor(lang);
      const text = fallback({ base, attributes: { lang, region: 'wales' } });
      const wanted = publishedContacts.filter(({ coverage }) => !coverage || coverage.includes('wales'));
      assert.deepEqual(
        wanted.map(({ id }) => id),
        contactsOfRecord.filter(({ coverage }) => !coverage || coverage.includes('wales')).map(({ id }) => id),
      );
      for (const { number } of wanted)
        assert.ok(text.includes(`<a href="tel:${number.replaceAll(' ', '')}" dir="ltr">${number}</a>`), number);
      const { open, closed, usuallyOpen, usuallyClosed, tryCalling, today, tomorrow, preview } = messages;
      for (const live of [open, closed, usuallyOpen, usuallyClosed, tryCalling, today, tomorrow, preview])
        // "Closed on bank holidays" is published, not live.
        assert.doesNotMatch(text, new RegExp(`${live}(?! (on|ar) )\\b`), live);
      const inWales = shownFirst.filter(({ coverage }) => !coverage || coverage.includes('wales'));
      if (lang === 'en') for (const { hours } of inWales) assert.ok(text.includes(hours ?? 'Open 24 hours.'), hours);
      else
        for (const { id, hours: english } of inWales) {
          const { hours } = wanted.find((contact) => contact.id === id)!;
          const inWords = english
            ? hoursInWords(parseOpeningHours(hours), messages.hours, (comment) => commentInWords(comment, messages))
            : messages.openAllDay;
          assert.ok(text.includes(inWords), inWords);
          if (english) assert.ok(!text.includes(english), english);
        }
      // Someone died because a silent call ended without it.
      assert.match(text, /55/);
    });

  it('says whom the line of a nation is for, and that it never closes', () => {
    const { number, coverage } = publishedContacts.find((contact) => contact.coverage?.length === 1 && contact.hours === '24/7')!;
    const { partnerOrFamily, openAllDay } = messagesFor('en');
    const text = fallback({ base, attributes: { region: coverage![0]! } });
    for (const words of [`<p>${partnerOrFamily}:<br><strong>`, `>${number}</a><br>${openAllDay}.`]) assert.ok(text.includes(words), words);
  });

  it('says of no line that closes that it is open 24 hours', () => {
    for (const lang of ['en', 'cy']) {
      const { openAllDay } = messagesFor(lang);
      const paragraphs = fallback({ base, attributes: { lang, region: 'england' } }).split('</p>');
      for (const { number, hours } of contactsOfRecord) {
        const own = paragraphs.find((paragraph) => paragraph.includes(`>${number}</a>`));
        if (own) assert.equal(own.includes(`${openAllDay}.`), hours === undefined || hours === '24/7', `${lang} ${number}`);
      }
    }
  });

  it('says how to call without speaking right behind when to call, once, and when the hours were published', () => {
    for (const lang of ['en', 'cy']) {
      const { withoutSpeaking, hoursPublished } = messagesFor(lang);
      const paragraphs = fallback({ base, attributes: { lang, region: 'wales' } }).split('</p>');
      const where = (text: string) => paragraphs.flatMap((paragraph, index) => (paragraph.includes(text) ? [index] : []));
      assert.deepEqual(where(withoutSpeaking.mobile.text), [Math.max(...where('>999</a>'), ...where('>101</a>')) + 1], lang);
      const [before = ''] = hoursPublished('|').split('|');
      assert.equal(where(before).length, 1, before);
    }
  });

  it('has 999 in the sentence that says when to call it', () =>
    assert.match(fallback({ base }), /call <a href="tel:999" dir="ltr">999<\/a>\./));

  it('of a compact panel has the hours, no notes and no links to websites', () => {
    const text = fallback({ base, attributes: { compact: '' } });
    for (const { hours } of shownFirst) assert.ok(text.includes(hours ?? 'Open 24 hours.'), hours);
    assert.ok(!text.includes(messagesFor('en').withoutSpeaking.mobile.heading));
    for (const { website } of shownFirst) assert.ok(!website || !text.includes(website), website);
  });

  it('names each number once, and ends with the link to the panel’s page, alone in its paragraph', () => {
    for (const options of configurations) {
      const text = fallback(options);
      const numbers = [...text.matchAll(/href="tel:(\d+)"/g)].map(([, number]) => number);
      assert.equal(new Set(numbers).size, numbers.length);
      assert.equal(numbers[0], '999');
      const links = [...text.matchAll(/<p[^>]*><a href="([^"]+panel\.html[^"]*)">[^<]+<\/a><\/p>/g)];
      assert.equal(links.length, 1);
      assert.ok(text.endsWith(links[0]![0]));
      assert.equal([...text.matchAll(/panel\.html/g)].length, 1);
    }
  });

  it('carries the force’s name and its reporting page', () => {
    const named = fallback({ base, attributes: { 'police-name': everything['police-name']! } });
    assert.match(named, /<strong>Westmere &#34;Police&#34; &#38; &#60;Crime&#62;<\/strong>/);
    const full = fallback({ base, attributes: { 'police-href': everything['police-href']! } });
    assert.match(full, /<a href="https:\/\/police\.example\/report\?a=1&#38;b=2" rel="noreferrer noopener">Report online<\/a>/);
  });
});

describe('content security policy', () => {
  const cspLines = (...given: Parameters<typeof cspNeeds>) => cspNeeds(...given).map(({ directive }) => directive);

  it('script and frame sources by origin, the Trusted Types policy by name, the data only with src', () => {
    assert.deepEqual(cspLines('script', { base: 'https://cdn.example/a/' }), [
      'script-src https://cdn.example',
      'trusted-types report-stalker-panel',
    ]);
    for (const form of ['frame', 'oembed'] as const) assert.deepEqual(cspLines(form, { base }), ['frame-src https://panel.example']);
    for (const form of ['element', 'placeholder'] as const) {
      assert.equal(cspLines(form, { base, attributes: everything }).at(-1), 'connect-src https://data.example');
      assert.equal(cspLines(form, { base, attributes: { src: '/contacts.json' } }).at(-1), "connect-src 'self'");
      assert.equal(cspLines(form, { base, attributes: { src: '//data.example/c.json' } }).at(-1), 'connect-src https://data.example');
    }
    assert.deepEqual(cspNeeds('link', { base })[0], { directive: 'script-src https://panel.example', when: 'the page has the script tag' });
    assert.deepEqual(cspNeeds('element', { base })[0], { directive: 'script-src https://panel.example' });
    // Forms that drop `src` need no leave to fetch.
    for (const form of ['script', 'link', 'frame', 'oembed'] as const)
      assert.doesNotMatch(cspLines(form, { base, attributes: everything }).join(), /connect-src/);
  });

  it('is documented as it is', () => {
    const docs = readFileSync('docs/content-security-policy.md', 'utf8');
    for (const form of FORMS)
      for (const { directive, when } of cspNeeds(form, { base: 'https://HOST/', attributes: { src: 'https://DATA/contacts.json' } })) {
        const row = docs.split('\n').find((line) => line.includes(`\`${directive.replace(/HOST|DATA/i, (host) => host.toUpperCase())}\``));
        assert.ok(row, directive);
        assert.ok(row.includes(form), `${directive}: ${form}`);
        if (when && form !== 'link') assert.ok(row.includes(when), when);
      }
  });
});
