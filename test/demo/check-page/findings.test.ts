/** What the checker finds in a page: a table of pages, in which every kind of finding is. */
import { expect } from '@open-wc/testing';
import { checkPage, type CheckOptions } from '../../../demo/check-page.js';
import { FORMS, snippet } from '../../../demo/snippets.js';
import {
  base,
  codes,
  DEFINE,
  element,
  FALLBACK,
  frame,
  hash,
  LIGHT,
  link,
  meta,
  otherHash,
  PACK,
  packHash,
  page,
  paste,
  PINNED,
  pinned,
  polish,
  releases,
  slashed,
  styled,
  TAG,
  themed,
} from './pages.js';

const rulesFor = (rules: string) => `<script type="speculationrules">${rules}</script>`;
const ruled = (rules: string) => page(`${element()}${TAG}`, rulesFor(rules));
const where = (condition: object, kind = 'prefetch') => JSON.stringify({ [kind]: [{ where: condition, eagerness: 'moderate' }] });
const ALL = '{"prerender":[{"source":"document","eagerness":"moderate"}]}';
const OWN = where({ href_matches: '/*' });
const EXCEPT = { not: { selector_matches: '[rel~=noreferrer]' } };

/** Asked for in advance: tried in Chromium. */
const TAKING_IN: readonly string[] = [
  ALL,
  ALL.replace('prerender', 'prefetch'),
  ALL.replace(/"source":"document",/, '"where":{"and":[]},'),
  ...[
    'https://*/*',
    'https://*',
    '*://*:*/*',
    'http{s}?://*/*',
    '(https?)://*/*',
    'https://:host(.*)/*',
    'https://www.:name.org/*',
    'https://www.bbc.co.uk',
    'https://*.suzylamplugh.org/*',
  ].map((pattern) => where({ href_matches: pattern })),
  where({ href_matches: ['/*', 'https://*/*'] }),
  where({ selector_matches: 'a' }),
  where({ selector_matches: ['.prerender', 'a[href^="https:"]'] }),
  where({ not: { href_matches: '/*' } }),
  where({
    and: [
      { or: [{ href_matches: '/news/*' }, { href_matches: 'https://*/*' }] },
      { not: { or: [{ selector_matches: '.no-prefetch' }, { href_matches: 'https://www.bbc.co.uk/*' }] } },
    ],
  }),
  where({
    and: [
      { href_matches: 'https://*/*' },
      { not: { selector_matches: 'report-stalker-panel a' } },
      { not: { selector_matches: 'a[rel~="nofollow"]' } },
    ],
  }),
  JSON.stringify({
    prefetch: [{ where: { href_matches: '/*' } }],
    prerender: [{ where: { href_matches: '/*' } }, { where: { href_matches: 'https://*/*' } }],
  }),
  JSON.stringify({ prefetch: [{ source: 'list', urls: ['/news', 'https://www.paladinservice.co.uk/'] }] }),
  JSON.stringify({ prerender: [{ urls: ['https://www.suzylamplugh.org'] }] }),
];

/** The words of others are as they write them. */
const LEAVING_OUT: readonly string[] = [
  // WordPress 6.8, and its plugin Speculative Loading.
  '{"prefetch":[{"source":"document","where":{"and":[{"href_matches":"\\/*"},{"not":{"href_matches":["\\/wp-*.php","\\/wp-admin\\/*","\\/wp-content\\/uploads\\/*","\\/*\\\\?(.+)"]}},{"not":{"selector_matches":"a[rel~=\\"nofollow\\"]"}},{"not":{"selector_matches":".no-prefetch, .no-prefetch a"}}]},"eagerness":"conservative"}]}',
  '{"prerender":[{"source":"document","where":{"and":[{"href_matches":"\\/*"},{"not":{"href_matches":["\\/wp-login.php","\\/wp-admin\\/*","\\/*\\\\?*(^|&)_wpnonce=*"]}},{"not":{"selector_matches":"a[rel~=\\"nofollow\\"]"}},{"not":{"selector_matches":".no-prerender, .no-prerender a"}}]},"eagerness":"moderate"}]}',
  // Speed Brain.
  '{"prefetch":[{"source":"document","eagerness":"conservative","where":{"and":[{"href_matches":"/*","relative_to":"document"}]}}]}',
  // Shopify, whose rules have a name.
  '{"tag":"shopify","prefetch":[{"source":"document","eagerness":"conservative","where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":["/cart*","/checkout*"]}}]}}]}',
  // Nuxt.
  '{"prefetch":[{"source":"list","urls":["/about","/contact"],"eagerness":"eager"}]}',
  ...[
    '/*',
    '/news/*',
    '*',
    '?page=*',
    '*.html',
    'news/*',
    '//*/*',
    '/*?url=https://*',
    'https://partner.example/*',
    'https://*.partner.example/*',
    'http://*/*',
    'https://*/blog/*',
    'https://*:8443/*',
    'https://:host/*',
    'https://www.bbc.co',
  ].map((pattern) => where({ href_matches: pattern })),
  where({ href_matches: { pathname: '/*' } }),
  where({ selector_matches: '.prerender' }),
  where({ selector_matches: ['main a', 'body *', 'report-stalker-panel a'] }),
  where({ or: [] }),
  where({ and: [{ href_matches: 'https://www.bbc.co.uk/*' }, { not: { selector_matches: 'a[rel~="nofollow"]' } }] }),
  where({ and: [{ href_matches: 'https://*/*' }, EXCEPT] }),
  where({
    and: [
      { or: [{ href_matches: '/*' }, { href_matches: '*://*:*/*' }] },
      { not: { or: [{ selector_matches: '.no' }, { selector_matches: 'a[rel~="noreferrer"]' }] } },
    ],
  }),
  where(EXCEPT),
  where({ not: { href_matches: 'https://*/*' } }),
  JSON.stringify({ prerender: [{ source: 'list', urls: ['next.html', 'https://cdn.example/', 'https://paladinservice.co.uk.example/'] }] }),
  // What browsers pass over.
  '',
  '{"prefetch":[{"source":"document"}',
  'null',
  '[]',
  '{"prefetch":{"source":"document"}}',
  '{"prefetch":[null,"document",{"eagerness":"moderate"},{"where":{}},{"where":null,"urls":null}]}',
  where({ selector_matches: 'a[' }),
  where({ href_matches: 'https://(*/*' }),
  where({ href_matches: '/*' }, 'prerender').replace('/*', 'https://*/*').replace('prerender', 'prepare'),
];

/** What is wrong, by name: the page, and exactly what is found in it. */
const TABLE: readonly (readonly [name: string, html: string, codes: readonly string[], options?: Partial<CheckOptions>])[] = [
  // As pasted.
  ['a script tag alone', page(`<main>${TAG}</main>`), []],
  ['an element in a page', page(`${element()}${TAG}`), []],
  ['a script tag with its link', page(paste('script')), []],
  ['a frame with its link', page(paste('frame')), []],
  ['a frame with its link, in paragraphs', page(`<p>${frame()}</p><p>${link()}</p>`), []],
  ['a snippet by itself', paste('element'), []],
  ['a script tag by itself', TAG, []],
  ['the panel that a script tag made, as saved by a browser', page(`${TAG}<report-stalker-panel></report-stalker-panel>`), []],
  ['a script of the site’s own', page(`${element()}<script src="/js/embed.js" async referrerpolicy="no-referrer"></script>`), []],
  ['somebody else’s embed.js', page(`<script src="https://news.disqus.com/embed.js" async></script>${element()}`), ['script-missing']],
  ['an address in place of HTML', 'https://partner.example/news', ['no-html']],
  ['words in place of HTML', 'The panel does not show. 1 < 2', ['no-html']],
  ['the address of the README', page(paste('script').replaceAll(base, 'https://HOST/')), ['unreachable']],
  [
    'a script on this machine, for a page that is not',
    page(`${element()}${TAG.replace(base, 'http://127.0.0.1:8001/')}`),
    ['unreachable'],
    { pageUrl: 'https://partner.example/' },
  ],
  [
    'a script on this machine, for a page that is there too',
    page(`${element()}${TAG.replace(base, 'http://127.0.0.1:8001/')}`),
    [],
    { pageUrl: 'http://localhost:8000/' },
  ],
  ['a language without its script', page(`${element(' lang="pl-PL"')}${TAG}`), ['language-missing']],
  ['the language of the page without its script', page(TAG).replace('lang="en"', 'lang="ur"'), ['language-missing']],
  ['a language with the script of another', polish(PACK.replace('pl.js', 'ro.js')), ['language-missing']],
  [
    'a language of the page, in which no panel is',
    page(`${element(' lang="en"')}${DEFINE}`).replace('<html lang="en"', '<html lang="pl"'),
    [],
  ],
  ['the language of a link without its script', page(`<p>${link('?lang=ro')}</p>${DEFINE}`), ['language-missing']],
  [
    'the language of a placeholder without its script',
    page(`<div data-report-stalker-panel data-lang="ar">${FALLBACK}</div>${DEFINE}`),
    ['language-missing'],
  ],
  ['a language with its script', page(paste('element', { attributes: { lang: 'pl-PL' } })), []],
  ['a language that is built in, and one that nobody has', page(`${element(' lang="cy"')}<p>Or</p>${element(' lang="tlh"')}${TAG}`), []],
  ['a pack that is held back', polish(PACK.replace('<script', '<script type="text/plain"')), ['held-back']],
  ['a pack in typographic quotes', polish(PACK.replace(/src="([^"]*)"/, 'src=”$1”')), ['curly-quotes']],
  ['a pack of http:', polish(PACK.replace('https:', 'http:')), ['http']],
  ['a pack and script of http:', polish(PACK.replace('https:', 'http:'), TAG.replace('https:', 'http:')), ['http', 'http']],
  [
    'a pack beside a script of the site’s own',
    polish('<script src="/js/lang/pl.js?v=1"></script>', '<script src="/js/embed.js" async referrerpolicy="no-referrer"></script>'),
    ['blocking', 'referrer'],
  ],
  ['a pack of HOST', polish(PACK.replace(base, 'https://HOST/'), TAG.replace(base, 'https://HOST/')), ['unreachable']],
  ['a pack of another release', polish(PACK.replace('/1/', '/1.0.0/')), []],
  ['somebody else’s words', polish('<script src="https://editor.example/4.2.1/lang/pl.js"></script>'), ['language-missing']],
  ['somebody else’s words, and ours', polish(`<script src="/editor/lang/pl.js"></script>${PACK}`), []],
  ['words of a page’s own', page(`${element()}${TAG}${TAG.replace('embed.js', 'lang/own.js').replace(' async', '')}`), ['blocking']],
  ['the hash of a pack', polish(PACK.replace('/1/', '/1.0.0/').replace(' async', ` async integrity="${packHash}" crossorigin`)), []],
  [
    'the hash of the script on a pack',
    polish(PACK.replace('/1/', '/1.0.0/').replace(' async', ` async integrity="${hash}" crossorigin`)),
    ['integrity-wrong'],
  ],
  [
    'the hash of a pack without crossorigin',
    polish(PACK.replace('/1/', '/1.0.0/').replace(' async', ` async integrity="${packHash}"`)),
    ['crossorigin-missing'],
  ],
  [
    'the hash of a pack that is not known',
    polish(
      PACK.replace('/1/', '/1.0.0/').replace('pl.js', 'ro.js').replace(' async', ` async integrity="${packHash}" crossorigin`),
    ).replace('lang="pl"', 'lang="ro"'),
    ['integrity-unknown'],
  ],
  [
    'a nonce on the script alone',
    polish(PACK, TAG.replace('<script', '<script nonce="abc"'), meta("script-src 'nonce-abc'")),
    ['csp-script'],
  ],
  ['a policy that names the script alone', polish(PACK, TAG, meta(`script-src ${base}1/embed.js`)), ['csp-script']],
  ['in a comment only', page(`<!-- ${TAG} <report-stalker-panel /> -->`), ['nothing-found']],
  [
    'script and styles are no text',
    page(`${element()}${TAG}<script>var a = "<report-stalker-panel>";</script><style>/* <script src=embed.js> */</style>`),
    [],
  ],

  ['a comment that names a tag of whole pages', `<!-- goes into the <head> -->${TAG}`, []],
  ['a template is none', page(`${element()}${TAG}<template><report-stalker-panel></template>`), []],
  [
    'the element from the package, by its module',
    page(
      `${element()}<script type="module" src="/node_modules/report-stalker-panel/dist/define.js" referrerpolicy="no-referrer"></script>`,
    ),
    [],
  ],
  [
    'a module that registers the element, and another form',
    page(
      `<div data-report-stalker-panel>${FALLBACK}</div><script type="module" src="/node_modules/report-stalker-panel/dist/define.js" referrerpolicy="no-referrer"></script>`,
    ),
    ['script-missing'],
  ],
  [
    'a module that registers the element, and a hash of its own',
    page(
      `${element()}<script type="module" src="${base}1.0.0/define.js" integrity="${otherHash}" crossorigin referrerpolicy="no-referrer"></script>`,
    ),
    ['integrity-unknown'],
  ],
  [
    'a module that registers the element, and nothing to show',
    page(`<script type="module" src="${base}1.0.0/define.js" integrity="${otherHash}" crossorigin referrerpolicy="no-referrer"></script>`),
    ['nothing-to-show', 'integrity-unknown'],
  ],

  // What browsers that run scripts leave out.
  [
    'a picture in the head, for browsers without scripts',
    page('', `<noscript><img src="https://pixel.example/"></noscript>${TAG}`),
    ['nothing-to-show'],
  ],
  ['a picture in the head, and an element', page(element(), `<noscript><img src="https://pixel.example/"></noscript>${TAG}`), []],
  ['a script for browsers without scripts', page(`${element()}<noscript>${TAG}</noscript>`), ['script-missing']],
  ['an element for browsers without scripts', page(`${TAG}<noscript><report-stalker-panel></noscript>`), []],
  [
    'a noscript in a comment and in a script',
    page(`<!-- <noscript> -->${element()}<script>var a = "<noscript>";</script>${TAG}<noscript>No</noscript>`),
    [],
  ],
  ['a frame that a lazy loader keeps', page(`<img class="lazy" src="/x.gif"><noscript>${frame()}</noscript>`), []],

  // What filters leave.
  ['WordPress, author: the script tag alone', page(''), ['nothing-found']],
  ['WordPress, author: the script tag, its link kept', page(paste('script').replace(/<script.*<\/script>/, '')), ['link-only']],
  ['WordPress, author: the frame, its link kept', page(paste('frame').replace(/<iframe.*<\/iframe>/, '')), ['link-only']],
  [
    'WordPress, author: the element',
    page(paste('element').replace(/<\/?report-stalker-panel>|<script.*<\/script>/g, '')),
    ['element-removed'],
  ],
  ['WordPress, author: the placeholder', page(paste('placeholder').replace(/<script.*<\/script>/, '')), ['script-missing']],
  [
    'WordPress: an embed that was not answered',
    page(`<figure class="wp-block-embed"><div>\n${base}1/panel.html\n</div></figure>`),
    ['address-as-text'],
  ],
  ['the address in a paragraph right between two others', page(`<p>Help</p><p>${base}1/panel.html</p><p>More</p>`), ['address-as-text']],
  ['the address as the words of its link', page(`<p><a href="${base}1/panel.html">${base}1/panel.html</a></p>`), ['link-only']],
  ['WordPress, author: the link', page(paste('link')), ['link-only']],
  ['WordPress, editor: wpautop', page(`<p>${TAG}</p>`), []],
  ['MediaWiki: escaped', page(`<p>${paste('element').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`), ['as-text']],
  [
    'MediaWiki: escaped, addresses made links',
    page(`<p>&lt;script src="<a href="${base}1/embed.js">${base}1/embed.js</a>" async&gt;&lt;/script&gt;</p>`),
    ['as-text'],
  ],
  ['escaped twice', page('<p>&amp;lt;report-stalker-panel&amp;gt;</p>'), ['as-text']],
  ['escaped: a frame', page(`<p>${frame().replaceAll('<', '&lt;')}</p>`), ['as-text']],
  ['escaped: a placeholder', page('<p>&lt;div data-report-stalker-panel&gt;</p>'), ['as-text']],
  ['the address in a block of code', page(`<pre>${base}1/panel.html</pre>`), ['nothing-found']],
  ['Markdown: an indented block', page(`<pre><code>${TAG.replaceAll('<', '&lt;')}</code></pre>`), ['as-code']],
  ['Hugo: raw HTML omitted', page('<!-- raw HTML omitted -->'), ['nothing-found']],
  [
    'Drupal, CKEditor, DOMPurify: the link stays',
    page(`<p><a href="tel:999">999</a></p><p>${link('?region=england')}</p>`),
    ['element-removed'],
  ],
  ['CKEditor: the placeholder emptied', page(`<div data-report-stalker-panel data-region="england"></div>${TAG}`), ['empty']],
  ['hydration emptied the element', page(`<report-stalker-panel region="wales"> </report-stalker-panel>${DEFINE}`), ['empty']],
  [
    'WordPress: a paragraph around the start tag, without the section',
    page(`<p><report-stalker-panel region="wales"></p>${FALLBACK}</report-stalker-panel></p>${TAG}`),
    ['closed-early'],
  ],
  [
    'WordPress: a paragraph around the start tag and the first words',
    page(`<p><report-stalker-panel><br>${FALLBACK}</report-stalker-panel></p>${TAG}`),
    ['closed-early'],
  ],
  [
    'an empty element in a paragraph, and numbers of the page’s own further down',
    page(`<p><report-stalker-panel></report-stalker-panel></p><h2>More</h2>${FALLBACK}${TAG}`),
    ['empty'],
  ],
  [
    'an empty element that is in no paragraph, before numbers of the page’s own',
    page(`<report-stalker-panel></report-stalker-panel>${FALLBACK}${TAG}`),
    ['empty'],
  ],
  ['TinyMCE: a frame with an empty sandbox', page(frame('title="x" height="900" sandbox=""')), ['sandbox', 'sandbox-exit']],
  ['WordPress: an embedded frame', page(frame('title="x" height="900" sandbox="allow-scripts"')), ['sandbox', 'sandbox-exit']],
  [
    'an editor with typographic quotes',
    page(`<script src=”${base}1/embed.js” async referrerpolicy="no-referrer"></script>`),
    ['curly-quotes'],
  ],
  [
    'typographic quotes around words',
    page(`${element(' heading="“Help” and ‘advice’" police-name=\'“Westmere”\' aria-label="‘Help’"')}${TAG}`),
    [],
  ],
  ['typographic quotes in place of straight ones', page(`${element(' heading=“Help”')}${TAG}`), ['curly-quotes']],
  [
    'a consent tool',
    page(
      `${element()}<script type="text/plain" data-category="marketing" src="${base}1/embed.js" async referrerpolicy="no-referrer"></script>`,
    ),
    ['held-back'],
  ],
  [
    'an optimiser',
    page(
      `${element()}<script type="rocketlazyloadscript" data-rocket-src="${base}1/embed.js" async referrerpolicy="no-referrer"></script>`,
    ),
    ['held-back'],
  ],

  [
    'Complianz',
    page(
      `${element()}<script type="text/plain" data-service="general" data-cmplz-src="${base}1/embed.js" async referrerpolicy="no-referrer"></script>`,
    ),
    ['held-back'],
  ],
  ...['javascript', 'text/javascript; charset=utf-8', 'text/js', 'application/js', 'script', 'text/javascript1.6', ' module ', ' '].map(
    (type) => [`the type "${type}"`, page(`${element()}${TAG.replace(' async', ` async type="${type}"`)}`), ['type']] as const,
  ),
  ...[
    '',
    'text/javascript',
    ' text/javascript ',
    'TEXT/JAVASCRIPT',
    'text/javascript1.5',
    'text/jscript',
    'text/livescript',
    'application/x-ecmascript',
    'module',
  ].map((type) => [`the type "${type}"`, page(`${element()}${TAG.replace(' async', ` async type="${type}"`)}`), []] as const),
  ...['text/plain', 'text/x-consent', 'litespeed/javascript', 'abc123-text/javascript', 'application/json'].map(
    (type) => [`the type "${type}"`, page(`${element()}${TAG.replace(' async', ` async type="${type}"`)}`), ['held-back']] as const,
  ),
  ['a lazy loader of scripts', page(`${element()}${TAG.replace(' src', ' data-src')}`), ['held-back']],
  ['an optimiser for old browsers', page(`${element()}${TAG.replace(' async', ' async nomodule')}`), ['held-back']],
  ['a module is no matter of nomodule', page(`${element()}${TAG.replace(' async', ' type="module" nomodule')}`), []],
  ...[
    'data-src',
    'data-lazy-src',
    'data-cookieblock-src',
    'src="about:blank" data-src',
    'src="" data-src',
    'src="data:text/html,x" data-lazy-src',
    'src="about:blank" data-src-cmplz',
  ].map((name) => [`a frame held back by ${name}`, page(`${frame().replace('src', name)}<p>${link()}</p>`), ['held-back']] as const),
  [
    'a lazy frame, and the same without scripts',
    page(`${frame().replace('src', 'data-src')}<noscript>${frame()}</noscript>`),
    ['held-back'],
  ],

  // Closing.
  ['self-closed', page(`<report-stalker-panel region="wales" />${FALLBACK}${TAG}`), ['self-closed']],
  ['self-closed, with a > in a value', page(`<report-stalker-panel heading="a > b" />${FALLBACK}${TAG}`), ['self-closed']],
  [
    'an address that ends with a slash',
    page(`<report-stalker-panel exit-href="https://weather.example/">${FALLBACK}</report-stalker-panel>${TAG}`),
    [],
  ],
  [
    'an address without quotes that ends with a slash',
    page(`<report-stalker-panel police-href=https://x.police.uk/>${FALLBACK}</report-stalker-panel>${TAG}`),
    [],
  ],
  ['self-closed behind a value without quotes', page(`<report-stalker-panel region=wales />${FALLBACK}${TAG}`), ['self-closed']],
  ['self-closed right behind a value', page(`<report-stalker-panel region="wales"/>${FALLBACK}${TAG}`), ['self-closed']],
  ['never closed', page(`<report-stalker-panel>${FALLBACK}<main><p>News</p></main>${TAG}`), ['not-closed']],
  ['closed right behind a slash', page(`<report-stalker-panel/> </report-stalker-panel>${TAG}`), ['empty']],
  ['a slash in the text of a value', page(`<report-stalker-panel heading="a />">${FALLBACK}</report-stalker-panel>${TAG}`), []],
  ['a script tag, self-closed', slashed(TAG), ['self-closed']],
  ['a script tag, self-closed, as an XML serialiser writes it', slashed(TAG.replace(' async', ' async=""')), ['self-closed']],
  [
    'a script tag, self-closed behind a space, in capitals',
    slashed(TAG.replace('<script', '<SCRIPT').replace('></script>', ' /></script>')).replace('/></script>', '/>'),
    ['self-closed'],
  ],
  ['a script tag, self-closed, by itself', TAG.replace('></script>', '/>'), ['self-closed']],
  [
    'a script tag, self-closed, before a script of the site',
    slashed(TAG).replace('</body>', '<script>var a;</script></body>'),
    ['self-closed'],
  ],
  [
    'a script tag of the site’s own, self-closed',
    page(`${element()}<script src="/js/embed.js" async referrerpolicy="no-referrer"/>`),
    ['self-closed'],
  ],
  ['a script tag with a slash, closed', page(`${element()}${TAG.replace('></script>', ' />\n</script>')}`), []],
  [
    'a script whose address ends with a slash, without quotes',
    page(`${element()}${TAG}<script async src=https://panel.example/embed.js/></script>`),
    [],
  ],
  [
    'a script whose address has no quotes',
    page(`${element()}<script async referrerpolicy=no-referrer src=${base}1/embed.js?a/></script>`),
    [],
  ],
  ['somebody else’s script, self-closed', page(`${element()}${TAG}<script src="https://other.example/a.js"/>`), []],
  [
    'a self-closed script in a comment, in a script and in a template',
    page(
      `${element()}${TAG}<!-- ${TAG.replace('></script>', '/>')} --><script>a = '${TAG.replace('></script>', '/>')}'</script><template>${TAG.replace('></script>', '/>')}</template>`,
    ),
    [],
  ],
  ['a pack, self-closed', polish(PACK.replace('></script>', '/>')), ['self-closed']],
  ['a frame, self-closed', slashed(frame()), ['self-closed']],
  ['a frame, self-closed, by itself', frame().replace('></iframe>', '/>'), ['self-closed']],
  ['a frame with a slash, closed', page(frame().replace('></iframe>', ' /></iframe>')), []],
  ['a placeholder, self-closed', page(`<div data-report-stalker-panel/><p>The rest</p>${TAG}`), ['self-closed', 'fallback-without-999']],
  ['a placeholder of another kind, self-closed', page(`<section data-report-stalker-panel="" />${FALLBACK}${TAG}`), ['self-closed']],
  ['a placeholder with a slash, closed', page(`<div data-report-stalker-panel/></div>${TAG}`), ['empty']],
  ['other tags, self-closed', page(`<div/><br/><iframe src="https://other.example/"/></iframe>${element()}${TAG}</div>`), []],
  ['around a part of the page', page(`${element('', `${FALLBACK}<nav>Menu</nav>`)}${TAG}`), ['swallowed']],

  // Fallback content.
  ['a fallback without 999', page(`${element('', '<p>Please wait</p>')}${TAG}`), ['fallback-without-999']],
  [
    'a fallback with 999 in words, and a link to something else',
    page(`${element('', '<p>Call 999</p><p><a href="/help">Help</a></p>')}${TAG}`),
    ['fallback-without-999'],
  ],
  [
    'a fallback whose numbers a filter has made words',
    page(`${element('', '<p>Call <a rel="nofollow">999</a> or <a rel="nofollow">0808 802 0300</a></p>')}${TAG}`),
    ['lost-number'],
  ],
  [
    'a helpline that a filter has made words, and no link to 999',
    page(`${element('', '<p>Call 999 or <a>0808 802 0300</a></p>')}${TAG}`),
    ['fallback-without-999', 'lost-number'],
  ],
  ['999 as a link to nowhere', page(`${element('', '<p><a href="denied:tel:999">999</a></p>')}${TAG}`), ['lost-number']],
  ['999 as html-minifier changes it', page(`${element('', '<p><a href="tel://999null">999</a></p>')}${TAG}`), ['lost-number']],
  ['101 as a page of the site', page(`${element('', `${FALLBACK}<a href="https://tel:101"> 101 </a>`)}${TAG}`), ['lost-number']],
  [
    'words and the link, of an element that is gone',
    page(`<p>Call <a>999</a></p><p><a href="${base}1/panel.html">Help</a></p>`),
    ['lost-number', 'link-only'],
  ],
  ['the same without anything of ours', page(`${TAG}<p>Call <a>999</a></p>`), []],
  [
    'numbers in another form, in words, and links and anchors of other kinds',
    page(
      `${element('', `${FALLBACK}<p>999, <a href="tel:+448088020300">0808 802 0300</a>, <a href=" tel:101">101</a></p>`)}${TAG}<a id="a">999</a><a name="b">101</a><a href="/101">101</a><a>105</a>`,
    ),
    [],
  ],
  ['a text message to 999', page(`${element('', `${FALLBACK}<a href="sms:999">Text</a>`)}${TAG}`), ['sms-link']],
  ['a text message to 999 elsewhere', page(`${TAG}<p><a href="SMS:999?body=help">Text</a></p>`), ['sms-link']],
  ['a text message to 112', page(`${TAG}<p><a href="sms:112">Text</a></p>`), ['sms-link']],
  ['a text message to somebody else elsewhere', page(`${TAG}<p><a href="sms:07700900123">Text us</a></p>`), []],

  ['a fallback for browsers without scripts alone', page(`${element('', `<noscript>${FALLBACK}</noscript>`)}${TAG}`), ['noscript']],
  [
    'a fallback whose 999 is for browsers without scripts alone',
    page(`${element('', `<p>Please wait</p><noscript>${FALLBACK}</noscript>`)}${TAG}`),
    ['fallback-without-999'],
  ],
  ['a fallback, and more for browsers without scripts', page(`${element('', `${FALLBACK}<noscript><p>More</p></noscript>`)}${TAG}`), []],
  ['the same of a placeholder', page(`<div data-report-stalker-panel><noscript>${FALLBACK}</noscript></div>${TAG}`), ['noscript']],

  // More than one.
  ['nested', page(`${element('', FALLBACK + element())}${TAG}`), ['nested']],
  ['a frame inside an element', page(`${element('', FALLBACK + frame())}${TAG}`), ['form-in-form']],
  [
    'a placeholder inside an element',
    page(`${element('', `${FALLBACK}<div data-report-stalker-panel>${FALLBACK}</div>`)}${TAG}`),
    ['form-in-form'],
  ],
  ['an element and a frame in one place', page(`${element()}${TAG}${frame()}`), ['several-forms']],
  ['an element and a link in one place', page(`${element()}${TAG}<p>${link()}</p>`), ['several-forms']],
  ['a link among words, before an element', page(`<p>See ${link()} today.</p>${element()}${TAG}`), ['link-not-alone']],
  ['an element and a frame in two places', page(`${element()}${TAG}<p>More</p>${frame()}`), []],
  ['two versions', page(`${element()}${TAG}<p></p>${PINNED}`), ['two-versions']],
  ['the same script twice', page(`${element()}${DEFINE}${DEFINE}`), ['repeated']],
  ['two tags in two places', page(`<div>${TAG}</div><p>More</p><div>${TAG}</div>`), ['repeated']],
  ['two tags, each with its link', page(`${paste('script')}<p>More</p>${paste('script')}`), ['repeated']],
  ['a tag in the head and one in the body', page(TAG, TAG), ['repeated']],
  ['a tag and the same as a module', page(`${element()}${TAG}${TAG.replace(' async', ' type="module"')}`), ['repeated']],
  ['a module runs once', page(`${element()}${TAG.replace(' async', ' type="module"')}${TAG.replace(' async', ' type="module"')}`), []],
  ['a tag and one that does not run', page(`${element()}${TAG}${TAG.replace(' async', ' async nomodule')}`), ['held-back']],

  // Integrity.
  ['pinned as it should be', page(PINNED), []],
  ['the wrong hash', page(PINNED.replace(hash, otherHash)), ['integrity-wrong']],
  ['a hash among others', page(PINNED.replace(hash, `${otherHash} ${hash}`)), []],
  ['a hash that is too short', page(PINNED.replace(hash, 'sha384-AAAA')), ['integrity-malformed']],
  ['a hash of no kind', page(PINNED.replace(hash, 'md5-AAAA')), ['integrity-ignored']],
  ['a hash in capitals, which is of no kind', page(PINNED.replace(hash, hash.replace('sha', 'SHA'))), ['integrity-ignored']],
  [
    'a hash of no kind needs no crossorigin',
    page(PINNED.replace(hash, 'sha1-AAAA').replace(' crossorigin="anonymous"', '')),
    ['integrity-ignored'],
  ],
  ['a hash that is too short, beside the right one', page(PINNED.replace(hash, `sha384-AAAA ${hash}`)), []],
  ['a stronger hash that is too short, beside the right one', page(PINNED.replace(hash, `sha512-AAAA ${hash}`)), ['integrity-malformed']],
  [
    'a stronger hash, of which nothing is known, beside the right one',
    page(PINNED.replace(hash, `sha512-${'E'.repeat(86)}== ${hash}`)),
    ['integrity-unknown'],
  ],
  ['a hash of another kind', page(PINNED.replace(hash, `sha256-${'E'.repeat(43)}=`)), ['integrity-unknown']],
  ['a weaker hash, beside the wrong one', page(PINNED.replace(hash, `sha256-${'E'.repeat(43)}= ${otherHash}`)), ['integrity-wrong']],
  ['the right hash in its other spellings', page(PINNED.replace(hash, `md5-AAAA ${hash.replace('sha384', 'sha-384')}?option`)), []],
  ['a hash on the evergreen address', page(PINNED.replace('/1.0.0/', '/1/')), ['integrity-on-evergreen']],
  ['a release that is not known', page(PINNED.replace('/1.0.0/', '/1.9.0/')), ['integrity-unknown']],
  ['without crossorigin', page(PINNED.replace(' crossorigin="anonymous"', '')), ['crossorigin-missing']],
  [
    'a hash on a script of the site’s own',
    page(`${element()}<script src="/js/embed.js" integrity="${hash}" async referrerpolicy="no-referrer"></script>`),
    ['integrity-unknown'],
    { pageUrl: 'https://partner.example/' },
  ],
  ['a module needs no crossorigin', page(`${element()}${PINNED.replace(' crossorigin="anonymous"', ' type="module"')}`), []],
  ['on the page’s own site without crossorigin', page(PINNED.replace(' crossorigin="anonymous"', '')), [], { pageUrl: `${base}news` }],
  ['pinned without integrity', page(TAG.replace('/1/', '/1.0.0/')), ['pinned']],
  ['pinned without integrity, to a release of long numbers', page(TAG.replace('/1/', '/12.10.11-rc.1/')), ['pinned']],

  // The script tag.
  ['an http: script', page(TAG.replace('https:', 'http:')), ['http']],
  ['an http: script on an http: page', page(TAG.replace('https:', 'http:')), [], { pageUrl: 'http://intranet.example/' }],
  ['an http: script on this machine', page(`${element()}${TAG.replace(base, 'http://127.0.0.1:8000/')}`), []],
  [
    'a script whose address is told from a base',
    page('<script src="embed.js" async referrerpolicy="no-referrer"></script>', `<base href="${base}1/">`),
    [],
  ],
  ['an http: frame', page(frame().replace('https:', 'http:')), ['http']],
  ['an http: frame on an http: page', page(frame().replace('https:', 'http:')), [], { pageUrl: 'http://intranet.example/' }],
  ['an http: contact document', page(`${element(' src="http://data.example/c.json"')}${TAG}`), ['http']],
  [
    'an http: contact document of a placeholder',
    page(`<div data-report-stalker-panel data-src="http://data.example/c.json">${FALLBACK}</div>${TAG}`),
    ['http'],
  ],
  ['a contact document on the webmaster’s disk', page(`${element(' src="C:\\contacts.json"')}${TAG}`), ['src-address']],
  [
    'ids of its own contact document, of a placeholder',
    page(`<div data-report-stalker-panel data-src="/contacts.json" data-show="westmere">${FALLBACK}</div>${TAG}`),
    [],
  ],
  [
    'a contact document that is no address, of a placeholder',
    page(`<div data-report-stalker-panel data-src="javascript:1">${FALLBACK}</div>${TAG}`),
    ['src-address'],
  ],
  ['a contact document behind a password', page(`${element(' src="https://a:b@data.example/c.json"')}${TAG}`), ['src-address']],
  ['a contact document of the site', page(`${element(' src=" contacts.json "')}${TAG}`), []],
  ['a script that blocks', page(TAG.replace(' async', '')), ['blocking']],
  ['a script that tells the page', page(TAG.replace(' referrerpolicy="no-referrer"', '')), ['referrer']],
  ['in the head, with nothing to show', page('', TAG), ['nothing-to-show']],
  ['data-define-only, with nothing to show', page(DEFINE), ['nothing-to-show']],
  ['in the head, with an element', page(element(), TAG), []],
  ['in the head, with a target', page('<div id="here"></div>', TAG.replace(' async', ' async data-target="#here"')), []],
  ['a target whose id begins with a digit', page('<div id="3fa"></div>', TAG.replace(' async', ' async data-target="#3fa"')), []],
  ['where others may write, a tag alone', page(TAG.replace(' async', ' async data-untrusted-content')), ['tag-gives-way']],
  [
    'where others may write, a placeholder',
    page(
      `<div data-report-stalker-panel data-region="wales">${FALLBACK}</div>${DEFINE.replace(' async', ' async data-untrusted-content')}`,
    ),
    [],
  ],
  [
    'where others may write, a placeholder with words and addresses',
    page(
      `<div data-report-stalker-panel data-region="wales" data-heading="Help" data-src="/contacts.json">${FALLBACK}</div>${DEFINE.replace(' async', ' async data-untrusted-content')}`,
    ),
    ['option-of-strangers'],
  ],
  ['where others may write, an element', page(`${element()}${TAG.replace(' async', ' async data-untrusted-content')}`), []],
  [
    'where others may write, a tag that shows no panel, and a link',
    page(`<p>${link()}</p>${DEFINE.replace(' async', ' async data-untrusted-content')}`),
    [],
  ],
  ['a target that is not there', page(TAG.replace(' async', ' async data-target="#there"')), ['target-missing']],
  ['a target that is no selector', page(TAG.replace(' async', ' async data-target="#"')), ['target-unreadable']],

  // Links.
  ['a link alone in its paragraph', page(`<p>${link()}</p>${DEFINE}`), []],
  ['a link in a list', page(`<ul><li>${link()}</li></ul>${DEFINE}`), ['link-in-list']],
  ['a link in a menu', page(`<nav><p>${link()}</p></nav>${DEFINE}`), ['link-in-list']],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div role="heading"'].map(
    (name) => [`a link in <${name}>`, page(`<${name}>${link()}</${name.split(' ')[0]}>${DEFINE}`), ['link-in-list']] as const,
  ),
  ['a link among words', page(`<p>See ${link()} today.</p>${DEFINE}`), ['link-not-alone']],
  ['a link beside a picture', page(`<p>${link()}<svg></svg></p>${DEFINE}`), ['link-not-alone']],
  ['a link and a line break', page(`<p>${link()}<br></p>${DEFINE}`), []],
  ['a link among words that asks for it', page(`<p>See ${link('', ' data-panel')} today.</p>${DEFINE}`), []],
  ['a link to another place', page(`<p>${link().replace(base, 'https://elsewhere.example/')}</p>${DEFINE}`), ['link-elsewhere']],
  ['a link to another major version', page(`<p>${link().replace('/1/', '/2/')}</p>${DEFINE}`), ['link-elsewhere']],
  [
    'links in the fallback, which are none of the page’s',
    page(`${element('', `${FALLBACK}<p>See ${link()} today.</p><p>${link()}</p><p>${link('?lang=cy')}</p>`)}${TAG}`),
    [],
  ],
  ['a link to a release beside the script', page(`<p>${link().replace('/1/', '/1.2.3/')}</p>${DEFINE}`), []],
  ['a parameter that an address cannot set', page(`<p>${link('?region=wales&police-name=Mine')}</p>${DEFINE}`), ['parameters-ignored']],
  ['a number in the address', page(`<p>${link('?number=0123')}</p>${DEFINE}`), ['parameters-ignored']],
  ['a value that no option has', page(`<p>${link('?region=kent')}</p>${DEFINE}`), ['bad-value']],
  ['an id that nobody has', page(frame(undefined, '?show=samaritans')), ['unknown-id']],

  // Options.
  ['a region that is none', page(`${element(' region="kent"')}${TAG}`), ['bad-value']],
  ['a boolean that says false', page(`${element(' compact="false"')}${TAG}`), ['bad-value']],
  ['an id that nobody has, on an element', page(`${element(' show="emergency paladin samaritans"')}${TAG}`), ['unknown-id']],
  ['an id that the site’s own data may have', page(`${element(' show="samaritans" src="/contacts.json"')}${TAG}`), []],
  ['a preview', page(`${element(' now="2026-12-25T10:00"')}${TAG}`), ['preview']],
  [
    'a misspelt attribute',
    page(`${element(' police_name="Westmere" class="x" data-test="1" aria-label="x"')}${TAG}`),
    ['unknown-attribute'],
  ],
  ['data- on the element', page(`${element(' data-region="wales"')}${TAG}`), ['unknown-attribute']],
  ['bad values on the script tag', page(TAG.replace(' async', ' async data-theme="pink" data-cookieconsent="ignore"')), ['bad-value']],
  ['contacts on the script tag', page(TAG.replace(' async', ' async data-src="/contacts.json"')), ['script-data-src']],
  ['an address of a consent tool on the script tag', page(TAG.replace(' async', ` async data-src="${base}1/embed.js"`)), []],
  ['bad values on the placeholder', page(`<div data-report-stalker-panel data-region="kent">${FALLBACK}</div>${TAG}`), ['bad-value']],

  [
    'an option on the placeholder without data-',
    page(`<div data-report-stalker-panel region="wales" lang="cy">${FALLBACK}</div>${TAG}`),
    ['unknown-attribute'],
  ],
  [
    'contacts on the placeholder without data-',
    page(`<div data-report-stalker-panel src="/contacts.json">${FALLBACK}</div>${TAG}`),
    ['unknown-attribute'],
  ],
  [
    'options on the script tag without data-',
    page(TAG.replace(' async', ' async compact police-name="Westmere" lang="cy"')),
    ['unknown-attribute', 'unknown-attribute'],
  ],

  [
    'options that are misspelt behind data-',
    page(
      `<div data-report-stalker-panel data-policeName="Westmere" data-without_exit data-region="wales" data-own="x">${FALLBACK}</div>${TAG}`,
    ),
    ['unknown-attribute', 'unknown-attribute'],
  ],
  [
    'an option that is misspelt behind data-, on the script tag',
    page(TAG.replace(' async', ' async data-headinglevel="3"')),
    ['unknown-attribute'],
  ],

  // Out of sight.
  [
    'an element in a card that is one link',
    page(`<div class="nhsuk-card nhsuk-card--clickable"><a class="nhsuk-card__link" href="/a">A</a>${element()}</div>${TAG}`),
    ['covered'],
  ],
  [
    'two links in a card with a stretched one',
    page(`<div class="card"><a class="btn stretched-link" href="/a">A</a><p>${link()}</p><p>B</p><p>${link()}</p></div>`, DEFINE),
    ['covered'],
  ],
  [
    'an element in a part of a box with a stretched link',
    page(`<div class="position-relative"><a class="stretched-link" href="/a">A</a><div class="card">${element()}</div></div>${TAG}`),
    ['covered'],
  ],
  [
    'elements in other cards',
    page(
      `<div class="card"><a href="/a">A</a>${element()}</div><div class="card"><a class="stretched-link" href="/b">B</a></div><div class="nhsuk-card">${element()}</div>${TAG}`,
    ),
    [],
  ],
  ['a hidden element', page(`${element(' hidden')}${TAG}`), ['hidden']],
  ['an element in a tab', page(`<section hidden>${element()}</section>${TAG}`), ['hidden']],
  ['a hidden element that has a display', page(`${element(' hidden style="display: block"')}${TAG}`), []],
  ['an element that is not displayed', page(`<div style="color: red; DISPLAY:none">${element()}</div>${TAG}`), ['hidden']],
  ['an element that is displayed after all', page(`${element(' style="display: none; display: block"')}${TAG}`), []],
  ['an inert element', page(`${element(' inert')}${TAG}`), ['hidden']],
  ['an element in an inert part', page(`<div inert>${element()}</div>${TAG}`), ['hidden']],
  ['an element that screen readers pass over', page(`${element(' aria-hidden="true"')}${TAG}`), ['hidden']],
  ['an element on a page that screen readers pass over', page(`${element()}${TAG}`).replace('<body>', '<body aria-hidden="true">'), []],
  ['an element that screen readers do not pass over', page(`${element(' aria-hidden="false"')}${TAG}`), []],
  [
    'an element in a part that is not visible, in which it is',
    page(`<div style="visibility: hidden">${element(' style="visibility: hidden"')}</div>${TAG}`),
    [],
  ],
  ['a frame in a part that is not visible', page(`<div style="visibility: hidden">${frame()}</div>`), ['hidden']],
  [
    'a frame that is visible in a part that is not',
    page(`<div style="visibility: hidden">${frame('title="x" height="900" style="visibility: visible"')}</div>`),
    [],
  ],
  ['a hidden frame', page(frame('title="x" height="900" hidden')), ['hidden']],
  ['a hidden placeholder', page(`<div data-report-stalker-panel hidden>${FALLBACK}</div>${TAG}`), ['hidden']],
  ['a script tag in a hidden part', page(`<div hidden>${TAG}</div>`), ['hidden']],
  ['a hidden script tag, beside which the panel stands', page(TAG.replace(' async', ' async hidden')), []],
  ['a script tag in a hidden part, and an element', page(`<div hidden>${TAG}</div>${element()}`), []],
  [
    'a target in a hidden part',
    page(`<div hidden><p id="here"></p></div>${TAG.replace(' async', ' async data-target="#here"')}`),
    ['hidden'],
  ],
  ['a link in a hidden part', page(`<div hidden><p>${link()}</p></div>${DEFINE}`), ['hidden']],
  [
    'a link whose hidden paragraph gives way to the panel',
    page(
      `<p hidden>${link()}</p><h2>More</h2><p hidden id="here">${link()}</p><h2>More</h2><div hidden>${link('', ' hidden')}</div>${DEFINE}`,
    ),
    [],
  ],
  ['a link in a hidden block, in which the panel stands', page(`<div hidden id="here">${link()}</div>${DEFINE}`), ['hidden']],
  ['a link in a hidden menu, which stays a link', page(`<nav hidden>${link()}</nav>${DEFINE}`), ['link-in-list']],
  ['fallback content in a part of it that is hidden', page(`${element('', `${FALLBACK}<p hidden>${link()}</p>`)}${TAG}`), []],

  // Frames.
  ['a frame', page(frame()), []],
  ['a frame without a title', page(frame('height="900"')), ['frame-title']],
  ['a low frame', page(frame('title="x" height="150"')), ['frame-height']],
  ['a frame that is not quite as low', page(frame('title="x" height="500"')), ['frame-height']],
  ...['height="150px"', '', 'height=""', 'height="1206" style="height: 150px"', 'style="height:150PX"', 'style="min-height: 150px"'].map(
    (tall) => [`a low frame: ${tall}`, page(frame(`title="x" ${tall}`)), ['frame-height']] as const,
  ),
  ...[
    'height="1206px"',
    'style="height: 1206px"',
    'style="line-height: 20px; max-height: 2000px; height:1206.5px !important"',
    'height="150" style="min-height: 1206px"',
    'style="line-height: 20px" height="1206"',
  ].map((tall) => [`a frame that is tall enough: ${tall}`, page(frame(`title="x" ${tall}`)), []] as const),
  ...[
    'height="100%"',
    'style="height: 100%"',
    'style="height: 90vh"',
    'style="height: calc(100vh - 80px)"',
    'height="150" style="height: 75em"',
  ].map((tall) => [`a frame of which the tag alone does not say how tall it is: ${tall}`, page(frame(`title="x" ${tall}`)), []] as const),
  ['a low frame that shows little', page(frame('title="x" height="245"').replace('panel.html', 'panel.html?show=emergency')), []],
  ['a low frame that the script sizes', page(`${frame('title="x" height="150"')}${DEFINE}<p></p>${element()}`), []],
  [
    'a sandbox with every token there is',
    page(
      frame(
        'title="x" height="900" sandbox="allow-scripts allow-same-origin allow-popups allow-top-navigation allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols"',
      ),
    ),
    ['sandbox-exit'],
  ],
  ['a frame on a page whose policy is a sandbox', page(frame()), ['sandbox', 'sandbox-exit'], { headers: 'sandbox allow-scripts' }],
  [
    'a frame whose sandbox allows what that of the page does not',
    page(frame('title="x" height="900" sandbox="allow-scripts allow-popups allow-top-navigation"')),
    ['sandbox', 'sandbox-exit'],
    { headers: 'sandbox allow-scripts allow-popups' },
  ],
  ['a sandbox on somebody else’s frame', page(`${TAG}<iframe src="https://video.example/" sandbox="allow-scripts"></iframe>`), []],

  // Policies.
  ['a policy that allows it', page(TAG, meta(`script-src 'self' ${base}`)), []],
  ['a policy that allows the host', page(TAG, meta("default-src 'none'; script-src panel.example")), []],
  ['a policy that does not', page(TAG, meta("script-src 'self'")), ['csp-script']],
  ['a default that does not', page(TAG, meta("default-src 'self'")), ['csp-script']],
  ['a policy for elements', page(TAG, meta(`script-src ${base}; script-src-elem 'self'`)), ['csp-script']],
  ['a policy that allows another path', page(TAG, meta(`script-src ${base}2/`)), ['csp-script']],
  ['a policy that allows one file, whose name another’s begins with', page(TAG, meta(`script-src ${base}1/embed`)), ['csp-script']],
  ['a policy that allows http addresses, which https ones are as well', page(TAG, meta('script-src http://panel.example')), []],
  ['a policy that allows subdomains', page(TAG, meta('script-src *.example')), []],
  [
    'a policy that allows subdomains of a site whose name another’s ends with',
    page(TAG.replace(base, 'https://evilpanel.example/'), meta('script-src https://*.panel.example')),
    ['csp-script'],
    { base: 'https://evilpanel.example/' },
  ],
  ['a policy that allows every https address', page(TAG, meta('script-src https:')), []],
  [
    'a policy of the page’s own site',
    page(`${element()}<script src="/1/embed.js" async referrerpolicy="no-referrer"></script>`, meta("script-src 'self'")),
    [],
  ],
  [
    'a policy of a page whose own site is another',
    page(TAG, meta("script-src 'self'")),
    ['csp-script'],
    { pageUrl: 'https://partner.example/news' },
  ],
  ['a policy of a page whose own site has the script', page(TAG, meta("script-src 'self'")), [], { pageUrl: `${base}news` }],
  ['a policy, and an address without its scheme', page(TAG.replace('https:', ''), meta("script-src 'self'")), ['csp-script']],
  ['a nonce that is missing', page(TAG, meta("script-src 'nonce-abc' 'strict-dynamic' https:")), ['csp-script']],
  ['a nonce that is there', page(TAG.replace('<script', '<script nonce="abc"'), meta("script-src 'nonce-abc' 'strict-dynamic'")), []],
  ['the hash of the pinned script', page(PINNED, meta(`script-src '${hash}'`)), []],
  ['a nonce in capitals', page(TAG.replace('<script', '<script nonce="Abc"'), meta("script-src 'NONCE-Abc'")), []],
  ['a nonce with other capitals', page(TAG.replace('<script', '<script nonce="Abc"'), meta("script-src 'nonce-abc'")), ['csp-script']],
  ['the kind of a hash in capitals', page(PINNED, meta(`script-src '${hash.replace('sha', 'SHA')}'`)), []],
  ['a hash and one of no kind', page(PINNED.replace(hash, `${hash} sha1-AAAA`), meta(`script-src '${hash}'`)), []],
  [
    'two hashes, of which the policy has one',
    page(PINNED.replace(hash, `${hash} ${otherHash}`), meta(`script-src '${hash}'`)),
    ['csp-script'],
  ],
  ['a hash without its quotation marks', page(PINNED, meta(`script-src ${hash}`)), ['csp-script']],
  ['a policy in the body, which browsers ignore', page(`${meta("script-src 'none'")}${TAG}`), ['csp-misplaced']],
  ['a policy behind the mark of UTF-8', `\ufeff${page(TAG, meta("script-src 'self'"))}`, ['csp-script']],
  ['a policy in a part of a page', `${meta("script-src 'none'")}${TAG}`, ['csp-script']],
  [
    'headers in which nothing can be read',
    page(TAG),
    ['csp-unread'],
    { headers: 'config.content_security_policy { |policy| policy.script_src :self }' },
  ],
  ['headers without a policy', page(TAG), [], { headers: 'server: nginx\ncache-control: no-store' }],
  ['a folded header', page(TAG), [], { headers: `Content-Security-Policy: default-src 'none';\n  script-src\n  ${base}\nserver: nginx` }],
  ['an integrity policy', page(TAG), ['integrity-policy'], { headers: 'Integrity-Policy: blocked-destinations=(script)' }],
  [
    'an integrity policy, and a pack',
    polish(PACK, PINNED),
    ['integrity-policy'],
    { headers: 'Integrity-Policy: blocked-destinations=(script)' },
  ],
  ['an integrity policy, and a hash', page(PINNED), [], { headers: 'Integrity-Policy: blocked-destinations=(script)' }],
  [
    'an integrity policy, and a hash of no kind',
    page(PINNED.replace(hash, 'sha1-AAAA')),
    ['integrity-ignored', 'integrity-policy'],
    { headers: 'Integrity-Policy: blocked-destinations=(script)' },
  ],
  [
    'an integrity policy, and a hash on a module, without crossorigin',
    page(`${element()}${PINNED.replace(' crossorigin="anonymous"', ' type="module"')}`),
    [],
    { headers: 'Integrity-Policy: blocked-destinations=(script)' },
  ],
  [
    'an integrity policy, and a hash without crossorigin on the page’s own site',
    page(PINNED.replace(' crossorigin="anonymous"', '')),
    ['integrity-policy'],
    { pageUrl: `${base}news`, headers: 'Integrity-Policy: blocked-destinations=(script)' },
  ],
  ['an integrity policy of styles', page(TAG), [], { headers: 'Integrity-Policy: blocked-destinations=(style)' }],
  ['Trusted Types without ours', page(TAG, meta("require-trusted-types-for 'script'; trusted-types lit-html")), ['csp-trusted-types']],
  ['Trusted Types: none', page(TAG, meta("trusted-types 'none'")), ['csp-trusted-types']],
  ['Trusted Types with ours', page(TAG, meta("require-trusted-types-for 'script'; trusted-types report-stalker-panel")), []],
  ['Trusted Types of any name', page(TAG, meta("require-trusted-types-for 'script'")), []],
  ['Trusted Types of any name, so written', page(TAG, meta("require-trusted-types-for 'script'; trusted-types *")), []],
  [
    'Trusted Types with ours, and a module, whose Lit has another',
    page(
      `${element()}<script type="module" src="/node_modules/report-stalker-panel/dist/define.js" referrerpolicy="no-referrer"></script>`,
      meta('trusted-types report-stalker-panel'),
    ),
    ['csp-trusted-types'],
  ],
  [
    'Trusted Types with that of Lit, and a module',
    page(
      `${element()}<script type="module" src="/node_modules/report-stalker-panel/dist/define.js" referrerpolicy="no-referrer"></script>`,
      meta('trusted-types lit-html'),
    ),
    [],
  ],
  [
    'contacts that may not be fetched',
    page(`${element(' src="https://data.example/c.json"')}${TAG}`, meta("connect-src 'self'")),
    ['csp-connect'],
  ],
  ['contacts that may be fetched', page(`${element(' src="/c.json"')}${TAG}`, meta("connect-src 'self'")), []],
  [
    'a frame and contacts under a policy that is strict with scripts alone',
    page(
      `${frame()}${element(' src="https://data.example/c.json"')}${TAG.replace('<script', '<script nonce="abc"')}`,
      meta("default-src https: 'strict-dynamic' 'nonce-abc'"),
    ),
    ['several-forms'],
  ],
  ['a policy that names the usual port', page(TAG, meta('script-src https://panel.example:443')), []],
  ['a policy that names the usual port of another scheme', page(TAG, meta('script-src https://panel.example:80')), ['csp-script']],
  [
    'a policy that allows every port',
    page(TAG.replace(base, 'https://panel.example:8443/'), meta('script-src https://panel.example:*')),
    [],
    { base: 'https://panel.example:8443/' },
  ],
  [
    'a policy that names the port',
    page(TAG.replace(base, 'https://panel.example:8443/'), meta('script-src panel.example:8443')),
    [],
    { base: 'https://panel.example:8443/' },
  ],
  ['a policy that allows http:, and so https:', page(TAG, meta('script-src http:')), []],
  ['a policy that allows every https host', page(TAG, meta('script-src https://*')), []],
  [
    'a policy that allows https addresses, which http ones are not',
    page(TAG.replace('https:', 'http:'), meta('script-src https://panel.example')),
    ['csp-script'],
    { pageUrl: 'http://intranet.example/' },
  ],
  [
    'a policy that names another port',
    page(TAG.replace(base, 'https://panel.example:8443/'), meta('script-src https://panel.example:443')),
    ['csp-script'],
    { base: 'https://panel.example:8443/' },
  ],
  ['a frame that is blocked', page(frame(), meta("frame-src 'none'")), ['csp-frame']],
  ['a frame that is blocked, by the older name', page(frame(), meta("child-src 'none'")), ['csp-frame']],
  ['a header', page(TAG), ['csp-script'], { headers: "HTTP/2 200\ncontent-type: text/html\ncontent-security-policy: default-src 'self'" }],
  [
    'a server’s configuration',
    page(TAG),
    ['csp-script'],
    { headers: `add_header Content-Security-Policy "script-src 'self'; img-src *" always;` },
  ],
  ['a policy by itself', page(TAG), ['csp-sandbox'], { headers: `sandbox;\n script-src ${base}` }],
  ['a policy that only reports', page(TAG), [], { headers: "Content-Security-Policy-Report-Only: default-src 'none'" }],
  ['two policies, the second of which blocks', page(TAG, meta(`script-src ${base}`)), ['csp-script'], { headers: "default-src 'none'" }],

  ['a sandbox in the page, which browsers ignore', page(TAG, meta('sandbox')), []],

  // Colours.
  [
    'a theme that can be read',
    page(TAG, '<style>report-stalker-panel { --rsp-color-text: #000; --rsp-color-background: #fff }</style>'),
    [],
  ],
  [
    'a theme that cannot',
    page(TAG, '<style>p { color: red } report-stalker-panel { --rsp-color-text: #888; --rsp-color-background: #fff }</style>'),
    ['contrast'],
  ],
  [
    'a theme that cannot be read in the dark',
    page(
      TAG,
      '<style>report-stalker-panel { --rsp-color-text: light-dark(#000, rgb(60, 60, 60)); --rsp-color-background: light-dark(#fff, #000) }</style>',
    ),
    ['contrast'],
  ],
  [
    'a theme whose small print cannot',
    page(TAG, '<style>report-stalker-panel { --rsp-color-text: #000; --rsp-color-muted: #808080; --rsp-color-background: #fff }</style>'),
    ['contrast'],
  ],
  ['a theme on the element', page(`${element(' style="--rsp-color-on-danger: #f88; --rsp-color-danger: #900"')}${TAG}`), ['contrast']],
  ['a dark ground under the panel’s own text', themed('--rsp-color-background: #14213a', LIGHT), ['contrast']],
  ['a grey ground under the panel’s own text', themed('--rsp-color-background: #808080'), ['contrast']],
  ['a ground on which a status alone cannot be read', themed('--rsp-color-background: #cfcfcf', LIGHT), ['contrast']],
  ['a pale emergency contact', themed('--rsp-color-danger: #ffd0d0'), ['contrast']],
  ['a pale exit', themed('--rsp-color-button: yellow'), ['contrast']],
  ['dark words on the exit', themed('--rsp-color-on-button: #222'), ['contrast']],
  ['dark words on the emergency contact', themed('--rsp-color-on-danger: #600'), ['contrast']],
  [
    'a theme that cannot be read, and is important',
    themed('--rsp-color-text: #999 !important; --rsp-color-background: #fff !important'),
    ['contrast'],
  ],
  ['a light theme on a panel that may be dark', themed('--rsp-color-text: #0b0c0c'), ['contrast']],
  ['a light theme on a panel that is light', themed('--rsp-color-text: #0b0c0c', LIGHT), []],
  ['a light theme on a panel that is light, so written', themed('--rsp-color-text: #0b0c0c', ' theme=" LIGHT "'), []],
  ['a light theme on a panel that is dark', themed('--rsp-color-text: #0b0c0c', ' theme="dark"'), ['contrast']],
  ['a dark theme on a panel that is dark', themed('--rsp-color-background: #000', ' theme="dark"'), []],
  [
    'a light theme beside a panel that may be dark',
    page(`${element(LIGHT)}<p>Or</p>${element()}${TAG}`, '<style>report-stalker-panel { --rsp-color-text: #0b0c0c }</style>'),
    ['contrast'],
  ],
  ...(['script', 'element', 'placeholder'] as const).map(
    (form) =>
      [
        `a light theme on the ${form} that is light`,
        page(paste(form, { attributes: { theme: 'light' } }), '<style>report-stalker-panel { --rsp-color-text: #0b0c0c }</style>'),
        [],
      ] as const,
  ),
  [
    'a light theme on a link that is light',
    page(`<p>${link('?theme=light')}</p>${DEFINE}`, '<style>report-stalker-panel { --rsp-color-text: #0b0c0c }</style>'),
    [],
  ],
  [
    'a light theme on a link that may be dark',
    page(`<p>${link()}</p>${DEFINE}`, '<style>report-stalker-panel { --rsp-color-text: #0b0c0c }</style>'),
    ['contrast'],
  ],
  ['a theme that does not reach a frame', page(frame(), '<style>report-stalker-panel { --rsp-color-text: #fff }</style>'), []],
  ['colours of two rules', styled(':root { --rsp-color-text: #fff } report-stalker-panel { --rsp-color-background: #000 }'), []],
  [
    'colours of two rules that cannot be read',
    styled(':root { --rsp-color-text: #444 } report-stalker-panel { --rsp-color-background: #000 }'),
    ['contrast'],
  ],
  [
    'colours of two style sheets and an attribute',
    page(
      `<main style="--rsp-color-text: #fff">${element()}</main>${TAG}`,
      '<style>body { --rsp-color-text: #000 }</style><style>:root { --rsp-color-background: #000 }</style>',
    ),
    [],
  ],
  [
    'the later of two colours',
    styled('report-stalker-panel { --rsp-color-text: #999; --rsp-color-background: #fff } report-stalker-panel { --rsp-color-text: #000 }'),
    [],
  ],
  [
    'the important one of two colours',
    styled(
      'report-stalker-panel { --rsp-color-text: #000 !important; --rsp-color-background: #fff } report-stalker-panel { --rsp-color-text: #999 }',
      ' style="--rsp-color-text: #888"',
    ),
    [],
  ],
  [
    'one of two colours, by the weight of their selectors',
    styled(
      'body report-stalker-panel { --rsp-color-text: #000; --rsp-color-background: #fff } report-stalker-panel { --rsp-color-text: #999 }',
    ),
    [],
  ],
  ['a theme of another panel', styled('.promo report-stalker-panel { --rsp-color-text: #999; --rsp-color-background: #fff }'), []],
  [
    'a theme of a part of the page, for a script tag',
    page(
      `<main class="promo">${TAG}</main>`,
      '<style>.promo report-stalker-panel { --rsp-color-text: #999; --rsp-color-background: #fff }</style>',
    ),
    ['contrast'],
  ],
  [
    'a theme of the target of a script tag',
    page(
      `<div id="help"></div>${TAG.replace(' async', ' async data-target="#help"')}`,
      '<style>#help > report-stalker-panel { --rsp-color-text: #999; --rsp-color-background: #fff }</style>',
    ),
    ['contrast'],
  ],
  [
    'a theme inside another rule',
    page(
      `<main>${element()}</main>${TAG}`,
      '<style>main { color: red; & report-stalker-panel { --rsp-color-text: #999; --rsp-color-background: #fff } }</style>',
    ),
    ['contrast'],
  ],
  [
    'a good dark theme in a query',
    styled('@media (prefers-color-scheme: dark) { report-stalker-panel { --rsp-color-text: #fff; --rsp-color-background: #000 } }'),
    [],
  ],
  [
    'a good dark theme in a query, over a light one',
    styled(
      'report-stalker-panel { --rsp-color-text: #000; --rsp-color-background: #fff; @media (prefers-color-scheme: dark) { --rsp-color-text: #fff; --rsp-color-background: #000 } }',
    ),
    [],
  ],
  [
    'a dark theme in a query that cannot be read',
    styled(
      'report-stalker-panel { --rsp-color-text: #000; --rsp-color-background: #fff } @media (prefers-color-scheme: dark) { report-stalker-panel { --rsp-color-background: #222 } }',
    ),
    ['contrast'],
  ],
  [
    'a dark theme in a query, on a panel that is light',
    styled('@media (prefers-color-scheme: dark) { report-stalker-panel { --rsp-color-background: #000 } }', LIGHT),
    ['contrast'],
  ],
  ['a query that depends on the visitor', styled('@media (min-width: 40em) { report-stalker-panel { --rsp-color-background: #000 } }'), []],
  [
    'a ground from a query that depends on the visitor',
    styled(
      'report-stalker-panel { --rsp-color-text: #fff } @media (min-width: 1px) { report-stalker-panel { --rsp-color-background: #000 } }',
    ),
    [],
  ],
  [
    'a theme on screens and where browsers can',
    styled(
      '@layer theme { @media screen { @supports (color: red) { report-stalker-panel { --rsp-color-text: #999; --rsp-color-background: #fff } } } }',
    ),
    ['contrast'],
  ],
  [
    'a theme on paper and where browsers cannot',
    page(
      `${element()}${TAG}`,
      '<style media="print">report-stalker-panel { --rsp-color-text: #999 }</style><style>@supports (colour: red) { report-stalker-panel { --rsp-color-text: #999 } }</style>',
    ),
    [],
  ],
  [
    'a theme for browsers without scripts, in a comment and in a string',
    page(
      `${element()}${TAG}`,
      '<noscript><style>report-stalker-panel { --rsp-color-text: #999 }</style></noscript><style>/* report-stalker-panel { --rsp-color-text: #999 } */ p::after { content: "report-stalker-panel { --rsp-color-text: #999 }" }</style>',
    ),
    [],
  ],
  ['a good pair of colours', themed('--rsp-color-text: #fff6d6; --rsp-color-background: #0d3b3e'), []],
  ['a ground that lets the panel’s own through', themed('--rsp-color-background: rgb(127 127 127 / 5%)'), []],
  ['a ground that is none', themed('--rsp-color-background: transparent'), []],
  ...[
    'potato',
    'rgb(',
    '',
    'var(--brand)',
    'var(--brand, #999)',
    'color-mix(in srgb, var(--brand), #999)',
    'currentcolor',
    'inherit',
    'initial',
    'CanvasText',
    'light-dark(CanvasText, var(--brand))',
  ].flatMap((value) =>
    ['text', 'muted', 'background', 'danger', 'on-button'].map(
      (name) => [`--rsp-color-${name}: ${value}`, themed(`--rsp-color-${name}: ${value}`), []] as const,
    ),
  ),
  ['a ground of an unknown colour under a text that is known', themed('--rsp-color-text: #999; --rsp-color-background: var(--brand)'), []],
  [
    'one unknown colour beside two that cannot be read',
    themed('--rsp-color-text: var(--brand); --rsp-color-muted: #999; --rsp-color-background: #fff'),
    ['contrast'],
  ],

  [
    'a theme of unknown colours',
    page(TAG, '<style>report-stalker-panel { --rsp-color-text: var(--brand); --rsp-color-background: #fff }</style>'),
    [],
  ],
  [
    'a dark ground for those who prefer dark, on a page without a dark scheme',
    styled('@media (prefers-color-scheme: dark) { report-stalker-panel { --rsp-color-background: #000 } }'),
    ['contrast'],
  ],
  [
    'the same on a page with one',
    styled(
      ':root { color-scheme: light dark } @media (prefers-color-scheme: dark) { report-stalker-panel { --rsp-color-background: #000 } }',
    ),
    [],
  ],
  [
    'the last of three rules, whose selector may be the weaker',
    styled(
      'body report-stalker-panel { --rsp-color-text: #000; --rsp-color-background: #fff } report-stalker-panel { --rsp-color-text: #999 } report-stalker-panel { --rsp-color-text: #888 }',
    ),
    [],
  ],

  // What asks for the panel's links in advance.
  ...TAKING_IN.map((rules) => [`rules that take in the panel’s links: ${rules}`, ruled(rules), ['speculation-rules']] as const),
  ...LEAVING_OUT.map((rules) => [`rules that leave out the panel’s links: ${rules}`, ruled(rules), []] as const),
  [
    'several scripts of rules, of which two take in the panel’s links',
    page(`${element()}${TAG}`, `${rulesFor(OWN)}${rulesFor(ALL)}${rulesFor('{')}${rulesFor(ALL)}`),
    ['speculation-rules', 'speculation-rules'],
  ],
  [
    'rules for all links, in capitals, behind a placeholder',
    page(`<div data-report-stalker-panel>${FALLBACK}</div>${TAG}${rulesFor(ALL).replace('speculationrules', 'SpeculationRules')}`),
    ['speculation-rules'],
  ],
  ['rules for all links, and a link that turns into a panel', page(`<p>${link()}</p>${TAG}`, rulesFor(ALL)), ['speculation-rules']],
  ['rules for all links, and the panel of a script tag', page(TAG, rulesFor(ALL)), ['speculation-rules']],
  ['rules for all links, and a frame', page(frame(), rulesFor(ALL)), []],
  ['rules for all links, and a link alone', page(link(), rulesFor(ALL)), ['link-only']],
  ['rules for all links, and no panel', page('', rulesFor(ALL)), ['nothing-found']],
  [
    'rules for all links that stand in a noscript, a comment, a template, another script',
    page(
      `${element()}${TAG}<noscript>${rulesFor(ALL)}</noscript><!-- ${rulesFor(ALL)} --><template>${rulesFor(ALL)}</template>${rulesFor(ALL).replace('speculationrules', 'application/json')}`,
    ),
    [],
  ],
  [
    'rules for the site of an exit of one’s own',
    page(`${element(' exit-href="https://exit.example/"')}${TAG}`, rulesFor(where({ href_matches: 'https://exit.example/*' }))),
    ['speculation-rules'],
  ],
  [
    'rules for the site of the force',
    page(
      `<div data-report-stalker-panel data-police-href="https://www.westmere.police.uk/report">${FALLBACK}</div>${TAG}`,
      rulesFor(where({ href_matches: 'https://*.police.uk/report' })),
    ),
    ['speculation-rules'],
  ],
  [
    'rules for one’s own site, to which the exit leads',
    page(
      `${element(' exit-href="https://partner.example/weather"')}${TAG}`,
      rulesFor(where({ href_matches: 'https://partner.example/*' })),
    ),
    [],
    { pageUrl: 'https://partner.example/' },
  ],

  // The height of a header.
  ...['0', '60', '+1.5', '0 !important'].map(
    (value) => [`--rsp-sticky-top: ${value}`, themed(`--rsp-sticky-top: ${value}`), ['sticky-top']] as const,
  ),
  ...['0px', '4rem', 'calc(0px + 1em)', 'var(--header, 0)', 'env(safe-area-inset-top)', ''].map(
    (value) => [`--rsp-sticky-top: ${value}`, themed(`--rsp-sticky-top: ${value}`), []] as const,
  ),
  ['a header without a unit on the element', page(`${element(' style="--rsp-sticky-top: 0"')}${TAG}`), ['sticky-top']],
  [
    'a header without a unit on small screens',
    styled(':root { --rsp-sticky-top: 60px } @media (max-width: 40em) { :root { --rsp-sticky-top: 0 } }'),
    ['sticky-top'],
  ],
  ['another property without a unit', themed('--rsp-radius: 0; --sticky-top: 0'), []],
];

describe('the checker', () => {
  for (const [name, html, expected, options] of TABLE)
    it(`${name}: ${expected.join(', ') || 'nothing'}`, () => {
      expect(codes(html, options)).to.deep.equal(expected);
    });

  it('takes into account that a tag manager may bring the script', () => {
    const place = `<div data-report-stalker-panel>${FALLBACK}</div>`;
    const severities = (html: string) => checkPage(html, { base, releases }).findings.map(({ code, severity }) => [code, severity]);
    expect(severities(page(place))).to.deep.equal([['script-missing', 'error']]);
    for (const manager of [
      "<script>(function(w,d){d.src='https://www.googletagmanager.com/gtm.js?id='+1})(window,document)</script>",
      '<script src="https://cdn.matomo.cloud/partner.example/container_x1Yz.js"></script>',
    ])
      expect(severities(page(place, manager)), manager).to.deep.equal([['script-missing', 'warning']]);
  });

  it('takes into account that a module of the site’s own may bring the element, though no other form', () => {
    const severities = (form: string) =>
      checkPage(page(`${form}<script type="module" src="/assets/index-abc.js"></script>`), { base, releases }).findings.map(
        ({ code, severity }) => [code, severity],
      );
    expect(severities(element())).to.deep.equal([['script-missing', 'warning']]);
    expect(severities(`<div data-report-stalker-panel>${FALLBACK}</div>`)).to.deep.equal([['script-missing', 'error']]);
  });

  it('counts a frame once that a lazy loader has twice', () => {
    const { found } = checkPage(page(`${frame().replace('src', 'data-src')}<noscript>${frame()}</noscript>`), { base, releases });
    expect(found).to.deep.equal({ frame: 1 });
  });

  it('finds nothing wrong with any snippet, evergreen or pinned, in a page with the policy it asks for', () => {
    for (const form of FORMS)
      for (const options of [
        { base },
        { base, pinned },
        { base, attributes: { region: 'wales', lang: 'cy', compact: '', 'heading-level': '3' } },
      ]) {
        if (form === 'oembed') continue;
        const expected = form === 'link' ? ['link-only'] : [];
        expect(
          codes(page(snippet(form, options)), {
            headers: "default-src 'none'; script-src https://panel.example; frame-src https://panel.example",
          }),
          form,
        ).to.deep.equal(expected);
      }
  });

  it('every kind of finding is in the table, once at least', async () => {
    const text = async (path: string) => (await fetch(new URL(`../../../demo/${path}`, import.meta.url))).text();
    // The server of the tests names compiled files as it likes.
    const files = [...(await text('check-page.ts')).matchAll(/['"]\.\/(check-page\/[a-z-]+)\.[jt]s['"]/g)].map(([, name]) => `${name}.ts`);
    const source = (await Promise.all(files.map(text))).join('');
    const known = new Set(
      [...source.matchAll(/finding\(\s*["'](?:error|warning|note)["'],\s*["']([a-z\d-]+)["']/g)].map(([, code]) => code),
    );
    expect(known.size).to.be.greaterThan(40);
    const seen = new Set(TABLE.flatMap(([, , expected]) => expected));
    expect([...known].filter((code) => !seen.has(code!))).to.deep.equal([]);
  });

  it('says what is wrong and what to do, in sentences', () => {
    for (const [, html, , options] of TABLE)
      for (const { what, todo, severity } of checkPage(html, { base, releases, ...options }).findings) {
        expect(what).to.match(/^\S.* .*\.$/s);
        expect(todo).to.match(/^[A-Z]/);
        expect(severity).to.match(/^(error|warning|note)$/);
      }
  });

  it('takes a link with the attribute of placeholders for a link, as the script does', () => {
    const { found } = checkPage(page(`<p>${link('', ' data-report-stalker-panel')}</p>${TAG}`), { base, releases });
    expect(found).to.deep.equal({ 'script tag': 1, link: 1 });
  });

  it('counts what it found, and puts the worst first', () => {
    const { found, findings } = checkPage(
      page(`${element()}<p>${link()}</p><p></p>${frame('height="1"')}${PINNED.replace(hash, otherHash).replace(' async', '')}`),
      { base, releases },
    );
    expect(found).to.deep.equal({ 'script tag': 1, element: 1, link: 1, frame: 1 });
    const order = ['error', 'warning', 'note'];
    const places = findings.map(({ severity }) => order.indexOf(severity));
    expect(places).to.deep.equal([...places].sort());
  });
});
