import { add, type Fraction, floor, fraction } from '../../model/fraction.ts';
import type { Biproportional } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { exact } from '../exact.ts';
import { goOn, lazily, type Progress } from '../progress.ts';
import type { Row } from './biproportional.ts';

/** Voters of each list over all districts. */
export type Voters = ReadonlyMap<OptionId, Fraction>;

/**
 * How many voters stand behind each list. Where a voter has as many votes as the district has seats, its votes divided by the seats of
 * each district, rounded where the law rounds. In Zürich, Gesetz über die politischen Rechte, § 103(2).
 */
export function votersOf(system: Biproportional, rows: readonly Row[]): Progress<Voters> {
  const sums = new Map<OptionId, Fraction>();
  for (const { district, votes } of rows)
    for (const [option, own] of votes) {
      const voters = kinds[system.voterNumbers](own, district.seats);
      sums.set(option, add(sums.get(option) ?? fraction(0n), voters));
    }
  const steps = system.voterNumbers === 'votes' ? [] : lazily(() => stepsOf(system, rows));
  return goOn(sums, steps);
}

const kinds: Readonly<Record<Biproportional['voterNumbers'], (votes: bigint, seats: number) => Fraction>> = {
  rounded: (votes, seats) => fraction(floor(add(fraction(votes, BigInt(seats)), fraction(1n, 2n)))),
  exact: (votes, seats) => fraction(votes, BigInt(seats)),
  votes: (votes) => fraction(votes),
};

function* stepsOf({ voterNumbers, upperLaw }: Biproportional, rows: readonly Row[]): Generator<Step> {
  for (const { district, votes } of rows)
    for (const [option, own] of votes)
      yield {
        rule: 'voter-number',
        law: upperLaw,
        area: district.area,
        option,
        votes: jsonCount(own),
        seats: district.seats,
        quotient: exact(fraction(own, BigInt(district.seats))),
        voters: exact(kinds[voterNumbers](own, district.seats)),
      };
}
