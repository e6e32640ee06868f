/** What the checker does with any page: it ends soon, throws nothing, and runs and loads nothing. */
import { expect } from '@open-wc/testing';
import { checkPage } from '../../../demo/check-page.js';
import { timesAsLong } from '../../support/time-taken.js';
import { base, element, LIGHT, page, releases, styled, TAG, themed } from './pages.js';

describe('the checker', () => {
  describe('takes for a long page not much more than eight times as long as for an eighth of it', () => {
    type Long = (text: string, before?: string) => string;
    const upTo =
      (length: number): Long =>
      (text, before = '') =>
        before + text.repeat(length / text.length);
    const pages = (long: Long): readonly (readonly [name: string, html: string])[] => [
      [
        'news, and rules',
        page(
          `${long('<p class="a">News, with a <a href="/x?a=1&amp;b=2">link</a>.</p>\n')}${element()}${TAG}`,
          `<style>${long('.a > b { color: red; --x: 1 }')} report-stalker-panel { --rsp-color-text: #999 }</style>`,
        ),
      ],
      ...['<!-- ', '<script ', '<script>', '<noscript ', '<noscript>', '<style>', '</', '<a<', '<script src="', "<iframe title='"].map(
        (text) => [text, long(text)] as const,
      ),
      ['a tag of one long name', long('a', '<script src=1/embed.js ')],
      ['a tag of slashes', long('/', '<report-stalker-panel ')],
      ['a tag of no values', long(' =', '<div data-report-stalker-panel')],
      ['panels', page(long(element(LIGHT, '')), '<style>report-stalker-panel { --rsp-color-text: #999 }</style>')],
      ['rules of one theme', styled(long('report-stalker-panel { --rsp-color-text: #999 }'))],
      ['a value without an end', themed(`--rsp-color-text: ${long(' ', 'light-dark(')}`)],
      ['a long number', themed(`--rsp-sticky-top: ${long('1')}x`)],
    ];
    const LENGTH = 256_000;
    const short = new Map(pages(upTo(LENGTH / 8)));
    for (const [name, html] of pages(upTo(LENGTH)))
      it(name, () => {
        const check = (text: string) => void checkPage(text, { base, releases });
        // What is read anew from each place takes 64 times as long. An ordinary page beside it, since some take next to no time.
        const measure = () => [...Array<string>(8).fill(short.get(name)!), short.get('news, and rules')!].forEach(check);
        expect(
          timesAsLong(
            3,
            () => check(html),
            measure,
            () => {},
          ),
        ).to.be.below(3);
      }).timeout(120_000);
  });

  it('runs and loads nothing of the page', async () => {
    const before = performance.getEntriesByType('resource').length;
    const marked = window as unknown as { ran?: boolean };
    checkPage(
      page(
        `<script>ran = true</script><img src="/no-such-picture.png" onerror="ran = true">${element(' onclick="ran = true"')}<iframe src="/no-such-page"></iframe><svg onload="ran = true"></svg>`,
      ),
      { base, releases },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(marked.ran).to.equal(undefined);
    expect(performance.getEntriesByType('resource').length).to.equal(before);
    expect(document.querySelector('report-stalker-panel')).to.equal(null);
  });

  it('survives anything that is pasted', () => {
    const pieces = [
      '<report-stalker-panel',
      '<script src=',
      '"',
      "'",
      '>',
      '/>',
      '</script>',
      '<iframe src="https://panel.example/1/panel.html',
      '<a href="https://panel.example/1/panel.html?show=%E0%A4%A',
      base,
      '1/embed.js',
      'data-target="',
      '&lt;',
      '<template>',
      '<noscript>',
      '</noscript>',
      ' href="1/embed.js"',
      '<script src="https://panel.example/1/lang/pl.js',
      ' integrity="sha512-A sha384-',
      ' type=" ',
      '<svg>',
      '<!--',
      '\u0000',
      'http://[',
      '<base href="http://[">',
      'sandbox',
      '</body>',
      '<table>',
      '<style>{--rsp-color-text:;',
    ];
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 2000; round++) {
      const html = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      expect(() => checkPage(html, { base, releases, headers: html, pageUrl: html }), html).not.to.throw();
    }
  });
});
