/** Pages that the checker is shown: what webmasters paste, as pasted and as it goes wrong. */
import { checkPage, type CheckOptions } from '../../../demo/check-page.js';
import { snippet, type FORMS, type SnippetOptions } from '../../../demo/snippets.js';

export const base = 'https://panel.example/';
export const hash = `sha384-${'A'.repeat(63)}B`;
export const otherHash = `sha384-${'C'.repeat(64)}`;
export const packHash = `sha384-${'D'.repeat(64)}`;
export const releases = [{ version: '1.0.0', integrity: hash, packs: { pl: packHash } }];
export const pinned = releases[0]!;

export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>News</title>${head}</head><body><h1>News</h1>${body}</body></html>`;
export const paste = (form: (typeof FORMS)[number], options: Partial<SnippetOptions> = {}) => snippet(form, { base, ...options });
export const meta = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

export const codes = (html: string, options: Partial<CheckOptions> = {}) =>
  checkPage(html, { base, releases, ...options }).findings.map(({ code }) => code);

/** The tag without the link that stands behind it. */
export const [TAG = ''] = /^<script.*<\/script>/.exec(paste('script')) ?? [];
export const DEFINE = TAG.replace(' async', ' async data-define-only');
export const FALLBACK = '<p><a href="tel:999">999</a></p>';
export const element = (attributes = '', content = FALLBACK) => `<report-stalker-panel${attributes}>${content}</report-stalker-panel>`;
export const link = (query = '', more = '') => `<a href="${base}1/panel.html${query}"${more}>Help</a>`;
export const frame = (attributes = 'title="Who to call" height="900"', query = '') =>
  `<iframe src="${base}1/panel.html${query}" ${attributes}></iframe>`;
/** A page in Polish, with the panel's script and that of its words. */
export const polish = (pack: string, tag = TAG, head = '') => page(`${element()}${tag}${pack}`, head).replace('lang="en"', 'lang="pl"');
export const PACK = TAG.replace('embed.js', 'lang/pl.js');
export const [PINNED = ''] = /^<script.*<\/script>/.exec(paste('script', { pinned })) ?? [];

/** A page with one panel and a style sheet. */
export const styled = (css: string, attributes = '') => page(`${element(attributes)}${TAG}`, `<style>${css}</style>`);
export const themed = (theme: string, attributes = '') => styled(`report-stalker-panel { ${theme} }`, attributes);
export const LIGHT = ' theme="light"';

/** Self-closed scripts, frames and placeholders, with what they take in. */
export const slashed = (tag: string) => page(`${tag.replace(/><\/\w+>$/, '/>')}<p>${link()}</p><p>The rest</p>`);
