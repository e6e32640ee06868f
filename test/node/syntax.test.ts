/** The built scripts, read as the oldest supported browsers read them. Build first. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { parse } from 'acorn';

/** Baseline 2023, which is every browser since March 2023: one newer word, and the whole script is lost. */
const OLDEST = 2022;

const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !name.startsWith('demo'));

for (const name of scripts)
  it(`${name} has the syntax of ${OLDEST}`, () => {
    const sourceType = name === 'embed.js' || name.startsWith('lang/') ? 'script' : 'module';
    parse(readFileSync(join('dist', name), 'utf8'), { ecmaVersion: OLDEST, sourceType });
  });

it('all of them were read', () => assert.ok(scripts.includes('embed.js') && scripts.includes('define.js')));
