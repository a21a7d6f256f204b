import { isObject } from '../../../model/json/json.ts';
import { counts } from './counts.ts';
import { districts } from './districts.ts';
import { ids } from './ids.ts';
import { references } from './references.ts';
import { classOf, type Node, nodes, type Problem, type Rule } from './rule.ts';
import { sums } from './sums.ts';

/** The rules, in the order in which they are read: names first, then what they lead to, then numbers. */
const rules: readonly Rule[] = [ids, references, counts, districts, sums];

/**
 * What an ElectionReport of NIST SP 1500-100 v2 gets wrong though it fits the standard's schema: ids that are not unique, references
 * that lead nowhere or to the wrong class, counts that are no counts or do not add up. Empty when all holds.
 *
 * @param document the parsed file, from anybody
 */
export function nistProblems(document: unknown): Problem[] {
  if (!isObject(document) || classOf(document) !== 'ElectionReport')
    return [
      { rule: 'not-a-report', where: '', message: 'The document is no ElectionResults.ElectionReport' },
    ];
  const report = { root: document, byId: objectsById(document) };
  return rules.flatMap((rule) => [...rule(report)]);
}

function objectsById(root: Node): Map<string, Node> {
  const byId = new Map<string, Node>();
  for (const { node } of nodes(root)) {
    const id = node['@id'];
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, node);
  }
  return byId;
}
