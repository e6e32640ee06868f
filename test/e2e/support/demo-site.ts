import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { scriptOf2026, type Site } from './serve.js';

/** The folders demo/ and dist/ side by side, under a path of any static host; panels on them have the facts that the tests are about. */
export const demoSite = (folder: string): Site =>
  Object.fromEntries(
    ['demo', 'dist', 'dist/demo'].flatMap((place) =>
      readdirSync(place)
        .filter((name) => /\.(html|css|js)$/.test(name))
        .map((name) => [`${folder}${place}/${name}`, name === 'embed.js' ? scriptOf2026() : { file: `${place}/${name}` }]),
    ),
  );

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Accessibility rules that a page breaks, with the places. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await checker.run({ runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  });
};
