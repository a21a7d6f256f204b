import { type Finding, finding } from '../finding.ts';
import { parseFraction } from '../fraction.ts';
import type { Contest, System } from '../generated/election.ts';
import type { Candidate } from '../records/roll.ts';

/**
 * The lists of a contest that cannot meet the group quota of its system, whatever the flags that are not stated turn out to be. Empty where the
 * system has no quota, or none for lists; options without candidates are passed over. `candidates` may be of several contests.
 */
export function listQuotaFindings(
  candidates: readonly Candidate[],
  contest: Pick<Contest, 'id' | 'options'>,
  system: System,
): Finding[] {
  const quota = system.type === 'party-list' ? system.groupQuota : undefined;
  if (quota === undefined || !(quota.of ?? ['list']).includes('list')) return [];
  const { numerator, denominator } = parseFraction(quota.percent);
  const lists = Map.groupBy(
    candidates.filter((candidate) => candidate.contest === contest.id),
    ({ option }) => option,
  );
  return contest.options.flatMap(({ id: option }) => {
    const list = lists.get(option) ?? [];
    const members = list.filter((person) => quota.groups.some((group) => person[group] === true)).length;
    const possible = list.filter((person) => quota.groups.some((group) => person[group] !== false)).length;
    if (BigInt(possible) * 100n * denominator >= BigInt(list.length) * numerator) return [];
    const data = {
      count: members,
      total: list.length,
      groups: quota.groups.join(', '),
      percent: quota.percent,
    };
    return [finding('list-under-quota', { contest: contest.id, option }, data)];
  });
}
