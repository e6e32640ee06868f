/** What a clone says that cannot be built or tested as it is, before anything else is done. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { NPM } from '../support/npm.mjs';
import { plainEnvironment } from '../support/plain-environment.js';

describe('a clone without its packages, or where nothing can be built', () => {
  /** What a command says in a copy that has the given packages, and no others, and what else is given, as JSON. */
  const saidIn = (command: string, packages: readonly string[], more: Readonly<Record<string, unknown>> = {}, place = 'copy') => {
    const folder = mkdtempSync(join(tmpdir(), 'copy-'));
    const copy = join(folder, place);
    try {
      for (const path of ['package.json', 'scripts', 'test/support']) cpSync(path, join(copy, path), { recursive: true });
      for (const name of packages) {
        mkdirSync(join(copy, 'node_modules', name), { recursive: true });
        writeFileSync(join(copy, 'node_modules', name, 'package.json'), '{}');
      }
      for (const [path, value] of Object.entries(more)) writeFileSync(join(copy, path), JSON.stringify(value));
      const { status, stderr } = spawnSync(NPM[0]!, [...NPM.slice(1), 'run', '--silent', command], {
        cwd: copy,
        encoding: 'utf8',
        env: plainEnvironment,
      });
      assert.equal(status, 1);
      return stderr;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies, 'lit-html': '' });

  for (const command of ['start', 'build', 'test', 'test:all'])
    it(`says at npm run ${command} what installs them`, () =>
      assert.equal(saidIn(command, []), `Not installed: ${names.length} packages. Run \`npm ci\` first.\n`));

  it('names those that have come since they were installed', () =>
    assert.equal(
      saidIn(
        'build',
        names.filter((name) => name !== 'rollup' && name !== 'koa'),
      ),
      'Not installed: koa, rollup. Run `npm ci` first.\n',
    ));

  it('names Lit’s own package, which pnpm keeps out of reach', () =>
    assert.equal(
      saidIn(
        'build',
        names.filter((name) => name !== 'lit-html'),
      ),
      'Not installed: lit-html. Run `npm ci` first.\n',
    ));

  for (const place of ['node_modules/copy', 'which?'])
    it(`says that nothing can be built in ${place}`, () =>
      assert.match(
        saidIn('build', names, {}, place),
        /^Nothing can be built in .*: below a folder node_modules, or with \? in the path\. Clone elsewhere\.\n$/,
      ));

  // The tools of another version complain of the code.
  it('names those that have another version than the lock file, where npm has installed them', () => {
    const noted = (versions: Record<string, string>) => ({
      packages: Object.fromEntries(Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }])),
    });
    assert.equal(
      saidIn(
        'build',
        names.filter((name) => name !== 'koa'),
        {
          'package-lock.json': noted({ acorn: '8.19.0', prettier: '3.10.1', 'of-another-system': '1.0.0' }),
          'node_modules/.package-lock.json': noted({ acorn: '8.19.0', prettier: '3.3.3', 'left-over': '1.0.0' }),
        },
      ),
      'Not in the version of package-lock.json: node_modules/prettier. `npm ci` installs that.\n' +
        'Not installed: koa. Run `npm ci` first.\n',
    );
  });
});

it('a folder for temporary files that is not there is named before anything needs it, and ends nothing: tsx may make it', () => {
  const absent = join(process.cwd(), 'no-such-folder');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-setup.mjs'], {
    encoding: 'utf8',
    env: { ...plainEnvironment, TMPDIR: absent, TEMP: absent },
  });
  assert.equal(stderr, `No folder for temporary files (ENOENT: ${absent}). Set TMPDIR, on Windows TEMP, to one that can be written.\n`);
  assert.equal(status, 0);
});

describe('the Node that a clone needs', () => {
  const { engines, devEngines, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const wanted: string = devEngines.runtime.version;
  const [lowest = assert.fail(), ...later] = wanted.split(' || ').map((range) => range.replace(/^\D+/, '').replace(/\.0$/, ''));

  it('is what the pickiest tool asks for', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { engines?: { node?: string } }>;
    };
    assert.equal(packages['node_modules/eslint']?.engines?.node, wanted);
  });

  it('is what the README says', () =>
    assert.ok(readFileSync('README.md', 'utf8').includes(`\nNode ${[lowest, ...later].join(', ')} or later:\n`), `${[lowest, ...later]}`));

  const checkedIn = (version: string) => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
    return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'scripts/check-setup.mjs'], {
      encoding: 'utf8',
      env: plainEnvironment,
    });
  };

  it('is named where it is of an older major version, in place of what that says by itself', () => {
    const { status, stderr } = checkedIn('18.19.1');
    assert.equal(stderr, `Node 18.19.1 is too old to build or test this: ${wanted} is needed.\n`);
    assert.equal(status, 1);
  });

  for (const old of ['20.0.0', '20.18.3'])
    it(`is named where it is ${old}, in which most things work`, () => {
      const { status, stderr } = checkedIn(old);
      assert.equal(stderr, `Node ${old} is older than ${wanted}: what fails now may be due to that.\n`);
      assert.equal(status, 0);
    });

  for (const fit of ['20.19.0', '22.13.0', '24.0.0', '26.10.0'])
    it(`may be ${fit}`, () => {
      const { status, stderr } = checkedIn(fit);
      assert.equal(stderr, '');
      assert.equal(status, 0);
    });

  it('is asked for before anything else is done', () => {
    assert.match(JSON.parse(readFileSync('package.json', 'utf8')).scripts.build, /^node scripts\/check-setup\.mjs && /);
    for (const file of ['scripts/test.mjs', 'scripts/test-all.mjs'])
      assert.match(readFileSync(file, 'utf8'), /^(?!import)[^]*?\nimport '\.\/check-setup\.mjs';\n/);
  });

  // What is published needs none of the tools, so that `engines` asks for less.
  it('has the types of the oldest, which is of the major version that what is published asks for', () => {
    assert.ok(devDependencies['@types/node'].startsWith(`${lowest}.`), `@types/node ${devDependencies['@types/node']}`);
    assert.equal(engines.node, `>=${lowest.split('.')[0]}`);
  });
});
