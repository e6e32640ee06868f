// An accessibility tree as lines to read and compare, whichever engine it comes from.

/** What a browser tells assistive technology about one object. */
export interface TreeNode {
  /** As in ARIA; `text` for words; empty for what has no meaning of its own. */
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly level?: number;
  /** `focusable`, `expanded`, `collapsed` and the like. */
  readonly states: readonly string[];
  readonly children: readonly TreeNode[];
}

/** A line for each object, indented as it is nested. What has no meaning leaves its children to its parent. */
export const outline = (node: TreeNode, depth = 0): string[] => {
  const { role, name, description, level, states } = node;
  if (role === '') return contentOf(node).flatMap((child) => outline(child, depth));
  const said = [
    role,
    name && JSON.stringify(name),
    level && `level ${level}`,
    description && `described as ${JSON.stringify(description)}`,
    ...[...states].sort(),
  ].filter(Boolean);
  return [`${'  '.repeat(depth)}${said.join(', ')}`, ...contentOf(node).flatMap((child) => outline(child, depth + 1))];
};

/** Children in order, with words that follow each other as one. */
const contentOf = (node: TreeNode): TreeNode[] => {
  const content: TreeNode[] = [];
  for (const child of node.children.flatMap((one) => (one.role === '' ? contentOf(one) : [one]))) {
    const last = content.at(-1);
    if (child.role === 'text' && last?.role === 'text') content[content.length - 1] = { ...last, name: tidy(`${last.name} ${child.name}`) };
    else if (child.role !== 'text' || child.name) content.push(child);
  }
  return content;
};

/** Engines differ in the white space that they keep, between words in different elements above all. */
export const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();

/** The same tree with each object as a function gives it back. */
export const mapTree = (node: TreeNode, change: (node: TreeNode) => TreeNode): TreeNode =>
  change({ ...node, children: node.children.map((child) => mapTree(child, change)) });

/** The first object with this role and name. */
export const find = (node: TreeNode, role: string, name: string): TreeNode | undefined => {
  if (node.role === role && node.name === name) return node;
  for (const child of node.children) {
    const found = find(child, role, name);
    if (found) return found;
  }
  return undefined;
};
