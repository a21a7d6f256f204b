import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import { formatDecimal, fraction, multiply, parseFraction } from '../../functions/model/fraction.ts';
import type { PartyList } from '../../functions/model/generated/election.ts';
import { inputOf, options, partyList } from './support.ts';

/** Apportionments of the world, with what they come to; kept beside the repository, not in it. */
const file = '../shared/data/allocation/vectors.json';

interface Vector {
  readonly id: string;
  readonly method: string;
  readonly seats: number;
  readonly votes: Readonly<Record<string, number | string>>;
  readonly threshold: {
    readonly share: string;
    readonly base: number | null;
    readonly inclusive: boolean;
  } | null;
  readonly eligible?: readonly string[];
  readonly expected: Readonly<Record<string, unknown>>;
}

if (existsSync(file)) {
  const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'));
  const own = vectors.filter(({ method }) => method === 'lr_hare');

  test.each(own.map((vector) => [vector.id, vector] as const))(
    'gives the known result of %s',
    (_id, vector) => {
      expect(resultOf(vector)).toEqual(vector.expected);
    },
  );
} else {
  console.warn(`SKIPPED: ${file} is not there, so the vectors of largest remainder were not run`);
  test.skip(`the vectors of ${file}`);
}

/** Names of the vectors are no ids, so each list is known by its place. */
function resultOf(vector: Vector): Record<string, unknown> {
  const names = Object.keys(vector.votes);
  const place = (name: string) => `o${names.indexOf(name)}`;
  const votes = Object.values(vector.votes).map(BigInt);
  const others = vector.threshold?.base
    ? BigInt(vector.threshold.base) - votes.reduce((a, b) => a + b, 0n)
    : 0n;
  const figures = Object.fromEntries(names.map((name, index) => [place(name), votes[index] ?? 0n]));
  const ballot = options('list', [...Object.keys(figures), 'against']).map((option, index) => {
    const name = names[index];
    const out = name !== undefined && vector.eligible !== undefined && !vector.eligible.includes(name);
    return { ...option, withdrawn: out };
  });
  // A rounded share is beyond this threshold: those that passed it are named.
  const threshold = vector.eligible ? undefined : thresholdOf(vector);
  const input = inputOf(
    partyList(vector.seats, { threshold }),
    { ...figures, against: others },
    { options: ballot },
  );
  return named(allocate(input).outcome, names);
}

function thresholdOf({ threshold }: Vector): PartyList['threshold'] {
  if (!threshold) return undefined;
  const percent = formatDecimal(multiply(parseFraction(threshold.share), fraction(100n)), 6);
  return { percent, base: 'valid-votes', inclusive: threshold.inclusive };
}

function named(
  outcome: ReturnType<typeof allocate>['outcome'],
  names: readonly string[],
): Record<string, unknown> {
  const nameOf = (option: string) => names[Number(option.slice(1))] ?? option;
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return { ...outcome };
  const seats = Object.fromEntries(outcome.seats.map(({ option, seats }) => [nameOf(option), seats]));
  if (outcome.status === 'allocated') return seats;
  const [tie] = outcome.ties;
  return { certain: seats, tie: tie?.options.map(nameOf), tie_seats: tie?.seats };
}
