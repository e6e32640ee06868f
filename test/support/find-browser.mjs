// Where installed browsers live. Nothing here starts one.

import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const MAC = '/Applications';
const WINDOWS = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter(
  (folder) => folder !== undefined,
);

/** An installed Chrome or Chromium; `CHROME_PATH` beats everything. */
export function findInstalledChromium() {
  return (
    named('CHROME_PATH') ??
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    firstFile(
      `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${MAC}/Chromium.app/Contents/MacOS/Chromium`,
      ...WINDOWS.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
      // A Chromium too, and on every Windows.
      ...WINDOWS.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
    )
  );
}

/** An installed Firefox; `FIREFOX_PATH` beats everything. */
export function findInstalledFirefox() {
  return (
    named('FIREFOX_PATH') ??
    onPath('firefox-esr', 'firefox') ??
    firstFile(`${MAC}/Firefox.app/Contents/MacOS/firefox`, ...WINDOWS.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')))
  );
}

/** WebKitGTK's driver, its small browser and the virtual screen they need; names what is absent. */
export function findInstalledWebKit() {
  const driver = onPath('WebKitWebDriver');
  const browser = miniBrowser();
  const screen = onPath('Xvfb');
  const missing = [!driver && 'WebKitWebDriver', !browser && 'MiniBrowser', !screen && 'Xvfb'].filter((name) => name !== false);
  return { driver, browser, screen, missing };
}

/** What to tell someone whose machine lacks a browser, for `npm run test:all`. */
export const INSTALL_HINTS = {
  firefox: 'sudo apt-get install firefox-esr (or set FIREFOX_PATH)',
  webkit: 'sudo apt-get install webkitgtk-webdriver xvfb',
};

// A variable that names a file which is not there is a mistake to report: falling back in silence
// would test another browser than the one asked for.
function named(variable) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (!isFile(path)) throw new Error(`${variable} is set, but there is no such file: ${path}`);
  return path;
}

function onPath(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return firstFile(...names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

// Distributions keep MiniBrowser off the PATH, in a library folder that has the machine type in its
// name (/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1).
function miniBrowser() {
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  const libraries = ['/usr/libexec', '/usr/lib', '/usr/lib64', ...subfolders('/usr/lib')];
  return firstFile(...versions.flatMap((version) => libraries.map((lib) => join(lib, version, 'MiniBrowser'))));
}

function subfolders(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

function firstFile(...paths) {
  return paths.find(isFile);
}

function isFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
