import { type Finding, finding } from '../finding.ts';
import { parseFraction } from '../fraction.ts';
import type { Contest, System } from '../generated/election.ts';
import type { Candidate } from '../records/roll.ts';
import { type Limits, limitOf } from './limits.ts';

/** The lists of a contest that have more candidates than the seats allow. `candidates` may be of several contests. */
export function listLengthFindings(
  candidates: readonly Candidate[],
  contest: Pick<Contest, 'id' | 'options'>,
  system: System,
  limits: Limits,
): Finding[] {
  const percent = limitOf('list-too-long', 'listLengthPercent', limits);
  if (percent === null || system.type !== 'party-list') return [];
  const { numerator, denominator } = parseFraction(percent);
  const of = denominator * 100n;
  // Rounded up: 130 % of 69 seats are 89.7, and the commission of Kazakhstan has registered lists of 90.
  const most = (BigInt(system.seats) * numerator + of - 1n) / of;
  const here = candidates.filter((candidate) => candidate.contest === contest.id);
  const lists = Map.groupBy(here, ({ option }) => option);
  return contest.options.flatMap(({ id: option }) => {
    const count = lists.get(option)?.length ?? 0;
    if (BigInt(count) <= most) return [];
    const data = { count, seats: system.seats, most: most.toString() };
    return [finding('list-too-long', { contest: contest.id, option }, data)];
  });
}
