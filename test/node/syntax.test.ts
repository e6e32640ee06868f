/** The built scripts, read as the oldest supported browsers read them. Build first. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { it } from 'node:test';
import { parse } from 'acorn';

/** Of the language; one newer word, and the whole script is lost. Static blocks, the newest of 2022, are too new for Safari 15 and 16.3. */
const OLDEST = 2022;

const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(sep, '/'))
  .filter((name) => name.endsWith('.js') && !name.startsWith('demo'));

for (const name of scripts)
  it(`${name} has the syntax of ${OLDEST}`, () => {
    const sourceType = name === 'embed.js' || name.startsWith('lang/') ? 'script' : 'module';
    const program = parse(readFileSync(join('dist', name), 'utf8'), { ecmaVersion: OLDEST, sourceType });
    assert.doesNotMatch(JSON.stringify(program), /"type":"StaticBlock"/);
  });

it('all of them were read', () => assert.ok(scripts.includes('embed.js') && scripts.includes('define.js')));
