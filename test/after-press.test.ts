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

  /** What the browser has counted: three presses that are over, but for what is given; `undefined` where it does not count. */
  const count = (counted: Record<string, number> | undefined): void => {
    const over = { pointerdown: 3, pointerup: 3, click: 3, pointercancel: 0, pointerover: 3, pointerout: 3 };
    Object.defineProperty(performance, 'eventCounts', {
      value: counted && new Map(Object.entries({ ...over, ...counted })),
      configurable: true,
    });
  };

  const isAtOnce = async (canHover: boolean, andThen = () => {}): Promise<boolean> => {
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

  /**
   * As Firefox counts of a press that goes on: only that the pointer is over something; no press is active there for the first
   * tenth of a second.
   */
  const FINGER = { pointerover: 4 };

  it('waits while a finger is down', async () => {
    count(FINGER);
    expect(await isAtOnce(false)).to.equal(false);
  });

  for (const [when, counted] of [
    ['between the end of a touch and its click', { pointerdown: 4, pointerup: 4 }],
    ['while a press goes on, though a label or a key has made a click of its own', { pointerdown: 4, click: 4 }],
  ] as const)
    it(`waits ${when}`, async () => {
      count(counted);
      expect(await isAtOnce(true)).to.equal(false);
    });

  it('waits while something is active, which is all that is known where nothing is counted', async () => {
    count(undefined);
    const root = document.documentElement;
    Object.defineProperty(root, 'matches', { value: (selector: string) => selector === ':active', configurable: true });
    try {
      expect(await isAtOnce(true)).to.equal(false);
    } finally {
      Reflect.deleteProperty(root, 'matches');
    }
  });

  it('comes after what waits already: of two answers or packs the later one must come last', async () => {
    count(FINGER);
    const came: string[] = [];
    const first = isAtOnce(false, () => came.push('first'));
    count({});
    await isAtOnce(false, () => came.push('second'));
    await first;
    expect(came).to.deep.equal(['first', 'second']);
  });

  it('is no error of the page where it fails afterwards', async () => {
    const errors: Event[] = [];
    const hear = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      errors.push(event);
    };
    addEventListener('error', hear, true);
    count(FINGER);
    await isAtOnce(false, () => {
      throw new Error('no');
    });
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('error', hear, true);
    expect(errors).to.deep.equal([]);
  });

  for (const [how, counted] of [
    ['it is up', { pointerover: 4, pointerout: 4 }],
    ['the browser has taken it for a scroll', { pointerdown: 4, pointercancel: 1 }],
  ] as const)
    it(`does not wait once ${how}`, async () => {
      count(counted);
      expect(await isAtOnce(false)).to.equal(true);
    });

  if (!isFirefox)
    it('does not wait for what rests on the page in other engines than Firefox, whatever it is', async () => {
      Reflect.deleteProperty(window, 'mozInnerScreenX');
      count(FINGER);
      const wasAtOnce = await isAtOnce(false);
      Object.defineProperty(window, 'mozInnerScreenX', { value: 0, configurable: true });
      expect(wasAtOnce).to.equal(true);
    });

  it('does not wait for a mouse that lies on the page', async () => {
    count(FINGER);
    expect(await isAtOnce(true)).to.equal(true);
  });
});
