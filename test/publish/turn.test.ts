import { expect, it } from 'vitest';
import { nextEntry } from '../../functions/model/ledger.ts';
import { isAtWork } from '../../functions/publish/turn.ts';
import { electionId } from '../support/builders.ts';

const begun = nextEntry([], electionId('kz'), '2024-03-12T00:00:00Z', {
  type: 'publishing',
  version: '1.0.0',
  revision: 1,
  codeVersion: '0.1.0',
});

it.each([
  ['a small election', 0, 59, 60],
  // Registers and results of Kazakhstan, and of India.
  ['ten thousand stations', 20_000, 67, 68],
  ['a million stations', 2_100_000, 899, 900],
  ['more than any Lambda lives to write', 1e12, 899, 900],
])('takes a publisher of %s for dead after its time', (_, records, alive, dead) => {
  const after = (seconds: number) => new Date(Date.parse(begun.at) + seconds * 1000).toISOString();

  expect(isAtWork(begun, records, after(alive))).toBe(true);
  expect(isAtWork(begun, records, after(dead))).toBe(false);
});

it('takes one that begins in the future for dead: a clock is wrong, and nobody should wait for it', () => {
  expect(isAtWork(begun, 0, '2024-03-11T23:59:59Z')).toBe(false);
});
