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
});
