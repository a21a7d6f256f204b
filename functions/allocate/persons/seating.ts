import type { PersonStep } from '../../model/generated/certificate.ts';
import type { PersonLot } from '../../model/generated/election.ts';
import type { ContestId } from '../../model/ids.ts';
import type { OpenReason, Ranked } from './ranking/ranked.ts';
import type { Slate } from './slate.ts';

/** Who is passed over when their turn comes, by place on the list, and why. */
export interface Away {
  get(order: number): Absence | undefined;
}

/** Why a candidate takes no seat. */
export interface Absence {
  readonly because: Extract<PersonStep, { rule: 'passed-over' }>['because'];
  /** With other-mandate: the contest whose mandate is kept. */
  readonly contest?: ContestId;
  readonly law?: string | undefined;
}

/** Whose turn it is, in order, and why seats stay open once nobody is left. */
export interface Turns {
  readonly groups: Iterable<readonly Ranked[]>;
  readonly rest: OpenReason;
}

/** Seats given to persons. */
export interface Seating {
  /** In the order of their seats. */
  readonly holders: readonly Ranked[];
  /** Seats that nobody takes. */
  readonly open: number;
  readonly reason: OpenReason;
  readonly steps: readonly PersonStep[];
}

/**
 * Gives `seats` to those whose turn it is. Equal candidates who are more than the seats need a lot that was drawn for exactly them; without it
 * these seats stay open.
 */
export function seat(slate: Slate, ranking: Turns, seats: number, away: Away): Seating {
  const holders: Ranked[] = [];
  const steps: PersonStep[] = [];
  for (const group of ranking.groups) {
    const left = seats - holders.length;
    if (left === 0) break;
    const standing = group.filter(({ candidate }) => away.get(candidate.order) === undefined);
    steps.push(...passedOver(slate, group, away));
    if (standing.length <= left) holders.push(...standing);
    else {
      const lot = lotFor(slate, standing, left);
      steps.push(tieStep(slate, standing, left, lot));
      if (lot === null) return { holders, open: left, reason: 'lots-required', steps };
      holders.push(...standing.filter(({ candidate }) => lot.won.includes(candidate.order)));
    }
  }
  return { holders, open: seats - holders.length, reason: ranking.rest, steps };
}

/** Lots recorded for a slate that none of the ties in `steps` has used. */
export function unusedLots(slate: Slate, steps: readonly PersonStep[]): PersonStep[] {
  const ties = steps.flatMap((step) => (step.rule === 'person-tie' && step.won.length > 0 ? [step] : []));
  return lotsOf(slate)
    .filter((lot) => !ties.some(({ among, seats }) => isFor(lot, among, seats)))
    .map((lot) => unusedLotStep(lot, slate.law));
}

/** The step that tells of a lot which decided nothing. */
export function unusedLotStep(
  { option, among, seats, won, source }: PersonLot,
  law: string | undefined,
): PersonStep {
  return { rule: 'person-lot-unused', law, option, among: [...among], seats, won: [...won], source };
}

function passedOver({ option }: Slate, group: readonly Ranked[], away: Away): PersonStep[] {
  return group.flatMap(({ candidate: { order } }): PersonStep[] => {
    const absence = away.get(order);
    if (absence === undefined) return [];
    const { because, contest, law } = absence;
    return [{ rule: 'passed-over', law, option: option.id, order, because, ...(contest && { contest }) }];
  });
}

function tieStep(slate: Slate, tied: readonly Ranked[], seats: number, lot: PersonLot | null): PersonStep {
  return {
    rule: 'person-tie',
    law: tied[0]?.law,
    option: slate.option.id,
    among: ordersOf(tied),
    seats,
    won: lot === null ? [] : ordersOf(tied).filter((order) => lot.won.includes(order)),
    ...(lot && { source: lot.source }),
  };
}

function lotFor(slate: Slate, tied: readonly Ranked[], seats: number): PersonLot | null {
  return lotsOf(slate).find((lot) => isDraw(lot) && isFor(lot, ordersOf(tied), seats)) ?? null;
}

function lotsOf({ contest, option }: Slate): PersonLot[] {
  return (contest.personLots ?? []).filter((lot) => lot.option === option.id);
}

/** A lot is typed in by hand after the vote: nothing less than an exact match may decide a seat. */
function isFor(lot: PersonLot, among: readonly number[], seats: number): boolean {
  return (
    lot.seats === seats &&
    lot.among.length === among.length &&
    among.every((order) => lot.among.includes(order))
  );
}

function isDraw({ among, seats, won }: PersonLot): boolean {
  return won.length === seats && new Set(won).size === seats && won.every((order) => among.includes(order));
}

function ordersOf(ranked: readonly Ranked[]): number[] {
  return ranked.map(({ candidate }) => candidate.order);
}
