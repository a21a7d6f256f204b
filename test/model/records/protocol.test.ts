import { describe, expect, test } from 'vitest';
import { sumTotals, totalsOf } from '../../../functions/model/records/batch.ts';
import {
  hasVotes,
  isCountField,
  mergeProtocols,
  type Protocol,
  protocolKey,
  votesField,
} from '../../../functions/model/records/protocol.ts';
import { areaId, contestId, optionId, stationId } from '../../support/builders.ts';

const most = Number.MAX_SAFE_INTEGER;

function aProtocol(
  station: string | null,
  area: string,
  counts: Partial<Record<'cast' | 'votes:A', number>>,
): Protocol {
  const values: Protocol['values'] = new Map(
    (['cast', 'votes:A'] as const).flatMap((field) => {
      const count = counts[field];
      return count === undefined ? [] : [[field === 'cast' ? field : votesA, { count, source: '' }] as const];
    }),
  );
  return {
    contest: contestId('list'),
    area: areaId(area),
    station: station === null ? null : stationId(station),
    values,
  };
}

const votesA = votesField(optionId('A'));

describe('protocols', () => {
  test('merge what several files say, each value with its file', () => {
    const merged = mergeProtocols([
      { upload: 'a.csv', protocol: aProtocol('st1', 'N', { cast: 5 }) },
      { upload: 'b.csv', protocol: aProtocol('st1', 'N', { 'votes:A': 4 }) },
    ]);

    expect(Object.fromEntries(merged.values)).toEqual({
      cast: { count: 5, source: '', upload: 'a.csv' },
      'votes:A': { count: 4, source: '', upload: 'b.csv' },
    });
    expect(() => mergeProtocols([])).toThrow(RangeError);
  });

  test('are reported once they have votes, and named by contest and station', () => {
    expect(hasVotes(aProtocol('st1', 'N', { cast: 5 }).values)).toBe(false);
    expect(hasVotes(aProtocol('st1', 'N', { 'votes:A': 0 }).values)).toBe(true);
    expect(protocolKey(aProtocol('st1', 'N', {}))).toBe('list#st1');
    expect(protocolKey(aProtocol(null, 'N', {}))).toBe('list#');
    expect([isCountField('cast'), isCountField('votes:A'), isCountField('constructor')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('totals', () => {
  const totals = totalsOf([
    aProtocol('st2', 'S', { 'votes:A': most }),
    aProtocol('st1', 'N', { cast: 7 }),
    aProtocol('st3', 'S', { 'votes:A': most, cast: 1 }),
  ]);

  test('are exact, by area in order, with the number of stations behind each', () => {
    expect(totals.map(({ area, reported }) => [area, reported])).toEqual([
      ['N', 0],
      ['S', 2],
    ]);
    expect(totals[1]?.values.get(votesA)).toEqual({ sum: 2n * BigInt(most), units: 2 });
  });

  test('sum up', () => {
    const all = sumTotals(totals);

    expect(all.reported).toBe(2);
    expect(all.values.get('cast')).toEqual({ sum: 8n, units: 2 });
  });
});
