import { nodes, type Rule } from './rule.ts';

/** No two objects have one `@id`: a reference to it would mean either. */
export const ids: Rule = function* ({ root }) {
  const seen = new Map<string, string>();
  for (const { node, where } of nodes(root)) {
    const id = node['@id'];
    if (typeof id !== 'string') continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, where);
    else
      yield {
        rule: 'id-repeated',
        where,
        message: `@id "${id}" is that of ${first} too; give each object an id of its own`,
      };
  }
};
