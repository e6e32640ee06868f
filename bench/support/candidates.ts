/**
 * What the panel is compared with. Each candidate is what stands in the page and the one classic
 * script that brings it to life, bundled and minified: nobody is measured with a loader.
 */
import { readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import type { Rendered } from '../../test/e2e/support/many-panels.js';

/** One thing that a page can hold. */
export interface Candidate {
  readonly name: string;
  /** The body of the page, before the script has run. */
  readonly body: string;
  readonly script: string;
  /** Whether the script has done its work, as an expression: nothing is faster than a script that does none. */
  readonly worked: string;
}

const bundle = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
};

const minify = async (code: string): Promise<string> => (await transform(code, { minify: true, format: 'iife', target: 'es2022' })).code;

const TAG = 'report-stalker-panel';

/** All numbers are there: a shadow root has the four contacts. */
const hasNumbers = (tag: string): string =>
  `document.querySelector('${tag}')?.shadowRoot?.querySelectorAll('[data-contact] a[href^="tel:"]').length === 4`;

/** The panel as partners paste it. */
export const panel = (): Candidate => ({
  name: 'report-stalker-panel',
  body: `<${TAG}></${TAG}>`,
  script: readFileSync('dist/embed.js', 'utf8'),
  worked: hasNumbers(TAG),
});

/**
 * The least a custom element can do for the same picture: no properties, no words, no hours, no
 * statuses. What the panel shows first, kept as markup, cloned from a template into a shadow root.
 */
export const handWritten = async ({ markup, styles }: Rendered): Promise<Candidate> => ({
  name: 'hand-written element',
  body: '<hand-written></hand-written>',
  script: await minify(`
    const template = document.createElement('template');
    template.innerHTML = ${JSON.stringify(markup)};
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(styles)});
    customElements.define('hand-written', class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.append(template.content.cloneNode(true));
      }
    });`),
  worked: hasNumbers('hand-written'),
});

/** Four times that follow the clock, as a page with four opening hours would have. */
export const relativeTimes = async (): Promise<Candidate> => ({
  name: '4 × <relative-time>',
  body: [1, 2, 3, 4]
    .map((hours) => `<relative-time datetime="${new Date(Date.now() + hours * 3_600_000).toISOString()}"></relative-time>`)
    .join(''),
  script: await bundle(`import '@github/relative-time-element';`),
  worked: `[...document.querySelectorAll('relative-time')].filter(({ shadowRoot }) => shadowRoot?.textContent).length === 4`,
});

/** The two lines' hours, and whether they are open. */
export const openingHours = async (): Promise<Candidate> => ({
  name: 'opening_hours, 2 lines',
  body: '<p id="one"></p><p id="two"></p>',
  script: await bundle(`
    import OpeningHours from 'opening_hours';
    const place = { lat: 51.5, lon: -0.1, address: { country_code: 'gb', state: 'England' } };
    for (const [id, hours] of [['one', 'Mo-Fr 09:30-16:00; PH off'], ['two', 'Mo-Fr 09:00-15:00; PH off']]) {
      const line = new OpeningHours(hours, place);
      document.getElementById(id).textContent = line.getStateString() + ' ' + line.getNextChange();
    }`),
  worked: `['one', 'two'].every((id) => /^(open|closed?) \\w/.test(document.getElementById(id).textContent))`,
});

/** The exit button of GOV.UK's pages, alone. */
export const govukExit = async (): Promise<Candidate> => ({
  name: 'govuk-frontend, exit this page',
  body: `<script>document.body.className += ' js-enabled govuk-frontend-supported'</script>
    <div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
    <a href="https://www.bbc.co.uk/weather" role="button" class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button" rel="nofollow noreferrer">Exit this page</a></div>`,
  script: await bundle(`
    import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs';
    new ExitThisPage(document.querySelector('.govuk-exit-this-page'));`),
  worked: `document.querySelector('[data-govuk-exit-this-page-init]') !== null`,
});

/** Another element that is written with Lit and pasted into pages, defined and not used: its content is a frame. */
export const giscus = async (): Promise<Candidate> => ({
  name: 'giscus, defined only',
  body: '',
  script: await bundle(`import 'giscus';`),
  worked: `customElements.get('giscus-widget') !== undefined`,
});
