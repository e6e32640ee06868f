import { existsSync } from 'node:fs';

/**
 * A plugin that edits one file before it is bundled: each edit replaces what its pattern finds. When
 * a new version of the file no longer has that, the build fails and names the pattern; when the file
 * is somewhere else, it fails too.
 *
 * @param {string} file the end of the file's path
 * @param {readonly (readonly [RegExp, string])[]} edits
 */
export const editModule = (file, edits) => ({
  name: `edit ${file}`,
  buildStart() {
    if (![file, `node_modules/${file}`].some(existsSync)) this.error(`${file} is not there: its edits would be left out`);
  },
  transform(code, id) {
    // Windows has backslashes.
    if (!id.replaceAll('\\', '/').endsWith(file)) return null;
    for (const [pattern, replacement] of edits) {
      if (!pattern.test(code)) this.error(`${file} has changed. This edit no longer fits it: ${pattern}`);
      code = code.replace(pattern, replacement);
    }
    return { code, map: null };
  },
});
