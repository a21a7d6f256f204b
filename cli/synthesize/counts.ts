import type { CountField } from '../../functions/model/records/protocol.ts';
import { greatest, least } from './apportion.ts';
import { SynthesisError } from './errors.ts';

/** Every count that the made-up protocols state, and which of them nobody has published. */
export interface CompleteCounts {
  readonly registered: bigint;
  readonly issued: bigint;
  readonly cast: bigint;
  readonly invalid: bigint;
  /** Parts of `cast` and, of `unused`, ballots beside the issued; only those that the real totals have. */
  readonly further: ReadonlyMap<'absentee' | 'outside' | 'unused', bigint>;
  readonly madeUp: readonly CountField[];
}

/**
 * Completes the published counts so that registered ≥ issued ≥ cast = votes + invalid. What follows from the others is computed; what nobody
 * has published is made up: 2 % of the votes again as invalid ballots, one in 500 issued ballots not returned, 62 % of the voters coming.
 * Throws `SynthesisError` `totals-inconsistent` when the published counts contradict that order.
 */
export function completeCounts(votes: bigint, known: ReadonlyMap<CountField, bigint>): CompleteCounts {
  const invalid = invalidOf(votes, known);
  const cast = known.get('cast') ?? votes + invalid;
  const registeredKnown = known.get('registered');
  const absent = registeredKnown === undefined ? cast : greatest(0n, registeredKnown - cast);
  const issued = known.get('issued') ?? cast + least(cast / 500n, absent);
  const registered = registeredKnown ?? (issued * 100n) / 62n;
  requireEqual(known.get('valid') ?? votes, votes, 'valid', 'the sum of the votes');
  requireEqual(votes + invalid, cast, 'votes and invalid', 'cast');
  requireAtLeast(issued, cast, 'issued', 'cast');
  requireAtLeast(registered, issued, 'registered', 'issued');
  const further = furtherCounts(issued, cast, known);
  return { registered, issued, cast, invalid, further, madeUp: madeUpCounts(known) };
}

function invalidOf(votes: bigint, known: ReadonlyMap<CountField, bigint>): bigint {
  const published = known.get('invalid');
  if (published !== undefined) return published;
  const cast = known.get('cast');
  if (cast !== undefined) {
    requireAtLeast(cast, votes, 'cast', 'the sum of the votes');
    return cast - votes;
  }
  const most = known.get('issued') ?? known.get('registered');
  if (most === undefined) return votes / 50n;
  requireAtLeast(most, votes, 'issued (or registered)', 'the sum of the votes');
  return least(votes / 50n, most - votes);
}

function furtherCounts(
  issued: bigint,
  cast: bigint,
  known: ReadonlyMap<CountField, bigint>,
): CompleteCounts['further'] {
  const further = new Map<'absentee' | 'outside' | 'unused', bigint>();
  for (const field of ['absentee', 'outside'] as const) {
    const count = known.get(field);
    if (count === undefined) continue;
    requireAtLeast(cast, count, 'cast', field);
    further.set(field, count);
  }
  const received = known.get('received');
  const unused = known.get('unused') ?? (received === undefined ? undefined : received - issued);
  if (unused === undefined) return further;
  requireAtLeast(unused, 0n, 'received', 'issued');
  requireEqual(received ?? issued + unused, issued + unused, 'received', 'issued and unused');
  return further.set('unused', unused);
}

function madeUpCounts(known: ReadonlyMap<CountField, bigint>): CountField[] {
  const fields: CountField[] = [];
  if (!known.has('registered')) fields.push('registered');
  if (!known.has('issued')) fields.push('issued');
  if (!known.has('cast') && !known.has('invalid')) fields.push('cast', 'invalid');
  return fields;
}

function requireEqual(found: bigint, expected: bigint, what: string, other: string): void {
  if (found === expected) return;
  throw new SynthesisError(
    'totals-inconsistent',
    `${what} is ${found}, but ${other} is ${expected}: protocols that add up cannot sum to both. Leave one of the counts out.`,
  );
}

function requireAtLeast(found: bigint, minimum: bigint, what: string, other: string): void {
  if (found >= minimum) return;
  throw new SynthesisError(
    'totals-inconsistent',
    `${what} is ${found}, less than ${other}, ${minimum}: protocols that add up cannot sum to both. Leave one of the counts out.`,
  );
}
