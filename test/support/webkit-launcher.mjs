// WebKit for the component tests: WebKitGTK's own driver over plain WebDriver. It needs so little of
// the protocol that a client library (150 packages) would be the larger risk.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { ENGLISH } from './browser-language.mjs';
import { findInstalledWebKit, INSTALL_HINTS } from './find-browser.mjs';
import { webDriverKeys } from './webdriver-keys.mjs';

const SIZE = { width: 800, height: 600 };
const LONGEST_COMMAND_MS = 30_000;

export function webkitLauncher() {
  const found = findInstalledWebKit();
  if (found.missing.length > 0) {
    throw new Error(`WebKit is not complete, missing ${found.missing.join(', ')}: ${INSTALL_HINTS.webkit}`);
  }
  return new WebKitLauncher(found);
}

class WebKitLauncher {
  name = 'WebKit';
  // The runner's `sendKeys` and `sendMouse` know how to talk to a launcher of this type.
  type = 'webdriver';
  // There is one window.
  concurrency = 1;

  #found;
  #processes = [];
  #session;
  #current;

  constructor(found) {
    this.#found = found;
  }

  async startSession(sessionId, url) {
    this.#session ??= this.#start();
    const session = await this.#session;
    this.#current = sessionId;
    await this.setViewport(sessionId, SIZE);
    await request(`${session}/url`, { url });
  }

  isActive(sessionId) {
    return this.#current === sessionId;
  }

  async getBrowserUrl() {
    return request(`${await this.#session}/url`);
  }

  async stopSession() {
    this.#current = undefined;
    try {
      // Ends the page's timers, and a reload loop if there is one.
      await request(`${await this.#session}/url`, { url: 'about:blank' });
    } catch (error) {
      // A page that can't be left (an endless loop) must not take the other files with it: they get
      // a new browser.
      await this.stop();
      throw error;
    }
    return {};
  }

  async startDebugSession() {
    throw new Error('The WebKit launcher has no debug mode: open the page in a WebKit browser.');
  }

  async stop() {
    try {
      if (this.#session) await request(await this.#session, undefined, 'DELETE');
    } catch {
      // It may have died already; the processes below go either way.
    }
    // The driver before the screen it draws on.
    for (const child of this.#processes.reverse()) await endGroup(child);
    this.#processes = [];
    this.#session = undefined;
  }

  /** Sets the size of the page, not of the window around it. */
  async setViewport(sessionId, { width, height }) {
    const before = await this.#measure();
    if (before.width === width && before.height === height) return;
    await request(`${await this.#session}/window/rect`, {
      width: width + before.frameWidth,
      height: height + before.frameHeight,
    });
    // The window follows when the toolkit gets round to it, and refuses what its toolbar can't fit.
    let after = await this.#measure();
    for (let wait = 0; wait < 20 && !(after.width === width && after.height === height); wait += 1) {
      await sleep(50);
      after = await this.#measure();
    }
    if (after.width !== width || after.height !== height) {
      throw new Error(
        `WebKit's window stays at ${after.width} by ${after.height}, asked for ${width} by ${height}: ` +
          'use an iframe or a narrow container for small sizes.',
      );
    }
  }

  async #measure() {
    return request(`${await this.#session}/execute/sync`, {
      script: `return {
        width: innerWidth,
        height: innerHeight,
        frameWidth: outerWidth - innerWidth,
        frameHeight: outerHeight - innerHeight,
      }`,
      args: [],
    });
  }

  async sendKeys(sessionId, keys) {
    const actions = webDriverKeys(keys).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async sendMouseMove(sessionId, x, y) {
    await this.#mouse({ type: 'pointerMove', x, y, duration: 0 });
  }

  async sendMouseClick(sessionId, x, y, button) {
    await this.#mouse(
      { type: 'pointerMove', x, y, duration: 0 },
      { type: 'pointerDown', button: mouseButton(button) },
      { type: 'pointerUp', button: mouseButton(button) },
    );
  }

  async sendMouseDown(sessionId, button) {
    await this.#mouse({ type: 'pointerDown', button: mouseButton(button) });
  }

  async sendMouseUp(sessionId, button) {
    await this.#mouse({ type: 'pointerUp', button: mouseButton(button) });
  }

  async resetMouse() {
    await request(`${await this.#session}/actions`, undefined, 'DELETE');
  }

  #mouse(...actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async #act(source) {
    await request(`${await this.#session}/actions`, { actions: [source] });
  }

  async #start() {
    const display = await this.#startScreen();
    const driver = await this.#startDriver(display);
    const { sessionId } = await request(`${driver}/session`, {
      capabilities: {
        alwaysMatch: {
          // With 'none' a command can hit the page that is about to go; waiting for the load event
          // as well would only turn a slow picture into a failed command.
          pageLoadStrategy: 'eager',
          timeouts: { pageLoad: LONGEST_COMMAND_MS - 5_000 },
          'webkitgtk:browserOptions': { binary: this.#found.browser, args: ['--automation'] },
        },
      },
    });
    return `${driver}/session/${sessionId}`;
  }

  // The screen picks a free number itself and writes it to the descriptor: no race for one.
  async #startScreen() {
    const screen = this.#spawn(
      this.#found.screen,
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const [number] = await Promise.race([once(screen.stdio[3], 'data'), failedStart(screen)]);
    return `:${String(number).trim()}`;
  }

  async #startDriver(display) {
    const port = await freePort();
    const driver = this.#spawn(this.#found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        ...ENGLISH,
        // There is no desktop session to talk to; looking for one takes seconds.
        GTK_A11Y: 'none',
        GDK_BACKEND: 'x11',
      },
    });
    const address = `http://127.0.0.1:${port}`;
    await Promise.race([answers(address), failedStart(driver)]);
    return address;
  }

  // Each child leads a process group, so that its own children (the browser, its web and network
  // processes) can be ended with it. An orphaned browser would keep a test machine busy for good.
  #spawn(command, args, options) {
    const child = spawn(command, args, { detached: true, ...options });
    this.#processes.push(child);
    process.once('exit', () => signalGroup(child, 'SIGKILL'));
    // Without a listener a termination signal ends the process with no `exit` event.
    if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit(143));
    return child;
  }
}

async function request(url, body, method = body ? 'POST' : 'GET') {
  const response = await fetch(url, {
    method,
    ...(body && {
      body: JSON.stringify(body),
      // The driver takes this exact type only, without a character set.
      headers: { 'content-type': 'application/json' },
    }),
    signal: AbortSignal.timeout(LONGEST_COMMAND_MS),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit, ${url}: ${value.error}: ${value.message}`);
  return value;
}

async function answers(address) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await request(`${address}/status`);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('WebKitWebDriver did not answer within ten seconds.');
}

async function failedStart(child) {
  const [cause] = await Promise.race([once(child, 'exit'), once(child, 'error')]);
  throw new Error(`${child.spawnfile} ended before it was ready: ${cause}`);
}

async function endGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  await Promise.race([ended, sleep(3_000, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended.
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function mouseButton(name = 'left') {
  return ['left', 'middle', 'right'].indexOf(name);
}
