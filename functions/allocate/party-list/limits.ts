import { fraction } from '../../model/fraction.ts';
import type { PartyList } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { baseFigure, baseStep, publishedVotes } from '../count/bases.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { exact } from '../exact.ts';
import { goOn, type Progress, undetermined } from '../progress.ts';
import { lengthsOf } from './lengths.ts';

/** A number of seats that the law, or the length of a list, does not let a list go past, with the rule that it comes from. */
export interface Limit {
  readonly seats: number;
  readonly bound: Extract<Step, { rule: 'bound' }>['bound'];
  readonly law: string | undefined;
}

/** The least and the most seats that each list can have; null where nothing limits them. */
export interface Limits {
  readonly least: (option: OptionId) => Limit | null;
  readonly most: (option: OptionId) => Limit | null;
}

/** The limits of the law and of the lists. The most goes before the least: a list cannot have more members than candidates. */
export function limitsOf(system: PartyList, tally: Tally, lists: readonly Contender[]): Progress<Limits> {
  const majority = majorityOf(system, tally, lists);
  if ('outcome' in majority) return majority;
  const most = mostOf(system, tally);
  const least = (option: OptionId): Limit | null => {
    const limit = option === majority.state?.option ? majority.state.limit : minimumOf(system);
    const limited = most(option);
    return limit && limited && limited.seats < limit.seats ? { ...limit, seats: limited.seats } : limit;
  };
  return goOn({ least, most }, majority.steps);
}

function mostOf({ maximumSeats, listExhaustion }: PartyList, tally: Tally): Limits['most'] {
  const maximum: Limit | null = maximumSeats
    ? { seats: maximumSeats.seats, bound: 'maximum', law: maximumSeats.law }
    : null;
  const lengths = listExhaustion?.rule === 'vacant' ? new Map<OptionId, number>() : lengthsOf(tally);
  return (option) => {
    const length = lengths.get(option);
    if (length === undefined || (maximum && maximum.seats <= length)) return maximum;
    return { seats: length, bound: 'list-length', law: listExhaustion?.law };
  };
}

function minimumOf({ minimumSeats }: PartyList): Limit | null {
  return minimumSeats ? { seats: minimumSeats.seats, bound: 'minimum', law: minimumSeats.law } : null;
}

interface Majority {
  readonly option: OptionId;
  readonly limit: Limit;
}

/** The list with more than half of the votes, where the law grants it more than half of the seats; null where there is none. */
function majorityOf(
  { absoluteMajority: rule, seats, minimumSeats }: PartyList,
  tally: Tally,
  lists: readonly Contender[],
): Progress<Majority | null> {
  if (!rule) return goOn(null, []);
  const base = baseFigure(rule.base, tally);
  const steps = [baseStep(base, rule)];
  const votes = publishedVotes(base);
  if (votes === null)
    return undetermined(
      'figures-missing',
      `The absolute majority is one of a figure that has not been published: ${base.missing.join(', ')}.`,
      steps,
    );
  const list = lists.find((one) => 2n * one.votes > votes);
  if (!list) return goOn(null, steps);
  const minimum = Math.floor(seats / 2) + 1;
  const step: Step = {
    rule: 'absolute-majority',
    law: rule.law,
    option: list.option,
    votes: jsonCount(list.votes),
    required: exact(fraction(votes, 2n)),
    house: seats,
    minimum: Math.min(minimum, seats),
  };
  const least = Math.max(Math.min(minimum, seats), minimumSeats?.seats ?? 0);
  const limit: Limit = { seats: least, bound: 'absolute-majority', law: rule.law };
  return goOn({ option: list.option, limit }, [...steps, step]);
}
