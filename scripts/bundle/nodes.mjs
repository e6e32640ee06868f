/** A node of a syntax tree and all nodes below it, itself first. */
export const nodesOf = (node) =>
  node && typeof node === 'object' ? [...(node.type ? [node] : []), ...Object.values(node).flatMap(nodesOf)] : [];
