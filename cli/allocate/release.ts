import { allocationInputs } from '../../functions/allocate/input.ts';
import { isContestId } from '../../functions/model/ids.ts';
import { type Invocation, type OptionSpec, UsageError } from '../command.ts';
import { changeIn, underChange } from './change.ts';
import { type Comparison, compared } from './comparison.ts';
import { formulaNames } from './formulas.ts';
import { type Grounds, groundsIn } from './grounds.ts';
import { comparisonLines } from './lines.ts';

/** Options of `sailau allocate` on a release or an election. */
export const releaseOptions: readonly OptionSpec[] = [
  { name: 'contest', value: 'ID', help: 'Only this contest of a release or election folder' },
  { name: 'threshold', value: 'PERCENT', help: 'What if lists needed this share, as 7 or 2.5' },
  {
    name: 'formula',
    value: 'NAME',
    help: `What if seats went by this formula: ${formulaNames().join(', ')}`,
  },
  { name: 'seats', value: 'N', help: 'What if there were so many seats' },
  { name: 'scenario', value: 'ID', help: 'What if the rules of this scenario of the election applied' },
];

/** Examples for the help of `sailau allocate`. */
export const releaseExamples: readonly string[] = [
  'sailau allocate examples/kz-mazhilis-2023 --threshold 7',
  'sailau allocate http://127.0.0.1:4281/elections/kz-mazhilis-2023/ --contest list --formula dhondt',
  'sailau allocate ./kz-mazhilis-2023/1.0.0 --seats 98 --json',
];

/**
 * The same votes under another rule: the seats of each contest under the law in force, under the rule that the options change, and the
 * difference; without such options, under the law in force alone. The votes are those of a release (a folder or an address) or of an
 * election folder that could be uploaded. Throws UsageError for what is not there, or what no law could be.
 */
export async function allocateRelease(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value } = invocation;
  const [target, ...more] = positionals;
  if (target === undefined || more.length > 0)
    throw new UsageError('Name one release or election folder, or the address of a release.');
  const change = changeIn(value);
  const grounds = await groundsIn(target);
  const contest = contestIn(grounds, value('contest'));
  const inForce = allocationInputs(grounds.definition, grounds.totals, grounds.stations).filter(
    (input) => contest === null || input.contest.id === contest,
  );
  const comparisons: Comparison[] =
    change === null
      ? inForce.map((input) => compared(input, null))
      : underChange(grounds, change, inForce, contest).map(([before, after]) => compared(before, after));
  for (const comparison of comparisons) for (const line of comparisonLines(comparison)) terminal.line(line);
  terminal.document(comparisons);
  return 0;
}

function contestIn({ definition }: Grounds, id: string | undefined) {
  if (id === undefined) return null;
  if (isContestId(id) && definition.contests.some((contest) => contest.id === id)) return id;
  const ids = definition.contests.map((contest) => contest.id);
  const shown = ids.length > 12 ? [...ids.slice(0, 12), '…'] : ids;
  throw new UsageError(`${definition.id} has no contest "${id}". It has ${shown.join(', ')}.`);
}
