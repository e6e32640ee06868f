/** That checker and panel agree on colours. */
import { expect } from '@open-wc/testing';
import { panelContrast } from '../../../demo/contrast.js';
import { OWN_COLOURS } from '../../../demo/panel-colours.js';
import '../../../src/define.js';
import { examples } from '../../examples.js';
import { FakeTime } from '../../support/fake-time.js';
import { mount } from '../../support/panel-harness.js';
import { codes, themed } from './pages.js';

describe('the checker', () => {
  describe('and a panel with the same theme', () => {
    let time: FakeTime;
    let style: HTMLStyleElement;
    before(() => {
      time = new FakeTime('2026-11-25T10:00Z');
      style = document.head.appendChild(document.createElement('style'));
    });
    after(() => {
      style.remove();
      time.restore();
    });

    for (const scheme of ['light', 'dark'] as const)
      it(`${scheme}: its own colours are those that the checker counts with`, async () => {
        const { root, element: panel } = await mount({ theme: scheme });
        const frame = root.querySelector('.frame')!;
        const status = (state: string) => {
          const part = frame.appendChild(document.createElement('i'));
          part.dataset['state'] = state;
          return part;
        };
        const shown: Readonly<Record<keyof typeof OWN_COLOURS, readonly [Element, 'color' | 'backgroundColor']>> = {
          '--rsp-color-text': [root.querySelector('.helpline .name')!, 'color'],
          '--rsp-color-background': [frame, 'backgroundColor'],
          '--rsp-color-muted': [root.querySelector('.organisation')!, 'color'],
          '--rsp-color-open': [status('open'), 'color'],
          '--rsp-color-maybe': [status('unknown'), 'color'],
          '--rsp-color-danger': [root.querySelector('.emergency')!, 'backgroundColor'],
          '--rsp-color-on-danger': [root.querySelector('.emergency .name')!, 'color'],
          '--rsp-color-button': [root.querySelector('.exit')!, 'backgroundColor'],
          '--rsp-color-on-button': [root.querySelector('.exit span')!, 'color'],
        };
        const probe = document.body.appendChild(document.createElement('i'));
        for (const [name, colours] of Object.entries(OWN_COLOURS)) {
          probe.style.color = colours[scheme];
          const [part, property] = shown[name as keyof typeof OWN_COLOURS];
          expect(getComputedStyle(part)[property], name).to.equal(getComputedStyle(probe).color);
        }
        probe.remove();
        panel.remove();
      });

    /** Between them, they show every status. */
    const times = examples
      .filter(({ name }) => ['both open on a weekday, hours fresh', 'a Thursday, may still be open'].includes(name))
      .map(({ now }) => now);
    for (const theme of [
      ...['text', 'muted', 'background', 'open', 'maybe', 'danger', 'on-danger', 'button', 'on-button'].flatMap((name) =>
        ['#000', '#222', '#600', '#808080', '#cfcfcf', '#ffd0d0', 'yellow', '#fff', 'potato', 'rgb(127 127 127 / 20%)'].map(
          (colour) => `--rsp-color-${name}: ${colour}`,
        ),
      ),
      '--rsp-color-text: #fff; --rsp-color-background: #000',
      '--rsp-color-text: #222; --rsp-color-muted: #808080; --rsp-color-background: #fff',
      '--rsp-color-background: #fff; --rsp-color-muted: #222',
    ])
      it(`they agree whether it can be read: ${theme}`, async () => {
        style.textContent = `report-stalker-panel { ${theme} }`;
        for (const scheme of ['light', 'dark']) {
          const poor = [];
          for (const now of times) {
            const { element: panel } = await mount({ now, theme: scheme, region: 'wales' });
            await time.paint();
            poor.push(
              ...panelContrast(panel)
                .filter(({ ratio = 21, needed }) => ratio < needed)
                .map(({ text, ratio }) => `${text}: ${ratio}`),
            );
            panel.remove();
          }
          expect(codes(themed(theme, ` theme="${scheme}"`)).includes('contrast'), `${scheme}: ${poor.join()}`).to.equal(poor.length > 0);
        }
      });
  });
});
