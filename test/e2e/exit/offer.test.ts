/** Whether a panel offers an exit: one for the page, and none beside one of the page’s own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exitPoint, exits, leaving, PANEL, sleep, until } from '../support/leaving.js';
import { engine } from '../support/visitor.js';

describe(`one exit for the page, ${engine}`, () => {
  const { attempted, visit } = leaving();
  // Here, since the runner counts a test for the file that calls it.
  const it = (name: string, run: () => Promise<void>) => void test(name, attempted(run));

  it('however many panels there are, and none when they have gone', async () => {
    const visitor = await visit(
      `${PANEL}${PANEL}${PANEL}TAG<script>addEventListener('rsp-exit', (event) => event.preventDefault())</script>`,
    );
    const shift = () => visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    await shift();
    assert.equal(await exits(visitor), 1);
    await visitor.evaluate(() => document.querySelector('report-stalker-panel')!.remove());
    await shift();
    assert.equal(await exits(visitor), 2);
    await visitor.evaluate(() => document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove()));
    await shift();
    assert.equal(await exits(visitor), 2);
    await visitor.evaluate(() => void document.body.append(document.createElement('report-stalker-panel')));
    await shift();
    assert.equal(await exits(visitor), 3);
  });

  it('none with without-exit, also not by the keyboard', async () => {
    const visitor = await visit('<report-stalker-panel without-exit exit-href="EXIT">x</report-stalker-panel>TAG');
    await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
    assert.deepEqual([await visitor.evaluate(exitPoint), await exits(visitor)], [null, 0]);
  });

  for (const markup of [
    '<div class="govuk-exit-this-page" data-module="govuk-exit-this-page"><a href="/">Exit</a></div>',
    '<div class="nsw-quick-exit"><a href="/">Exit</a></div>',
    '<div class="moj-exit-this-page"><a href="/">Exit</a></div>',
    '<button class="quick-exit">Exit</button>',
    ...['<button>Exit</button>', '<input type="button" value="Exit">', '<b role="button">Exit</b>'].map(
      (control) => `<div class="nsw-quick-exit">${control}</div>`,
    ),
  ])
    it(`stands down beside ${markup}, and says so`, async () => {
      const visitor = await visit(`${markup}${PANEL}TAG`);
      const problems = () => visitor.evaluate(() => document.querySelector('report-stalker-panel')!.problems.map(({ code }) => code));
      assert.deepEqual(await problems(), ['exit-exists']);
      await visitor.press('ShiftLeft', 'ShiftLeft', 'ShiftLeft');
      assert.deepEqual([await visitor.evaluate(exitPoint), await exits(visitor)], [null, 0]);
    });

  for (const markup of [
    '<div class="govuk-exit-this-page" hidden><a href="/">Exit</a></div>',
    '<div hidden><a class="nsw-quick-exit" href="/">Exit</a></div>',
    '<div style="visibility: hidden"><a class="nsw-quick-exit" href="/">Exit</a></div>',
    '<details><summary>Menu</summary><a class="nsw-quick-exit" href="/">Exit</a></details>',
    '<style>.quick-exit { display: none }</style><div class="quick-exit"><a href="/">Exit</a></div>',
    '<dialog class="quick-exit-help">How to leave this site</dialog>',
    '<script>document.body.className = "no-quick-exit-theme"</script>',
    '<script>document.documentElement.className = "no-quick-exit-theme"</script><a href="/">News</a>',
    '<main class="with-quick-exit"><a href="/">News</a></main>',
    '<h2 class="about-exit-this-page">How to leave this site</h2>',
    '<article class="post tag-quick-exit"><h2><a href="/">News</a></h2></article>',
    '<ul><li class="menu-item quick-exit-info"><a href="/">About the exit</a></li></ul>',
  ])
    it(`stays beside ${markup}, which shows no exit`, async () => {
      const visitor = await visit(`${markup}${PANEL}TAG`);
      assert.notEqual(await visitor.evaluate(exitPoint), null);
    });

  it('gives way to an exit control that the page brings later, and comes back when that has gone', async () => {
    const visitor = await visit(`<div id="place"></div>${PANEL}TAG`);
    const exitIsThere = async () => (await visitor.evaluate(exitPoint)) !== null;
    // A while after the first look at the clock, which looks at the page as well.
    await until('it knows the time', () =>
      visitor.evaluate(() => document.querySelector('report-stalker-panel')!.shadowRoot!.querySelector('[data-state="always"]') !== null),
    );
    await sleep(200);
    assert.ok(await exitIsThere());
    await visitor.evaluate(() => void (document.querySelector('#place')!.innerHTML = '<p><a class="nsw-quick-exit" href="/">Exit</a></p>'));
    await until('the panel gives way', async () => !(await exitIsThere()));
    await visitor.evaluate(() => document.querySelector('#place')!.replaceChildren());
    await until('it is back', exitIsThere);
  });
});
