// Builds dist/panel.html, the whole panel as a page, and dist/oembed.json, which lets sites embed it
// by pasting its address. Right without any script: numbers, published hours, no live claim.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, type Token } from 'acorn';
import { publishedContacts } from '../src/contacts/published-contacts.js';
import { BASE_URL } from '../src/release.js';
import { staticHtml, WORDS } from './static-html.js';

const CHANNEL = new URL('1/', process.env['BASE_URL'] || BASE_URL).href;

// In one line: a server that minifies pages takes ends of lines out, and the hash of the styles in the policy would not fit any more.
const STYLES = `
:root{color-scheme:light dark;-webkit-text-size-adjust:100%;font-family:system-ui,sans-serif;line-height:1.4}
body{display:flow-root;margin:0 auto;max-width:60rem}
[data-static]{padding:0 .75rem;overflow-wrap:break-word}
h1{font-size:1.25em}h2,h3{font-size:1em;margin:1em 0 0}p{margin:.25em 0}
a{display:inline-block;line-height:1.5}
.exit,.number{min-height:44px;min-width:44px;line-height:44px;font-weight:700;color:inherit}
.number{font-size:1.5em}
@media print{.exit{display:none}}
summary{padding:.7rem 0;text-decoration:underline;cursor:pointer}
`.replaceAll('\n', '');

/** The panel's own styles, which browsers without adopted style sheets get in a `style` element. */
const panelStyles = (): string => {
  const tokens: (Token & { readonly value?: unknown })[] = [];
  parse(readFileSync('dist/embed.js', 'utf8'), { ecmaVersion: 2022, onToken: tokens });
  const [styles, ...others] = tokens.map(({ value }) => String(value)).filter((value) => value.startsWith(':host'));
  if (!styles || others.length) throw new Error('dist/embed.js has not one text of styles');
  return styles;
};

const hashOf = (styles: string): string => `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src 'self' ${new URL(CHANNEL).origin}`,
  `style-src ${hashOf(STYLES)} ${hashOf(panelStyles())}`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types report-stalker-panel',
].join('; ');

// `turbo-visit-control`: on a site that serves this page itself, Turbo would put it into the document of the page with the link, and
// the policy would then hold for that document for good. So Turbo is told to load it anew.
// `base`: links lead out of a frame. Those of numbers do not (`target`), since some frames may navigate only themselves.
// `aria-label`: the page around a frame has a main part too, so this one has a name, the same in both languages.
const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="turbo-visit-control" content="reload">
<title data-cy="${WORDS.cy.title}">${WORDS.en.title}</title>
<meta name="description" content="999, 101 and helplines, with their opening hours.">
<link rel="icon" href="data:,">
<link rel="alternate" type="application/json+oembed" href="${CHANNEL}oembed.json">
<base target="_top">
<style>${STYLES}</style>
</head>
<body>
<main aria-label="999">
<report-stalker-panel heading-level="1">
${staticHtml('en', publishedContacts)}
<hr>
${staticHtml('cy', publishedContacts)}
</report-stalker-panel>
</main>
<script src="embed.js" async data-panel-page></script>
</body>
</html>
`.replace(/\n{2,}/g, '\n');

const url = `${CHANNEL}panel.html`;
/** As tall as the panel at 600 px; sites that listen size the frame to its content. */
const size = { width: 600, height: 800 };
const oembed = {
  version: '1.0',
  type: 'rich',
  title: WORDS.en.title,
  provider_name: 'report-stalker-panel',
  provider_url: new URL('..', CHANNEL).href,
  // A day: the answer is the same for every release.
  cache_age: 86_400,
  ...size,
  // `frameborder`, since WordPress lets no style through that would take the border off.
  html:
    `<blockquote class="wp-embedded-content"><a href="${url}">Help with stalking</a></blockquote>` +
    `<iframe class="wp-embedded-content" src="${url}" width="${size.width}" height="${size.height}" title="Help with stalking" frameborder="0" referrerpolicy="no-referrer"></iframe>`,
};

// A server may name another encoding than the page does.
writeFileSync(
  'dist/panel.html',
  page.replace(/[^\0-\x7f]/gu, (letter) => `&#${letter.codePointAt(0)};`),
);
writeFileSync('dist/oembed.json', `${JSON.stringify(oembed, null, 2)}\n`);
