import type {
  ElectedPerson,
  OpenSeats,
  PersonStep,
  Persons,
  Seats,
} from '../../model/generated/certificate.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { ContestId } from '../../model/ids.ts';
import type { AllocationInput } from '../../model/law/allocation.ts';
import type { Candidate } from '../../model/records/roll.ts';
import { mandateQuotaOf } from './mandate-quota.ts';
import { seatAll } from './one-mandate.ts';
import { unusedLotStep, unusedLots } from './seating.ts';
import { slatesOf } from './slate.ts';
import { afterVacancies, type Tenures } from './vacancies.ts';

/** A contest with the seats that its options have won and fill themselves; empty where the outcome gives none. */
export interface Won {
  readonly input: AllocationInput;
  readonly seats: readonly Seats[];
}

/**
 * Who takes the seats of an election, by contest: the rule of each list, one mandate a person where the law says so, then the vacancies. Whom no
 * input names is never guessed: such seats are open, with the reason. Contests without seats, and those whose definition does not say who takes
 * them, are left out. `candidates` are those of all contests, in any order.
 */
export function personsOf(
  { oneMandate }: Pick<ElectionDefinition, 'oneMandate'>,
  contests: readonly Won[],
  candidates: readonly Candidate[],
): ReadonlyMap<ContestId, Persons> {
  const byContest = Map.groupBy(candidates, ({ contest }) => contest);
  const slates = new Map(
    contests.flatMap(({ input, seats }) => {
      const own = slatesOf(input, seats, byContest.get(input.contest.id) ?? []);
      return own === null || own.length === 0 ? [] : [[input.contest.id, own] as const];
    }),
  );
  const seated = seatAll([...slates.values()].flat(), oneMandate);
  const settled = Map.groupBy(
    afterVacancies(seated, oneMandate),
    (tenures) => tenures.seated.slate.contest.id,
  );
  return new Map(
    contests.flatMap(({ input }) => {
      const own = settled.get(input.contest.id);
      return own === undefined ? [] : [[input.contest.id, told(input, own)] as const];
    }),
  );
}

function told({ contest, system }: AllocationInput, slates: readonly Tenures[]): Persons {
  const asWon = slates.flatMap(({ seated }) => [...seated.ranking.steps, ...seated.seating.steps]);
  const later = slates.flatMap(({ steps }) => steps);
  const steps = [...asWon, ...later];
  return {
    elected: slates.flatMap((slate) => electedOf(slate)),
    open: slates.flatMap(openOf),
    quotas: slates.flatMap((slate) => mandateQuotaOf(system, slate)),
    steps: [
      ...steps,
      ...slates.flatMap(({ seated: { slate } }) => unusedLots(slate, stepsOf(slate.option.id, steps))),
      ...unusedDecisions(contest, slates),
      ...unusedElsewhere(contest, slates),
    ],
  };
}

function stepsOf(option: string, steps: readonly PersonStep[]): PersonStep[] {
  return steps.filter((step) => step.option === option);
}

function electedOf({ seated: { slate }, tenures }: Tenures): ElectedPerson[] {
  const { party } = slate.option;
  return tenures.map(({ seat, holder: { candidate, basis, law }, since, left }) => ({
    option: slate.option.id,
    seat,
    order: candidate.order,
    ...(candidate.person !== undefined && { person: candidate.person }),
    name: { ...candidate.name },
    ...(party !== undefined && { party }),
    ...(candidate.independent !== null && { independent: candidate.independent }),
    basis,
    law: since === null ? law : slate.vacancyLaw,
    ...(since !== null && { since }),
    ...(left !== null && { until: left.date, ended: left.reason }),
  }));
}

/** Seats that are open for the same reason are one entry: a list may have a million. */
function openOf({ seated: { slate }, open }: Tenures): OpenSeats[] {
  return [...Map.groupBy(open, (reason) => reason)].map(([reason, seats]) => ({
    option: slate.option.id,
    seats: seats.length,
    reason,
    law: slate.law,
  }));
}

/** A decision that decides nothing is told, so that it does not go unseen. */
function unusedDecisions({ decisions = [] }: Contest, slates: readonly Tenures[]): PersonStep[] {
  const rules = new Map(slates.map(({ seated: { slate } }) => [slate.option.id, slate.rule.rule]));
  return decisions.flatMap(({ option, date, source }): PersonStep[] => {
    const rule = rules.get(option);
    if (rule === 'party-decides') return [];
    const because = rule === undefined ? 'no-seats' : 'other-rule';
    return [{ rule: 'decision-unused', option, date, source, because }];
  });
}

/** The same for vacancies and lots of options that have won no seat. */
function unusedElsewhere(
  { vacancies = [], personLots = [] }: Contest,
  slates: readonly Tenures[],
): PersonStep[] {
  const won = new Set(slates.map(({ seated: { slate } }) => slate.option.id));
  return [
    ...vacancies
      .filter(({ option }) => !won.has(option))
      .map(
        ({ option, person, date, source }): PersonStep => ({
          rule: 'vacancy-unused',
          option,
          date,
          source,
          ...(person !== undefined && { order: person }),
        }),
      ),
    ...personLots
      .filter(({ option }) => !won.has(option))
      .map((lot): PersonStep => unusedLotStep(lot, undefined)),
  ];
}
