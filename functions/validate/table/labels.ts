import type { Where } from '../../model/finding.ts';
import type { Option, Table } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { type Findings, shown, shownList } from '../findings.ts';
import { lookalikeFinder } from '../spelling/lookalikes.ts';
import { nearestShown } from '../spelling/nearest.ts';
import { plainLabel } from './heading.ts';
import { optionFinder } from './layout.ts';
import { optionInLabel } from './pattern.ts';

/** What a label (a header of a wide table, a cell of a long one) says. */
export interface LabelMatch {
  /** The option it names, if the contest has it. */
  readonly option: OptionId | null;
  /** What it names, whether the contest has it or not; null when it names nothing. */
  readonly named: string | null;
}

/**
 * Finds the option of a label: by the mapping's list of labels, else by what its pattern finds (an id or a label of the list),
 * else as the id itself. A label that fits the pattern names an option even when the contest does not have it: such votes must
 * not be lost silently.
 */
export function labelMatcher(
  mapping: Table['options'],
  options: readonly Option[],
): (label: string) => LabelMatch {
  const find = optionFinder(options);
  const labels = new Map(mapping?.labels?.map(({ label, option }) => [plainLabel(label), option]));
  return (cell) => {
    const label = plainLabel(cell);
    const inPattern = mapping?.pattern === undefined ? null : optionInLabel(mapping.pattern, label);
    const named = labels.get(label) ?? (inPattern === null ? null : (labels.get(inPattern) ?? inPattern));
    return named === null ? byId(find, label) : { option: find(named), named };
  };
}

/** Reports what names none of `options`: as look-alike letters where that is all that is wrong with it. */
export function optionReporter(
  options: readonly Option[],
  findings: Findings,
): (value: string, where: Where) => void {
  const ids = options.map(({ id }) => id);
  const known = shownList(ids);
  const alike = lookalikeFinder(() => ids);
  return (value, where) => {
    const nearest = alike(value);
    if (nearest === null)
      findings.add('option-unknown', where, {
        value: shown(value),
        nearest: nearestShown(value, ids),
        known,
      });
    else findings.add('code-lookalike', where, { value: shown(value), nearest });
  };
}

function byId(find: ReturnType<typeof optionFinder>, label: string): LabelMatch {
  const option = find(label);
  return { option, named: option };
}
