/** What stands beside the built files for those who publish, pin and audit them. Build first. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

const read = (file: string): string => readFileSync(file, 'utf8');
const json = (file: string) => JSON.parse(read(file));

describe('integrity.json', () => {
  const integrity: Record<string, string> = json('dist/integrity.json');

  it('names the files that pages paste, and no other', () => {
    const languages = readdirSync('dist/lang');
    assert.deepEqual(Object.keys(integrity).sort(), ['embed.js', ...languages.map((name) => `lang/${name}`)].sort());
  });

  it('has the value of the attribute for each', () => {
    for (const [file, value] of Object.entries(integrity))
      assert.equal(
        value,
        `sha384-${createHash('sha384')
          .update(readFileSync(`dist/${file}`))
          .digest('base64')}`,
        file,
      );
  });
});

describe('what others wrote', () => {
  // The whole list on purpose: one package more reaches every visitor, so it is a decision.
  const names = ['@lit/reactive-element', 'date-fns-tz', 'lit', 'lit-element', 'lit-html'];
  const { components } = json('dist/sbom.cdx.json') as {
    components: { name: string; version: string; hashes: { alg: string; content: string }[] }[];
  };

  it('is exactly these packages', () =>
    assert.deepEqual(
      components.map(({ name }) => name),
      names,
    ));

  it('is listed at the version and with the digest that the lock file installs', () => {
    const { packages } = json('package-lock.json');
    for (const { name, version, hashes } of components) {
      const locked = packages[`node_modules/${name}`];
      assert.equal(version, locked.version, name);
      const [{ content } = assert.fail(name)] = hashes;
      assert.equal(`sha512-${Buffer.from(content, 'hex').toString('base64')}`, locked.integrity, name);
    }
  });

  it('is listed in the form that tools read', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    assert.equal(await validator.validate(read('dist/sbom.cdx.json')), null);
  });

  it('comes with the licence of each', () => {
    const text = read('dist/THIRD-PARTY-LICENSES.txt');
    for (const { name, version } of components) {
      assert.ok(text.includes(`\n${name} ${version} (`), name);
      const file = readdirSync(`node_modules/${name}`).find((entry) => entry.startsWith('LICENSE')) ?? assert.fail(name);
      assert.ok(text.includes(read(`node_modules/${name}/${file}`).trim()), name);
    }
  });

  const PUBLIC = 'https://registry.npmjs.org/';

  it('has no address of the machine that installed it', () => {
    for (const [path, { resolved = PUBLIC }] of Object.entries<{ resolved?: string }>(json('package-lock.json').packages))
      assert.ok(resolved.startsWith(PUBLIC), path);
  });
});
