import type { Biproportional } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Step, Tie } from '../../model/law/allocation.ts';
import { isWinnable, type Tally } from '../count/tally.ts';
import { breakTie } from '../count/ties.ts';
import { exact } from '../exact.ts';
import { decided, goOn, type Progress, undetermined } from '../progress.ts';
import { plainNumber } from './plain-number.ts';
import { type Rounded, standardRounding } from './standard-rounding.ts';
import type { Voters } from './voters.ts';

/** Seats of each list in the whole house. */
export type Targets = ReadonlyMap<OptionId, number>;

/** The seats of the house shared among the lists by their voters (Sainte-Laguë). */
export function upperApportionment(system: Biproportional, tally: Tally, voters: Voters): Progress<Targets> {
  const options = [...voters.keys()];
  if ([...voters.values()].every(({ numerator }) => numerator === 0n))
    return undetermined('nobody-voted', 'No list has as much as one voter after rounding.');
  const rounded = standardRounding([...voters.values()], system.seats);
  const tie = tieOf(rounded, options);
  if (!tie) {
    const targets = new Map(options.map((option, index) => [option, rounded.seats[index] ?? 0]));
    return goOn(targets, [upperStep(system, voters, targets, rounded)]);
  }
  const certain = certainOf(rounded, options);
  const first = upperStep(system, voters, certain, null);
  const { won, steps, open, unregistered } = breakTie(
    tie,
    { rules: system.ties, law: system.tiesLaw },
    tally,
  );
  if (unregistered.length > 0)
    return undetermined(
      'registration-missing',
      `${tie.options.join(', ')} have equal claims, and the order of registration decides: state it in \`options\` of election.json for ${unregistered.join(', ')}.`,
      [first, ...steps],
    );
  const targets = new Map(
    options.map((option) => [option, (certain.get(option) ?? 0) + (won.includes(option) ? 1 : 0)]),
  );
  if (!open) return goOn(targets, [first, ...steps]);
  const seats = tally.contest.options
    .filter(isWinnable)
    .map(({ id }) => ({ option: id, seats: targets.get(id) ?? 0 }));
  const ties = [{ options: [...open.options], seats: open.seats }];
  return decided({ status: 'lots-required', seats, ties }, [first, ...steps]);
}

/** Seats at stake are those that the tied have, in this distribution, from an equal claim. */
function tieOf(rounded: Rounded, options: readonly OptionId[]): Tie | null {
  if (rounded.tied.length === 0) return null;
  const seats = rounded.tied.filter((index) => rounded.tiedSeats.has(index)).length;
  return { options: rounded.tied.flatMap((index) => options[index] ?? []), seats };
}

function certainOf(rounded: Rounded, options: readonly OptionId[]): Targets {
  return new Map(
    options.map((option, index) => [
      option,
      (rounded.seats[index] ?? 0) - (rounded.tiedSeats.has(index) ? 1 : 0),
    ]),
  );
}

function upperStep(
  { seats, upperLaw }: Biproportional,
  voters: Voters,
  targets: Targets,
  rounded: Rounded | null,
): Step {
  return {
    rule: 'upper-apportionment',
    law: upperLaw,
    seats,
    divisor: rounded ? exact(plainNumber(rounded.least, rounded.greatest)) : null,
    lists: [...voters].map(([option, own]) => ({
      option,
      voters: exact(own),
      seats: targets.get(option) ?? 0,
    })),
  };
}
