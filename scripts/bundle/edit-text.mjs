/**
 * Parts of a text, in any order, and the source map that says where each character was.
 *
 * @param {string} code
 * @param {(string | {start: number, end: number})[]} parts what is new, or where in the text it was
 */
export const assemble = (code, parts) => {
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const mappings = [[]];
  let column = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      column += part.length;
      continue;
    }
    let line = lineStarts.findLastIndex((start) => start <= part.start);
    for (let at = part.start; at < part.end; at++) {
      mappings.at(-1).push([column++, 0, line, at - lineStarts[line]]);
      if (code[at] !== '\n') continue;
      line++;
      mappings.push([]);
      column = 0;
    }
  }
  return {
    code: parts.map((part) => (typeof part === 'string' ? part : code.slice(part.start, part.end))).join(''),
    map: { version: 3, sources: [''], names: [], mappings },
  };
};

/**
 * A text with other words in some places, and its source map.
 *
 * @param {string} code
 * @param {{start: number, end: number, text: string}[]} edits in any order; they must not overlap
 */
export const edit = (code, edits) => {
  const sorted = edits.toSorted((one, other) => one.start - other.start);
  return assemble(code, [
    ...sorted.flatMap(({ start, text }, index) => [{ start: index ? sorted[index - 1].end : 0, end: start }, text]),
    { start: sorted.at(-1)?.end ?? 0, end: code.length },
  ]);
};
