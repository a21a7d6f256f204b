import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { allocationInputs } from '../../../functions/allocate/input.ts';
import { sumTotals, totalsOf } from '../../../functions/model/records/batch.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { optionId } from '../../support/builders.ts';
import { protocolsOf, verdictOn } from '../checking.ts';
import { data, lithuania, present } from './support.ts';

describe.skipIf(!present)('Lithuania 2020, two files that merge', () => {
  const folder = `${data}/lt-seimas-2020`;

  test('loads without an edit, votes and counts of 1,987 stations', async () => {
    const files = {
      'election.json': JSON.stringify(lithuania()),
      'stations/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
      'results/list/votes.csv': readFileSync(`${folder}/2020-votes.csv`),
    };

    const votes = await verdictOn(files);
    const counts = await verdictOn({
      ...files,
      'results/list/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
    });

    expect(protocolsOf(votes)).toHaveLength(1_987);
    expect(protocolsOf(counts)).toHaveLength(1_987);
    expect(counts.findings.errors).toBe(0);
    const totals = sumTotals(totalsOf(protocolsOf(votes)));
    expect(totals.reported).toBe(1_987);
    expect(totals.values.get(votesField(optionId('5')))?.sum).toBe(
      sumOfColumn(`${folder}/2020-votes.csv`, '5'),
    );
  });

  test('gives the seats of the lists that were declared', async () => {
    const verdict = await verdictOn({
      'election.json': JSON.stringify(lithuania()),
      'stations/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
      'results/list/votes.csv': readFileSync(`${folder}/2020-votes.csv`),
    });

    const protocols = protocolsOf(verdict);
    const stations = Map.groupBy(protocols, ({ area }) => area);
    const [input] = allocationInputs(
      lithuania(),
      totalsOf(protocols),
      new Map([...stations].map(([area, { length }]) => [area, length])),
    );
    if (input === undefined) throw new RangeError('no contest');
    const { outcome } = allocate(input);

    if (outcome.status !== 'allocated') throw new Error(outcome.status);
    // TS-LKD, LVŽS, DP, LSDP, Laisvės partija, LRLS.
    expect(
      Object.fromEntries(
        outcome.seats.filter(({ seats }) => seats > 0).map(({ option, seats }) => [option, seats]),
      ),
    ).toEqual({
      5: 23,
      13: 16,
      16: 9,
      17: 8,
      3: 8,
      12: 6,
    });
  });
});

function sumOfColumn(path: string, option: string): bigint {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  return rows.filter((cells) => cells[1] === option).reduce((sum, cells) => sum + BigInt(cells[2] ?? 0), 0n);
}
