/** How a panel lives in a page that moves, copies, translates and styles it. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { inLondon, mount, PanelHarness } from '../support/panel-harness.js';
import { beginAt, stillPage, time, WAKES, warnings } from '../support/still-page.js';

const NSH = 'national-stalking-helpline';

describe('the panel in the page', () => {
  stillPage('2026-11-25T10:00Z');

  it('leaves no listener and no timer behind', async () => {
    const panels = await Promise.all([mount(), mount()]);
    await time.paint();
    panels.forEach(({ element }) => element.remove());
    expect(time.timers).to.equal(0);
    // Not even for what changes sooner than all that was shown.
    panels[0].element.contacts = {
      version: 1,
      contacts: [{ id: 'desk', name: 'Desk', number: '01632 960 123', hours: 'Mo-Fr 09:00-10:30' }],
    };
    await panels[0].element.updateComplete;
    expect(time.timers).to.equal(0);
    let looks = 0;
    time.now = () => (looks++, Date.parse('2026-11-25T17:00Z'));
    for (const [from, type] of WAKES) from.dispatchEvent(new Event(type));
    await panels[0].element.updateComplete;
    expect(looks).to.equal(0);
    expect(panels[0].state(NSH)).to.equal('open');
  });

  it('its events stay in the shadow tree that it stands in', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const heard = new Set<string>();
    for (const type of ['rsp-status', 'rsp-problem', 'rsp-exit']) {
      inside.addEventListener(type, (event) => {
        event.preventDefault();
        heard.add(type);
      });
      host.addEventListener(type, () => heard.add(`${type} outside`));
    }
    const panel = await mount({ region: 'x', show: 'police' }, inside);
    await time.paint();
    panel.exit!.click();
    expect([...heard].sort()).to.deep.equal(['rsp-exit', 'rsp-problem', 'rsp-status']);
    host.remove();
  });

  it('its text is enlarged with that of the page, as Chrome does on iPhones', async () => {
    document.body.style.setProperty('-webkit-text-size-adjust', '150%');
    const panel = await mount();
    const adjusted = (element: Element) => getComputedStyle(element).getPropertyValue('-webkit-text-size-adjust');
    // Nothing in WebKit on other devices, which does not know it.
    const [ours, theirs] = [panel.number('emergency'), document.body].map(adjusted);
    document.body.removeAttribute('style');
    expect(ours).to.equal(theirs);
  });

  for (const lang of ['cy', 'de'])
    it(`takes its fonts by the language that it is in, where ${lang} is wanted`, async () => {
      const panel = await mount({ lang });
      const locale = getComputedStyle(panel.number('emergency')).getPropertyValue('-webkit-locale');
      const inUse = panel.root.querySelector<HTMLElement>('.frame')!.lang;
      // Firefox goes by the language itself. Chromium writes quotation marks.
      expect(locale.replaceAll('"', '')).to.equal(CSS.supports('-webkit-locale: auto') ? inUse : '');
    });

  it('works again after it was removed, moved and put back', async () => {
    const panel = await mount();
    await time.paint();
    panel.element.remove();
    await time.advanceTo('2026-11-25T17:00Z');
    const elsewhere = document.body.appendChild(document.createElement('div'));
    elsewhere.append(panel.element);
    await time.paint();
    expect(panel.state(NSH)).to.equal('closed');
    await time.advanceTo('2026-11-26T10:00Z');
    expect(panel.state(NSH)).to.equal('open');
    elsewhere.remove();
  });

  it('takes over properties set before it was defined as an element of the page', async () => {
    const element = document.createElement('report-stalker-panel');
    element.heading = 'Help';
    document.body.append(element);
    await element.updateComplete;
    expect(new PanelHarness(element).text).to.contain('Help');
  });

  it('an error inside leaves the fallback content on screen, and throws nothing', async () => {
    const element = document.createElement('report-stalker-panel');
    element.innerHTML = '<p>Call 999</p>';
    Object.defineProperty(element, 'heading', {
      get: () => {
        throw new Error('broken');
      },
    });
    document.body.append(element);
    await element.updateComplete;
    expect(element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
    expect(warnings).to.have.length(1);
  });

  const [EMERGENCY, POLICE] = ['tel:999', 'tel:101'];
  for (const [fallback, ...numbers] of [
    ['', EMERGENCY, POLICE],
    ['\n  ', EMERGENCY, POLICE],
    ['<br>', EMERGENCY, POLICE],
    ['<p>Loading</p>', EMERGENCY, POLICE],
    ['<a href="tel:999">999</a>', EMERGENCY],
    ['<a href="tel:999">999</a> <a href="tel:101">101</a>', EMERGENCY, POLICE],
  ] as const)
    it(`an error inside leaves numbers on screen, each once, where the fallback content is ${JSON.stringify(fallback)}`, async () => {
      const element = document.createElement('report-stalker-panel');
      element.innerHTML = fallback;
      Object.defineProperty(element, 'heading', {
        get: () => {
          throw new Error('broken');
        },
      });
      document.body.append(element);
      await element.updateComplete;
      const links = [element.shadowRoot!, element].flatMap((place) => [...place.querySelectorAll('a')]);
      expect(links.map(({ href }) => href)).to.deep.equal(numbers);
      for (const link of links) expect(link.getBoundingClientRect().height).to.be.above(0);
    });

  it('a copy in a frame, which a print button makes, has numbers in sight', async () => {
    const { element } = await mount();
    const frame = element.parentNode!.appendChild(document.createElement('iframe'));
    const copy = frame.contentDocument!.body.appendChild(element.cloneNode(true) as typeof element);
    // Styles of another document are an error to Lit: then it is never updated.
    for (let microtask = 0; microtask < 20; microtask++) await null;
    expect(copy.shadowRoot!.querySelector('[href="tel:999"]')!.getBoundingClientRect().height).to.be.above(0);
    frame.remove();
  });

  it('a page that puts a part of itself in the place of all, and prints at once, has numbers on paper', async () => {
    const place = (await mount()).element.parentElement!;
    place.innerHTML = '<report-stalker-panel></report-stalker-panel>';
    dispatchEvent(new Event('beforeprint'));
    const panel = place.querySelector('report-stalker-panel')!;
    expect(panel.shadowRoot!.querySelector('[href="tel:999"]')!.getBoundingClientRect().height).to.be.above(0);
    await panel.updateComplete;
    expect(new PanelHarness(panel).ids).to.have.lengthOf(4);
  });

  describe('where a translator of the page has put its own nodes in the place of ours', () => {
    /** As extensions do that look into shadow roots too. */
    const translate = (node: Node): void => {
      for (const child of [...node.childNodes])
        if (child instanceof Text && child.data.trim()) {
          const translated = document.createElement('font');
          translated.textContent = `[${child.data}]`;
          child.replaceWith(translated);
        } else translate(child);
    };

    it('statuses, numbers, names and languages change all the same', async () => {
      beginAt('2026-11-25T15:30Z');
      const panel = await mount({ region: 'england' });
      await time.paint();
      translate(panel.root);
      expect(panel.sentence(NSH)).to.contain('[Usually open now');
      await time.advanceTo('2026-11-25T16:00Z');
      expect(inLondon(panel.sentence(NSH))).to.equal('Usually closed now, opens tomorrow at 9:30am');
      translate(panel.root);
      panel.element.region = 'scotland';
      await panel.element.updateComplete;
      const line = panel.contact('domestic-abuse-forced-marriage-helpline');
      expect(line.querySelector('a')!.textContent).to.equal('0800 027 1234');
      expect(line.querySelector('[role=heading]')!.textContent).to.contain("Scotland's Domestic Abuse");
      translate(panel.root);
      panel.element.lang = 'cy';
      await panel.element.updateComplete;
      expect(panel.text).to.match(/^Rhoi gwybod am stelciwr Gadael/);
      expect(panel.text).to.contain('. Ffoniwch 999. Sibrydwch');
    });

    it('numbers are none of its business: Firefox turns the direction of what it translates', async () => {
      const { element, root } = await mount({ region: 'wales' });
      const numbers = [...root.querySelectorAll<HTMLElement>('[part=number]')];
      expect(numbers.map(({ translate, dir }) => [translate, dir])).to.deep.equal(numbers.map(() => [false, 'ltr']));
      expect(numbers).to.have.length(5);
      element.remove();
    });
  });

  describe('in a hostile page', () => {
    it('is not shown where it is hidden, or a popover that is closed', async () => {
      const { element } = await mount();
      const display = () => getComputedStyle(element).display;
      expect(display()).to.equal('block');
      element.hidden = true;
      expect(display(), 'hidden').to.equal('none');
      element.setAttribute('hidden', 'until-found');
      expect(display(), 'hidden until found').to.equal('none');
      element.hidden = false;
      element.popover = 'auto';
      expect(display(), 'closed').to.equal('none');
      element.showPopover();
      expect(display(), 'open').to.equal('block');
      element.hidePopover();
      expect(display(), 'closed again').to.equal('none');
    });

    it('keeps within the window as a popover, and scrolls where it is taller', async () => {
      const { element, root } = await mount();
      element.style.width = '375px';
      // For the page's header, which is not in the popover: the exit is not to lie so far down, over 999.
      element.style.setProperty('--rsp-sticky-top', '80px');
      element.popover = 'auto';
      element.showPopover();
      const frame = root.querySelector('.frame')!;
      expect(frame.scrollHeight, 'taller than the window').to.be.above(innerHeight);
      for (const hook of ['a[data-exit]', '[data-contact=emergency] [part=number]'])
        expect(root.querySelector(hook)!.getBoundingClientRect().top, hook).to.be.above(0);
      const { x, y, width, height } = root.querySelector('[data-contact=emergency] [part=number]')!.getBoundingClientRect();
      expect(root.elementFromPoint(x + width / 2, y + height / 2)!.textContent, 'what a tap meets').to.equal('999');
      frame.scrollTo({ top: frame.scrollHeight, behavior: 'instant' });
      expect([...root.querySelectorAll('summary')].at(-1)!.getBoundingClientRect().bottom, 'its end').to.be.below(innerHeight);
    });

    it('looks the same whatever text properties the page hands down', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      place.style.width = '400px';
      const plain = await mount({}, place);
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText =
        'font: italic small-caps 900 10px/3 serif; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; white-space: pre; text-indent: 5em; text-align: right; direction: rtl; visibility: hidden; color: red; user-select: none; writing-mode: vertical-rl; text-shadow: 0 0 9px';
      const inner = box.appendChild(document.createElement('div'));
      inner.style.cssText = 'writing-mode: horizontal-tb; width: 400px';
      const hostile = await mount({}, inner);
      await time.paint();
      const look = (panel: PanelHarness) =>
        [...panel.root.querySelectorAll('.name, .purpose, .status, .number, .details')].map((element) => {
          const { font, letterSpacing, wordSpacing, textTransform, visibility, color, textAlign, textIndent, direction } =
            getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          const [across, down] = [Math.round(width), Math.round(height)];
          return { font, letterSpacing, wordSpacing, textTransform, visibility, color, textAlign, textIndent, direction, across, down };
        });
      expect(look(hostile)).to.deep.equal(look(plain));
      box.remove();
      place.remove();
    });
  });
});
