// A WebKit browser: WebKitGTK's own driver over plain WebDriver. The tests need so little of the
// protocol that a client library (150 packages) would be the larger risk.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ENGLISH } from './browser-language.mjs';
import { findInstalledWebKit, INSTALL_HINTS } from './find-browser.mjs';
import { freePort } from './free-port.mjs';

const LONGEST_COMMAND_MS = 30_000;
/** Until the driver answers, and until it has started its browser, on a machine that does much else. */
const LONGEST_START_MS = 120_000;

/** One browser with one window, the driver in front of it and the screen behind it. */
export class WebKitSession {
  #processes = [];
  #address;
  #screenFolder;

  /** Where its parts are; throws an instruction where one is not installed. */
  static find() {
    const found = findInstalledWebKit();
    if (found.missing.length > 0) {
      throw new Error(`WebKit is not complete, missing ${found.missing.join(', ')}: ${INSTALL_HINTS.webkit}`);
    }
    return found;
  }

  /**
   * @param found what `find` gave
   * @param capabilities beside those that every session needs
   */
  static async start(found = WebKitSession.find(), capabilities = {}) {
    const session = new WebKitSession();
    await session.#start(found, capabilities);
    return session;
  }

  /** One WebDriver command, by its path after the session's own. */
  async request(path, body, method) {
    return request(`${this.#address}/${path}`, body, method);
  }

  async stop() {
    try {
      if (this.#address) await request(this.#address, undefined, 'DELETE');
    } catch {
      // It may have died already; the processes below go either way.
    }
    // The driver before the screen it draws on.
    for (const child of this.#processes.reverse()) await endGroup(child);
    this.#processes = [];
    this.#address = undefined;
    if (this.#screenFolder) rmSync(this.#screenFolder, { recursive: true, force: true });
  }

  /**
   * What is on the screen at this moment, as an X window dump. The driver's own pictures wait for
   * pages that are on their way.
   */
  screen() {
    return readFileSync(join(this.#screenFolder, 'Xvfb_screen0'));
  }

  /** Stops the browser, though none of its pages, and lets it go on after so many milliseconds: meanwhile no page has a frame. */
  async pause(milliseconds) {
    const { pid } = this.#processes.at(-1);
    const [browser] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? [];
    if (!browser) throw new Error('WebKit has ended');
    process.kill(Number(browser), 'SIGSTOP');
    await sleep(milliseconds);
    process.kill(Number(browser), 'SIGCONT');
  }

  async #start(found, capabilities) {
    const display = await this.#startScreen(found);
    const driver = await this.#startDriver(found, display);
    const { sessionId } = await request(
      `${driver}/session`,
      {
        capabilities: {
          alwaysMatch: {
            // With 'none' a command can hit the page that is about to go; waiting for the load event
            // as well would only turn a slow picture into a failed command.
            pageLoadStrategy: 'eager',
            timeouts: { pageLoad: LONGEST_COMMAND_MS - 5_000 },
            'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
            ...capabilities,
          },
        },
      },
      'POST',
      LONGEST_START_MS,
    );
    this.#address = `${driver}/session/${sessionId}`;
  }

  // The screen picks a free number itself and writes it to the descriptor: no race for one.
  async #startScreen(found) {
    this.#screenFolder = mkdtempSync(join(tmpdir(), 'screen-'));
    const screen = this.#spawn(
      found.screen,
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-fbdir', this.#screenFolder],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const [number] = await Promise.race([once(screen.stdio[3], 'data'), failedStart(screen)]);
    return `:${String(number).trim()}`;
  }

  async #startDriver(found, display) {
    const port = await freePort();
    const driver = this.#spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
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

async function request(url, body, method = body ? 'POST' : 'GET', limit = LONGEST_COMMAND_MS) {
  const response = await fetch(url, {
    method,
    ...(body && {
      body: JSON.stringify(body),
      // The driver takes this exact type only, without a character set.
      headers: { 'content-type': 'application/json' },
    }),
    signal: AbortSignal.timeout(limit),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit, ${url}: ${value.error}: ${value.message}`);
  return value;
}

async function answers(address) {
  for (const limit = Date.now() + LONGEST_START_MS; Date.now() < limit;) {
    try {
      await request(`${address}/status`);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`WebKitWebDriver did not answer within ${LONGEST_START_MS / 1000} seconds.`);
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
