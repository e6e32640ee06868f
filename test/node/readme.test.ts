import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { content } from '../../demo/snippets.js';
import { telHref } from '../../src/contacts/contact.js';
import { coversRegion, publishedContacts } from '../../src/contacts/published-contacts.js';
import { readContacts } from '../../src/contacts/read-contacts.js';
import type { Problem } from '../../src/problems.js';
import { RELEASED_AT } from '../../src/release.js';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))].map(([, block]) => block!);

describe('what the README says', () => {
  it('contact data that it shows can be used as it is', () => {
    const [json = assert.fail()] = blocks('json');
    const problems: Problem[] = [];
    const contacts = readContacts(JSON.parse(json), (problem) => problems.push(problem));
    assert.deepEqual(problems, []);
    assert.equal(contacts.length, 1);
  });

  it('its frame is as tall as the builder’s', () => {
    const heightOf = (html: string) => /<iframe [^>]*height="(\d+)"/.exec(html)?.[1];
    assert.match(readme, /<iframe src="https:\/\/HOST\/1\/panel\.html\?region=england"/);
    assert.equal(heightOf(readme), heightOf(content('frame', { base: 'https://HOST/', attributes: { region: 'england' } })));
  });

  it('lists the id of every contact, in the order of the panel', () => {
    const [line = ''] = /^Contact ids: .*$/m.exec(readme) ?? [];
    assert.deepEqual(
      [...line.matchAll(/`([^`]+)`/g)].map(([, id]) => id).filter((id) => id !== 'region'),
      publishedContacts.map(({ id }) => id),
    );
  });

  it('fallback content names the numbers that a panel without options shows, and no other', () => {
    const fallback = blocks('html').find((html) => html.includes('<report-stalker-panel>')) ?? assert.fail();
    const links = [...fallback.matchAll(/<a href="tel:(\+?\d+)">([^<]*)<\/a>/g)].map(([, dials, number]) => [number, dials]);
    const shown = publishedContacts.filter((contact) => coversRegion(contact, undefined));
    assert.deepEqual(
      links,
      shown.map(({ number }) => [number, telHref(number).replace('tel:', '')]),
    );
  });

  it('lets Jest transform the package and Lit, and nothing else, wherever the package manager puts them', () => {
    const [, pattern = assert.fail()] = /"transformIgnorePatterns": \["([^"]+)"\]/.exec(readFileSync('docs/developers.md', 'utf8')) ?? [];
    // npm; pnpm; Bun and npm with linked packages, which name their stores otherwise.
    for (const place of [
      'node_modules/',
      'node_modules/.pnpm/some@1.0.0/node_modules/',
      'node_modules/.bun/some@1.0.0/node_modules/',
      'node_modules/.store/some@1.0.0-1a/node_modules/',
    ]) {
      const transformed = ['report-stalker-panel', 'lit', 'lit-html', '@lit/reactive-element', 'react'].filter(
        (name) => !new RegExp(pattern).test(`/app/${place}${name}/index.js`),
      );
      assert.deepEqual(transformed, ['report-stalker-panel', 'lit', 'lit-html', '@lit/reactive-element'], place);
    }
  });
});

describe('the release', () => {
  it('is not in the future, and publishes no later check', () => {
    assert.ok(RELEASED_AT <= Date.now(), 'RELEASED_AT in src/release.ts is later than the clock of this computer');
    for (const { id, checkedOn } of publishedContacts)
      if (checkedOn) assert.ok(Date.parse(checkedOn) <= Date.now(), `checkedOn of ${id}, ${checkedOn}, is no day, or later than today`);
  });
});
