/**
 * For `docusaurus.config.js`: `export default { …, ...reportStalkerPanel('https://HOST/') }`.
 *
 * @param {string} base where the releases are, with a slash at its end
 */
export const reportStalkerPanel = (base) => {
  if (!/\/$/.test(base))
    throw new Error(`reportStalkerPanel: the base is ${base}: expected the address of the releases, with a slash at its end`);
  return {
    scripts: [{ src: `${base}1/embed.js`, referrerpolicy: 'no-referrer', async: true }],
    // Pages that end in .md are then read as Markdown with HTML, where a pasted snippet needs no closing of <br>.
    markdown: { format: 'detect' },
  };
};
