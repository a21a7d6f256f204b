import type { PartyList } from '../../model/generated/election.ts';
import type { Outcome, Step } from '../../model/law/allocation.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { standingList } from '../party-list/standing.ts';
import { type Decision, follow, goOn, type Progress, undetermined } from '../progress.ts';
import { absorbed } from './absorbed.ts';
import { type HeldSeats, heldBy } from './held.ts';
import { kept } from './kept.ts';
import { levelled } from './levelled.ts';
import { unfilled } from './unfilled.ts';

/** The law that links a list contest to those whose seats count in it. */
export type Compensation = NonNullable<PartyList['compensation']>;

/** What the share of every list is computed from. */
export interface Compensated {
  /** With the seats that the lists share. */
  readonly system: PartyList;
  readonly compensation: Compensation;
  readonly tally: Tally;
  readonly lists: readonly Contender[];
  readonly held: HeldSeats;
}

/**
 * Mixed compensatory system: the house is shared among the lists, the seats that they hold already count towards their share, and what
 * the law says follows where a list holds more. The outcome gives the seats of each list in all, and how many of them it held. New
 * Zealand: Electoral Act 1993, s. 191–193. Germany: Bundeswahlgesetz, § 6 in its several versions.
 */
export function compensate(
  system: PartyList,
  compensation: Compensation,
  tally: Tally,
  lists: readonly Contender[],
): Decision {
  return follow(settled(tally), () => {
    const held = heldBy(tally, lists);
    const step = heldStep(system, compensation, held);
    const seats = system.seats - held.outside;
    const shared = seats >= 1 ? goOn(seats, [step]) : nothingToShare(system, held, step);
    return follow(shared, (seats) =>
      withHeld(
        tally,
        treatments[compensation.overhang]({
          system: { ...system, formula: countingOnce(system), seats },
          compensation,
          tally: withRoom(tally),
          lists,
          held,
        }),
      ),
    );
  });
}

/** What follows where a list holds more than its share, by the name of the rule. */
const treatments: Readonly<Record<Compensation['overhang'], (of: Compensated) => Decision>> = {
  kept,
  levelled,
  absorbed,
  none: unfilled,
};

/** Goes on when every contest whose seats count here has given them. */
function settled({ linked }: Tally): Progress<null> {
  const open = linked.filter(({ outcome }) => outcome !== 'elected' && outcome !== 'allocated');
  if (open.length === 0) return goOn(null, []);
  const contests = open.slice(0, 20).map(({ contest, outcome }) => `${contest} (${outcome})`);
  const more = open.length > 20 ? ` and ${open.length - 20} more` : '';
  return undetermined(
    'linked-contest-open',
    `Seats of other contests count here, and these have not given theirs: ${contests.join(', ')}${more}.`,
  );
}

/** Seats held are counted here, against the share; a formula that began after them would count them twice. */
function countingOnce({ formula }: PartyList): PartyList['formula'] {
  if (formula.type !== 'highest-averages') return formula;
  const { heldSeats: _, ...rest } = formula;
  return rest;
}

/** A list fills only what is missing, so it lasts for as many seats more as are held. */
function withRoom(tally: Tally): Tally {
  const options = tally.contest.options.map((option) =>
    option.listLength === undefined
      ? option
      : { ...option, listLength: option.listLength + (tally.held.get(option.id) ?? 0) },
  );
  return { ...tally, contest: { ...tally.contest, options } };
}

function heldStep({ seats }: PartyList, { law }: Compensation, { standing, outside }: HeldSeats): Step {
  return {
    rule: 'held-seats',
    law,
    held: standingList(standing),
    outside,
    house: seats,
    seats: Math.max(seats - outside, 0),
  };
}

function nothingToShare({ seats }: PartyList, { outside }: HeldSeats, step: Step): Decision {
  return undetermined(
    'house-too-great',
    `${outside} seats are held by those whose party has no list that takes part, and the house has ${seats}: there is nothing to share.`,
    [step],
  );
}

/** Seats of those that do not take part are theirs too; the outcome says which seats are not filled from the lists. */
function withHeld({ contest, held }: Tally, decision: Decision): Decision {
  const { outcome } = decision;
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return decision;
  const own = (option: (typeof contest.options)[number]['id']) => held.get(option) ?? 0;
  const whole: Outcome = {
    ...outcome,
    held: outcome.seats.map(({ option }) => ({ option, seats: own(option) })),
  };
  return { ...decision, outcome: whole };
}
