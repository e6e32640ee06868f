// Server half of `recorded()` in recording.ts.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const FOLDER = 'test/spoken';

export function recordingPlugin() {
  return {
    name: 'recording',
    async executeCommand({ command, payload }) {
      if (command !== 'recorded') return undefined;
      const file = join(FOLDER, payload.name);
      if (process.env.UPDATE === '1') {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, payload.text);
      }
      return { text: await readFile(file, 'utf8').catch(() => '') };
    },
  };
}
