/*
 * What waits for the end of a press, told by what browsers count of it.
 */
import { expect } from '@open-wc/testing';
import { afterPress } from '../src/controllers/after-press.js';

describe('what moves numbers', () => {
  const { matchMedia } = window;
  const isFirefox = 'mozInnerScreenX' in window;

  before(() => {
    if (!isFirefox) Object.defineProperty(window, 'mozInnerScreenX', { value: 0, configurable: true });
  });

  afterEach(() => {
    Reflect.deleteProperty(performance, 'eventCounts');
    window.matchMedia = matchMedia;
  });

  after(() => {
    if (!isFirefox) Reflect.deleteProperty(window, 'mozInnerScreenX');
  });

  /** As Firefox counts: of the press that goes on only that the pointer is over something; no press is active there for the first tenth of a second. */
  const isAtOnce = async (pointerovers: number, pointerouts: number, canHover: boolean, andThen = () => {}): Promise<boolean> => {
    const counts = { pointerdown: 3, pointerup: 3, click: 3, pointercancel: 0, pointerover: pointerovers, pointerout: pointerouts };
    Object.defineProperty(performance, 'eventCounts', { value: new Map(Object.entries(counts)), configurable: true });
    window.matchMedia = () => ({ matches: !canHover }) as MediaQueryList;
    let isDone = false;
    const done = new Promise<void>((resolve) =>
      afterPress(() => {
        isDone = true;
        resolve();
        andThen();
      }),
    );
    const wasAtOnce = isDone;
    // What waits must come in the end.
    await done;
    return wasAtOnce;
  };

  it('waits while a finger is down', async () => {
    expect(await isAtOnce(4, 3, false)).to.equal(false);
  });

  it('is no error of the page where it fails afterwards', async () => {
    const errors: Event[] = [];
    const hear = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      errors.push(event);
    };
    addEventListener('error', hear, true);
    await isAtOnce(4, 3, false, () => {
      throw new Error('no');
    });
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('error', hear, true);
    expect(errors).to.deep.equal([]);
  });

  it('does not wait once it is up', async () => {
    expect(await isAtOnce(4, 4, false)).to.equal(true);
  });

  it('does not wait for a mouse that lies on the page', async () => {
    expect(await isAtOnce(4, 3, true)).to.equal(true);
  });
});
