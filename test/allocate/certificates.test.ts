import { expect, test } from 'vitest';
import { certificatesOf } from '../../functions/allocate/certificates.ts';
import { contestId, electionId, optionId } from '../support/builders.ts';
import { list } from './persons/support.ts';
import { inputOf, partyList } from './support.ts';

test('a list fills only the seats that its candidates have not won in other contests', () => {
  const system = partyList(4, {
    persons: 'list-order',
    compensation: { contests: [contestId('districts')], overhang: 'kept' },
  });
  const held = new Map([[optionId('A'), 2]]);
  const input = { ...inputOf(system, { A: 300, B: 100 }), held };

  const [certificate] = certificatesOf(
    { id: electionId('test') },
    1,
    [input],
    [...list('A', ['Ann', 'Ben', 'Cem']), ...list('B', ['Dana'])],
  );

  expect(certificate?.seats).toEqual([
    { option: 'A', seats: 3 },
    { option: 'B', seats: 1 },
  ]);
  expect(certificate?.persons?.elected.map(({ name }) => name.en)).toEqual(['Ann', 'Dana']);
});
