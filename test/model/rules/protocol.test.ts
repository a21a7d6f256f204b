import { describe, expect, test } from 'vitest';
import type { Field, MergedProtocol } from '../../../functions/model/records/protocol.ts';
import { protocolFindings } from '../../../functions/model/rules/protocol.ts';
import { areaId, listContest, stationId } from '../../support/builders.ts';

const contest = listContest();

function aProtocol(counts: Partial<Record<string, number>>): MergedProtocol {
  const fields: Field[] = [
    ...(['registered', 'issued', 'cast', 'invalid', 'valid', 'received', 'unused', 'blank'] as const),
    ...contest.options.map(({ id }): Field => `votes:${id}`),
  ];
  const values = fields.flatMap((field) => {
    const count = counts[field.replace('votes:', '')];
    return count === undefined ? [] : [[field, { count, source: '', upload: 'results/list/a.csv' }] as const];
  });
  return { contest: contest.id, area: areaId('N1'), station: stationId('st1'), values: new Map(values) };
}

const whole = { A: 50, B: 30, C: 10, 'against-all': 5 };
const codes = (counts: Partial<Record<string, number>>, limits?: { invalidSharePercent: string }) =>
  protocolFindings(aProtocol(counts), contest, limits).map(({ code }) => code);

describe('votes and invalid ballots against ballots cast', () => {
  test('are silent when they add up', () => {
    expect(codes({ ...whole, invalid: 5, cast: 100 })).toEqual([]);
  });

  test.each([
    ['more', { ...whole, invalid: 6, cast: 100 }],
    ['fewer', { ...whole, invalid: 4, cast: 100 }],
    ['more by the votes alone, invalid not stated', { ...whole, cast: 94 }],
    ['more although an option is missing', { A: 96, invalid: 5, cast: 100 }],
    ['blank ballots that are counted apart', { ...whole, blank: 1, invalid: 5, cast: 100 }],
    ['valid instead of votes', { valid: 94, invalid: 5, cast: 100 }],
  ])('are reported: %s', (_name, counts) => {
    expect(codes(counts)).toEqual(['votes-invalid-cast']);
  });

  test.each([
    ['an option is missing, so the sum may still be right', { A: 50, invalid: 5, cast: 100 }],
    ['invalid is missing', { ...whole, cast: 100 }],
    ['cast is missing', { ...whole, invalid: 5 }],
    ['nothing is stated', {}],
  ])('are silent when %s', (_name, counts) => {
    expect(codes(counts)).toEqual([]);
  });

  test('give the facts that the message names', () => {
    const [found] = protocolFindings(aProtocol({ ...whole, invalid: 6, cast: 100 }), contest, undefined);

    expect(found).toEqual({
      code: 'votes-invalid-cast',
      level: 'warning',
      where: { contest: 'list', area: 'N1', station: 'st1' },
      data: { votes: '95', blank: '—', invalid: 6, sum: '101', cast: 100 },
    });
  });

  test('are exact beyond 2^53', () => {
    const most = Number.MAX_SAFE_INTEGER;

    expect(codes({ A: most, B: most, C: 0, 'against-all': 0, invalid: 0, cast: most })).toContain(
      'votes-invalid-cast',
    );
  });
});

test.each([
  ['votes-valid', { ...whole, valid: 94 }, { ...whole, valid: 95 }],
  ['cast-over-issued', { cast: 101, issued: 100 }, { cast: 100, issued: 100 }],
  ['issued-over-registered', { issued: 101, registered: 100 }, { issued: 100, registered: 100 }],
  ['turnout-over-100', { cast: 101, registered: 100 }, { cast: 100, registered: 100 }],
  [
    'received-issued-unused',
    { received: 100, issued: 60, unused: 41 },
    { received: 100, issued: 60, unused: 40 },
  ],
  ['invalid-share-high', { invalid: 11, cast: 100 }, { invalid: 10, cast: 100 }],
  ['no-votes', { A: 0, B: 0 }, { A: 1, B: 0 }],
])('%s at its bound', (code, over, at) => {
  expect(codes(over)).toEqual([code]);
  expect(codes(at)).toEqual([]);
});

test('the invalid share is of votes and invalid ballots where none are stated as cast, and its limit is exact', () => {
  expect(codes({ ...whole, invalid: 11 })).toEqual(['invalid-share-high']);
  expect(codes({ invalid: 26, cast: 1000 }, { invalidSharePercent: '2.5' })).toEqual(['invalid-share-high']);
  expect(codes({ invalid: 25, cast: 1000 }, { invalidSharePercent: '2.5' })).toEqual([]);
});

test('a protocol of an area as a whole names no station', () => {
  const [found] = protocolFindings({ ...aProtocol({ A: 0 }), station: null }, contest, undefined);

  expect(found?.where).toEqual({ contest: 'list', area: 'N1' });
});
