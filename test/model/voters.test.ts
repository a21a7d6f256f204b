import { expect, test } from 'vitest';
import type { BatchHeader } from '../../functions/model/records/batch.ts';
import { votersByArea, votersOf } from '../../functions/model/voters.ts';
import { aHeader, newElection } from '../store/conformance/build.ts';
import { areaId } from '../support/builders.ts';

test('voters of stations are summed past 2^53, and unknown where one is', () => {
  const most = { registered: Number.MAX_SAFE_INTEGER };

  expect(votersOf([])).toBe(0n);
  expect(votersOf([most, most, most])).toBe(27_021_597_764_222_973n);
  expect(votersOf([most, { registered: null }])).toBeNull();
});

test('voters of an area are those of all registers that have it; a header that does not tell leaves it out', () => {
  const registers = [
    register({ N1: 5n, N2: 1n, S: null, N: 2n }),
    register({ N1: 7n, N2: null, S: 4n }),
    register({ N: undefined, XX: undefined }),
  ];

  expect(votersByArea(registers)).toEqual(
    new Map<string, bigint | null>([
      ['N1', 12n],
      ['N2', null],
      ['S', null],
    ]),
  );
});

function register(voters: Readonly<Record<string, bigint | null | undefined>>): BatchHeader {
  const areas = Object.entries(voters).map(([id, sum]) => ({
    area: areaId(id),
    records: 1,
    ...(sum !== undefined && { voters: sum }),
  }));
  return { ...aHeader(newElection(), 'stations'), areas };
}
