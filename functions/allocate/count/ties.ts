import type { Option, PartyList } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Step, Tie } from '../../model/law/allocation.ts';
import { lotFor } from './lots.ts';
import { type Tally, votesOf } from './tally.ts';

/** What tells equal claims to a seat apart. */
export type TieRule = PartyList['ties'][number];

/** How a tie came out: who has won for certain, and what keeps the rest from being told apart. */
export interface TieBreak {
  readonly won: readonly OptionId[];
  readonly steps: readonly Step[];
  /** What is left for a lot that has not been drawn. */
  readonly open: Tie | null;
  /** Tied options whose place in the order of registration, which decides here, is not stated. */
  readonly unregistered: readonly OptionId[];
}

interface TieLaw {
  readonly rules: readonly TieRule[];
  readonly law: string | undefined;
}

/**
 * Breaks a tie by the rules in their order. A rule may tell only some of the tied apart; the next is asked about the rest. When the rules
 * run out, only a lot is left: one that was drawn for exactly this tie, or none.
 */
export function breakTie(tie: Tie, { rules, law }: TieLaw, tally: Tally): TieBreak {
  const [rule = 'lots', ...others] = rules;
  if (rule === 'lots') return drawLots(tie, law, tally);
  const ranks = ranksBy[rule](tie.options, tally);
  if (ranks.missing.length > 0) return { won: [], steps: [], open: null, unregistered: ranks.missing };
  const { won, rest } = takeWhole(ranks.classes, tie.seats);
  const step: Step = {
    rule: 'tie',
    law,
    options: [...tie.options],
    seats: tie.seats,
    by: rule,
    won: [...won],
  };
  if (rest === null) return { won, steps: [step], open: null, unregistered: [] };
  const further = breakTie(rest, { rules: others, law }, tally);
  return { ...further, won: [...won, ...further.won], steps: [step, ...further.steps] };
}

interface Ranks {
  /** Options that the rule puts before others, class by class; within a class it cannot tell. */
  readonly classes: readonly (readonly OptionId[])[];
  readonly missing: readonly OptionId[];
}

const ranksBy: Readonly<
  Record<Exclude<TieRule, 'lots'>, (options: readonly OptionId[], tally: Tally) => Ranks>
> = {
  'earlier-registration': (options, tally) => {
    const places = new Map(tally.contest.options.map(({ id, registration }: Option) => [id, registration]));
    const missing = options.filter((option) => places.get(option) === undefined);
    return { classes: classesBy(options, (option) => BigInt(places.get(option) ?? 0)), missing };
  },
  'more-votes': (options, tally) => ({
    classes: classesBy(options, (option) => -(votesOf(tally, option) ?? 0n)),
    missing: [],
  }),
};

function classesBy(options: readonly OptionId[], rank: (option: OptionId) => bigint): OptionId[][] {
  const classes = Map.groupBy(options, rank);
  return [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
}

/** Gives the seats to whole classes while they last; the first class that is too large for what is left stays tied. */
function takeWhole(
  classes: readonly (readonly OptionId[])[],
  seats: number,
): { won: readonly OptionId[]; rest: Tie | null } {
  const won: OptionId[] = [];
  for (const options of classes) {
    const left = seats - won.length;
    if (left === 0) break;
    if (options.length > left) return { won, rest: { options, seats: left } };
    won.push(...options);
  }
  return { won, rest: null };
}

function drawLots(tie: Tie, law: string | undefined, tally: Tally): TieBreak {
  const lot = lotFor(tally.contest, tie);
  const won = lot?.won ?? [];
  const step: Step = {
    rule: 'tie',
    law,
    options: [...tie.options],
    seats: tie.seats,
    by: 'lots',
    won: [...won],
    source: lot?.source,
  };
  return { won, steps: [step], open: lot ? null : tie, unregistered: [] };
}
