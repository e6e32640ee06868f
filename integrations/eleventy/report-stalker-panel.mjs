/**
 * Plugin for Eleventy 3, for templates in Liquid, Nunjucks and Markdown:
 * `eleventyConfig.addPlugin(reportStalkerPanel, { base: 'https://HOST/' })`, then
 * `{% reportStalkerPanel "region=wales" %}` on a page. What it takes is the query string of panel.html.
 *
 * @param {{ addShortcode(name: string, shortcode: (query?: string) => string): void }} eleventyConfig
 * @param {{ base: string, text?: string }} options where the releases are, with a slash at its end; the words of the link
 */
export const reportStalkerPanel = (eleventyConfig, { base, text = 'Help with stalking' } = {}) => {
  if (!/\/$/.test(base))
    throw new Error(`reportStalkerPanel: the base is ${base}: expected the address of the releases, with a slash at its end`);
  eleventyConfig.addShortcode('reportStalkerPanel', (query = '') => {
    const search = new URLSearchParams(query).toString().replaceAll('&', '&amp;');
    return `<script src="${base}1/embed.js" referrerpolicy="no-referrer" async></script>
<p><a href="${base}1/panel.html${search && `?${search}`}">${text}</a></p>`;
  });
};
