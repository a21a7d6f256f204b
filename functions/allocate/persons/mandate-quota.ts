import { compare, fraction, multiply, parseFraction } from '../../model/fraction.ts';
import type { MandateQuota } from '../../model/generated/certificate.ts';
import type { PartyList, System } from '../../model/generated/election.ts';
import type { Candidate } from '../../model/records/roll.ts';
import { exact } from '../exact.ts';
import type { Tenures } from './vacancies.ts';

type Quota = NonNullable<PartyList['groupQuota']>;

/**
 * Whether the mandates that a list has received meet the group quota; empty where the law does not ask it of mandates, or the option is no list. Open
 * seats count among the mandates; those that may still be taken can still be taken by members of the groups.
 */
export function mandateQuotaOf(system: System, { seated, tenures, open }: Tenures): MandateQuota[] {
  const quota = 'groupQuota' in system ? system.groupQuota : undefined;
  const { slate } = seated;
  if (quota === undefined || slate.option.kind !== 'list' || !(quota.of ?? []).includes('mandates'))
    return [];
  const holders = tenures.filter(({ left }) => left === null).map(({ holder }) => holder.candidate);
  const mandates = holders.length + open.length;
  const required = multiply(fraction(BigInt(mandates)), multiply(parseFraction(quota.percent), percent));
  const members = holders.filter((person) => belongs(person, quota, true)).length;
  const possible =
    holders.filter((person) => !belongs(person, quota, false)).length +
    open.filter((reason) => reason !== 'list-exhausted').length;
  const suffice = (count: number) => compare(fraction(BigInt(count)), required) >= 0;
  return [
    {
      option: slate.option.id,
      groups: [...quota.groups],
      percent: quota.percent,
      mandates,
      required: exact(required),
      members,
      possible,
      byGroup: quota.groups.map((group) => ({
        group,
        members: holders.filter((person) => person[group] === true).length,
      })),
      result: suffice(members) ? 'holds' : suffice(possible) ? 'undetermined' : 'fails',
      law: quota.mandatesLaw ?? quota.law,
    },
  ];
}

const percent = fraction(1n, 100n);

/** With `true`: known to belong to one of the groups; with `false`: known to belong to none. */
function belongs(person: Candidate, { groups }: Quota, known: boolean): boolean {
  return known
    ? groups.some((group) => person[group] === true)
    : groups.every((group) => person[group] === false);
}
