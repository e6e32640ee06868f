/** What a panel makes of what it cannot use. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ProblemEvent } from '../../src/index.js';
import { mount } from '../support/panel-harness.js';
import { stillPage, time, warnings } from '../support/still-page.js';

describe('the panel given something it cannot use', () => {
  stillPage('2026-11-25T10:00Z');

  for (const [attributes, attribute, used] of [
    [{ region: 'yorkshire' }, 'region', 'the contacts for the whole UK'],
    [{ now: '2026-02-30T10:00' }, 'now', 'the present time'],
    [{ now: '2026-12-25' }, 'now', 'the present time'],
    [{ now: 'tomorrow' }, 'now', 'the present time'],
    [{ theme: 'pink' }, 'theme', 'auto'],
    [{ 'heading-level': '7' }, 'heading-level', '2'],
    [{ compact: 'false' }, 'compact', 'off'],
    [{ 'without-exit': 'false' }, 'without-exit', 'off'],
    [{ 'exit-href': 'javascript:alert(1)' }, 'exit-href', 'https://www.bbc.co.uk/weather'],
    [{ 'police-href': 'http://police.example' }, 'police-href', 'no link to a force'],
    [{ show: 'paladin nobody' }, 'show', 'the contacts that exist'],
  ] as [Record<string, string>, string, string][])
    it(`${JSON.stringify(attributes)} is reported once by each panel, once in the console, and the panel is safe`, async () => {
      const problems: ProblemEvent[] = [];
      const listen = (event: ProblemEvent) => void problems.push(event);
      document.addEventListener('rsp-problem', listen as EventListener);
      const [panel, other] = [await mount(attributes), await mount(attributes)];
      await time.paint();
      panel.element.requestUpdate();
      await panel.element.updateComplete;
      document.removeEventListener('rsp-problem', listen as EventListener);
      expect(problems.map((problem) => [problem.target, problem.attribute, problem.used])).to.deep.equal([
        [panel.element, attribute, used],
        [other.element, attribute, used],
      ]);
      expect(panel.element.problems.map(({ message }) => message)).to.deep.equal([problems[0]!.message]);
      expect(warnings).to.deep.equal([`<report-stalker-panel> ${problems[0]!.message}`]);
      expect(panel.ids[0]).to.equal('emergency');
      expect(panel.number('emergency').textContent.trim()).to.equal('999');
    });

  it('a `show` of several contacts that exist is not reported', async () => {
    const panel = await mount({ show: 'police paladin' });
    await time.paint();
    expect(panel.ids).to.deep.equal(['emergency', 'police', 'paladin']);
    expect(panel.element.problems).to.deep.equal([]);
  });

  it('[object Object] is nothing', async () => {
    const panel = await mount({
      region: '[object Object]',
      heading: '[object Object]',
      compact: '[object Object]',
      'without-exit': '[object Object]',
    });
    panel.element.contacts = '[object Object]';
    await panel.element.updateComplete;
    expect(panel.element.problems).to.deep.equal([]);
    expect([...panel.root.querySelectorAll('[data-exit]')]).to.have.lengthOf(1);
    expect(panel.text, 'what compact leaves out').to.contain('Using this page safely');
    expect(panel.text).to.contain('Report a stalker');
  });

  it('a problem that is mended is no longer listed', async () => {
    const panel = await mount({ region: 'yorkshire' });
    panel.element.region = 'england';
    await panel.element.updateComplete;
    expect(panel.element.problems).to.deep.equal([]);
    expect(panel.ids).to.include('national-domestic-abuse-helpline');
  });

  it('a panel inside a panel says so', async () => {
    const outer = await mount();
    const inner = await mount({}, outer.element);
    expect(inner.element.problems.map(({ code }) => code)).to.deep.equal(['nested']);
  });

  const holding = async (html: string, parent?: Element) => {
    const panel = await mount({}, parent);
    panel.element.innerHTML = html;
    panel.element.requestUpdate();
    await panel.element.updateComplete;
    return {
      isShown: panel.element.lastElementChild!.getBoundingClientRect().height > 0,
      problems: panel.element.problems.map(({ code }) => code),
    };
  };

  // Parts of a page do, whatever numbers are in them.
  const parts = ['main', 'nav', 'header', 'footer', 'form', 'article', 'aside', 'section'].map(
    (part) => `<${part}><p>The rest</p><a href="tel:999">999</a></${part}>`,
  );
  for (const html of [
    ...parts,
    '<p>two</p><h2>More</h2><p>three</p>',
    '<div><h1>Title</h1><p>text</p></div>',
    '<p>rest</p><script></script><p>later</p>',
  ])
    it(`${html}, swallowed by a self-closed tag, stays on screen`, async () => {
      expect(await holding(html)).to.deep.equal({ isShown: true, problems: ['swallowed-content'] });
    });

  for (const html of [
    '<p>Loading</p>',
    '<h2>Help</h2><p>Call <a href="tel:999">999</a></p>',
    '<p>Help</p><p><a href="https://host.example/1/panel.html">Help with stalking</a></p>',
  ])
    it(`${html} is fallback content`, async () => {
      expect(await holding(html)).to.deep.equal({ isShown: false, problems: [] });
    });

  it('a copy of a panel, as editors paste it, is fallback content', async () => {
    const { root } = await mount();
    expect(await holding(root.querySelector('.frame')!.outerHTML)).to.deep.equal({ isShown: false, problems: [] });
  });

  it('what something follows is fallback content, and so is what a placeholder held', async () => {
    const box = document.body.appendChild(document.createElement('div'));
    const placed = holding('<p>one</p><p>two</p>', box);
    box.append(' follows');
    expect(await placed).to.deep.equal({ isShown: false, problems: [] });
    box.toggleAttribute('data-report-stalker-panel');
    box.replaceChildren();
    expect(await holding('<p>one</p><p>two</p>', box)).to.deep.equal({ isShown: false, problems: [] });
    box.remove();
  });
});
