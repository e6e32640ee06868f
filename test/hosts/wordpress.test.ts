/**
 * A real WordPress, with the plugin and without: every role saves every paste form, as the block
 * editor saves, and a visitor opens the post. Needs Debian's packages; build first.
 *
 * What it saw stands in docs/hosts-wordpress.md; `UPDATE_DOCS=1` writes it anew.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { fallback, FORMS, snippet, type Form } from '../../demo/snippets.js';
import { wordPressZip } from '../../scripts/wordpress-plugin.js';
import { optionNames, optionTable } from '../../src/options.js';
import { BASE_URL } from '../../src/release.js';
import { contactsOfRecord } from '../contacts-of-record.js';
import { launch } from '../e2e/support/launch.js';
import { PATIENCE_MS } from '../e2e/support/panel-page.js';
import { serve, type TestServer } from '../e2e/support/serve.js';
import { compareTable } from './support/table.js';
import { choose, openEditor, waitInPanel, type Editor } from './wordpress/editor.js';
import { visit, type Sight, type Visit } from './wordpress/visit.js';
import { logIn, startWordPress, type Site, type User, type WordPress } from './wordpress/wordpress.js';

const REGION_LINE = 'live-fear-free';

const ROLES = ['administrator', 'editor', 'author', 'contributor'] as const;
type Role = (typeof ROLES)[number];

interface Writer {
  readonly title: string;
  readonly role: Role;
  readonly inNetwork: boolean;
  /** Whether WordPress lets them save any HTML. */
  readonly trusted: boolean;
}

const WRITERS: readonly Writer[] = [
  ...ROLES.map((role, index) => ({ title: role[0]!.toUpperCase() + role.slice(1), role, inNetwork: false, trusted: index < 2 })),
  { title: 'Administrator of a site in a network', role: 'administrator', inNetwork: true, trusted: false },
  { title: 'Editor of a site in a network', role: 'editor', inNetwork: true, trusted: false },
];

/** With the plugin there are two more. */
type WordPressForm = Form | 'block' | 'shortcode';
const PLUGIN_FORMS: readonly WordPressForm[] = [...FORMS, 'block', 'shortcode'];

const predicted = (form: WordPressForm, { trusted }: Writer, plugin: boolean): Sight => {
  if (form === 'oembed' && !plugin) return 'the panel in a frame';
  if (form === 'frame' && trusted) return 'the panel in a frame, and a link';
  if (plugin || (trusted && form !== 'link')) return 'the panel';
  return form === 'element' || form === 'placeholder' ? 'the numbers and a link' : 'a link';
};

let wordpress: WordPress;
let scripts: TestServer;
let browser: Browser;
let folder: string;
const users = new Map<string, User>();

/** The built files as they stand at a place of releases, which is this test's own server: another origin than the site's. */
const publish = async (): Promise<TestServer> => {
  const released: Record<string, string> = {};
  const server = await serve(
    Object.fromEntries(
      ['embed.js', 'panel.html', 'oembed.json'].map((name) => [
        `/1/${name}`,
        (_, response) => {
          const type = { 'embed.js': 'text/javascript', 'panel.html': 'text/html', 'oembed.json': 'application/json' }[name];
          response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' });
          response.end(released[name]);
        },
      ]),
    ),
  );
  cpSync('dist', folder, { recursive: true });
  for (const name of ['embed.js', 'panel.html', 'oembed.json']) {
    const text = readFileSync(join('dist', name), 'utf8');
    assert.ok(text.includes(BASE_URL) || text.includes(new URL(BASE_URL).origin), `${name} does not know where it is published`);
    released[name] = text.replaceAll(new URL(BASE_URL).origin, server.origin);
    writeFileSync(join(folder, name), released[name]);
  }
  return server;
};

const base = (): string => `${scripts.origin}/`;

/** As the block editor writes it into the post. */
const blockMarkup = (form: WordPressForm): string => {
  const options = { base: base(), attributes: { region: 'wales' } };
  switch (form) {
    case 'block':
      return '<!-- wp:report-stalker-panel/panel {"region":"wales"} -->\n<div class="wp-block-report-stalker-panel-panel"></div>\n<!-- /wp:report-stalker-panel/panel -->';
    case 'shortcode':
      return '<!-- wp:shortcode -->\n[report-stalker-panel region="wales"]\n<!-- /wp:shortcode -->';
    case 'oembed':
      return `<!-- wp:embed ${JSON.stringify({ url: snippet(form, options), type: 'rich', providerNameSlug: 'report-stalker-panel' })} -->\n<figure class="wp-block-embed is-type-rich is-provider-report-stalker-panel wp-block-embed-report-stalker-panel"><div class="wp-block-embed__wrapper">\n${snippet(form, options)}\n</div></figure>\n<!-- /wp:embed -->`;
    case 'link':
      return `<!-- wp:paragraph -->\n${snippet(form, options)}\n<!-- /wp:paragraph -->`;
    default:
      return `<!-- wp:html -->\n${snippet(form, options)}\n<!-- /wp:html -->`;
  }
};

const siteOf = ({ inNetwork }: Writer): Site => (inNetwork ? wordpress.network : wordpress.site);
const userOf = async (writer: Writer): Promise<User> => {
  const key = `${writer.inNetwork} ${writer.role}`;
  const user = users.get(key) ?? (await logIn(siteOf(writer), writer.role));
  users.set(key, user);
  return user;
};

interface Post {
  readonly id: number;
  readonly link: string;
  readonly content: { readonly raw: string };
}

/** Saves a post; a contributor's waits for an administrator, who publishes it as it is. */
const publishPost = async (writer: Writer, title: string, content: string): Promise<Post> => {
  const user = await userOf(writer);
  const waits = writer.role === 'contributor';
  const post = await user.rest<Post>('POST', 'posts', { title, content, status: waits ? 'pending' : 'publish' });
  return waits ? (await userOf({ ...writer, role: 'administrator' })).rest<Post>('POST', `posts/${post.id}`, { status: 'publish' }) : post;
};

const seen = new Map<string, Sight>();

const everyFormByEveryone = (forms: readonly WordPressForm[], plugin: boolean): void => {
  for (const writer of WRITERS)
    for (const form of forms) {
      const expected = predicted(form, writer, plugin);
      it(`${writer.title}, ${form}: ${expected}`, async () => {
        const post = await publishPost(writer, 'Support', blockMarkup(form));
        const found = await see(post.link, expected);
        seen.set(`${plugin} ${writer.title} ${form}`, found.sight);
        assert.equal(found.sight, expected, post.content.raw);
        assert.deepEqual(found.errors, []);
        assert.equal(found.ids.includes(REGION_LINE), form !== 'oembed');
      });
    }
};

const open: { close(): Promise<void> }[] = [];
const see = async (url: string, expected: Sight): Promise<Visit> => {
  const found = await visit(browser, url, expected);
  open.push(found);
  return found;
};
const edit = async (writer: Writer, post?: number): Promise<Editor> => {
  const editor = await openEditor(browser, siteOf(writer), await userOf(writer), post);
  open.push(editor);
  return editor;
};

const [ADMINISTRATOR, , AUTHOR, CONTRIBUTOR] = WRITERS as [Writer, Writer, Writer, Writer];
const html = async (url: string): Promise<string> => (await fetch(url)).text();
const latestOf = async (writer: Writer): Promise<Post> => {
  const user = await userOf(writer);
  const { id } = await user.rest<{ id: number }>('GET', 'users/me');
  const [post] = await user.rest<Post[]>('GET', `posts?context=edit&status=any&author=${id}&per_page=1`);
  return post!;
};

describe('in WordPress', { concurrency: 1 }, () => {
  /** A page that has nothing to do with any of this, before there was a plugin. */
  let plain: { link: string; html: string };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'released-'));
    scripts = await publish();
    [wordpress, browser] = await Promise.all([startWordPress(Number(new URL(scripts.origin).port)), launch()]);
    const administrator = await userOf(ADMINISTRATOR);
    const { link } = await administrator.rest<Post>('POST', 'pages', {
      title: 'About the panel',
      content:
        '<!-- wp:paragraph --><p>A control panel, and <a href="https://elsewhere.example/panel.html">another</a>. report-stalker-panel</p><!-- /wp:paragraph -->',
      status: 'publish',
    });
    plain = { link, html: await html(link) };
  });

  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  after(async () => {
    await browser?.close();
    await wordpress?.stop();
    await scripts?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('without the plugin', () => {
    everyFormByEveryone(FORMS, false);

    it('an author pastes the address into an Embed block, and sees the panel there', async () => {
      const editor = await edit(AUTHOR);
      await editor.insert('embed');
      await editor.canvas.waitForSelector('.wp-block-embed input');
      await editor.page.keyboard.sendCharacter(snippet('oembed', { base: base() }));
      await editor.page.keyboard.press('Enter');
      await editor.canvas.waitForSelector('.wp-block-embed iframe', { timeout: 60_000 });
      await editor.publish();
      const { sight, page } = await see((await latestOf(AUTHOR)).link, 'the panel in a frame');
      assert.equal(sight, 'the panel in a frame');
      // WordPress sizes the frame as the page in it says.
      const frame = page.frames().find((each) => each.url().includes('/panel.html'))!;
      let [wanted, given] = [0, 0];
      const isSized = () => wanted > 0 && Math.abs(given - Math.min(wanted, 1000)) <= 1;
      for (const limit = Date.now() + PATIENCE_MS; !isSized() && Date.now() < limit;) {
        wanted = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
        given = await (await frame.frameElement())!.evaluate((element) => element.clientHeight);
      }
      assert.ok(isSized(), `${given} px for ${wanted} px`);
    });

    for (const form of ['script', 'element', 'placeholder'] as const)
      it(`Administrator, ${form}, in a post without blocks: one panel, its numbers in it`, async () => {
        const { link } = await publishPost(ADMINISTRATOR, 'Support', `First.\n\n${snippet(form, { base: base() })}\n\nLast.`);
        assert.equal((await see(link, 'the panel')).sight, 'the panel');
      });

    it('a contributor pastes the snippet into a Custom HTML block; published as it is, its numbers stay', async () => {
      const editor = await edit(CONTRIBUTOR);
      await editor.insert('html');
      const area = await editor.canvas.waitForSelector('.wp-block-html textarea');
      await area!.focus();
      await editor.page.keyboard.sendCharacter(snippet('element', { base: base(), attributes: { region: 'wales' } }));
      await editor.publish();
      const { id } = await latestOf(CONTRIBUTOR);
      const { link } = await (await userOf(ADMINISTRATOR)).rest<Post>('POST', `posts/${id}`, { status: 'publish' });
      assert.equal((await see(link, 'the numbers and a link')).sight, 'the numbers and a link');
    });
  });

  describe('with the plugin', () => {
    before(async () => {
      const zip = join(folder, 'plugin.zip');
      writeFileSync(zip, wordPressZip({ dist: folder, base: base() }));
      await wordpress.site.php('plugin.php', 'install', zip);
      await wordpress.site.php('plugin.php', 'activate');
      await wordpress.network.php('plugin.php', 'activate');
    });

    everyFormByEveryone(PLUGIN_FORMS, true);

    it('is PHP without errors', () => {
      const plugin = join(wordpress.site.files, 'wp-content/plugins/report-stalker-panel');
      for (const name of readdirSync(plugin).filter((each) => each.endsWith('.php')))
        assert.match(execFileSync('php', ['-l', join(plugin, name)], { encoding: 'utf8' }), /No syntax errors/);
    });

    it('puts not one byte on other pages', async () => {
      assert.equal(await html(plain.link), plain.html);
    });

    it('puts one script on a page with the panel: from the site itself, whole or not at all', async () => {
      const { link } = await publishPost(AUTHOR, 'Support', blockMarkup('block') + blockMarkup('shortcode') + blockMarkup('placeholder'));
      const page = await html(link);
      const { integrity } = /integrity="(?<integrity>[^"]+)"/.exec(page)!.groups!;
      assert.deepEqual(page.match(/<script [^>]*embed\.js[^>]*>/g), [
        `<script integrity="${integrity}" crossorigin="anonymous" referrerpolicy="no-referrer" data-define-only data-untrusted-content data-no-optimize="1" data-no-defer="1" data-cfasync="false" nowprocket src="${wordpress.site.origin}/wp-content/plugins/report-stalker-panel/embed.js?ver=1.0.0" id="report-stalker-panel-js" async data-wp-strategy="async">`,
      ]);
      assert.equal(
        integrity,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(folder, 'embed.js')))
          .digest('base64')}`,
      );
      assert.doesNotMatch(page, new RegExp(`(src|href)="${scripts.origin}(?!/1/panel\\.html)`));
      const found = await see(link, 'two panels');
      // Three forms in three places are three panels.
      assert.equal(found.sight, 'two panels');
      assert.deepEqual(
        found.requests.filter((url) => new URL(url).origin !== wordpress.site.origin),
        [],
      );
    });

    it('leaves the numbers where the script has been changed on its way', async () => {
      const { link } = await publishPost(AUTHOR, 'Support', blockMarkup('block'));
      const file = join(wordpress.site.files, 'wp-content/plugins/report-stalker-panel/embed.js');
      const script = readFileSync(file);
      appendFileSync(file, '\n// changed');
      try {
        const found = await see(link, 'the numbers and a link');
        assert.equal(found.sight, 'the numbers and a link');
        assert.ok(found.ids.includes(REGION_LINE));
      } finally {
        writeFileSync(file, script);
      }
    });

    it('keeps scripts, styles and anybody’s own numbers, words and addresses out of an author’s tag', async () => {
      const withheld = optionNames
        .filter((name) => !optionTable[name].inUrl)
        .map((name) => ` ${optionTable[name].attribute}="https://elsewhere.example/"`);
      const { content } = await publishPost(
        AUTHOR,
        'Support',
        `<!-- wp:html --><report-stalker-panel region="wales" compact onclick="alert(1)" style="margin-left:-999px"${withheld.join('')} class="wide" dir="ltr" hidden id="help" title="Help" data-note="x"><a href="tel:999">999</a></report-stalker-panel><!-- /wp:html -->`,
      );
      assert.equal(
        content.raw,
        '<!-- wp:html --><report-stalker-panel region="wales" compact class="wide" dir="ltr" hidden id="help" title="Help" data-note="x"><a href="tel:999">999</a></report-stalker-panel><!-- /wp:html -->',
      );
    });

    it('leaves nothing of a panel in the comment of a visitor', async () => {
      const post = await publishPost(AUTHOR, 'Support', 'Words');
      const comment =
        '<report-stalker-panel show="emergency" without-exit>Mine</report-stalker-panel> [report-stalker-panel] <p data-report-stalker-panel>Ours</p>';
      const given = { comment_post_ID: String(post.id), author: 'Somebody', email: 'somebody@host.example', comment };
      const answer = await fetch(`${wordpress.site.origin}/wp-comments-post.php`, {
        method: 'POST',
        body: new URLSearchParams(given),
        redirect: 'manual',
      });
      const id = new URL(answer.headers.get('location')!).searchParams.get('unapproved');
      await (await userOf(ADMINISTRATOR)).rest('POST', `comments/${id}`, { status: 'approved' });
      const shown = await html(post.link);
      assert.match(shown, /Mine \[report-stalker-panel\] Ours/);
      assert.doesNotMatch(shown, /<[^>]*report-stalker-panel|embed\.js/);
    });

    it('escapes what a shortcode says, and leaves out what the panel does not know', async () => {
      const { link } = await publishPost(
        AUTHOR,
        'Support',
        `[report-stalker-panel region="wales" heading='"><img src=x>' police-href="javascript:alert(1)" onclick="alert(1)" compact show="police#paladin"]`,
      );
      const { sight, page, errors } = await see(link, 'the panel');
      assert.equal(sight, 'the panel');
      assert.deepEqual(errors, []);
      assert.deepEqual(
        await page.$eval('report-stalker-panel', (panel) =>
          [...panel.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== 'class'),
        ),
        [
          ['region', 'wales'],
          ['heading', '"><img src="x">'],
          ['police-href', 'javascript:alert(1)'],
          ['compact', ''],
          ['show', 'police#paladin'],
        ],
      );
      // Its page takes no more than any link may set.
      assert.equal(
        await page.$eval('report-stalker-panel a[href*="panel.html"]', (link) => link.search),
        '?region=wales&compact&show=police%23paladin',
      );
      assert.equal(await page.$('img[src="x"]'), null);
    });

    for (const [given, attributes] of [
      ['region=“wales” compact', 'region="wales" compact'],
      ['region=”wales” theme="dark”', 'region="wales" theme="dark"'],
      ['police-name=“Heddlu Gogledd Cymru” compact', 'police-name="Heddlu Gogledd Cymru" compact'],
      ['police-name=“Pat’s own force” lang=‘cy’', 'police-name="Pat’s own force" lang="cy"'],
      [`heading='"Call" us' compact`, 'heading="&quot;Call&quot; us" compact'],
      ['heading=„Call us“ police-name=«Our own force» lang=‚cy‘', 'heading="Call us" police-name="Our own force" lang="cy"'],
      ['REGION=”wales" COMPACT', 'region="wales" compact'],
    ] as const)
      it(`takes the quotes of a text processor off: ${given}`, async () => {
        const { link } = await publishPost(
          AUTHOR,
          'Support',
          `<!-- wp:shortcode -->\n[report-stalker-panel ${given}]\n<!-- /wp:shortcode -->`,
        );
        assert.equal(/<report-stalker-panel ([^>]*)>/.exec(await html(link))?.[1], attributes);
      });

    it('takes from a block only what an option can be, whatever its comment holds', async () => {
      const given = { region: 'wales', compact: false, heading: '', 'heading-level': [1], 'without-exit': {}, 'police-name': null };
      const { link } = await publishPost(AUTHOR, 'Support', `<!-- wp:report-stalker-panel/panel ${JSON.stringify(given)} /-->`);
      assert.match(await html(link), /<div class="wp-block-report-stalker-panel-panel[^"]*"><report-stalker-panel region="wales">/);
    });

    it('gives the numbers of the nation and in the language, however they are written, and some for every other', async () => {
      const numbersOf = async (given: string): Promise<string> => {
        const { link } = await publishPost(AUTHOR, 'Support', `[report-stalker-panel ${given}]`);
        return /<report-stalker-panel [^>]*>([^]*)<\/report-stalker-panel>/.exec(await html(link))![1]!.replace(/\?[^"]*/, '');
      };
      const welsh = await numbersOf('region="wales" lang="cy"');
      assert.match(welsh, /Dydd Llun/);
      // In a line of text, each contact has a line of its own.
      assert.match(welsh, /<br><strong>/);
      assert.equal(await numbersOf('region="Wales" lang="CY-gb"'), welsh);
      assert.equal(await numbersOf('region="mars" lang="fr"'), await numbersOf('lang="en"'));
    });

    it('gives them in the language of the site, to visitors and to the editor', async () => {
      const { link } = await publishPost(AUTHOR, 'Support', '[report-stalker-panel]');
      await wordpress.site.php('admin.php', 'site-language', 'cy');
      try {
        assert.match(await html(link), /<report-stalker-panel>[^]*Dydd Llun i ddydd Gwener/);
        const { cookies } = await userOf(AUTHOR);
        const editor = await fetch(`${wordpress.site.origin}/wp-admin/post-new.php`, { headers: { cookie: cookies.join('; ') } });
        assert.match(await editor.text(), /var reportStalkerPanel = \{.*"lang":"cy"\};/);
      } finally {
        await wordpress.site.php('admin.php', 'site-language', '');
      }
    });

    it('gives the numbers in the language of the site and of the tag', async () => {
      const { link } = await publishPost(AUTHOR, 'Support', '[report-stalker-panel lang="cy"]');
      const { page } = await see(link, 'the panel');
      assert.match(await page.$eval('report-stalker-panel', (panel) => panel.shadowRoot!.textContent), /Rhoi gwybod am stelciwr/);
      assert.match(
        await html(link),
        /<report-stalker-panel lang="cy">[^]*Dydd Llun i ddydd Gwener[^]*panel\.html\?lang=cy">Help gyda stelcio</,
      );
    });

    /** Fallback content as the README has it. */
    const WITH_LIST =
      '<report-stalker-panel region="wales">\n<p>Call <a href="tel:999">999</a>.</p>\n<ul>\n<li><a href="tel:101">101</a></li>\n<li><a href="tel:08088020300">0808 802 0300</a></li>\n<li><a href="tel:02038664107">020 3866 4107</a></li>\n</ul>\n</report-stalker-panel>';

    it('leaves a post of blocks as it is', async () => {
      const { link } = await publishPost(ADMINISTRATOR, 'Support', `<!-- wp:html -->\n${WITH_LIST}\n<!-- /wp:html -->`);
      assert.ok((await html(link)).includes(WITH_LIST));
    });

    const ownPage = async (): Promise<string> => {
      const [, page = assert.fail()] =
        /href="([^"?]*\/panel\.html)/.exec(await html((await publishPost(AUTHOR, 'Support', '[report-stalker-panel]')).link)) ?? [];
      return page;
    };

    for (const [whose, addressOf] of [
      ['its own', ownPage],
      ['the released', () => `${base()}1/panel.html`],
    ] as const)
      for (const [name, content] of [
        ['alone on a line', (address: string) => `First.\n\n${address}\n\nLast.`],
        [
          'in an Embed block',
          (address: string) =>
            `<!-- wp:embed ${JSON.stringify({ url: address, type: 'rich' })} -->\n<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n${address}\n</div></figure>\n<!-- /wp:embed -->`,
        ],
      ] as const)
        it(`makes a panel of the address of ${whose} page, ${name}, without asking anybody`, async () => {
          const page = await addressOf();
          const before = scripts.requests.length;
          const { link } = await publishPost(AUTHOR, 'Support', content(`${page}?region=wales&lang=cy&show[]=x&police-name=Mine&compact`));
          const found = await see(link, 'the panel');
          assert.equal(found.sight, 'the panel');
          assert.equal(/<report-stalker-panel ([^>]*)>/.exec(await html(link))?.[1], 'region="wales" lang="cy" compact');
          assert.equal(scripts.requests.length, before);
        });

    it('leaves an address that is only like that of its page to WordPress', async () => {
      const page = await ownPage();
      const { link } = await publishPost(AUTHOR, 'Support', `First.\n\n${page}.example\n\nhttps://elsewhere.example/?${page}\n\nLast.`);
      assert.doesNotMatch(await html(link), /<report-stalker-panel/);
    });

    const OWN_PATH = '/wp-content/plugins/report-stalker-panel/panel.html';
    for (const [form, isOne] of [
      ['<REPORT-STALKER-PANEL>999</REPORT-STALKER-PANEL>', true],
      ['<report-stalker-panel\nregion="wales">999</report-stalker-panel>', true],
      ['<report-stalker-panels>999</report-stalker-panels>', false],
      ['<div data-report-stalker-panel>999</div>', true],
      ['<div data-report-stalker-panel="">999</div>', true],
      ['<div data-report-stalker-panel class="wide">999</div>', true],
      ['<div data-report-stalker-panels>999</div>', false],
      ['<div x-data-report-stalker-panel>999</div>', false],
      [`<p><a href="${OWN_PATH}?region=wales">Help</a></p>`, true],
      [`<p><A HREF=${OWN_PATH}>Help</A></p>`, true],
      [`<p><a href='${OWN_PATH}'>Help</a></p>`, true],
    ] as const)
      it(`brings the script ${isOne ? '' : 'not '}for ${form}`, async () => {
        const { link } = await publishPost(ADMINISTRATOR, 'Support', `<!-- wp:html -->${form}<!-- /wp:html -->`);
        assert.equal(/embed\.js/.test(await html(link)), isOne);
      });

    it('brings the script for a link to the released page of any version, and of its own host alone', async () => {
      const scriptFor = async (href: string): Promise<boolean> =>
        /embed\.js/.test(await html((await publishPost(AUTHOR, 'Support', `<p><a href="${href}">Help</a></p>`)).link));
      assert.equal(await scriptFor(`${base()}1.2.3/panel.html`), true);
      assert.equal(await scriptFor(`${base()}latest/panel.html`), false);
    });

    it('leaves what stands between two tags in a post without blocks as it is, and a post that is too long', async () => {
      const two = [
        '<report-stalker-panel>\n<ul><li>1</li></ul>\n</report-stalker-panel>',
        '<REPORT-STALKER-PANEL>\n<ul><li>2</li></ul>\n</REPORT-STALKER-PANEL>',
      ];
      const { link } = await publishPost(ADMINISTRATOR, 'Support', `First.\n\n${two.join('\n\nBetween.\n\n')}\n\nLast.`);
      const page = await html(link);
      assert.match(
        page,
        /<p>First\.<\/p>\s*<div><report-stalker-panel>[^]*?<\/report-stalker-panel><\/div>\s*<p>Between\.<\/p>\s*<div><REPORT-STALKER-PANEL>/,
      );
      const long = await publishPost(ADMINISTRATOR, 'Support', `<report-stalker-panel>${'x '.repeat(1_000_000)}</report-stalker-panel>`);
      assert.ok((await html(long.link)).includes('x '.repeat(999_999)));
    });

    it('previews the address of its own page in the editor, without asking anybody', async () => {
      const page = await ownPage();
      const before = scripts.requests.length;
      const preview = await (
        await userOf(AUTHOR)
      ).rest<{ html: string }>('GET', `../../oembed/1.0/proxy?url=${encodeURIComponent(`${page}?region=wales`)}`);
      assert.match(preview.html, /<report-stalker-panel region="wales">/);
      assert.equal(scripts.requests.length, before);
    });

    for (const writer of [ADMINISTRATOR, AUTHOR])
      for (const [name, content] of [
        ['the snippet of the tag', () => `First.\n\n${snippet('element', { base: base() })}\n\nLast.`],
        [
          'the tag alone',
          () => `First.\n\n<report-stalker-panel region="wales">\n  ${fallback({ base: base() })}\n</report-stalker-panel>\n\nLast.`,
        ],
        ['the tag with a list in it', () => `First.\n\n${WITH_LIST}\n\nLast.`],
        ['the tag in a sentence', () => `First ${WITH_LIST} last.`],
        ['a placeholder', () => `First.\n\n${snippet('placeholder', { base: base() })}\n\nLast.`],
        ['a shortcode of its own', () => 'First.\n\n[report-stalker-panel]\n\nLast.'],
        ['a shortcode in a sentence', () => 'First [report-stalker-panel] last.'],
      ] as const)
        it(`${writer.title}: ${name} in a post without blocks is one panel, its numbers in it`, async () => {
          const { link } = await publishPost(writer, 'Support', content());
          assert.equal((await see(link, 'the panel')).sight, 'the panel');
        });

    it('an author chooses the block and its nation, sees the panel at once, and publishes it', async () => {
      const editor = await edit(AUTHOR);
      await editor.insert('stalker');
      const shows = (id: string) => waitInPanel(editor, `[data-contact="${id}"] [data-state="always"]`);
      await shows('emergency');
      assert.equal(await editor.canvas.$(`report-stalker-panel >>> [data-contact="${REGION_LINE}"]`), null);
      await choose(editor, 'Nation', 'wales');
      await shows(REGION_LINE);
      // The exit would take the editor away, with unsaved work.
      assert.equal(await editor.canvas.$('report-stalker-panel >>> [data-exit]'), null);
      await editor.publish();
      assert.deepEqual(editor.errors, []);

      const { id, link, content } = await latestOf(AUTHOR);
      assert.match(
        content.raw,
        /^<!-- wp:report-stalker-panel\/panel \{"region":"wales"\} -->\n<div class="wp-block-report-stalker-panel-panel"><p>.*<a href="tel:999" dir="ltr">999<\/a>/,
      );
      const found = await see(link, 'the panel');
      assert.equal(found.sight, 'the panel');
      assert.ok(found.ids.includes(REGION_LINE));

      const again = await edit(AUTHOR, id);
      await waitInPanel(again, `[data-contact="${REGION_LINE}"]`);
      assert.equal(await again.page.evaluate('wp.data.select("core/editor").isEditedPostDirty()'), false);
      assert.equal(await again.canvas.$('.block-editor-warning'), null);
      assert.deepEqual(again.errors, []);
    });

    it('takes a block that was written without its numbers, and adds them', async () => {
      const { id } = await (
        await userOf(AUTHOR)
      ).rest<Post>('POST', 'posts', {
        title: 'Support',
        content: '<!-- wp:report-stalker-panel/panel {"region":"wales","compact":true,"headingLevel":3} /-->',
      });
      const editor = await edit(AUTHOR, id);
      await waitInPanel(editor, `[data-contact="${REGION_LINE}"]`, 'report-stalker-panel[compact][heading-level="3"]');
      assert.equal(await editor.canvas.$('.block-editor-warning'), null);
      const edited = await editor.page.evaluate('wp.data.select("core/editor").getEditedPostContent()');
      assert.match(String(edited), /\{"region":"wales","headingLevel":3,"compact":true\} -->\n<div [^>]*><p>.*tel:/);
      const { dials } = contactsOfRecord.find(({ id }) => id === REGION_LINE)!;
      assert.ok(
        String(edited)
          .split('\n')
          .find((line) => line.startsWith('<div '))!
          .includes(`"${dials}"`),
        String(edited),
      );
    });

    it('saves the numbers in the language of the site, whichever the editor speaks', async () => {
      const { id } = await (
        await userOf(AUTHOR)
      ).rest<Post>('POST', 'posts', { title: 'Support', content: '<!-- wp:report-stalker-panel/panel /-->' });
      await wordpress.site.php('admin.php', 'language', 'cy');
      try {
        const editor = await edit(AUTHOR, id);
        await waitInPanel(editor, '[data-contact]');
        assert.equal(await editor.page.evaluate('document.documentElement.lang'), 'cy');
        const edited = String(await editor.page.evaluate('wp.data.select("core/editor").getEditedPostContent()'));
        assert.match(edited, /Monday to Friday/);
        assert.doesNotMatch(edited, /Dydd Llun/);
      } finally {
        await wordpress.site.php('admin.php', 'language', '');
      }
    });

    it('undoes a choice together with the numbers that follow from it', async () => {
      const { id } = await (await userOf(AUTHOR)).rest<Post>('POST', 'posts', { title: 'Support', content: blockMarkup('block') });
      const editor = await edit(AUTHOR, id);
      await waitInPanel(editor, `[data-contact="${REGION_LINE}"]`);
      const { dials } = contactsOfRecord.find(({ id }) => id === REGION_LINE)!;
      const block = 'wp.data.select("core/block-editor").getBlocks()[0].attributes';
      const has = (region: string, itsNumber: boolean) =>
        editor.page.waitForFunction(`${block}.region === "${region}" && String(${block}.numbers).includes('"${dials}"') === ${itsNumber}`);
      await has('wales', true);
      await editor.canvas.click('.wp-block-report-stalker-panel-panel');
      await choose(editor, 'Nation', 'scotland');
      await has('scotland', false);
      await editor.page.evaluate('wp.data.dispatch("core/editor").undo()');
      await has('wales', true);
      await editor.page.evaluate('wp.data.dispatch("core/editor").redo()');
      await has('scotland', false);
    });

    it('offers each option of the panel in the block’s settings, but the preview’s', async () => {
      const { id } = await (await userOf(AUTHOR)).rest<Post>('POST', 'posts', { title: 'Support', content: blockMarkup('block') });
      const editor = await edit(AUTHOR, id);
      const values: Record<string, unknown> = {
        region: 'wales',
        show: 'paladin',
        policeName: 'Heddlu',
        policeHref: 'https://police.example/',
        src: '/contacts.json',
        lang: 'cy',
        heading: 'Help',
        headingLevel: 3,
        compact: true,
        theme: 'dark',
        withoutExit: true,
        exitHref: 'https://weather.example/',
      };
      assert.deepEqual(
        Object.keys(values),
        optionNames.filter((name) => name !== 'now'),
      );
      const written = await editor.page.evaluate(
        `wp.blocks.serialize(wp.blocks.createBlock('report-stalker-panel/panel', ${JSON.stringify(values)}))`,
      );
      const { link } = await publishPost(AUTHOR, 'Support', String(written));
      const tag = /<report-stalker-panel ([^>]*)>/.exec(await html(link))![1];
      assert.equal(
        tag,
        'region="wales" show="paladin" police-name="Heddlu" police-href="https://police.example/" src="/contacts.json" lang="cy" heading="Help" heading-level="3" compact theme="dark" without-exit exit-href="https://weather.example/"',
      );
      await editor.canvas.click('.wp-block-report-stalker-panel-panel');
      await editor.page.waitForSelector('::-p-xpath(//label[normalize-space()="Nation"])');
      assert.equal(
        await editor.page.$$eval(
          '.block-editor-block-inspector :is(select, input)',
          (controls) => controls.filter((control) => !control.closest('.block-editor-block-inspector__advanced')).length,
        ),
        Object.keys(values).length,
      );
    });

    it('serves a part of the theme: the footer of a block theme', async () => {
      try {
        await wordpress.site.php('admin.php', 'footer', blockMarkup('placeholder'));
        assert.equal((await see(plain.link, 'the panel')).sight, 'the panel');
        await wordpress.site.php('admin.php', 'footer', '<!-- wp:shortcode -->[report-stalker-panel]<!-- /wp:shortcode -->');
        assert.equal((await see(plain.link, 'the panel')).sight, 'the panel');
      } finally {
        await wordpress.site.php('admin.php', 'footer', '');
      }
    });

    it('serves a classic theme: posts and widgets, and nothing else', async () => {
      const { link } = await publishPost(AUTHOR, 'Support', 'First [report-stalker-panel] last.');
      try {
        await wordpress.site.php('admin.php', 'theme', 'classic');
        assert.doesNotMatch(await html(plain.link), /plugins\/report-stalker-panel/);
        assert.equal((await see(link, 'the panel')).sight, 'the panel');
        for (const text of [
          '[report-stalker-panel]',
          snippet('placeholder', { base: base() }).replace(/<script.*/, ''),
          `<report-stalker-panel>\n  ${fallback({ base: base() })}\n</report-stalker-panel>`,
        ]) {
          await wordpress.site.php('admin.php', 'widget', text);
          assert.equal((await see(plain.link, 'the panel')).sight, 'the panel', text);
        }
      } finally {
        await wordpress.site.php('admin.php', 'widget', '');
        await wordpress.site.php('admin.php', 'theme', 'twentytwentyfive');
      }
    });

    it('makes PHP complain of nothing', async () => {
      for (const site of [wordpress.site, wordpress.network])
        assert.doesNotMatch(await site.complaints(), /report-stalker-panel|Fatal|Notice/);
    });
  });

  describe('when the plugin has gone', () => {
    let posts: Post[];

    before(async () => {
      const editor = await edit(AUTHOR);
      await editor.insert('stalker');
      await waitInPanel(editor, '[data-contact]');
      await editor.publish();
      posts = [await latestOf(AUTHOR), await publishPost(AUTHOR, 'Support', blockMarkup('element'))];
      await wordpress.site.php('plugin.php', 'deactivate');
      await wordpress.site.php('plugin.php', 'delete');
    });

    it('the numbers stay in posts', async () => {
      assert.equal((await see(posts[0]!.link, 'the numbers')).sight, 'the numbers');
      assert.equal((await see(posts[1]!.link, 'the numbers and a link')).sight, 'the numbers and a link');
    });

    it('it has left nothing else', async () => {
      assert.equal(await wordpress.site.php('admin.php', 'traces'), '');
      assert.ok(!existsSync(join(wordpress.site.files, 'wp-content/plugins/report-stalker-panel')));
    });
  });

  it('is documented as it was seen', () => {
    for (const plugin of [false, true]) {
      const forms = plugin ? PLUGIN_FORMS : FORMS;
      const rows = new Map(
        WRITERS.map(({ title }) => [title, forms.map((form) => seen.get(`${plugin} ${title} ${form}`) ?? 'nobody looked')]),
      );
      compareTable(`${plugin ? 'with' : 'without'} the plugin`, ['saved by', ...forms], rows, 'docs/hosts-wordpress.md');
    }
  });
});
