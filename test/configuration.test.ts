/**
 * Whatever a host gives, in whatever order: 999 is first, shown and can be called, and the page
 * hears of nothing but problems that name their culprit. LONG=1 tries twice as many.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../src/define.js';
import { optionNames, optionTable } from '../src/options.js';
import type { Problem } from '../src/problems.js';
import type { ReportStalkerPanel } from '../src/report-stalker-panel.js';
import { anyDocument } from './contacts/arbitrary-contacts.js';
import { anyText, anyValue } from './support/arbitrary-values.js';
import { FakeTime } from './support/fake-time.js';
import { PanelHarness } from './support/panel-harness.js';
import { isLongRun } from './support/run-length.js';

const TAG = 'report-stalker-panel';
const START = '2026-11-25T10:00Z';

/** Problems that only the surroundings of the panel can have. */
const OF_THE_PAGE = ['nested', 'swallowed-content'];

/** One thing that a host does; said in words for the report of a failure. */
interface Step {
  readonly does: (world: World) => unknown;
  toString(): string;
}

/** A panel and the page around it. */
class World {
  readonly places: readonly ParentNode[];
  readonly time = new FakeTime(START);
  readonly heard: Problem[] = [];
  panel: ReportStalkerPanel;

  constructor(make: () => ReportStalkerPanel) {
    const [plain, narrow, host, outer] = ['', 'width: 245px', '', ''].map((style) => {
      const place = document.body.appendChild(document.createElement('div'));
      place.style.cssText = style;
      return place;
    }) as HTMLElement[] as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    outer.lang = 'cy';
    outer.dir = 'rtl';
    this.places = [plain, narrow, host.attachShadow({ mode: 'open' }), outer];
    this.panel = make();
    for (const place of this.places) place.addEventListener('rsp-problem', (event) => this.heard.push(event as unknown as Problem));
  }

  async settle(): Promise<void> {
    // Statuses come after the paint; what `src` names comes within a few turns.
    for (let turn = 0; turn < 3; turn++) {
      await this.time.paint();
      // Before its first connection it waits for good.
      if (this.panel.isConnected) await this.panel.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  end(): void {
    for (const place of this.places) (place instanceof ShadowRoot ? place.host : (place as HTMLElement)).remove();
    this.time.restore();
  }
}

const words = (value: unknown): string => {
  try {
    return fc.stringify(value).slice(0, 200);
  } catch {
    return '(unspeakable)';
  }
};

const step = (text: string, does: Step['does']): Step => ({ does, toString: () => text });

const attributes = [...optionNames.map((name) => optionTable[name].attribute), 'contacts', 'hidden', 'data-region'];
const properties = [...optionNames.filter((name) => name !== 'lang'), 'contacts'] as const;

const anyProperty = fc.constantFrom(...properties);

/** The property, whatever its type: hosts write JavaScript. */
const write = (panel: ReportStalkerPanel, name: string, value: unknown): void => {
  (panel as unknown as Record<string, unknown>)[name] = value;
};

const setAttribute = fc
  .tuple(fc.constantFrom(...attributes), anyText)
  .map(([name, value]) => step(`setAttribute(${name}, ${words(value)})`, ({ panel }) => panel.setAttribute(name, value)));

const setProperty = fc
  .tuple(anyProperty, anyValue)
  .map(([name, value]) => step(`${name} = ${words(value())}`, ({ panel }) => write(panel, name, value())));

const setContacts = anyDocument.map((data) =>
  step(`contacts = ${fc.stringify(data).slice(0, 2000)}`, ({ panel }) => write(panel, 'contacts', data)),
);

const removeAttribute = fc
  .constantFrom(...attributes)
  .map((name) => step(`removeAttribute(${name})`, ({ panel }) => panel.removeAttribute(name)));

const put = fc.nat({ max: 3 }).map((place) => step(`put into place ${place}`, ({ panel, places }) => places[place]!.append(panel)));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: setAttribute },
  { weight: 6, arbitrary: setProperty },
  { weight: 3, arbitrary: setContacts },
  { weight: 2, arbitrary: removeAttribute },
  { weight: 2, arbitrary: put },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      step('remove()', ({ panel }) => panel.remove()),
      step('wait', (world) => world.settle()),
      // Not there before the definition.
      step('requestUpdate()', ({ panel }) => panel.requestUpdate?.()),
      step('an hour passes', ({ time }) => time.advanceTo(time.now() + 3_600_000)),
      step('two years pass', ({ time }) => time.sleepUntil(time.now() + 2 * 365 * 86_400_000)),
      step('pageshow', () => window.dispatchEvent(new Event('pageshow'))),
      step('fallback content', ({ panel }) => void (panel.innerHTML = '<p>Call <a href="tel:999">999</a></p>')),
      step('a copy takes its place', (world) => {
        const copy = world.panel.cloneNode(true) as ReportStalkerPanel;
        world.panel.replaceWith(copy);
        world.panel = copy;
      }),
    ),
  },
);

/** How the element comes to be: by a script, by the parser, or before its definition arrived. */
const anyBirth = fc.oneof(
  fc.constant(step('createElement', () => document.createElement(TAG))),
  fc.array(fc.tuple(fc.constantFrom(...attributes), anyText), { maxLength: 5 }).map((pairs) =>
    step(`innerHTML with ${words(pairs)}`, () => {
      const source = document.createElement('div');
      source.append(document.implementation.createHTMLDocument().createElement(TAG));
      for (const [name, value] of pairs) source.firstElementChild!.setAttribute(name, value);
      const parsed = document.createElement('div');
      parsed.innerHTML = source.innerHTML;
      return parsed.firstElementChild;
    }),
  ),
  fc.array(fc.tuple(anyProperty, anyValue), { maxLength: 5 }).map((pairs) =>
    step(`properties before definition: ${words(pairs.map(([name, value]) => [name, words(value())]))}`, () => {
      // A document without a window has no definitions: the element is upgraded when it gets into this one.
      const element = document.implementation.createHTMLDocument().createElement(TAG) as ReportStalkerPanel;
      for (const [name, value] of pairs) write(element, name, value());
      return document.adoptNode(element);
    }),
  ),
);

const SCHEME = /^(https:\/\/|mailto:[^\s]|tel:\+?\d{3,15}$)/;

/** What has to be so whenever the panel is in the page. */
const check = ({ panel, heard }: World): void => {
  const { root, ids } = new PanelHarness(panel);
  expect(ids[0]).to.equal('emergency');
  expect(new Set(ids).size, 'each contact once').to.equal(ids.length);

  const [first] = root.querySelectorAll('a:not([data-exit])') as unknown as HTMLAnchorElement[];
  expect(first!.getAttribute('href')).to.equal('tel:999');
  expect(first!.textContent.trim()).to.equal('999');
  if (!panel.hidden) {
    const { width, height } = first!.getBoundingClientRect();
    expect(width, 'width of 999').to.be.above(20);
    expect(height, 'height of 999').to.be.above(20);
    expect(getComputedStyle(first!).visibility).to.equal('visible');
  }

  for (const link of root.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (link.hasAttribute('data-exit')) expect(href).to.match(/^https?:\/\//);
    else expect(href).to.match(SCHEME);
    // As the browser understands it.
    expect(link.protocol).to.match(link.hasAttribute('data-exit') ? /^https?:$/ : /^(https|mailto|tel):$/);
  }
  expect(root.querySelector('script, iframe, object, embed, img, style[onload], [onerror], [onclick]')).to.equal(null);

  for (const problem of [...panel.problems, ...heard]) {
    const { code, message, attribute, pointer, used } = problem;
    const said = JSON.stringify({ code, message, attribute, pointer, used });
    expect(code, said).to.match(/^[a-z][a-z-]+$/);
    expect(message?.length, said).to.be.within(10, 2000);
    expect(used, said).to.be.a('string').that.is.not.equal('');
    if (OF_THE_PAGE.includes(code)) continue;
    expect(attributes, said).to.include(attribute);
    if (attribute !== undefined) expect(message, said).to.contain(code === 'old-hours' ? 'hours of' : attribute);
    if (pointer !== undefined) expect(message, said).to.contain(pointer);
  }
  expect(panel.problems.length).to.be.at.most(200);
};

describe('any configuration', () => {
  const reached: unknown[] = [];
  const heardError = (event: ErrorEvent | PromiseRejectionEvent) => {
    reached.push('reason' in event ? event.reason : (event.error ?? event.message));
  };
  const { warn, error } = console;
  const { fetch } = window;
  let answer: unknown;
  let shown: unknown[][];

  before(() => {
    window.addEventListener('error', heardError);
    window.addEventListener('unhandledrejection', heardError);
    console.warn = () => {};
    console.error = (...parts) => void shown.push(parts);
    window.fetch = async (_, init) => {
      expect([init!.credentials, init!.referrerPolicy]).to.deep.equal(['omit', 'no-referrer']);
      if (answer === null) throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify(answer));
    };
  });

  after(() => {
    window.removeEventListener('error', heardError);
    window.removeEventListener('unhandledrejection', heardError);
    Object.assign(console, { warn, error });
    window.fetch = fetch;
  });

  it('keeps 999 first and throws nothing', async function () {
    const numRuns = (await isLongRun()) ? 1_000 : 500;
    this.timeout(numRuns * 700);
    await fc.assert(
      fc.asyncProperty(anyBirth, fc.array(anyStep, { maxLength: 12 }), fc.option(anyDocument), async (birth, steps, document) => {
        answer = document;
        reached.length = 0;
        shown = [];
        const world = new World(() => birth.does(undefined as never) as ReportStalkerPanel);
        try {
          for (const { does } of steps) {
            await does(world);
            if (world.panel.isConnected && world.panel.shadowRoot) {
              await world.panel.updateComplete;
              check(world);
            }
          }
          world.places[0]!.append(world.panel);
          await world.settle();
          check(world);
          expect(reached.map(String), 'errors that reached the page').to.deep.equal([]);
          expect(
            shown.map((parts) => parts.map(String).join(' ')),
            'errors inside',
          ).to.deep.equal([]);
        } finally {
          world.end();
        }
      }),
      { numRuns, includeErrorInReport: true },
    );
  });
});
