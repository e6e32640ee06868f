// A rollup plugin that records which packages the built files contain, and writes what those who
// publish them owe to others: the licences, and a bill of materials (CycloneDX) for whoever watches
// for weaknesses. The modules' own dependencies are in both: they are installed beside them.

import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';

import { derivedFrom } from './bundle/lean-lit.mjs';

const OWN = JSON.parse(readFileSync('package.json', 'utf8'));
const LOCK = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const INSTALLED = realpathSync('node_modules');

/** The folder of the package that a module belongs to, as the lock file names it; none for our own. */
const packageFolder = (id) => {
  const path = relative(INSTALLED, id).replaceAll('\\', '/');
  return path.startsWith('../') ? undefined : /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/.exec(`node_modules/${path}`)?.[0];
};

const readPackage = (folder) => {
  const { name, version, license, homepage, description } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file || !license) throw new Error(`${name} is bundled and has no licence.`);
  const { integrity } = LOCK.packages[folder];
  return { name, version, license, homepage, description, integrity, text: readFileSync(join(folder, file), 'utf8').trim() };
};

const licences = (packages) =>
  [
    `${OWN.name} ${OWN.version} contains code of these packages, or loads it, each under its own licence.`,
    ...packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`),
  ].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';

const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A package's digest, from its `integrity` in the lock file, in CycloneDX notation. */
const digest = (integrity) => {
  const [, algorithm, base64] = /^sha(\d+)-(.+)$/.exec(integrity);
  return { alg: `SHA-${algorithm}`, content: Buffer.from(base64, 'base64').toString('hex') };
};

// No time and no serial number: the same sources give the same bytes.
const billOfMaterials = (packages) => ({
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    lifecycles: [{ phase: 'build' }],
    component: {
      'bom-ref': purl(OWN),
      type: 'library',
      name: OWN.name,
      version: OWN.version,
      description: OWN.description,
      licenses: [{ license: { id: OWN.license } }],
      purl: purl(OWN),
    },
  },
  components: packages.map((bundled) => ({
    'bom-ref': purl(bundled),
    type: 'library',
    name: bundled.name,
    version: bundled.version,
    description: bundled.description,
    hashes: [digest(bundled.integrity)],
    licenses: [{ license: { id: bundled.license } }],
    purl: purl(bundled),
    ...(bundled.homepage && { externalReferences: [{ type: 'website', url: bundled.homepage }] }),
  })),
  dependencies: [{ ref: purl(OWN), dependsOn: packages.map(purl) }],
});

/**
 * One plugin for all bundles of a build: each adds its packages, the last one writes all of them.
 *
 * @returns {import('rollup').Plugin}
 */
export const bundledPackages = () => {
  // The packages that the lean copy of Lit comes from are in no module's path.
  const folders = new Set([...Object.keys(OWN.dependencies), ...derivedFrom].map((name) => `node_modules/${name}`));
  return {
    name: 'bundled packages',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
      for (const folder of modules.map(packageFolder)) if (folder) folders.add(folder);
      const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: licences(packages) });
      this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: `${JSON.stringify(billOfMaterials(packages), null, 2)}\n` });
    },
  };
};
