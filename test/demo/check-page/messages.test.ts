/** What the checker says of a finding: what is lost, and what to write. */
import { expect } from '@open-wc/testing';
import { checkPage } from '../../../demo/check-page.js';
import {
  base,
  element,
  FALLBACK,
  frame,
  hash,
  LIGHT,
  otherHash,
  PACK,
  page,
  PINNED,
  polish,
  releases,
  slashed,
  TAG,
  themed,
} from './pages.js';

describe('the checker', () => {
  for (const [tokens, lost, advice] of [
    [
      '',
      ['open', 'called', 'websites'],
      'add allow-scripts allow-top-navigation-to-custom-protocols allow-top-navigation-by-user-activation.',
    ],
    ['allow-scripts', ['called', 'websites'], 'add allow-top-navigation-to-custom-protocols allow-top-navigation-by-user-activation.'],
    ['ALLOW-SCRIPTS  Allow-Popups', ['websites'], 'add allow-top-navigation-by-user-activation.'],
    ['allow-scripts allow-top-navigation-to-custom-protocols', ['websites'], 'add allow-top-navigation-by-user-activation.'],
    ['allow-top-navigation-by-user-activation', ['open'], 'add allow-scripts.'],
  ] as const)
    it(`sandbox="${tokens}": says what is lost, and never that the exit could come back`, () => {
      const [finding, exit] = checkPage(page(frame(`title="x" height="900" sandbox="${tokens}"`)), { base, releases }).findings;
      expect(['open', 'called', 'websites'].filter((word) => finding!.what.includes(word))).to.deep.equal(lost);
      expect(finding!.todo).to.satisfy((todo: string) => todo.endsWith(advice));
      expect(finding!.what + finding!.todo).not.to.contain('exit');
      expect(exit).to.include({ code: 'sandbox-exit', severity: 'note' });
    });

  it('says of the script of a language what goes missing, and counts it', () => {
    const { found, findings } = checkPage(polish(PACK.replace(' async', ' async type="js"')), { base, releases });
    expect(found).to.deep.equal({ 'script tag': 1, 'language pack': 1, element: 1 });
    expect(findings.map(({ what }) => what)).to.deep.equal([
      'Browsers know no script of the type "js" and do not run it: the panel goes without the words in it.',
    ]);
  });

  it('names what hides several panels once, with the tag that does', () => {
    const { findings } = checkPage(page(`<section class="tab" hidden>${element()}<p>More</p>${element()}</section>${TAG}`), {
      base,
      releases,
    });
    expect(findings.map(({ code, severity, where }) => [code, severity, where])).to.deep.equal([
      ['hidden', 'warning', '<section class="tab" hidden="">'],
    ]);
    expect(findings[0]!.todo).to.contain('shows this part later');
  });

  it('says how an option is written', () => {
    const todos = (html: string) => checkPage(page(html), { base, releases }).findings.map(({ todo }) => todo);
    expect(todos(TAG.replace(' async', ' async region="wales"'))).to.deep.equal(['Write data-region.']);
    expect(todos(`<div data-report-stalker-panel heading-level="3">${FALLBACK}</div>${TAG}`)).to.deep.equal(['Write data-heading-level.']);
    expect(todos(`${element(' data-heading-level="3"')}${TAG}`)).to.deep.equal(['Write heading-level.']);
    expect(todos(`<div data-report-stalker-panel data-headinglevel="3">${FALLBACK}</div>${TAG}`)).to.deep.equal([
      'Write data-heading-level.',
    ]);
  });

  it('names the directive to add to, or to write where a page has but a default, and the source', () => {
    const src = 'https://data.example/c.json';
    const said = (policy: string) =>
      checkPage(page(`${element(` src="${src}"`)}${TAG}<p>Or</p>${frame()}`), {
        base,
        releases,
        headers: policy,
        pageUrl: 'https://partner.example/',
      }).findings.map(({ code, todo }) => [code, todo]);
    expect(said("default-src 'self'")).to.deep.equal([
      ['csp-script', 'Add a directive script-src: all that default-src allows, plus https://panel.example'],
      ['csp-connect', 'Add a directive connect-src: all that default-src allows, plus https://data.example'],
      ['csp-frame', 'Add a directive frame-src: all that default-src allows, plus https://panel.example'],
    ]);
    expect(said("script-src 'self'; connect-src 'self'; child-src 'self'")).to.deep.equal([
      ['csp-script', 'Add to script-src: https://panel.example'],
      ['csp-connect', 'Add to connect-src: https://data.example'],
      ['csp-frame', 'Add to child-src: https://panel.example'],
    ]);
    const own = checkPage(page(`${element()}${TAG}`), { base, releases, headers: "script-src 'none'", pageUrl: `${base}news` }).findings;
    expect(own.map(({ todo }) => todo)).to.deep.equal(["Add to script-src: 'self'"]);
  });

  it('says which browsers block, and which hash is meant', () => {
    const said = (given: string) =>
      checkPage(page(PINNED.replace(hash, given)), { base, releases }).findings.map(({ what, todo }) => [
        /block|ignore/.exec(what)?.[0],
        todo,
      ]);
    const cure = `Write integrity="${hash}".`;
    expect(said('sha384-AAAA')).to.deep.equal([['block', cure]]);
    expect(said('sha1-AAAA')).to.deep.equal([['ignore', cure]]);
    expect(said(otherHash)).to.deep.equal([['block', cure]]);
    expect(said(`sha512-${'E'.repeat(86)}== ${hash}`)).to.deep.equal([[undefined, cure]]);
  });

  it('says which colour is too pale, where, and which one to set', () => {
    const said = (theme: string, attributes = '') =>
      checkPage(themed(theme, attributes), { base, releases }).findings.map(({ what, todo }) => [what, todo]);
    expect(said('--rsp-color-background: #14213a', LIGHT)).to.deep.equal([
      [
        'The panel’s own --rsp-color-text on --rsp-color-background has a contrast of 1 to 1 in the light scheme; 7 to 1 is needed.',
        'Set --rsp-color-text too. If another style sheet of the site does, all is well.',
      ],
    ]);
    expect(said('--rsp-color-text: #0b0c0c')).to.deep.equal([
      [
        '--rsp-color-text on the panel’s own --rsp-color-background has a contrast of 1.12 to 1 in the dark scheme; 7 to 1 is needed.',
        'Set --rsp-color-background too. If another style sheet of the site does, all is well.',
      ],
    ]);
    expect(said('--rsp-color-on-button: #222')).to.deep.equal([
      [
        '--rsp-color-on-button on the panel’s own --rsp-color-button has a contrast of 1.27 to 1; 7 to 1 is needed.',
        'Set --rsp-color-button too. If another style sheet of the site does, all is well.',
      ],
    ]);
    expect(said('--rsp-color-text: #999; --rsp-color-background: #fff')).to.deep.equal([
      [
        '--rsp-color-text on --rsp-color-background has a contrast of 2.84 to 1; 7 to 1 is needed.',
        'Choose a darker text or a lighter ground, in the dark scheme the other way round.',
      ],
    ]);
  });

  it('says of a low frame how tall it ought to be, and of one of unknown height that a style sheet may make it so', () => {
    const said = (attributes: string) =>
      checkPage(page(frame(`title="x" ${attributes}`)), { base, releases }).findings.map(({ todo }) => todo);
    const [[known], [unknown]] = [said('height="150"'), said('')];
    expect(known).to.match(/^Set height="\d{3,4}", or add the script tag [^.]*\.$/);
    expect(unknown).to.equal(`${known} If a style sheet of the site makes it taller, all is well.`);
  });

  it('says how a header without a unit is written', () => {
    expect(checkPage(themed('--rsp-sticky-top: 60'), { base, releases }).findings[0]!.todo).to.equal('Write 60px.');
  });

  it('names the tag that a slash does not close, and how it is closed', () => {
    const said = (html: string) =>
      checkPage(html, { base, releases })
        .findings.filter(({ code }) => code === 'self-closed')
        .map(({ what, todo, where }) => [what, todo, where?.slice(0, 7)]);
    expect(said(slashed(TAG))).to.deep.equal([
      ['<script … /> does not close in HTML: it swallows the rest of the page.', 'Write ></script> in place of />.', '<script'],
    ]);
    expect(said(slashed(frame()))).to.deep.equal([
      ['<iframe … /> does not close in HTML: it swallows the rest of the page.', 'Write ></iframe> in place of />.', '<iframe'],
    ]);
    expect(said(page(`<div data-report-stalker-panel/><main>The rest</main>${TAG}`))).to.deep.equal([
      [
        '<div … /> does not close the element in HTML. It has swallowed the rest of the page.',
        'Write <div …>…</div>, with the fallback content in between.',
        '<div da',
      ],
    ]);
  });

  it('names the sites that are asked in advance, each once', () => {
    const rules =
      '{"prefetch":[{"where":{"or":[{"href_matches":"https://www.*.co.uk/*"},{"selector_matches":"a[rel~=\\"nofollow\\"]"}]}}]}';
    const html = page(
      `${element()}<p>Or</p>${element(' exit-href="https://exit.example/"')}${TAG}<script type="speculationrules">${rules}</script>`,
    );
    expect(checkPage(html, { base, releases }).findings.map(({ what }) => what)).to.deep.equal([
      'The page’s speculation rules make Chromium ask www.paladinservice.co.uk, www.bbc.co.uk, exit.example in advance, before anybody has tapped a link of the panel.',
    ]);
  });
});
