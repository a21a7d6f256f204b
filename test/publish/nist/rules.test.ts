import { expect, test } from 'vitest';
import { nistProblems } from '../../../functions/publish/nist/rules/rules.ts';

test('a report in which everything holds has no problems', () => {
  expect(nistProblems(aReport())).toEqual([]);
});

test.each([null, 7, [], {}, { '@type': 'ElectionResults.Election' }])('%j is no report', (document) => {
  expect(nistProblems(document).map(({ rule }) => rule)).toEqual(['not-a-report']);
});

test.each([
  ['id-repeated', 'GpUnit/2', { units: ['XX', 'a', 'a'] }],
  ['reference', 'Election/0/Contest/0/ContestSelection/0/PartyIds', { party: 'nobody' }],
  ['reference', 'Election/0/Contest/0/ContestSelection/0/PartyIds', { party: 'XX' }],
  ['reference', 'Election/0/Contest/0/ContestSelection/0/PartyIds', { party: '__proto__' }],
  ['count', 'Election/0/Contest/0/ContestSelection/0/VoteCounts/1/Count', { a: 0.5, total: 3.5 }],
  ['count', 'Election/0/Contest/0/ContestSelection/0/VoteCounts/1/Count', { a: -1, total: 2 }],
  ['count', 'Election/0/Contest/0/ContestSelection/0/VoteCounts/1/Count', { a: '2' }],
  ['count', 'Election/0/Contest/0/ContestSelection/0/VoteCounts/4', { more: votes('b', 3) }],
  ['count', 'Election/0/Contest/0/SubUnitsReported', { reported: 3 }],
  ['count', 'Election/0/BallotCounts/0/BallotsCast', { cast: -6 }],
  ['sum', 'Election/0/Contest/0/ContestSelection/0/VoteCounts', { total: 4 }],
  ['sum', 'Election/0/Contest/0/ContestSelection/0/VoteCounts', { total: 6 }],
  ['sum', 'Election/0/Contest/0/OtherCounts', { blank: 0 }],
  ['sum', 'Election/0/BallotCounts', { cast: 5 }],
  ['district', 'Election/0/Contest/0/ContestSelection/0/VoteCounts/4', { more: votes('elsewhere', 3) }],
  ['seats', 'Election/0/Contest/0/ContestSelection/0/VoteCounts/3', { seatsOf: 'a' }],
] as const)('%s: %s', (rule, where, changes) => {
  const problems = nistProblems(aReport(changes));

  expect(problems).toContainEqual(expect.objectContaining({ rule, where }));
});

test('a unit with protocols of its own may count more than its parts', () => {
  const report = aReport({ total: 9, cast: 12, type: 'county' });

  expect(nistProblems(report)).toEqual([]);
});

test('units that contain one another do not hang the rules', () => {
  const report = aReport();
  report.GpUnit[1] = { ...report.GpUnit[1], ComposingGpUnitIds: ['XX'] };

  expect(nistProblems(report).every(({ rule }) => rule === 'sum')).toBe(true);
});

test('a document a hundred thousand levels deep is walked', () => {
  let deep: unknown = { '@id': 'XX' };
  for (let level = 0; level < 100_000; level++) deep = [deep];

  const problems = nistProblems({ ...aReport(), Header: deep });

  expect(problems.map(({ rule }) => rule)).toEqual(['id-repeated']);
});

interface Changes {
  readonly units?: readonly string[];
  readonly type?: string;
  readonly party?: string;
  readonly a?: unknown;
  readonly total?: number;
  readonly blank?: number;
  readonly cast?: number;
  readonly reported?: number;
  readonly seatsOf?: string;
  readonly more?: object;
}

/** A country of two precincts (and a unit elsewhere) with one list that has 2 + 3 votes, a blank ballot and 6 ballots cast. */
function aReport(changes: Changes = {}) {
  const { units = ['XX', 'a', 'b'], type = 'precinct', party = 'P', a = 2, total = 5, more } = changes;
  const { blank = 1, cast = 6, reported = 2, seatsOf = 'XX' } = changes;
  const [whole, ...parts] = units;
  const unit = (id: string, Type: string) => ({ '@type': 'ElectionResults.ReportingUnit', '@id': id, Type });
  return {
    '@type': 'ElectionResults.ElectionReport',
    Party: [{ '@type': 'ElectionResults.Party', '@id': 'P' }],
    GpUnit: [
      { ...unit(whole ?? '', 'country'), ComposingGpUnitIds: parts },
      ...parts.map((id) => unit(id, type)),
      unit('elsewhere', 'country'),
    ] as object[],
    Election: [
      {
        '@type': 'ElectionResults.Election',
        ElectionScopeId: 'XX',
        BallotCounts: [
          { GpUnitId: 'XX', Type: 'total', BallotsCast: cast },
          { GpUnitId: 'a', Type: 'total', BallotsCast: 2 },
          { GpUnitId: 'b', Type: 'total', BallotsCast: 4 },
        ],
        Contest: [
          {
            '@type': 'ElectionResults.PartyContest',
            '@id': 'C',
            ElectionDistrictId: 'XX',
            SubUnitsReported: reported,
            TotalSubUnits: 2,
            ContestSelection: [
              {
                '@type': 'ElectionResults.PartySelection',
                '@id': 'S',
                PartyIds: [party],
                VoteCounts: [
                  votes('XX', total),
                  votes('a', a),
                  votes('b', 3),
                  { GpUnitId: seatsOf, Type: 'seats', Count: 1 },
                  ...(more ? [more] : []),
                ],
              },
            ],
            OtherCounts: [
              { GpUnitId: 'XX', Undervotes: blank },
              { GpUnitId: 'b', Undervotes: 1 },
            ],
          },
        ],
      },
    ],
  };
}

function votes(unit: string, count: unknown) {
  return { GpUnitId: unit, Type: 'total', Count: count };
}
