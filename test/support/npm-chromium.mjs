// The headless Chromium that comes with `npm ci`, for machines without an installed one.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const INSTEAD = 'Install Chrome or Chromium, or set CHROME_PATH.';
const CACHE = resolve(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache');

/** Where the browsers run that npm brings: this one, and the oldest that is supported. */
export const IS_LINUX_X64 = process.platform === 'linux' && process.arch === 'x64';

/** Path of the unpacked browser. Unpacks it on first use (about two seconds, 200 MB). */
export async function npmChromium() {
  if (!IS_LINUX_X64) {
    throw new Error(`No Chrome or Chromium found, and the one from npm runs on 64-bit x86 Linux only. ${INSTEAD}`);
  }
  const folder = join(CACHE, `npm-chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  useItsFonts(folder);
  const browser = join(folder, 'chromium');
  useItsLibraries(folder, browser);
  return browser;
}

// The package unpacks to fixed names in the shared temp folder and takes whatever it finds there
// for the browser: a half-written file from an interrupted run, or somebody else's. So it gets a
// folder of its own, which moves into place only when it is whole.
async function unpackInto(folder) {
  const draft = `${folder}.${process.pid}`;
  // The package unpacks its libraries only where it believes to run as an AWS Lambda function.
  const wanted = { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const before = Object.keys(wanted).map((name) => [name, process.env[name]]);
  mkdirSync(draft, { recursive: true });
  try {
    // Before anything is set: as it is imported, it would set variables of its own.
    const { default: chromium } = await import('@sparticuz/chromium');
    Object.assign(process.env, wanted);
    await chromium.executablePath();
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another run was faster: its copy is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

// A small image of Debian lacks libraries that every browser needs (NSS and NSPR): the package ships them. It does not ship the C
// library: without glibc (Alpine) the system says of the browser that there is no such file.
export function useItsLibraries(folder, browser) {
  if (spawnSync(browser, ['--version']).status === 0) return;
  const libraries = join(folder, 'al2023/lib');
  const { LD_LIBRARY_PATH: others } = process.env;
  process.env['LD_LIBRARY_PATH'] = others ? `${libraries}:${others}` : libraries;
  const { status, error, stderr } = spawnSync(browser, ['--version'], { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`The Chromium from npm, which needs glibc, does not start: ${error?.message ?? stderr.trim()}. ${INSTEAD}`);
}

// Without any font configuration (a bare container) Chromium has no glyph to draw, and every
// measured width is wrong. The package ships Open Sans, but its configuration points to fixed
// folders elsewhere.
function useItsFonts(folder) {
  if (existsSync('/etc/fonts/fonts.conf') || process.env['FONTCONFIG_PATH']) return;
  const fonts = join(folder, 'fonts');
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(fonts, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  process.env['FONTCONFIG_PATH'] = fonts;
}

function packageVersion() {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}
