/*
 * What the page around hears of presses: nothing of those on links and folds, which it could not tell from bare ground.
 */
import { expect } from '@open-wc/testing';
import '../src/define.js';
import { mount, type PanelHarness } from './support/panel-harness.js';

describe('of presses, the page around hears', () => {
  let panel: PanelHarness;
  let heard: string[];

  const TYPES = ['pointerdown', 'mousedown', 'touchstart', 'click', 'keydown', 'keypress'];
  const hear = ({ type }: Event): unknown => heard.push(type);

  beforeEach(async () => {
    panel = await mount();
    heard = [];
    for (const type of TYPES) document.addEventListener(type, hear);
  });

  afterEach(() => {
    for (const type of TYPES) document.removeEventListener(type, hear);
    panel.element.remove();
  });

  const press = (element: Element, key = 'Enter'): void => {
    const follow = (event: Event) => event.preventDefault();
    element.addEventListener('click', follow);
    for (const type of TYPES)
      element.dispatchEvent(
        type.startsWith('key')
          ? new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true })
          : new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
      );
    element.removeEventListener('click', follow);
  };

  it('nothing, on a number, a link and a fold', () => {
    const places = panel.root.querySelectorAll('a:not([data-exit]), summary');
    expect(places).to.have.length.above(7);
    places.forEach((place) => press(place));
    expect(heard).to.deep.equal([]);
  });

  it('the click, on the exit', () => {
    panel.element.addEventListener('rsp-exit', (event) => event.preventDefault());
    press(panel.exit!);
    expect(heard).to.deep.equal(['click']);
  });

  it('other keys than Enter', () => {
    press(panel.number('emergency'), 'Shift');
    expect(heard).to.deep.equal(['keydown', 'keypress']);
  });

  it('all of those on its text', () => {
    press(panel.root.querySelector('.purpose')!);
    expect(heard).to.deep.equal(TYPES);
  });

  it('all of those on what it has swallowed', async () => {
    panel.element.innerHTML = '<article><a href="#on">On</a></article>';
    panel.element.requestUpdate();
    await panel.element.updateComplete;
    expect(panel.root.querySelector('slot')).not.to.equal(null);
    press(panel.element.querySelector('a')!);
    expect(heard).to.deep.equal(TYPES);
  });
});
