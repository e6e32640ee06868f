/** How tall the page around a frame lets it be. What it asks for, and when: test/e2e/panel-page.test.ts. */
import { expect } from '@open-wc/testing';
import { listenToFrames } from '../src/embed/frame.js';
import { BASE_URL } from '../src/release.js';

describe('the height of a frame', () => {
  let frame: HTMLIFrameElement;

  before(listenToFrames);
  beforeEach(() => {
    frame = document.body.appendChild(document.createElement('iframe'));
    frame.src = `${BASE_URL}1/panel.html`;
  });
  afterEach(() => frame.remove());

  const rows: readonly (readonly [what: string, value: unknown, height: string])[] = [
    // Browsers give a frame a border of two pixels.
    ['is what it asks for, and its border', 900, '904px'],
    ['is 100 px at least', 1, '100px'],
    ['is 4,000 px at most', 9e9, '4000px'],
    ['stays where it asks for none', 'x', ''],
  ];
  for (const [what, value, height] of rows)
    it(what, () => {
      dispatchEvent(new MessageEvent('message', { source: frame.contentWindow, data: { message: 'height', value } }));
      expect(frame.style.height).to.equal(height);
    });

  it('is not what anybody else asks for', () => {
    const other = frame.cloneNode() as HTMLIFrameElement;
    frame.after(other);
    for (const source of [window, other.contentWindow])
      dispatchEvent(new MessageEvent('message', { source, data: { message: 'height', value: 900 } }));
    other.remove();
    expect(frame.style.height).to.equal('');
    // That this throws nothing, the runner hears.
    dispatchEvent(new MessageEvent('message', { source: frame.contentWindow, data: null }));
  });

  it('is asked of our frames alone: others may not know what to make of a message', () => {
    const frames = [frame.cloneNode() as HTMLIFrameElement, document.createElement('iframe')];
    const asked: Element[] = [];
    document.body.append(...frames);
    for (const each of frames) each.contentWindow!.postMessage = () => void asked.push(each);
    listenToFrames();
    for (const each of frames) each.remove();
    expect(asked).to.deep.equal([frames[0]]);
  });
});
