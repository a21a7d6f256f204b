import { expect, test } from 'vitest';
import { points } from '../../../../site/compute/stations/bins.ts';
import { collector, type Question, type ResultRows } from '../../../../site/compute/stations/collector.ts';
import { protocolRows, type ResultsRow } from './support.ts';

const question: Question = { contest: 'list', leader: 'A', within: (area) => area !== 'elsewhere' };

test('turnout is of the registered, the share of the votes for all options', () => {
  const rows = protocolRows('list', 'N', '1', { registered: 100, cast: 60, invalid: 4, A: 14, B: 42 });

  const { stations, voters, bins } = glance(rows);

  expect([stations, voters, bins.turnout[60]]).toEqual([1, 'cast', 1]);
  expect(bins.both[30 * 50 + 12]).toBe(1);
});

test('ballots issued stand for the voters where more protocols of the contest state them', () => {
  const rows = [
    ...protocolRows('list', 'N', '1', { registered: 100, issued: 50, cast: 40 }),
    ...protocolRows('list', 'N', '2', { registered: 100, issued: 70 }),
  ];

  const { voters, bins } = glance(rows);

  expect([voters, bins.turnout[50], bins.turnout[70]]).toEqual(['issued', 1, 1]);
});

test('other contests, areas as a whole and areas outside the contest are passed over', () => {
  const rows = [
    ...protocolRows('list', 'N', null, { registered: 100, cast: 60 }),
    ...protocolRows('list', 'N', '1', { registered: 100, cast: 60 }),
    ...protocolRows('list', 'elsewhere', '1', { registered: 100, cast: 60 }),
    ...protocolRows('smd', 'N', '1', { registered: 100, cast: 60 }),
  ];

  const { stations, bins } = glance(rows);

  expect([stations, bins.turnout[60]]).toEqual([1, 1]);
});

test('a station that goes on in the next row group is one station, and one of the same name in another area another', () => {
  const rows = [
    ...protocolRows('list', 'N', '1', { registered: 100, cast: 60, A: 30, B: 30 }),
    ...protocolRows('list', 'S', '1', { registered: 100, cast: 20, A: 5, B: 15 }),
  ];

  for (let cut = 0; cut <= rows.length; cut += 1) {
    const { stations, bins } = glance(rows.slice(0, cut), rows.slice(cut));

    expect([stations, bins.turnout[60], bins.turnout[20]]).toEqual([2, 1, 1]);
    expect([bins.both[30 * 50 + 25], bins.both[10 * 50 + 12]]).toEqual([1, 1]);
  }
});

test('nobody registered, no votes, no leader: nothing is made up', () => {
  const rows = [
    ...protocolRows('list', 'N', '1', { registered: 0, cast: 0, A: 0, B: 0 }),
    ...protocolRows('list', 'N', '2', { registered: 10, cast: 5, B: 5 }),
    ...protocolRows('list', 'N', '3', { cast: 5, A: 5, B: 0 }),
  ];

  const { stations, bins } = glance(rows);

  expect([stations, sum(bins.turnout), sum(bins.both), bins.over]).toEqual([3, 1, 0, 0]);
  expect(bins.turnout).toHaveLength(points);
});

test('a row that is none of results.csv is refused', () => {
  const [row] = protocolRows('list', 'N', '1', { cast: 5 });
  if (!row) throw new Error('no row');

  for (const broken of [{ count: null }, { count: -1n }, { area: 7 }, { station: 7 }, { option: 7 }]) {
    const rows = columnsOf([{ ...row, ...broken }]);

    expect(() => collector(question).add(rows), JSON.stringify(Object.keys(broken))).toThrow(RangeError);
  }
});

function glance(...groups: readonly (readonly ResultsRow[])[]) {
  const taken = collector(question);
  for (const rows of groups) taken.add(columnsOf(rows));
  return taken.end();
}

function columnsOf(rows: readonly Readonly<Record<keyof ResultsRow, unknown>>[]): ResultRows {
  const column = (name: keyof ResultsRow) => rows.map((row) => row[name]);
  const counts = column('count').map((count) => (typeof count === 'number' ? BigInt(count) : count));
  return {
    contest: column('contest'),
    area: column('area'),
    station: column('station'),
    measure: column('measure'),
    option: column('option'),
    count: counts,
  };
}

function sum(bins: readonly number[]): number {
  return bins.reduce((total, count) => total + count, 0);
}
