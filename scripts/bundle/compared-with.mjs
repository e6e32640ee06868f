import { readFileSync } from 'node:fs';

/**
 * A plugin that builds only with the releases of packages that a file here was compared with: what it
 * takes from them, or takes out, may mean something else in another one.
 *
 * @param {Readonly<Record<string, string>>} compared version by package
 * @param {string} what what to compare their changes with
 * @param {string} where the file that notes the versions
 */
export const comparedWith = (compared, what, where) => ({
  name: 'releases compared',
  buildStart() {
    for (const [name, then] of Object.entries(compared)) {
      const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      if (version !== then) this.error(`${name} is ${version}: compare its changes since ${then} with ${what}, then note it in ${where}`);
    }
  },
});
