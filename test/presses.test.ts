/*
 * What the page around hears of clicks and keys on links: nothing that it could take for one on bare ground; and what a press on a
 * number can still become.
 */
import { expect } from '@open-wc/testing';
import '../src/define.js';
import { mount, type PanelHarness } from './support/panel-harness.js';

describe('of clicks and keys, the page around hears', () => {
  let panel: PanelHarness;
  let heard: string[];

  const STARTS = ['pointerdown', 'mousedown', 'touchstart'];
  const KEPT = ['click', 'keydown', 'keypress', 'keyup'];
  const hear = ({ type }: Event): unknown => heard.push(type);

  beforeEach(async () => {
    panel = await mount();
    heard = [];
    for (const type of [...STARTS, ...KEPT]) document.addEventListener(type, hear);
  });

  afterEach(() => {
    for (const type of [...STARTS, ...KEPT]) document.removeEventListener(type, hear);
    panel.element.remove();
  });

  const press = (element: Element, key = 'Enter'): void => {
    const follow = (event: Event) => event.preventDefault();
    element.addEventListener('click', follow);
    for (const type of [...STARTS, ...KEPT])
      element.dispatchEvent(
        type.startsWith('key')
          ? new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true })
          : new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
      );
    element.removeEventListener('click', follow);
  };

  it('neither on a number and a link', () => {
    const places = panel.root.querySelectorAll('a:not([data-exit])');
    expect(places).to.have.length.above(6);
    places.forEach((place) => press(place));
    expect(heard.filter((type) => !STARTS.includes(type))).to.deep.equal([]);
  });

  it('of presses, so that their end is not taken for that of a swipe', () => {
    press(panel.number('emergency'));
    expect(heard).to.deep.equal(STARTS);
  });

  it('the click on the exit and on a fold, and no Enter', () => {
    panel.element.addEventListener('rsp-exit', (event) => event.preventDefault());
    for (const place of [panel.exit!, panel.root.querySelector('summary')!]) {
      heard = [];
      press(place);
      expect(heard).to.deep.equal([...STARTS, 'click']);
    }
  });

  it('other keys than Enter', () => {
    press(panel.number('emergency'), 'Shift');
    expect(heard).to.deep.equal([...STARTS, 'keydown', 'keypress', 'keyup']);
  });

  it('the end of an Enter that was pressed on the page and opened the panel, and of none that was pressed in it', () => {
    const number = panel.number('emergency');
    const letGo = () => number.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true, composed: true }));
    letGo();
    expect(heard).to.deep.equal(['keyup']);
    heard = [];
    press(number);
    expect(heard).not.to.include('keyup');
    letGo();
    expect(heard).to.deep.equal([...STARTS, 'keyup']);
    heard = [];
    // Keys that overlap, as fast typists press them.
    number.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    number.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', bubbles: true, composed: true }));
    number.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true, composed: true }));
    expect(heard).to.deep.equal(['keyup']);
  });

  it('all of them on what it has swallowed', async () => {
    panel.element.innerHTML = '<article><a href="#on">On</a></article>';
    panel.element.requestUpdate();
    await panel.element.updateComplete;
    expect(panel.root.querySelector('slot')).not.to.equal(null);
    press(panel.element.querySelector('a')!);
    expect(heard).to.deep.equal([...STARTS, ...KEPT]);
  });

  it('all of them, and of no error, where it has put something in the place of what is called', () => {
    const { contains } = Node.prototype;
    Node.prototype.contains = () => {
      throw new Error('of the page');
    };
    try {
      press(panel.number('emergency'));
    } finally {
      Node.prototype.contains = contains;
    }
    expect(heard).to.deep.equal([...STARTS, ...KEPT]);
  });
});

describe('a press on a number can begin to select its digits', () => {
  for (const [where, html, can] of [
    ['where nothing has the focus', '<p>', true],
    ['beside a button', '<button>Search</button>', true],
    ['beside what a design system makes a button', '<div role="button" tabindex="0"></div>', true],
    ['but not beside a field, whose error would move the number away', '<input>', false],
  ] as const)
    it(where, async () => {
      const panel = await mount();
      const { element } = panel;
      element.insertAdjacentHTML('beforebegin', html);
      const beside = element.previousElementSibling as HTMLElement;
      beside.focus();
      const press = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
      panel.number('emergency').dispatchEvent(press);
      beside.remove();
      element.remove();
      expect(!press.defaultPrevented).to.equal(can);
    });
});
