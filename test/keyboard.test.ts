import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../src/define.js';
import { FakeTime } from './support/fake-time.js';
import { mount, type PanelHarness } from './support/panel-harness.js';

describe('with a keyboard alone', () => {
  let time: FakeTime;
  let panel: PanelHarness;
  let before: HTMLButtonElement;
  /** So that the focus stays in the page when it leaves the panel. */
  let after: HTMLButtonElement;

  beforeEach(async () => {
    time = new FakeTime('2026-11-25T10:00Z');
    before = document.body.appendChild(document.createElement('button'));
    panel = await mount();
    after = document.body.appendChild(document.createElement('button'));
    await time.paint();
    before.focus();
  });

  afterEach(async () => {
    panel.element.remove();
    before.remove();
    after.remove();
    time.restore();
  });

  const tab = async (): Promise<Element | null> => {
    await sendKeys({ press: 'Tab' });
    return panel.root.activeElement;
  };

  /** Tab by tab, until the panel is left. */
  const walk = async (look: (place: Element) => void = () => {}): Promise<Element[]> => {
    const places: Element[] = [];
    for (let place = await tab(); place; place = await tab()) {
      places.push(place);
      look(place);
      expect(places.length).to.be.below(50);
    }
    return places;
  };

  /** The key may have come and gone before the fold follows. */
  const press = async (key: string, fold: HTMLDetailsElement): Promise<void> => {
    const followed = new Promise((resolve) => fold.addEventListener('toggle', resolve, { once: true }));
    await sendKeys({ press: key });
    await followed;
  };

  const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

  it('the exit comes first, then the contacts in their order, and the panel can be left', async () => {
    const places = await walk();
    expect(places.map(words)).to.deep.equal([
      'Exit this page',
      '999',
      'If you cannot speak safely, or cannot hear',
      '101',
      'police.uk',
      '0808 802 0300',
      'suzylamplugh.org',
      '020 3866 4107',
      'paladinservice.co.uk',
      'Using this page safely',
    ]);
  });

  it('the order of the focus is the order on screen, and each place shows a ring', async () => {
    let above = 0;
    await walk((place) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(place);
      // A page in a window that is not the active one, as WebKit's here, has no focus to show.
      if (document.hasFocus()) expect([outlineStyle, outlineWidth], words(place)).to.deep.equal(['solid', '3px']);
      // Line by line: what stands beside a number may begin a little above it.
      const { bottom } = place.getBoundingClientRect();
      expect(bottom, words(place)).to.be.above(above);
      above = place.getBoundingClientRect().top;
    });
  });

  for (const [name, key] of [
    ['Enter', 'Enter'],
    ['Space', ' '],
  ] as const)
    it(`${name} opens and closes a fold, and the focus stays`, async () => {
      for (const fold of panel.root.querySelectorAll('details')) {
        const summary = fold.querySelector('summary')!;
        summary.focus();
        await press(key, fold);
        expect(fold.open).to.equal(true);
        expect(panel.root.activeElement).to.equal(summary);
        await press(key, fold);
        expect(fold.open).to.equal(false);
      }
    });

  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    it(`Enter follows links and opens a fold on a page that sends or guards its form at ${type}, links and buttons aside`, async () => {
      const taken: Event[] = [];
      const take = (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || (event.target as Element).matches('a, button, textarea')) return;
        event.preventDefault();
        taken.push(event);
      };
      const followed: string[] = [];
      panel.element.addEventListener('rsp-exit', (event) => event.preventDefault());
      panel.root.addEventListener('click', (event) => {
        followed.push((event.target as Element).className);
        if (!panel.root.activeElement!.matches('summary')) event.preventDefault();
      });
      document.addEventListener(type, take);
      panel.number('emergency').focus();
      await sendKeys({ press: 'Enter' });
      panel.exit!.focus();
      await sendKeys({ press: 'Enter' });
      const fold = panel.root.querySelector('details')!;
      fold.querySelector('summary')!.focus();
      await press('Enter', fold);
      document.removeEventListener(type, take);
      expect(followed).to.deep.equal(['number', 'exit', '']);
      expect(taken).to.deep.equal([]);
    });

  it('an Enter that is held, on what opens a dialog with the panel say, follows no link and opens no fold again and again', () => {
    // Not by real keys: WebKit's driver does not repeat them.
    const isHeeded = (place: Element, repeat: boolean) =>
      place.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, composed: true, cancelable: true }));
    panel.root.addEventListener('click', (event) => event.preventDefault());
    for (const place of panel.root.querySelectorAll('a, summary')) {
      expect(isHeeded(place, true), words(place)).to.equal(false);
      expect(isHeeded(place, false), words(place)).to.equal(true);
    }
    // What the page has in it may need it: a field of several lines.
    const field = panel.element.appendChild(document.createElement('textarea'));
    expect(isHeeded(field, true)).to.equal(true);
  });

  describe('a page that makes the panel the goal of a link, by tabindex="-1", leaves its numbers in the order of Tab', () => {
    it('as often as it does so', async () => {
      for (let round = 0; round < 3; round++) {
        panel.element.tabIndex = -1;
        panel.element.focus();
        expect(document.activeElement?.localName).to.equal('report-stalker-panel');
        expect((await walk()).map(words)).to.include('999');
        before.focus();
        await tab();
        expect((await walk()).map(words)).to.include('999');
      }
    });

    it('also in its HTML, for a link within the page', async () => {
      const box = document.createElement('div');
      box.innerHTML =
        '<a href="#help">Get help</a><p><button>Between</button></p><report-stalker-panel id="help" tabindex="-1"></report-stalker-panel>';
      const address = location.href;
      before.after(box);
      const focused = () => [document.activeElement!.id, document.activeElement!.shadowRoot?.activeElement?.className];
      box.querySelector('a')!.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Tab' });
      const byLink = focused();
      box.querySelector('button')!.focus();
      await sendKeys({ press: 'Tab' });
      const byTab = focused();
      await sendKeys({ press: 'Tab' });
      const further = focused();
      history.replaceState(null, '', address);
      box.remove();
      expect(byLink).to.deep.equal(['help', 'exit']);
      // Also a place in that order: scripts that put the focus there find it.
      expect(byTab).to.deep.equal(['help', undefined]);
      expect(further).to.deep.equal(['help', 'exit']);
    });

    it('and is not argued with for ever', async () => {
      const insisting = new MutationObserver(() => {
        if (panel.element.tabIndex !== -1) panel.element.tabIndex = -1;
      });
      insisting.observe(panel.element, { attributeFilter: ['tabindex'] });
      panel.element.tabIndex = -1;
      await new Promise((resolve) => setTimeout(resolve));
      insisting.disconnect();
      expect(panel.element.tabIndex).to.equal(-1);
    });
  });

  it('a dialog around it that opens, or a script, puts the focus on nothing of its fallback content, out of sight', async () => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<report-stalker-panel><a href="tel:999">999</a></report-stalker-panel><button>Close</button>';
    before.after(dialog);
    await dialog.querySelector('report-stalker-panel')!.updateComplete;
    const link = dialog.querySelector('a')!;
    dialog.showModal();
    const opened = document.activeElement;
    link.focus();
    const focused = document.activeElement;
    dialog.remove();
    expect([opened, focused].map((element) => element === link)).to.deep.equal([false, false]);
  });

  it('what is folded away takes no focus; unfolded, its link does', async () => {
    const fold = panel.root.querySelector('details')!;
    const link = fold.querySelector('a')!;
    expect(await walk()).not.to.include(link);
    fold.open = true;
    before.focus();
    expect(await walk()).to.include(link);
  });

  for (const [width, attributes, letters = ''] of [
    ['auto', {}],
    ['245px', {}],
    // As the visitor chose in the browser.
    ['245px', {}, '32px'],
    ['320px', { lang: 'cy' }, '32px'],
    // Three lines and more above the exit.
    ['245px', { lang: 'cy', now: '2026-11-25T10:00' }],
    ['245px', { heading: 'Get help if someone is stalking you in West Yorkshire' }],
  ] as const)
    it(`in a place ${width} wide, what has the focus is not hidden beneath the exit that stays in reach, on the way down and up, ${JSON.stringify(attributes)} ${letters}`, async () => {
      panel.element.style.width = width;
      panel.root.querySelector<HTMLElement>('.frame')!.style.fontSize = letters;
      for (const [name, value] of Object.entries(attributes)) panel.element.setAttribute(name, value);
      await panel.element.updateComplete;
      panel.root.querySelectorAll('details').forEach((fold) => (fold.open = true));
      document.body.style.paddingBottom = '3000px';
      const hidden: string[] = [];
      const look = (place: Element) => {
        const { left, top, width: across, height } = place.getBoundingClientRect();
        if (panel.root.elementFromPoint(left + across / 2, top + height / 2)?.closest('a, summary') !== place) hidden.push(words(place));
      };
      const places = await walk(look);
      scrollTo(0, 2000);
      for (const place of places.reverse()) {
        (place as HTMLElement).focus();
        // WebKit scrolls with the next frame.
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        look(place);
      }
      document.body.style.paddingBottom = '';
      expect(hidden).to.deep.equal([]);
    });

  for (const theme of ['light', 'dark'] as const)
    it(`the exit that stays in reach lies on a ground that hides what is beneath, ${theme}`, async () => {
      panel.element.theme = theme;
      await panel.element.updateComplete;
      expect(getComputedStyle(panel.root.querySelector('.top')!).backgroundColor).to.match(/^rgb\(/);
    });

  for (const held of ['ctrlKey', 'altKey', 'metaKey', undefined])
    it(held ? `with ${held}, the exit is a link as any other, and Shift no press of ours` : 'else both leave the page', () => {
      let exits = 0;
      panel.element.addEventListener('rsp-exit', (event) => {
        event.preventDefault();
        exits++;
      });
      panel.element.addEventListener('click', (event) => event.preventDefault());
      const modifiers = held && { [held]: true };
      panel.exit!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...modifiers }));
      for (let press = 0; press < 3; press++)
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', code: 'ShiftLeft', bubbles: true, ...modifiers }));
      expect(exits).to.equal(held ? 0 : 2);
    });

  it('a change of state leaves the focus where it is', async () => {
    const link = panel.number('national-stalking-helpline');
    link.focus();
    await time.advanceTo('2026-11-25T17:00Z');
    expect(panel.root.activeElement).to.equal(link);
    expect(panel.number('national-stalking-helpline')).to.equal(link);
  });

  it('nothing moves by itself, whatever the visitor prefers', async () => {
    for (const element of panel.root.querySelectorAll('*')) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      expect([animationName, transitionDuration, scrollBehavior]).to.deep.equal(['none', '0s', 'auto']);
    }
  });

  it('the words that show are the names to call out', () => {
    // For voice control: "click 0808 802 0300" must find the link.
    for (const element of panel.root.querySelectorAll('a, summary')) {
      expect(element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby') || element.hasAttribute('title')).to.equal(
        false,
      );
      expect(words(element)).not.to.equal('');
      expect((element as HTMLElement).innerText.replace(/\s+/g, ' ').trim(), words(element)).to.equal(
        element.closest('details:not([open])') && element.localName === 'a' ? '' : words(element),
      );
    }
  });

  it('the focus stays with its contact when that takes another place', async () => {
    const before = panel.number('paladin');
    before.focus();
    panel.element.show = 'police paladin national-stalking-helpline';
    await panel.element.updateComplete;
    const now = panel.root.activeElement!;
    expect(now).not.to.equal(before);
    expect(now).to.equal(panel.number('paladin'));
  });

  it('the focus stays with its contact when that takes a place among other contacts', async () => {
    panel.element.show = 'paladin police';
    await panel.element.updateComplete;
    panel.number('police').focus();
    // Now 101 is no longer beneath "Advice and support", as when the contact before it turns out not to exist.
    panel.element.show = 'police paladin';
    await panel.element.updateComplete;
    expect(panel.root.activeElement).to.equal(panel.number('police'));
    panel.element.compact = true;
    await panel.element.updateComplete;
    expect(panel.root.activeElement).to.equal(panel.number('police'));
  });

  it('the focus is in view where its contact goes far down', async () => {
    const others = Array.from({ length: 40 }, (_, index) => ({ id: `x-${index}`, name: 'X', number: '01632 960 001', hours: '24/7' }));
    const ids = others.map(({ id }) => id).join(' ');
    panel.element.contacts = { version: 1, contacts: others };
    panel.element.show = `police ${ids}`;
    await panel.element.updateComplete;
    panel.number('police').focus();
    panel.element.show = `${ids} police`;
    await panel.element.updateComplete;
    expect(panel.ids.at(-1)).to.equal('police');
    // WebKit scrolls with its next frame.
    await new Promise<void>((resolve) => {
      const look = (): unknown => {
        const { top, bottom } = panel.number('police').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight ? resolve() : requestAnimationFrame(look);
      };
      look();
    });
  });

  it('the focus on a website stays there, and on nobody’s number', async () => {
    const website = () => panel.contact('paladin').querySelector<HTMLElement>('.links a')!;
    website().focus();
    panel.element.show = 'paladin police';
    await panel.element.updateComplete;
    expect(panel.root.activeElement).to.equal(website());
    // The short list has no websites.
    panel.element.show = 'police paladin';
    panel.element.compact = true;
    await panel.element.updateComplete;
    expect(panel.root.activeElement).to.equal(null);
  });

  it('the focus on a link does not go to another one of its contact, which host data puts before it', async () => {
    const links = (...kinds: string[]) => kinds.map((kind) => ({ kind, href: `https://example.org/${kind}` }));
    const give = async (...kinds: string[]) => {
      panel.element.contacts = {
        version: 1,
        contacts: [{ id: 'county', name: 'County', number: '01632 960 001', hours: '24/7', links: links(...kinds) }],
      };
      await panel.element.updateComplete;
    };
    const focused = () => panel.root.activeElement?.getAttribute('href');
    await give('website');
    panel.root.querySelector<HTMLElement>('[href="https://example.org/website"]')!.focus();
    await give('chat', 'website');
    expect(focused()).to.equal('https://example.org/website');
    // One that has taken its place keeps it.
    await give('chat', 'report');
    expect(focused()).to.equal('https://example.org/report');
  });

  it('the focus stays where it is where two links of a contact lead to one place, whenever something else changes', async () => {
    const source = 'https://example.org/';
    panel.element.contacts = {
      version: 1,
      contacts: [
        {
          id: 'county',
          name: 'County',
          number: '01632 960 001',
          hours: '24/7',
          checkedOn: '2026-11-01',
          source,
          links: [{ kind: 'website', href: source }],
        },
      ],
    };
    await panel.element.updateComplete;
    const [website, second] = panel.root.querySelectorAll<HTMLElement>(`[data-contact=county] [href="${source}"]`);
    for (const link of [second, website]) {
      link!.focus();
      panel.element.theme = panel.element.theme === 'dark' ? 'light' : 'dark';
      await panel.element.updateComplete;
      expect(panel.root.activeElement).to.equal(link);
    }
  });

  it('a tap on the exit that began before the link was on screen leaves nobody', async () => {
    let exits = 0;
    const stay = (event: Event) => {
      event.preventDefault();
      exits++;
    };
    document.addEventListener('rsp-exit', stay);
    const send = (exit: Element, type: string, timeStamp: number, pointerType: string) => {
      const event = new PointerEvent(type, { pointerType, bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      exit.dispatchEvent(event);
    };
    const now = () => new Event('').timeStamp;
    const { element, exit } = await mount({});
    /** @param began when the finger came down on the link, or on something else that lay there */
    const tap = (began: number | 'elsewhere', timeStamp: number, pointerType = 'touch'): number => {
      exits = 0;
      if (began !== 'elsewhere') send(exit!, 'pointerdown', began, pointerType);
      send(exit!, 'click', timeStamp, pointerType);
      return exits;
    };
    const unpainted = now();
    expect(tap(unpainted, unpainted + 9999), 'before it is painted').to.equal(0);
    await time.paint();
    const painted = now();
    expect(tap('elsewhere', unpainted + 999), 'begun elsewhere').to.equal(0);
    expect(tap(unpainted, unpainted + 999), 'begun on what was not seen').to.equal(0);
    expect(tap(unpainted, unpainted + 1, 'mouse'), 'a mouse').to.equal(1);
    expect(tap('elsewhere', painted + 1001), 'a page that keeps the beginning').to.equal(1);
    expect(tap(painted + 1, painted + 2), 'begun on the link').to.equal(1);
    element.innerHTML = '<a href="tel:999">999</a>';
    expect(tap(unpainted + 499, unpainted + 550), 'aimed at a number that lay there a moment before').to.equal(0);
    expect(tap(painted + 501, painted + 550), 'aimed at the link').to.equal(1);
    document.removeEventListener('rsp-exit', stay);
    element.remove();
  });

  it('the focus is on nobody’s number when its contact goes', async () => {
    panel.number('national-stalking-helpline').focus();
    panel.element.show = 'police paladin';
    await panel.element.updateComplete;
    expect(panel.root.activeElement).to.equal(null);
  });

  it('the focus is on no other contact when its own goes, not even on one with the same number', async () => {
    const [first, second] = ['first', 'second'].map((id) => ({ id, name: id, number: '01632 960 001', hours: '24/7' }));
    panel.element.contacts = { version: 1, contacts: [first, second] };
    await panel.element.updateComplete;
    panel.number('first').focus();
    panel.element.contacts = { version: 1, contacts: [second] };
    await panel.element.updateComplete;
    expect(panel.number('second').textContent).to.equal('01632 960 001');
    expect(panel.root.activeElement?.textContent).to.equal(undefined);
  });
});
