/**
 * For `.vitepress/config.mjs`: `export default defineConfig({ …, ...reportStalkerPanel('https://HOST/') })`.
 *
 * @param {string} base where the releases are, with a slash at its end
 */
export const reportStalkerPanel = (base) => {
  if (!/\/$/.test(base))
    throw new Error(`reportStalkerPanel: the base is ${base}: expected the address of the releases, with a slash at its end`);
  return {
    // In the head: VitePress takes a script tag in a page for a part of its own component.
    head: [['script', { src: `${base}1/embed.js`, referrerpolicy: 'no-referrer', async: '' }]],
    vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'report-stalker-panel' } } },
  };
};
