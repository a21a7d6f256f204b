import type { Option, System } from '../../../model/generated/election.ts';
import type { OptionId } from '../../../model/ids.ts';
import type { Contender } from '../../count/contenders.ts';
import { contendersOf } from '../../count/contenders.ts';
import { isWinnable, type Tally } from '../../count/tally.ts';
import type { Bounds, BoundsWithin } from './bounds.ts';
import { onlyKnown } from './known.ts';

/** One seat for most votes: who leads by more than the votes that can come has it, and who is behind by more cannot get it. */
export function pluralityBounds(system: System, tally: Tally): BoundsWithin | null {
  const known = onlyKnown(system, ['type', 'law', 'tie', 'tieLaw', 'againstAll', 'againstAllLaw']);
  if (!known || (known.get('againstAll') ?? 'cannot-win') !== 'cannot-win') return null;
  const candidates = candidatesOf(tally);
  return candidates && (({ votes }) => mostVotesWithin(tally, candidates, votes));
}

/** The candidates with their votes, those without a vote too; null when the votes of one were not published. */
export function candidatesOf(tally: Tally): readonly Contender[] | null {
  const progress = contendersOf(tally);
  return 'state' in progress ? progress.state : null;
}

/** Who can have most votes with `further` more. */
export function mostVotesWithin(tally: Tally, candidates: readonly Contender[], further: bigint): Bounds {
  const most = maximum(candidates.map(({ votes }) => votes));
  const able = candidates.filter(({ votes }) => votes + further >= most);
  const [winner, ...others] = able;
  const decided = winner !== undefined && others.length === 0;
  return { decided, seats: oneSeat(tally, able, decided) };
}

/** Bounds of one seat that one of `able` wins. */
export function oneSeat(tally: Tally, able: readonly Contender[], decided: boolean): Bounds['seats'] {
  const ids = new Set<OptionId>(able.map(({ option }) => option));
  return tally.contest.options.filter(isWinnable).map(({ id }: Option) => ({
    option: id,
    atLeast: decided && ids.has(id) ? 1 : 0,
    atMost: ids.has(id) ? 1 : 0,
  }));
}

function maximum(values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most), 0n);
}
