import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, median, squareRoot } from '../../../functions/publish/indicators/arithmetic.ts';
import { column, texts } from '../../../functions/publish/indicators/columns.ts';
import { correlations, pearson, rank } from '../../../functions/publish/indicators/correlation.ts';
import {
  benford,
  lastDigits,
  secondDigit,
  secondDigits,
} from '../../../functions/publish/indicators/digits.ts';
import { outliers } from '../../../functions/publish/indicators/outliers.ts';
import { rangeAt, roundShares } from '../../../functions/publish/indicators/round.ts';
import { areaId } from '../../support/builders.ts';
import { areas, aSample, generator, honest, type Numbers, tree } from './support.ts';

const country = areaId('XX');

describe('arithmetic', () => {
  test('finds square roots as close as doubles go', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e18, noNaN: true }), (square) => {
        expect(squareRoot(square) / Math.sqrt(square)).toBeCloseTo(1, 14);
      }),
    );
    expect([squareRoot(0), squareRoot(-1), squareRoot(Number.NaN), squareRoot(49)]).toEqual([0, 0, 0, 7]);
  });

  test('takes the middle of ordered numbers, and rounds without a negative zero or a word that is no number', () => {
    expect([median(Float64Array.of(1, 2, 9)), median(Float64Array.of(1, 2, 4, 9))]).toEqual([2, 3]);
    expect([-0.001, 3.505, Number.NaN, 1 / 0, null].map((value) => decimal(value, 2))).toEqual([
      '0.00',
      '3.50',
      null,
      null,
      null,
    ]);
  });

  test('writes what is too large for toFixed plainly too, to the last digit of the double', () => {
    expect([1e21, -1e21, 2 ** 70, 1.0944388222130438e32].map((value) => decimal(value, 2))).toEqual([
      '1000000000000000000000.00',
      '-1000000000000000000000.00',
      '1180591620717411303424.00',
      '109443882221304375705324903989248.00',
    ]);
    expect(decimal(Number.MAX_VALUE, 0)).toBe(String(BigInt(Number.MAX_VALUE)));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimal(value, 3) ?? '';

        expect(text).toMatch(/^-?[0-9]+\.[0-9]{3}$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.0005);
      }),
    );
  });

  test('keeps columns and texts beyond their first room', () => {
    const [numbers, names] = [column(), texts()];
    const list = Array.from({ length: 5_000 }, (_, index) => `№ ${index}/сайлау`);
    for (const [index, name] of list.entries()) {
      numbers.push(index);
      names.push(name);
    }

    expect([...numbers.values()]).toEqual(list.keys().toArray());
    expect(list.map((_, index) => names.at(index))).toEqual(list);
  });

  test('keeps numbers too large for four bytes exactly, with those before them', () => {
    const numbers = column();
    const list = [-1, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, 7];

    for (const number of list) numbers.push(number);

    expect([...numbers.values()]).toEqual(list);
  });
});

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

describe('round percentages', () => {
  test.each([
    [50, 100, { counts: 5, round: true }],
    [51, 100, { counts: 5, round: false }],
    [2, 100, null],
    [98, 100, null],
    [333, 1_000, { counts: 50, round: false }],
    [350, 1_000, { counts: 50, round: true }],
    [52, 103, { counts: 6, round: true }],
  ])('%i of %i', (part, whole, range) => {
    expect(rangeAt(part, whole)).toEqual(range);
  });

  test('every range between 2.5 and 97.5 percent holds one round count, and the chances of its counts sum to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3_000 }), (whole) => {
        const all = Array.from({ length: whole + 1 }, (_, part) => rangeAt(part, whole)).filter(
          (one) => one !== null,
        );
        const chances = all.reduce((sum, { counts }) => sum + 1 / counts, 0);

        expect(all.filter(({ round }) => round)).toHaveLength(19);
        expect(chances).toBeCloseTo(19, 9);
      }),
    );
  });

  test('are found where a tenth of the stations is made up to them, and not before', () => {
    const stations = honest(1_000, 2);
    const madeUp = stations.map((one, index) =>
      index % 10 === 0 ? { ...one, cast: Math.floor((one.registered * 85) / 100 + 0.5) } : one,
    );

    expect([...roundShares('turnout', aSample({ N1: stations }), country)]).toMatchObject([
      { flagged: false },
    ]);
    expect([...roundShares('turnout', aSample({ N1: madeUp }), country)]).toMatchObject([
      { flagged: true, stations: 1_000, option: null },
    ]);
  });

  test('are not looked for among fewer than a hundred stations', () => {
    expect([...roundShares('turnout', aSample({ N1: honest(99, 3) }), country)]).toEqual([]);
  });
});

describe('digits', () => {
  test('the second digits of the law are those of Benford, and of the published table', () => {
    const law = benford.map((_, digit) =>
      Array.from({ length: 9 }, (_first, index) => Math.log10(1 + 1 / (10 * (index + 1) + digit))).reduce(
        (sum, part) => sum + part,
      ),
    );

    expect(benford.map((count) => count / 100_000)).toEqual(law.map((share) => Number(share.toFixed(5))));
    expect(benford.map((count) => (count / 100_000).toFixed(3))).toEqual([
      '0.120',
      '0.114',
      '0.109',
      '0.104',
      '0.100',
      '0.097',
      '0.093',
      '0.090',
      '0.088',
      '0.085',
    ]);
  });

  test.each([
    [10, 0],
    [99, 9],
    [123, 2],
    [9_007_199_254_740_991, 0],
  ])('the second digit of %i is %i', (count, digit) => {
    expect(secondDigit(count)).toBe(digit);
  });

  test('chi-square is that of the book: 200 counts of which 40 end in 5 and 16 or more in each other', () => {
    const ends = [16, 18, 18, 18, 18, 40, 18, 18, 18, 18].flatMap((times, digit) =>
      Array.from({ length: times }, () => ({ registered: 2_000, cast: 500 + digit, leader: 100 })),
    );

    const [row] = lastDigits('turnout', aSample({ N1: ends }), country);

    // (16 - 20)^2 / 20 + 8 (18 - 20)^2 / 20 + (40 - 20)^2 / 20 = 0.8 + 1.6 + 20
    expect(row).toMatchObject({
      value: '22.400',
      expected: '9.000',
      limit: '27.877',
      stations: 200,
      flagged: false,
    });
  });

  test('are flagged where a fifth of the votes is rounded to tens, and not before', () => {
    const stations = honest(1_000, 4);
    const rounded = stations.map((one, index) =>
      index % 5 === 0 ? { ...one, leader: one.leader - (one.leader % 10) } : one,
    );
    const flag = (list: Numbers[]) =>
      [...lastDigits('leader-votes', aSample({ N1: list }), country)].map(({ flagged }) => flagged);

    expect([flag(stations), flag(rounded)]).toEqual([[false], [true]]);
  });

  test('the second digit is never flagged, however far it is from the law', () => {
    const same = Array.from({ length: 200 }, () => ({ registered: 2_000, cast: 1_000, leader: 555 }));

    const [row] = secondDigits(aSample({ N1: same }), country);

    expect(row).toMatchObject({ limit: null, flagged: false });
    expect(Number(row?.value)).toBeGreaterThan(1_000);
  });
});

describe('correlation', () => {
  // Spearman's of hours of television and intelligence, as on Wikipedia; Anscombe (1973), first of the quartet.
  test('gives the published values', () => {
    const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    const x = Float64Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
    const y = Float64Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);

    expect(pearson(rank(iq), rank(hours))).toBeCloseTo(-29 / 165, 12);
    expect(pearson(x, y)).toBeCloseTo(0.81642, 5);
  });

  test('gives equal values the mean of their ranks, and nothing where all are equal', () => {
    expect([...rank(Float64Array.of(3, 1, 3, 2))]).toEqual([3.5, 1, 3.5, 2]);
    expect(pearson(new Float64Array(30).fill(0.1), Float64Array.from({ length: 30 }, Math.sqrt))).toBeNull();
  });

  test('is near zero in an honest election, far above it where votes are stuffed, and never flagged', () => {
    const stations = honest(500, 5);
    const random = generator(6);
    const stuffed = stations.map(({ registered, cast, leader }) => {
      const more = Math.floor((registered - cast) * random());
      return { registered, cast: cast + more, leader: leader + more };
    });
    const values = (list: Numbers[]) => [...correlations(aSample({ N1: list }), country)];

    for (const { value, flagged } of values(stations)) {
      expect(Math.abs(Number(value))).toBeLessThan(0.15);
      expect(flagged).toBe(false);
    }
    for (const { value } of values(stuffed)) expect(Number(value)).toBeGreaterThan(0.4);
  });
});

test('of two hundred honest elections no more than one in fifty is flagged by an indicator', () => {
  const flagged = { round: 0, digits: 0 };
  for (let seed = 100; seed < 300; seed += 1) {
    const sample = aSample({ N1: honest(150, seed) });
    if ([...roundShares('turnout', sample, country)].some((one) => one.flagged)) flagged.round += 1;
    if ([...lastDigits('turnout', sample, country)].some((one) => one.flagged)) flagged.digits += 1;
  }

  expect(flagged.round).toBeLessThanOrEqual(4);
  expect(flagged.digits).toBeLessThanOrEqual(4);
});

test('whatever the counts, values are decimals or empty, and the same at every call', () => {
  const count = fc.oneof(fc.nat(200), fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER));
  const station = fc.record({ registered: count, cast: count, leader: count });
  fc.assert(
    fc.property(fc.array(station, { minLength: 100, maxLength: 130 }), (stations) => {
      const rows = () => {
        const sample = aSample({ N1: stations });
        return [
          ...roundShares('leader-share', sample, country),
          ...lastDigits('leader-votes', sample, country),
          ...secondDigits(sample, country),
          ...correlations(sample, country),
          ...outliers('turnout', sample, tree, areas),
        ];
      };

      expect(rows()).toEqual(rows());
      for (const { value } of rows()) expect(value ?? '0').toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
    }),
    { numRuns: 30 },
  );
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
