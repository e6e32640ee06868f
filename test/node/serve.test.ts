/** `npm start` where its ports are not to be had, and where a browser does not wait. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import { plainEnvironment } from '../support/plain-environment.js';

for (const [code, why] of [
  ['EACCES', 'not for this user'],
  ['EADDRINUSE', 'taken'],
] as const)
  it(`npm start says what to set where each of its ports is ${why}`, () => {
    const refusing = `
      import { Server } from 'node:net';
      Server.prototype.listen = function () {
        process.nextTick(() => this.emit('error', Object.assign(new Error('refused'), { code: '${code}' })));
        return this;
      };`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(refusing)}`, 'scripts/serve.mjs'],
      {
        encoding: 'utf8',
        env: { ...plainEnvironment, PORT: '80' },
      },
    );
    assert.equal(stderr, `No free port from 81 to 130: the last is ${why}. Set PORT to another first one (8000 unless set).\n`);
    assert.equal(stdout, '');
    assert.equal(status, 1);
  });

it('npm start says nothing of a browser that goes on before a file has come', async (t) => {
  const server = spawn(process.execPath, ['scripts/serve.mjs'], { env: { ...plainEnvironment, PORT: '0' } });
  // Also where the test fails: the runner would wait for it, to the limit of the file.
  t.after(() => server.kill());
  const said = text(server.stderr);
  const scripts = await new Promise<URL>((resolve) => {
    let printed = '';
    server.stdout.on('data', (part) => {
      const [, address] = /^Scripts: (\S+)/m.exec((printed += part)) ?? [];
      if (address) resolve(new URL(address));
    });
  });
  for (let visit = 0; visit < 20; visit++) {
    const browser = connect(Number(scripts.port), scripts.hostname);
    browser.write(`GET ${scripts.pathname} HTTP/1.1\r\nHost: ${scripts.host}\r\n\r\n`);
    await once(browser, 'data');
    browser.resetAndDestroy();
  }
  // It goes on.
  assert.equal((await fetch(scripts)).status, 200);
  server.kill();
  assert.equal(await said, '');
});
