/**
 * A document with another text between two marks, each alone on its line. All that stands around them
 * stays: a mark that is lost, or there twice, would take what somebody has written with it.
 */
export const betweenMarks = (document, mark, text) => {
  const [before, rest, ...others] = document.split(`<!-- ${mark} -->\n`);
  const [, after, ...further] = rest?.split('\n<!-- end -->') ?? [];
  if (after === undefined || others.length || further.length)
    throw new Error(`expected <!-- ${mark} --> once, and after it <!-- end --> once`);
  return `${before}<!-- ${mark} -->\n${text}\n<!-- end -->${after}`;
};
