/** Attributes and properties, and the links that depend on them. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { mount, PanelHarness } from '../support/panel-harness.js';
import { stillPage } from '../support/still-page.js';

const NSH = 'national-stalking-helpline';

describe('attributes of the panel', () => {
  stillPage('2026-11-25T10:00Z');

  it('says nothing of an exit that the host has left out', async () => {
    expect((await mount()).root.textContent).to.contain("'Exit this page' opens another website.");
    expect((await mount({ 'without-exit': '' })).root.textContent)
      .to.contain('Clearing your history')
      .and.not.contain('opens another website');
  });

  it('the last write wins, attribute or property', async () => {
    const { element } = await mount({ region: 'wales' });
    element.region = 'scotland';
    await element.updateComplete;
    const panel = new PanelHarness(element);
    expect(panel.ids).to.include('domestic-abuse-forced-marriage-helpline').and.not.include('paladin');
    element.setAttribute('region', 'wales');
    await element.updateComplete;
    expect(panel.ids).to.include('live-fear-free').and.include('paladin');
    element.removeAttribute('region');
    await element.updateComplete;
    expect(panel.ids).to.deep.equal(['emergency', 'police', NSH, 'paladin']);
  });

  it('show chooses and orders, and 999 stays first', async () => {
    const panel = await mount({ show: `paladin emergency police` });
    expect(panel.ids).to.deep.equal(['emergency', 'paladin', 'police']);
  });

  for (const levels of ['455566', '666666'])
    it(`heading and heading-level ${levels[0]}`, async () => {
      const panel = await mount({ heading: 'Get help', 'heading-level': levels[0]! });
      const headings = [...panel.root.querySelectorAll('[role="heading"]')];
      expect(headings[0]!.textContent).to.equal('Get help');
      expect(headings.map((heading) => heading.getAttribute('aria-level'))).to.deep.equal([...levels]);
    });

  it('the exit link is there, and can be left out', async () => {
    expect((await mount()).exit!.href).to.equal('https://www.bbc.co.uk/weather');
    expect((await mount({ 'exit-href': 'https://www.gov.uk/' })).exit!.href).to.equal('https://www.gov.uk/');
    expect((await mount({ 'without-exit': '' })).exit).to.equal(null);
  });

  it('none in a window that the page has moved the panel into, and one again after that', async () => {
    const { element, root } = await mount();
    const place = element.parentNode!;
    const frame = place.appendChild(document.createElement('iframe'));
    const hasExit = async () => {
      await element.updateComplete;
      return [root.querySelector('[data-exit]') !== null, root.textContent.includes('opens another website')];
    };
    frame.contentDocument!.body.append(element);
    expect(await hasExit()).to.deep.equal([false, false]);
    place.append(element);
    expect(await hasExit()).to.deep.equal([true, true]);
    frame.remove();
  });

  it('no link tells where the visitor came from, nor asks in the clear', async () => {
    const panel = await mount({ region: 'england', 'police-href': 'https://police.example/report' });
    const links = [...panel.root.querySelectorAll<HTMLAnchorElement>('a:not([href^="tel:"])')];
    expect(links.length).to.be.above(3);
    for (const { rel, href } of links) expect(rel, href).to.contain('noreferrer').and.contain('noopener');
    for (const { protocol, href } of links) expect(protocol, href).to.equal('https:');
  });
});
