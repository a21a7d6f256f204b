import { divide, type Fraction, fraction } from '../../model/fraction.ts';
import type { Seats } from '../../model/generated/certificate.ts';
import type { Contest, Option, PersonsRule, System } from '../../model/generated/election.ts';
import type { AllocationInput } from '../../model/law/allocation.ts';
import type { Candidate } from '../../model/records/roll.ts';
import { type Tally, tallyOf, votesOf } from '../count/tally.ts';

/** An option that has won seats, and those who may take them. */
export interface Slate {
  readonly contest: Contest;
  readonly option: Option;
  /** At least 1. */
  readonly seats: number;
  /** By place on the list; empty where the list is not published. */
  readonly candidates: readonly Candidate[];
  /** `ballot`: the option is the person. */
  readonly rule: ListRule | { readonly rule: 'ballot' };
  /** The article behind the rule, and the one behind who follows. */
  readonly law: string | undefined;
  readonly vacancyLaw: string | undefined;
  /** Votes of the option; null where none are published. */
  readonly votes: bigint | null;
  /** Votes of all lists divided by the seats, exactly; null where those of a list are not published. */
  readonly quota: Fraction | null;
}

/** The rule for the seats of a list, with its parameters. */
export type ListRule = Exclude<PersonsRule, string> | { readonly rule: 'list-order' | 'party-decides' };

/**
 * The options of a contest that have won seats, in ballot order; null where the definition does not say who takes the seats of a list, and where they
 * are filled district by district: candidates are known by list, not by district.
 * `candidates` are those of the contest in any order.
 */
export function slatesOf(
  { contest, system, totals }: AllocationInput,
  seats: readonly Seats[],
  candidates: readonly Candidate[],
): Slate[] | null {
  const tally = tallyOf(contest, totals);
  const quota = quotaOf(tally, seats);
  const lists = Map.groupBy(candidates, ({ option }) => option);
  const numbers = new Map(seats.map(({ option, seats: number }) => [option, number]));
  const listRule = ruleOf(system);
  const slates: Slate[] = [];
  for (const option of contest.options) {
    const number = numbers.get(option.id) ?? 0;
    const rule = option.kind === 'list' ? listRule : ballotOf(option);
    if (number === 0) continue;
    if (rule === null) return null;
    const list = lists.get(option.id)?.toSorted((a, b) => a.order - b.order) ?? [];
    slates.push({
      contest,
      option,
      seats: number,
      candidates: rule.rule === 'ballot' ? [standsAlone(contest, option, list)] : list,
      rule,
      ...lawsOf(system, rule),
      votes: votesOf(tally, option.id),
      quota,
    });
  }
  return slates;
}

function quotaOf(tally: Tally, seats: readonly Seats[]): Fraction | null {
  const house = seats.reduce((sum, { seats: number }) => sum + number, 0);
  let votes = 0n;
  for (const { id, kind, withdrawn } of tally.contest.options) {
    const own = kind === 'list' ? votesOf(tally, id) : 0n;
    if (own === null && withdrawn !== true) return null;
    votes += own ?? 0n;
  }
  return house === 0 ? null : divide(fraction(votes), fraction(BigInt(house)));
}

function ruleOf(system: System): ListRule | null {
  if (!('persons' in system) || system.persons === undefined || system.districts) return null;
  return typeof system.persons === 'string' ? { rule: system.persons } : system.persons;
}

function ballotOf({ kind }: Option): { readonly rule: 'ballot' } | null {
  return kind === 'candidate' ? { rule: 'ballot' } : null;
}

/** The rule's own article, else that of `personsLaw`; a candidate who stands alone has won by the steps of the contest. */
function lawsOf(system: System, rule: Slate['rule']): Pick<Slate, 'law' | 'vacancyLaw'> {
  const own = 'law' in rule ? rule.law : undefined;
  if (rule.rule === 'ballot' || !('persons' in system)) return { law: undefined, vacancyLaw: undefined };
  const law = own ?? system.personsLaw;
  return { law, vacancyLaw: system.vacancyLaw ?? law };
}

/** The person whom an option of a ballot stands for: named as on the ballot, with what the candidates table says of them besides. */
function standsAlone(contest: Contest, option: Option, list: readonly Candidate[]): Candidate {
  const listed = list[0];
  const unknown = { woman: null, youth: null, disability: null, source: '' };
  return {
    ...(listed ?? { contest: contest.id, option: option.id, order: 1, ...unknown }),
    name: option.name,
    independent: option.independent ?? listed?.independent ?? null,
    ...(option.withdrawn === true && { status: 'withdrawn' as const }),
  };
}
