// Checks that `npm start` does what the README says: starts, prints its address, serves the demo
// there and the script on another origin. Ends with 0 if so.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** It builds first: as long as the build's own step may take. */
const LONGEST_START_MS = 10 * 60_000;

const server = spawn('npm', ['start'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  // A group of its own: npm does not pass signals on to what it has started.
  detached: true,
});
process.once('exit', () => {
  try {
    process.kill(-server.pid, 'SIGTERM');
  } catch {
    // It has ended.
  }
});

const limit = AbortSignal.timeout(LONGEST_START_MS);
limit.addEventListener('abort', () => fail('npm start printed no address in time'));

const { demo, scripts } = await printedAddresses();
await expectText(demo, '<report-stalker-panel');
await expectText(new URL('partner.html', demo), `src="${scripts}"`);
await expectText(new URL('dist/demo/checker.js', demo), 'findings');
await expectText(scripts, 'customElements');
await expectText(scripts.replace('/1/', '/1.2.3/'), 'customElements');
const { headers } = await fetch(scripts);
if (headers.get('access-control-allow-origin') !== '*') fail('scripts are not readable elsewhere');
if (headers.get('cache-control') !== 'no-cache') fail('a reload after a build may show what was there before');
if (![demo, scripts].every((address) => new URL(address).hostname === '127.0.0.1')) fail('others on the network can reach it');
console.log('npm start serves the demo and, on another origin, the script.');
process.exit(0);

async function printedAddresses() {
  const found = {};
  for await (const line of createInterface(server.stdout)) {
    console.log(line);
    const [, name, address] = /^(Demo|Scripts): +(http\S+)/.exec(line) ?? [];
    if (name) found[name.toLowerCase()] = address;
    if (found.demo && found.scripts) return found;
  }
  return fail('npm start ended without printing its addresses');
}

async function expectText(url, part) {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok || !text.includes(part)) {
    fail(`${url}: status ${response.status}, ${text.includes(part) ? 'has' : 'lacks'} ${part}`);
  }
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
