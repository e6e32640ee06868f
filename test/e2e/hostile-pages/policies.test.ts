/** Pages on which the script cannot run, and pages with strict policies. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FORMS, snippet } from '../../../demo/snippets.js';
import { shownFirst } from '../../contacts-of-record.js';
import { linksOnScreen, until } from '../support/panel-page.js';
import { pagesWithRelease } from '../support/partner-pages.js';

describe('on hostile pages', () => {
  const { scripts, visit } = pagesWithRelease();

  describe('where the script cannot run', () => {
    const contents = FORMS.filter((form) => form === 'element' || form === 'placeholder' || form === 'link');
    for (const form of contents)
      for (const [name, change, headers] of [
        ['no script arrives', (text: string) => text.replace(/<script.*/s, ''), {}],
        ['the address is wrong', (text: string) => text.replace('embed.js', 'nothing.js'), {}],
        [
          'integrity does not fit',
          (text: string) => text.replace('embed.js"', 'embed.js" crossorigin="anonymous" integrity="sha384-AAAA"'),
          {},
        ],
        ['the policy blocks the script', (text: string) => text, { 'content-security-policy': "script-src 'self'" }],
        [
          'the policy allows no Trusted Types',
          (text: string) => text,
          { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
        ],
        ['an ad blocker takes the script', (text: string) => text, 'block'],
        ['the page is a sandbox', (text: string) => text, { 'content-security-policy': 'sandbox' }],
      ] as const)
        it(`${form}: ${name}: numbers or the link stay on screen`, async () => {
          const text = snippet(form, { base: `${scripts.origin}/` });
          const tag = form === 'link' ? '<script src="URL/embed.js" async data-define-only></script>' : '';
          const page = await visit(`<main>${change(text + tag)}</main>`, {
            statuses: false,
            ...(headers !== 'block' && { headers }),
            before: async (partner) => {
              if (headers !== 'block') return;
              await partner.setRequestInterception(true);
              partner.on(
                'request',
                (request) => void (request.url().endsWith('embed.js') ? request.abort('blockedbyclient') : request.continue()),
              );
            },
          });
          await new Promise((resolve) => setTimeout(resolve, 150));
          const links = await linksOnScreen(page);
          assert.ok(links.includes('Help with stalking'), String(links));
          const numbers = links.filter((name) => /^[\d ]+$/.test(name));
          if (form !== 'link')
            assert.deepEqual(
              numbers,
              shownFirst.map(({ number }) => number),
            );
          assert.deepEqual(page.errors, []);
        });
  });

  it('a script tag alone, on a page that allows no Trusted Types, leaves 999 and 101', async () => {
    const page = await visit('<main><script src="URL/embed.js"></script></main>', {
      statuses: false,
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.deepEqual(await linksOnScreen(page), ['999', '101']);
    assert.deepEqual(page.errors, []);
  });

  describe('strict policies', () => {
    const POLICY =
      "default-src 'none'; script-src SCRIPTS; style-src 'none'; require-trusted-types-for 'script'; trusted-types report-stalker-panel";
    for (const form of FORMS.filter((name) => name !== 'frame' && name !== 'oembed'))
      it(`${form}: under the documented directives nothing is violated`, async () => {
        const text = snippet(form, { base: `${scripts.origin}/` });
        const tag = form === 'link' ? '<script src="URL/embed.js" async data-define-only></script>' : '';
        const page = await visit(`<main>${text}${tag}</main>`, {
          headers: { 'content-security-policy': POLICY.replace('SCRIPTS', scripts.origin) },
          before: (partner) =>
            partner.evaluateOnNewDocument(() => {
              const violations: string[] = [];
              Object.assign(globalThis, { violations });
              document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
                violations.push(`${effectiveDirective} ${blockedURI}`),
              );
            }),
        });
        await until(page.page, () => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[data-state="always"]'));
        assert.deepEqual(await page.page.evaluate('violations'), []);
        assert.equal((await page.panels()).length, 1);
      });
  });
});
