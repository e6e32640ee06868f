/**
 * MediaWiki from Debian's package, on SQLite: pages with every form as wikitext has it, visited with
 * our extension, which loads the script from another origin, and without it. Build first.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { asWikitext, pasteAt, PASTE_PLACES } from '../../demo/paste-places.js';
import { FORMS, type Form } from '../../demo/snippets.js';
import { freePort } from '../support/free-port.mjs';
import { needProgram } from './support/install.js';
import { GOOD, judge, type Visit } from './support/outcome.js';
import { ATTRIBUTES, newPage, paste, setUp, type Setting } from './support/site.js';
import { compareTable } from './support/table.js';

const ROOT = '/usr/share/mediawiki';

/** What wikitext cannot have goes: the script tag and the frame. Links are written its own way. */
const inWiki = (text: string): string => asWikitext(text.replace(/<script[^>]*><\/script>\n?|<iframe[^>]*><\/iframe>\n?/g, ''));

/** What the builder says of it. */
const WIKI = PASTE_PLACES.find(({ id }) => id === 'mediawiki')!;

describe('MediaWiki', () => {
  let setting: Setting;
  let folder: string;
  let origin: string;
  let php: ChildProcess;

  const settings = () => join(folder, 'LocalSettings.php');
  const run = (parts: string[], input = '') =>
    execFileSync('php', [`${ROOT}/maintenance/run.php`, ...parts], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, MW_CONFIG_FILE: settings() },
    });

  before(async () => {
    needProgram(
      'php',
      ['-r', `exit(is_file('${ROOT}/index.php') && extension_loaded('pdo_sqlite') && extension_loaded('intl') ? 0 : 1);`],
      'mediawiki php-cli php-sqlite3 php-intl php-mbstring php-xml',
    );
    setting = await setUp();
    folder = mkdtempSync(join(tmpdir(), 'mediawiki-'));
    const port = await freePort();
    origin = `http://localhost:${port}`;
    execFileSync(
      'php',
      [
        `${ROOT}/maintenance/run.php`,
        'install',
        '--dbtype',
        'sqlite',
        '--dbpath',
        folder,
        '--confpath',
        folder,
        '--server',
        origin,
        '--scriptpath',
        '',
        '--pass',
        'a-long-passphrase-1',
        'Host',
        'Admin',
      ],
      // The package's own settings would stand in the way.
      { stdio: 'pipe', env: { ...process.env, MW_CONFIG_FILE: settings() } },
    );
    appendFileSync(settings(), `\nwfLoadSkin( 'Vector' );\n$wgMainCacheType = CACHE_NONE;\n$wgParserCacheType = CACHE_NONE;\n`);
    for (const form of FORMS) {
      // The extension takes the element's snippet as it is, without its script tag.
      const text = paste(form, setting, true);
      run(['edit', '--user', 'Admin', `Form ${form}`], `${form === 'element' ? text.replace(/<script.*/, '') : inWiki(text)}\n\nAfter`);
    }
    run(
      ['edit', '--user', 'Admin', 'Form bare'],
      '<report-stalker-panel region="wales" heading-level="3" src="https://elsewhere.example/" />\n\nAfter',
    );
    const plain = readFileSync(settings(), 'utf8');
    writeFileSync(
      settings(),
      `${plain}
if ( !is_file( '${folder}/without' ) ) {
	wfLoadExtension( 'ReportStalkerPanel', '${resolve('integrations/mediawiki/ReportStalkerPanel/extension.json')}' );
	$wgReportStalkerPanelBase = '${setting.scripts.origin}' . ( is_file( '${folder}/slashless' ) ? '' : '/' );
	$wgCSPHeader = true;
} elseif ( is_file( '${folder}/built' ) ) {
	$wgCSPHeader = true;
	${pasteAt(WIKI, 'link', { base: `${setting.scripts.origin}/` }).elsewhere[0]!.text}
}
`,
    );
    php = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', ROOT], {
      stdio: 'ignore',
      env: { ...process.env, MW_CONFIG_FILE: settings(), PHP_CLI_SERVER_WORKERS: '3' },
    });
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(`http://127.0.0.1:${port}/api.php`).catch(() => undefined);
      if (answer?.ok) break;
      assert.ok(attempt < 100, 'MediaWiki answers');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });

  after(async () => {
    if (php) {
      const ended = once(php, 'exit');
      php.kill();
      await ended;
    }
    await setting?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const address = (page: string): string => `${origin.replace('localhost', '127.0.0.1')}/index.php?title=Form_${page}`;

  const visit = async (page: string, { script = true } = {}): Promise<Visit & { attributes: string[]; link: string | undefined }> => {
    const { page: tab, errors } = await newPage(setting.browser);
    try {
      if (!script) {
        await tab.setRequestInterception(true);
        tab.on('request', (request) => void (request.url().endsWith('/embed.js') ? request.abort() : request.continue()));
      }
      // A page that was seen with the extension is not to come back from the cache without it.
      await tab.setCacheEnabled(false);
      await tab.goto(address(page), { waitUntil: 'load' });
      const seen = await judge(tab, setting.scripts.origin);
      assert.deepEqual(errors, []);
      assert.ok((await tab.$eval('#mw-content-text', (content) => (content as HTMLElement).innerText)).includes('After'));
      return {
        ...seen,
        attributes: await tab.$$eval('#mw-content-text report-stalker-panel', ([panel]) => panel?.getAttributeNames() ?? []),
        link: await tab.$$eval('#mw-content-text a[href*="/panel.html"]', ([link]) => link?.href),
      };
    } finally {
      await tab.close();
    }
  };

  it('with our extension, every form', async () => {
    const cells: string[] = [];
    for (const form of FORMS) {
      const { outcome, region } = await visit(form);
      assert.ok(
        GOOD.some((good) => good === outcome),
        `${form} shows ${outcome}`,
      );
      if (form !== 'oembed') assert.equal(region, ATTRIBUTES.region);
      cells.push(outcome);
    }
    compareTable('mediawiki', ['wiki', ...FORMS], new Map([['MediaWiki 1.43 with our [extension](../integrations/mediawiki)', cells]]));
  });

  it('with our extension, the bare tag, without the attributes that could bend it', async () => {
    const { outcome, attributes } = await visit('bare');
    assert.equal(outcome, 'panel');
    assert.deepEqual(attributes, ['region', 'heading-level']);
  });

  for (const slash of ['', ', whose base has no slash at its end'])
    it(`with our extension${slash}: its script tag, once, in the head, told that anybody may write`, async () => {
      if (slash) writeFileSync(join(folder, 'slashless'), '');
      const page = await (await fetch(address('placeholder'))).text();
      rmSync(join(folder, 'slashless'), { force: true });
      assert.deepEqual(page.slice(0, page.indexOf('</head>')).match(/<script[^>]*embed\.js[^>]*>/g), [
        `<script src="${setting.scripts.origin}/1/embed.js" referrerpolicy="no-referrer" async="" data-untrusted-content="1">`,
      ]);
      assert.equal(page.split('embed.js').length, 2);
    });

  it('with our extension, where its script does not come: the numbers, or a link with what was asked for', async () => {
    for (const form of ['element', 'placeholder'] as const) assert.equal((await visit(form, { script: false })).outcome, 'numbers', form);
    const { outcome, link } = await visit('bare', { script: false });
    assert.deepEqual([outcome, link], ['link', `${setting.scripts.origin}/1/panel.html?region=wales&heading-level=3`]);
  });

  it('without script, what wikitext keeps', async () => {
    writeFileSync(join(folder, 'without'), '');
    const wanted: readonly (readonly [Form, string])[] = [
      ['script', 'link'],
      ['link', 'link'],
      ['placeholder', 'numbers'],
      ['frame', 'link'],
      ['oembed', 'link'],
    ];
    for (const [form, outcome] of wanted) assert.equal((await visit(form)).outcome, outcome, form);
  });

  it('without the extension, as the builder says: its text, and its lines in the settings', async () => {
    writeFileSync(join(folder, 'built'), '');
    for (const form of WIKI.keeps!) {
      run(
        ['edit', '--user', 'Admin', `Form built-${form}`],
        `${pasteAt(WIKI, form, { base: `${setting.scripts.origin}/`, attributes: ATTRIBUTES }).text}\n\nAfter`,
      );
      const { outcome, region } = await visit(`built-${form}`);
      assert.deepEqual([outcome, region], ['panel', ATTRIBUTES.region], form);
    }
  });
});
