import type { Option, Table } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { shownList } from '../findings.ts';
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
 * Finds the option of a label: by the mapping's list of labels, else by its pattern, else as the id itself. A label that fits the
 * pattern names an option even when the contest does not have it: such votes must not be lost silently.
 */
export function labelMatcher(
  mapping: Table['options'],
  options: readonly Option[],
): { (label: string): LabelMatch; readonly known: string } {
  const find = optionFinder(options);
  const labels = new Map(mapping?.labels?.map(({ label, option }) => [label.trim(), option]));
  const match = (label: string): LabelMatch => {
    const listed = labels.get(label);
    const inPattern = mapping?.pattern === undefined ? null : optionInLabel(mapping.pattern, label);
    const named = listed ?? inPattern;
    return named === null ? byId(find, label) : { option: find(named), named };
  };
  return Object.assign(match, { known: shownList(options.map(({ id }) => id)) });
}

function byId(find: ReturnType<typeof optionFinder>, label: string): LabelMatch {
  const option = find(label);
  return { option, named: option };
}
