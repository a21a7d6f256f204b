import { describe, expect, test } from 'vitest';
import { outliers } from '../../../functions/publish/indicators/outliers.ts';
import { areas, aSample, honest, type Numbers, tree } from './support.ts';

describe('outliers', () => {
  // Turnouts of 51 to 70 percent: median 60.5, MAD 5, so 100 percent has z = 0.6745 * 39.5 / 5 = 5.33.
  const spread = Array.from({ length: 20 }, (_, index) => ({
    registered: 100,
    cast: 51 + index,
    leader: 20,
  }));
  const full: Numbers = { registered: 100, cast: 100, leader: 40 };

  test('are found with their robust z, and the area says how many', () => {
    const sample = aSample({ N1: [...spread, full] });

    const rows = [...outliers('turnout', sample, tree, areas)];

    // With the 21st station the median is 61 and the MAD 5.
    expect(rows).toMatchObject([
      { indicator: 'turnout-outliers', area: 'N1', station: null, value: '1', stations: 21, flagged: false },
      {
        indicator: 'turnout-outlier',
        area: 'N1',
        station: 's20',
        value: '5.26',
        limit: '3.50',
        flagged: true,
      },
    ]);
  });

  test('of an area with too few stations are judged with the area above that has enough', () => {
    const sample = aSample({ N1: [full], N2: spread });

    const rows = [...outliers('turnout', sample, tree, areas)];

    expect(rows.map(({ area, station, stations }) => [area, station, stations])).toEqual([
      ['N', null, 21],
      ['N1', 's0', 21],
      ['N2', null, 20],
    ]);
  });

  test('are not looked for among too few stations, nor where more than half are the same', () => {
    const few = [...outliers('turnout', aSample({ N1: spread.slice(1) }), tree, areas)];
    const alike = Array.from({ length: 20 }, () => ({ registered: 100, cast: 50, leader: 20 }));
    const same = [...outliers('turnout', aSample({ N1: [...alike, full] }), tree, areas)];

    expect(few).toEqual([]);
    expect(same).toMatchObject([
      { indicator: 'turnout-outliers', value: null, stations: 21, flagged: false },
    ]);
  });

  test('are rare in an honest election, and planted ones are among them', () => {
    const stations = honest(2_000, 1);
    const stuffed = stations.with(7, { registered: 1_000, cast: 990, leader: 985 });
    const found = (list: Numbers[]) =>
      [...outliers('leader-share', aSample({ N1: list }), tree, areas)].flatMap(
        ({ station }) => station ?? [],
      );

    expect(found(stations).length).toBeLessThanOrEqual(4);
    expect(found(stuffed)).toContain('s7');
  });
});

test('a station whose turnout is beyond all measure has its z written out', () => {
  const nothing = { registered: Number.MAX_SAFE_INTEGER, cast: 0, leader: 0 };
  const one = { ...nothing, cast: 1 };
  const all = { ...nothing, registered: 1, cast: Number.MAX_SAFE_INTEGER };
  const stations = [...Array.from({ length: 10 }, () => [nothing, one]).flat(), all, nothing];

  const rows = [...outliers('turnout', aSample({ N1: stations }), tree, areas)];

  // Shares of 0 and 2^-53 but for one of 2^53: the median is 0 or between them, and so is the spread.
  expect(rows.find(({ station }) => station === 's20')?.value).toMatch(/^[0-9]{30,}\.00$/);
});
