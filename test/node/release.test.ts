/** What stops a release, what it consists of, and the samples for hosts that read `_headers`. Build first. */
import assert from 'node:assert/strict';
import { execFileSync, execSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';
import { noticesOver, releaseProblems, saysWhatChanged, type ReleaseFacts } from '../../scripts/release/checks.js';
import { makeReadable } from '../../scripts/release/readable.js';
import { layOutSite } from '../../scripts/release/site.js';

describe('a release is refused', () => {
  const fine: ReleaseFacts = {
    version: '1.2.3',
    lockedVersion: '1.2.3',
    changelog: '# Changelog\n\n## 1.2.3\n\n- Paladin’s number.\n\n## 1.2.2\n',
    source: 'export const RELEASED_AT = Date.UTC(2027, 0, 5);',
    changes: '',
    taggedCommit: '',
    commit: 'abc',
    base: 'https://panel.example/stalking/',
    now: Date.UTC(2027, 0, 7, 9),
  };

  it('for nothing when all is well, also on a second run', () => {
    assert.deepEqual(releaseProblems(fine), []);
    assert.deepEqual(releaseProblems({ ...fine, taggedCommit: 'abc' }), []);
  });

  it('not for its age when it exists: whoever hosts it builds it again', () =>
    assert.deepEqual(releaseProblems({ ...fine, taggedCommit: 'abc', now: Date.UTC(2027, 6, 5) }), []));

  for (const [name, facts, problem] of [
    ['with uncommitted changes', { changes: ' M src/options.ts' }, /not committed:\n M src\/options\.ts/],
    ['with a version that is none', { version: '1.2.3-beta', lockedVersion: '1.2.3-beta', changelog: '## 1.2.3-beta\n' }, /three numbers/],
    ['with another version in the lock file', { lockedVersion: '1.2.2' }, /package-lock\.json says 1\.2\.2/],
    ['with an unnamed part of the changelog', { changelog: '## Unreleased\n\n## 1.2.3\n' }, /begins with Unreleased/],
    ['on the day before its day', { now: Date.UTC(2027, 0, 4, 23) }, /write RELEASED_AT = Date\.UTC\(2027, 0, 4\)/],
    ['a week after its day', { now: Date.UTC(2027, 0, 12) }, /write RELEASED_AT = Date\.UTC\(2027, 0, 12\)/],
    ['without its day', { source: 'export const RELEASED_AT = soon;' }, /write RELEASED_AT/],
    ['when the version is published', { taggedCommit: 'def' }, /v1\.2\.3 is another commit/],
    ['without an address', { base: undefined }, /BASE_URL is not set/],
    ['for an address without TLS', { base: 'http://panel.example/' }, /not an https address/],
    ['for an address that is no folder', { base: 'https://panel.example/stalking' }, /slash at its end/],
    ['for what is no address', { base: 'https://[/' }, /not an https address/],
    [
      'for an address with a password',
      { base: 'https://me:secret@panel.example/' },
      /^BASE_URL has a user name or a password: leave it out\.$/,
    ],
    ['for an address with a user name', { base: 'https://me@panel.example/' }, /user name/],
    ['for an address with a query', { base: 'https://panel.example/?a=/' }, /query/],
    ['for an address with a fragment', { base: 'https://panel.example/#/' }, /query or a fragment/],
    ['for an address that browsers write otherwise', { base: 'https://Panel.Example/' }, /write https:\/\/panel\.example\/\.$/],
    ['for the folder 1/', { base: 'https://panel.example/stalking/1/' }, /set https:\/\/panel\.example\/stalking\/\.$/],
    ['for the folder of a version', { base: 'https://panel.example/1.2.3/' }, /set https:\/\/panel\.example\/\.$/],
  ] as const satisfies [string, Partial<ReleaseFacts>, RegExp][])
    it(name, () => {
      const problems = releaseProblems({ ...fine, ...facts });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, problem);
    });

  it('can name several reasons at once', () => assert.equal(releaseProblems({ ...fine, changes: '?? x', base: '' }).length, 2));
});

it('a changelog says what changed, or only has a heading for it', () => {
  assert.ok(saysWhatChanged('# Changelog\n\n## Unreleased\n\n- Paladin’s number.\n\n## 1.2.3\n\n- First.\n'));
  assert.ok(!saysWhatChanged('# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- First.\n'));
  assert.ok(!saysWhatChanged('# Changelog\n'));
});

it('a notice is over on the day after its last, which is no day to make a version', () => {
  const line = {
    id: 'line',
    number: '01632 960 123',
    hours: '24/7',
    notices: [{ text: 'Closed', from: '2026-12-24', to: '2026-12-28', closed: true }],
  };
  const on = (day: number) => noticesOver([line], Date.UTC(2026, 11, day, 12));
  assert.deepEqual([on(23), on(28)], [[], []]);
  assert.match(on(29).join(), /^The notice of line from 2026-12-24 to 2026-12-28 is over: take it out/);
  assert.match(readFileSync('scripts/release/new-version.ts', 'utf8'), /noticesOver\(publishedContacts, Date\.now\(\)\)/);
});

describe('a version that is not pushed', () => {
  /** Makes one in a repository of its own, and takes it back: the last message and the tags that are left. */
  const takeBack = (surroundings: NodeJS.ProcessEnv): string[] => {
    const [, command = assert.fail()] = /^ +(git .*v1\.2\.3.*?)(?: #.*)?$/m.exec(readFileSync('docs/releasing.md', 'utf8')) ?? [];
    const cwd = mkdtempSync(join(tmpdir(), 'repository-'));
    // A hook may run the tests: then Git's variables name the repository of whoever commits, and all of this would happen there.
    const foreign = Object.keys(surroundings).filter((name) => name.startsWith('GIT_'));
    const env = {
      ...surroundings,
      ...Object.fromEntries(foreign.map((name) => [name, undefined])),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    const git = (...parts: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...parts], { cwd, env, encoding: 'utf8' }).trim();
    const commit = (changelog: string, message: string) => {
      writeFileSync(join(cwd, 'CHANGELOG.md'), changelog);
      git('add', '.');
      git('commit', '--quiet', '--message', message);
    };
    try {
      git('init', '--quiet');
      commit('## Unreleased\n', 'Correct a number');
      commit('## 1.2.3\n', '1.2.3');
      git('tag', '--annotate', '--message', 'v1.2.3', 'v1.2.3');
      // A release sets the rights of this file, after which git no longer takes it for the one it knows.
      utimesSync(join(cwd, 'CHANGELOG.md'), 0, 0);
      execSync(command, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
      return [git('log', '-1', '--format=%s'), git('tag')];
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  };

  it('can be taken back as docs/releasing.md says, also after `npm run release`', () =>
    assert.deepEqual(takeBack(process.env), ['Correct a number', '']));

  for (const [name, setting] of [
    ['in a hook, which leaves the repository alone that it belongs to', 'GIT_DIR'],
    ['by somebody whose settings sign each commit, with a key that Test does not have', 'GIT_CONFIG_GLOBAL'],
  ] as const)
    it(`is taken back by these tests also ${name}`, () => {
      const theirs = mkdtempSync(join(tmpdir(), 'theirs-'));
      const settings = join(theirs, 'settings');
      try {
        writeFileSync(settings, `[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = no-such-program\n`);
        assert.deepEqual(takeBack({ ...process.env, [setting]: setting === 'GIT_DIR' ? theirs : settings }), ['Correct a number', '']);
        assert.deepEqual(readdirSync(theirs), ['settings']);
      } finally {
        rmSync(theirs, { recursive: true, force: true });
      }
    });
});

describe('the released files', () => {
  let site: string;
  const compressed = /\.(br|gz)$/;
  const list = (folder: string) =>
    readdirSync(join(site, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(join(site, folder).length + 1)
          .replaceAll(sep, '/'),
      );

  before(() => {
    site = mkdtempSync(join(tmpdir(), 'site-'));
    layOutSite({ dist: 'dist', version: '1.2.3', target: site });
  });

  after(() => rmSync(site, { recursive: true, force: true }));

  const languages = readdirSync('dist/lang').map((name) => `lang/${name}`);
  const forPages = ['THIRD-PARTY-LICENSES.txt', 'contacts.schema.json', 'embed.js', 'oembed.json', 'panel.html', ...languages];

  // Where files have such rights.
  if (process.platform !== 'win32')
    it('can be read by everybody, whoever made them', () => {
      const folder = join(site, '../', `private-${process.pid}`);
      const before = process.umask(0o077);
      try {
        mkdirSync(join(folder, 'lang'), { recursive: true });
        writeFileSync(join(folder, 'lang/pl.js'), '');
        makeReadable(folder);
        const rights = ['', 'lang', 'lang/pl.js'].map((path) => (statSync(join(folder, path)).mode & 0o777).toString(8));
        assert.deepEqual(rights, ['755', '755', '644']);
      } finally {
        process.umask(before);
        rmSync(folder, { recursive: true, force: true });
      }
    });

  it('are one folder for good, one for the first number, and what hosts read', () =>
    assert.deepEqual(readdirSync(site).sort(), ['.htaccess', '1', '1.2.3', '_headers']));

  it('are, where they are replaced, only such as need no other of the same build', () =>
    assert.deepEqual(
      list('1')
        .filter((name) => !compressed.test(name))
        .sort(),
      [...forPages].sort(),
    ));

  it('are, under a version, the modules too', () => {
    const names = list('1.2.3').filter((name) => !compressed.test(name) && !name.startsWith('chunks/'));
    assert.deepEqual(
      names.sort(),
      [...forPages, 'define.js', 'hours.js', 'index.js', 'integrity.json', 'json-ld.js', 'sbom.cdx.json'].sort(),
    );
  });

  it('are compressed the same on every operating system', () => {
    const names = list('').filter((name) => name.endsWith('.gz'));
    assert.ok(names.length);
    for (const name of names) {
      const bytes = readFileSync(join(site, name));
      assert.equal(bytes[9], 255, name);
      assert.deepEqual(gunzipSync(bytes), readFileSync(join(site, name.slice(0, -'.gz'.length))), name);
    }
  });

  it('lead nowhere else: every module that one imports is there, or is Lit', () => {
    for (const name of list('1.2.3').filter((file) => file.endsWith('.js') && !forPages.includes(file))) {
      const code = readFileSync(join(site, '1.2.3', name), 'utf8');
      for (const [, specifier] of code.matchAll(/(?:^|\s)(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'/gm)) {
        if (!specifier || /^lit(\/|$)/.test(specifier)) continue;
        assert.ok(existsSync(join(site, '1.2.3', name, '..', specifier)), `${name}: ${specifier}`);
      }
    }
  });

  it('are those of the build, byte by byte', () => {
    for (const channel of ['1', '1.2.3'])
      for (const name of list(channel).filter((file) => !compressed.test(file)))
        assert.deepEqual(readFileSync(join(site, channel, name)), readFileSync(join('dist', name)), name);
  });

  it('have headers for hosts that read `_headers`', async () => {
    const { headers, errors } = await parseAllHeaders({ headersFiles: [join(site, '_headers')], configHeaders: undefined, minimal: true });
    assert.deepEqual(errors, []);
    assert.deepEqual(
      headers.map((rule) => ({ for: rule.for, values: rule.values })),
      [
        {
          for: '/*',
          values: {
            'Access-Control-Allow-Origin': '*',
            'Cross-Origin-Resource-Policy': 'cross-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
            'X-Content-Type-Options': 'nosniff',
            'Referrer-Policy': 'no-referrer',
          },
        },
        { for: '/1/*', values: { 'Cache-Control': 'public, max-age=600, stale-while-revalidate=3600, stale-if-error=604800' } },
        { for: '/1.2.3/*', values: { 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Robots-Tag': 'noindex' } },
      ],
    );
  });
});
