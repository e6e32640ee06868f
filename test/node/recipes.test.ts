/** The recipes for site generators, as a configuration calls them; whole sites are test/hosts' matter. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

type Shortcode = (query?: string) => string;
type Recipe = (...given: readonly unknown[]) => unknown;

const recipeOf = async (name: string): Promise<Recipe> =>
  ((await import(`../../integrations/${name}/report-stalker-panel.mjs`)) as { reportStalkerPanel: Recipe }).reportStalkerPanel;

const base = 'https://panel.example/';

describe('the recipes for site generators', () => {
  it('Eleventy: the script tag, and a link with what the shortcode was given', async () => {
    const recipe = await recipeOf('eleventy');
    const shortcodeOf = (options: object): Shortcode => {
      const added = new Map<string, Shortcode>();
      recipe({ addShortcode: (name: string, shortcode: Shortcode) => void added.set(name, shortcode) }, options);
      return added.get('reportStalkerPanel')!;
    };
    const html = (address: string, text: string) =>
      `<script src="${base}1/embed.js" referrerpolicy="no-referrer" async></script>\n<p><a href="${address}">${text}</a></p>`;
    const shortcode = shortcodeOf({ base });
    assert.equal(shortcode(), html(`${base}1/panel.html`, 'Help with stalking'));
    assert.equal(
      shortcode('region=wales&heading-level=3'),
      html(`${base}1/panel.html?region=wales&amp;heading-level=3`, 'Help with stalking'),
    );
    assert.equal(shortcode('region="><b>'), html(`${base}1/panel.html?region=%22%3E%3Cb%3E`, 'Help with stalking'));
    assert.equal(shortcodeOf({ base, text: 'Help' })(), html(`${base}1/panel.html`, 'Help'));
  });

  for (const name of ['docusaurus', 'eleventy', 'vitepress'])
    // `https://panel.example` would become the host `panel.example1`.
    it(`${name}: says at build time that the base is missing, or lacks its slash`, async () => {
      const recipe = await recipeOf(name);
      const call = (given: unknown) =>
        name === 'eleventy' ? recipe({ addShortcode: () => {} }, given === undefined ? given : { base: given }) : recipe(given);
      for (const given of ['https://panel.example', '', 5, null, undefined])
        assert.throws(() => call(given), /the base is .*: expected the address of the releases, with a slash at its end/);
      for (const given of [base, '/', '/help/']) assert.doesNotThrow(() => call(given));
    });
});
