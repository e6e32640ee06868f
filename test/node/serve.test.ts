/** `npm start` where its ports are not to be had. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { it } from 'node:test';

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
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(refusing)}`, 'scripts/serve.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, PORT: '80' },
    });
    assert.equal(stderr, `No free port from 81 to 130: the last is ${why}. Set PORT to another first one (8000 unless set).\n`);
    assert.equal(stdout, '');
    assert.equal(status, 1);
  });
