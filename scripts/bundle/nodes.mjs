/** Every node of a syntax tree from one on, itself first. */
export const nodesOf = (node) =>
  node && typeof node === 'object' ? [...(node.type ? [node] : []), ...Object.values(node).flatMap(nodesOf)] : [];
