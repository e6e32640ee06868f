// WebKit for the component tests.

import { setTimeout as sleep } from 'node:timers/promises';

import { WebKitSession } from './webkit-session.mjs';
import { webDriverKeys } from './webdriver-keys.mjs';

const SIZE = { width: 800, height: 600 };

export function webkitLauncher() {
  return new WebKitLauncher(WebKitSession.find());
}

class WebKitLauncher {
  name = 'WebKit';
  // The runner's `sendKeys` and `sendMouse` know how to talk to a launcher of this type.
  type = 'webdriver';
  // There is one window.
  concurrency = 1;

  #found;
  #session;
  #current;
  /** The driver's answer that the page of a file is open. */
  #opening;

  constructor(found) {
    this.#found = found;
  }

  async startSession(sessionId, url) {
    this.#session ??= WebKitSession.start(this.#found);
    this.#current = sessionId;
    try {
      await this.setViewport(sessionId, SIZE);
    } catch {
      // A browser that has stopped answering before this file: it gets a new one.
      await this.stop();
      this.#session = WebKitSession.start(this.#found);
      await this.setViewport(sessionId, SIZE);
    }
    this.#opening = (await this.#session).request('url', { url });
    await this.#opening;
  }

  isActive(sessionId) {
    return this.#current === sessionId;
  }

  async getBrowserUrl() {
    return (await this.#session).request('url');
  }

  async stopSession() {
    this.#current = undefined;
    // A short file has run before the driver has answered that its page is open. Asked for another page before that answer, the driver
    // times out or ends. Where the answer is an error, `startSession` reports it.
    await this.#opening?.catch(() => undefined);
    try {
      // Ends the page's timers, and a reload loop if there is one.
      await (await this.#session).request('url', { url: 'about:blank' });
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
    const session = await this.#session;
    this.#session = undefined;
    await session?.stop();
  }

  /** Sets the size of the page, not of the window around it. */
  async setViewport(sessionId, { width, height }) {
    const before = await this.#measure();
    if (before.width === width && before.height === height) return;
    await (
      await this.#session
    ).request('window/rect', {
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
    return (await this.#session).request('execute/sync', {
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
    await (await this.#session).request('actions', undefined, 'DELETE');
  }

  #mouse(...actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async #act(source) {
    await (await this.#session).request('actions', { actions: [source] });
  }
}

function mouseButton(name = 'left') {
  return ['left', 'middle', 'right'].indexOf(name);
}
