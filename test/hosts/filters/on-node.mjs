/*
 * Filters that run in Node. Each takes HTML and, with `recipe`, the allow-list of ours that
 * integrations/ documents; the packages are in this folder's parent.
 */
import { marked } from 'marked';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitize from 'sanitize-html';
import { unified } from 'unified';

export const sanitizeHtml = (html, recipe) => sanitize(html, recipe?.allowPanel);

export const rehype = async (html, recipe) =>
  String(await unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize, recipe?.allowPanel).use(rehypeStringify).process(html));

export const markdown = (html) => marked.parse(html);

/** The list of Drupal's text format "Basic HTML", as a new Drupal 10 or 11 has it. */
const BASIC_HTML =
  '<br> <p> <h2 id> <h3 id> <h4 id> <h5 id> <h6 id> <cite> <dl> <dt> <dd> <a hreflang href> <blockquote cite> <ul type> <ol type start> <strong> <em> <code> <li> <img src alt data-entity-uuid data-entity-type height width data-caption data-align>';

/** Drupal itself cannot be installed here: its list, read by a filter that works as Drupal's does. */
export const drupalBasicHtml = (html, recipe) => {
  const tags = [...`${BASIC_HTML} ${recipe ?? ''}`.matchAll(/<([\w-]+)([^>]*)>/g)].map(([, tag, names]) => [
    tag,
    names.trim().split(/\s+/).filter(Boolean),
  ]);
  return sanitize(html, {
    allowedTags: tags.map(([tag]) => tag),
    allowedAttributes: Object.fromEntries(tags.map(([tag, names]) => [tag, [...names, 'lang', 'dir']])),
    allowedSchemes: ['http', 'https', 'ftp', 'mailto', 'tel', 'webcal'],
  });
};
