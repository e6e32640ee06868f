// Server half of `emulate()` in environment.ts.

/** DevTools connections by page: an emulation lasts only as long as its connection. */
const connections = new WeakMap();

/** Undoes every emulation on a page. */
export async function forgetEmulation(page) {
  const connection = connections.get(page);
  connections.delete(page);
  await connection?.detach();
}

export function emulationPlugin() {
  return {
    name: 'emulation',
    async executeCommand({ command, payload, session }) {
      if (command === 'emulate') {
        // WebDriver browsers have no such command, and Firefox speaks no DevTools protocol.
        if (session.browser.type === 'webdriver' || session.browser.name === 'Firefox') return { emulated: false };
        await emulate(session.browser.getPage(session.id), payload);
        return { emulated: true };
      }
      if (command === 'resize') {
        const { browser } = session;
        if (browser.type === 'webdriver') await browser.setViewport(session.id, payload);
        else await browser.getPage(session.id).setViewport(payload);
        return { resized: true };
      }
      return undefined;
    },
  };
}

// The runner's own `emulateMedia` goes through puppeteer, which refuses forced colours and contrast.
async function emulate(page, { media, ...preferences }) {
  let connection = connections.get(page);
  if (connection === undefined) {
    connection = await page.createCDPSession();
    connections.set(page, connection);
  }
  await connection.send('Emulation.setEmulatedMedia', {
    media: media ?? '',
    features: Object.entries(preferences).map(([name, value]) => ({
      name: FEATURES[name],
      value,
    })),
  });
}

const FEATURES = {
  colorScheme: 'prefers-color-scheme',
  contrast: 'prefers-contrast',
  forcedColors: 'forced-colors',
  reducedMotion: 'prefers-reduced-motion',
};
