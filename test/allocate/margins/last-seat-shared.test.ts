import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { lastSeatOf } from '../../../functions/allocate/margins/last-seat.ts';
import type { System } from '../../../functions/model/generated/election.ts';
import { inputOf, partyList } from '../support.ts';

const folder = '../shared/data/allocation/';
const there = existsSync(`${folder}measures.json`) && existsSync(`${folder}vectors.json`);
// The vectors are of divisor methods: without them in the schema there is nothing that could be asked.
const hasDivisors = readFileSync('schemas/election.schema.json', 'utf8').includes('"highest-averages"');

interface Vector {
  readonly id: string;
  readonly method: string;
  readonly seats: number;
  readonly threshold: { share: string; inclusive: boolean } | null;
  readonly votes: Readonly<Record<string, number>>;
}

interface Flip {
  readonly votes: number;
  readonly last_seat_holder: string;
  readonly challenger: string;
}

if (!there)
  console.warn(
    `${folder} is not here: the votes to the next seat are NOT compared with those computed elsewhere.`,
  );
if (!hasDivisors)
  console.warn('The schema has no divisor methods: the votes to the next seat are NOT compared.');

describe.skipIf(!there || !hasDivisors)(
  `votes to the next seat are those of ${folder} (skipped where that is missing)`,
  () => {
    const vectors: readonly Vector[] = there ? JSON.parse(readFileSync(`${folder}vectors.json`, 'utf8')) : [];
    const flips: Readonly<Record<string, Flip>> = there
      ? JSON.parse(readFileSync(`${folder}measures.json`, 'utf8')).votes_to_flip_computed
      : {};
    const known = vectors.filter(({ id }) => Object.hasOwn(flips, id));
    const absent = Object.keys(flips).filter((id) => !known.some((vector) => vector.id === id));
    if (there && absent.length > 0)
      console.warn(`NOT COMPARED, their votes are not in vectors.json: ${absent.join(', ')}`);

    test('there are some', () => {
      expect(known.length).toBeGreaterThan(2);
    });

    test.each(known.map((vector) => [vector.id, vector] as const))('%s', (id, vector) => {
      // Names of parties are not ids: each stands for its place.
      const names = Object.keys(vector.votes);
      const figures = Object.fromEntries(names.map((name, index) => [`L${index}`, vector.votes[name] ?? 0]));
      const input = inputOf(systemOf(vector), figures);
      const found = lastSeatOf(input, allocate(input));
      const nameOf = (option: string | undefined) => names[Number(option?.slice(1))];

      expect({
        votes: found?.votes,
        challenger: nameOf(found?.option),
        last_seat_holder: found?.from.map(nameOf).join(),
      }).toEqual(flips[id]);
    });
  },
);

function systemOf({ method, seats, threshold }: Vector): System {
  const [name = '', first] = method.split(':');
  const divisors = new Map([
    ['dhondt', 'dhondt'],
    ['sainte_lague', 'sainte-lague'],
    ['modified_sainte_lague', 'sainte-lague'],
  ]).get(name);
  const formula = JSON.parse(JSON.stringify({ type: 'highest-averages', divisors, first }));
  const percent = String(Number(threshold?.share ?? 0) * 100);
  return partyList(seats, {
    formula,
    ...(threshold && { threshold: { percent, base: 'option-votes', inclusive: threshold.inclusive } }),
  });
}
