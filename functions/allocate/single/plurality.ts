import type { Plurality } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Seats, Step } from '../../model/law/allocation.ts';
import { type Contender, contendersOf } from '../count/contenders.ts';
import { isWinnable, type Tally } from '../count/tally.ts';
import { breakTie } from '../count/ties.ts';
import { type Decision, decided, follow, goOn, type Progress } from '../progress.ts';
import { type Electable, electable } from './electable.ts';
import { mostVotes } from './most-votes.ts';
import { type Places, places } from './places.ts';
import { enoughTookPart, type WhyNobody } from './turnout.ts';

/**
 * Seats for the candidates with most votes: one, or several. What the law asks beside, a turnout, a least share, more votes than against all,
 * is checked where the definition states it. In Kazakhstan nothing of that is asked: Constitutional Law on Elections, Art. 9(2), 96, 99.
 */
export function plurality(system: Plurality, tally: Tally): Decision {
  return follow(enoughTookPart(system.turnout, tally), (enough) => {
    if (!enough) return nobody(system, tally, 'turnout', all(tally));
    const candidates = contendersOf(tally);
    if (system.againstAll === 'can-win' && isNobodyVoted(candidates))
      return nobody(system, tally, 'against-all', all(tally));
    const electables = follow(
      follow(candidates, (list) => ranked(system, list)),
      (list) => electable(system, tally, list),
    );
    return follow(electables, (who) => seat(system, tally, who));
  });
}

function isNobodyVoted(candidates: Progress<unknown>): boolean {
  return (
    'outcome' in candidates &&
    candidates.outcome.status === 'undetermined' &&
    candidates.outcome.code === 'nobody-voted'
  );
}

/** The step that names the leaders stands first where there is one seat: it is what a reader looks for. */
function ranked(system: Plurality, candidates: readonly Contender[]): Progress<readonly Contender[]> {
  return goOn(candidates, seatsIn(system) > 1 ? [] : mostVotes(candidates, system.law).steps);
}

function seatsIn({ seats = 1 }: Plurality): number {
  return seats;
}

function seat(system: Plurality, tally: Tally, { candidates, why }: Electable): Decision {
  const taken = places(candidates, seatsIn(system));
  const steps = seatsIn(system) > 1 ? [seatsStep(system, taken)] : [];
  if (!taken.tie) return filled(system, tally, taken, why, steps);
  const { options, seats } = taken.tie;
  if (system.tie === 'repeat-voting') return again(system, tally, taken, steps);
  const lot = breakTie({ options, seats }, { rules: ['lots'], law: system.tieLaw }, tally);
  const certain = [...taken.certain.map(({ option }) => option), ...lot.won];
  if (!lot.open) return elected(system, tally, certain, [...steps, ...lot.steps]);
  const list = seatsIn(system) > 1 ? seatList(tally, certain) : [];
  return decided({ status: 'lots-required', seats: list, ties: [{ options: [...options], seats }] }, [
    ...steps,
    ...lot.steps,
  ]);
}

function seatsStep(system: Plurality, { certain }: Places): Step {
  return {
    rule: 'seats-by-votes',
    law: system.law,
    seats: seatsIn(system),
    options: certain.map(({ option }) => option),
    votes: certain.map(({ votes }) => jsonCount(votes)),
  };
}

/** No tie: those who have the seats, and what follows where there are fewer of them than seats. */
function filled(
  system: Plurality,
  tally: Tally,
  { certain }: Places,
  why: WhyNobody,
  steps: readonly Step[],
): Decision {
  const options = certain.map(({ option }) => option);
  if (options.length === seatsIn(system)) return elected(system, tally, options, steps);
  const others = all(tally).filter((option) => !options.includes(option));
  return nobody(system, tally, why, others, options, steps);
}

function elected(
  system: Plurality,
  tally: Tally,
  options: readonly OptionId[],
  steps: readonly Step[],
): Decision {
  const [first] = options;
  if (seatsIn(system) > 1 || first === undefined)
    return decided({ status: 'allocated', seats: seatList(tally, options) }, steps);
  return decided({ status: 'elected', option: first }, steps);
}

/** A tie that is voted on again; between the only two candidates there can be a new election instead. */
function again(system: Plurality, tally: Tally, { certain, tie }: Places, steps: readonly Step[]): Decision {
  const options = [...(tie?.options ?? [])];
  const seats = seatList(
    tally,
    certain.map(({ option }) => option),
  );
  if (system.twoTied === 'repeat-election' && options.length === all(tally).length)
    return decided({ status: 'repeat-election', seats, reason: 'tie' }, steps);
  return decided({ status: 'repeat-voting', options, ...(certain.length > 0 ? { seats } : {}) }, steps);
}

/** Seats that nobody has won. */
function nobody(
  { nobodyWins = 'repeat-election' }: Plurality,
  tally: Tally,
  reason: WhyNobody,
  others: readonly OptionId[],
  certain: readonly OptionId[] = [],
  steps: readonly Step[] = [],
): Decision {
  const seats = seatList(tally, certain);
  if (nobodyWins === 'repeat-election') return decided({ status: 'repeat-election', seats, reason }, steps);
  return decided(
    { status: 'repeat-voting', options: [...others], ...(certain.length > 0 ? { seats } : {}) },
    steps,
  );
}

/** Every candidate that can win, in ballot order. */
function all({ contest }: Tally): OptionId[] {
  return contest.options.filter((option) => isWinnable(option) && !option.withdrawn).map(({ id }) => id);
}

function seatList({ contest }: Tally, options: readonly OptionId[]): Seats[] {
  return contest.options
    .filter(isWinnable)
    .map(({ id }) => ({ option: id, seats: options.includes(id) ? 1 : 0 }));
}
