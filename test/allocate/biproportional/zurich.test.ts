import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { biproportional, inDistricts, seatsByDistrict } from '../districts/support.ts';
import { seatsOf, told } from '../support.ts';

/*
 * City council of Zürich, 4 March 2018: party votes, seats and divisors as the city has published them ("Unterzuteilung der Sitze an die
 * Listen", stadt-zuerich.ch, archive of elections). Lists below the quorum of 5 % in every district are not in that table.
 */
const wards = { K1: 12, K3: 15, K4: 13, K6: 10, K7: 16, K9: 16, K10: 12, K11: 22, K12: 9 };
const table: readonly (readonly [list: string, total: number, votes: number[], seats: number[]])[] = [
  ['sp', 43, [37360, 67129, 49212, 34296, 71164, 60063, 52231, 89477, 13192], [4, 6, 5, 4, 4, 5, 5, 7, 3]],
  ['svp', 17, [15856, 19340, 8339, 8974, 28050, 33783, 17789, 55160, 8980], [2, 1, 1, 1, 2, 3, 1, 4, 2]],
  ['fdp', 21, [23990, 20529, 13844, 16857, 69536, 26712, 23098, 40194, 3826], [2, 2, 1, 2, 5, 3, 2, 3, 1]],
  ['gruene', 16, [15007, 26471, 19388, 12571, 31442, 20296, 15534, 28713, 4191], [2, 2, 2, 1, 2, 2, 2, 2, 1]],
  ['glp', 14, [12551, 19573, 16442, 11613, 28414, 16488, 14630, 31911, 2931], [1, 2, 2, 1, 2, 1, 1, 3, 1]],
  ['al', 10, [7668, 22692, 22136, 7612, 13659, 10164, 12054, 12435, 1954], [1, 2, 2, 1, 1, 1, 1, 1, 0]],
  ['evp-bdp', 4, [1841, 2939, 1152, 2101, 5655, 9777, 3374, 13901, 2568], [0, 0, 0, 0, 0, 1, 0, 2, 1]],
];
const names = Object.keys(wards);
const figures = Object.fromEntries(
  names.map((ward, place) => [
    ward,
    Object.fromEntries(table.map(([list, , votes]) => [list, votes[place] ?? 0])),
  ]),
);
const zurich = biproportional(wards, {
  voterNumbers: 'rounded',
  quorum: { district: { percent: '5', base: 'option-votes', inclusive: true }, law: 'art-1' },
});

test('gives the seats of the city of Zürich in 2018, by list and by district', () => {
  const { outcome } = allocate(inDistricts(zurich, figures));

  expect(seatsOf(outcome)).toEqual(Object.fromEntries(table.map(([list, total]) => [list, total])));
  expect(seatsByDistrict(outcome)).toEqual(
    Object.fromEntries(
      names.map((ward, place) => [
        ward,
        Object.fromEntries(table.map(([list, , , seats]) => [list, seats[place]])),
      ]),
    ),
  );
});

test('shows divisors as short as those that the city has published', () => {
  const { steps } = told(inDistricts(zurich, figures));

  const upper = steps.find((step) => step.rule === 'upper-apportionment');
  const lower = steps.find((step) => step.rule === 'lower-apportionment');
  expect(upper?.divisor?.exact).toBe('770');
  expect(lower?.unique).toBe(true);
  expect(lower?.districts.map(({ divisor }) => divisor.exact)).toEqual(
    ['10000', '12300', '10000', '9600', '16000', '11120', '11400', '12800', '5000'], // as 9870, 12100, 10000, 9000, …
  );
  expect(lower?.lists.map(({ divisor }) => divisor.decimal)).toEqual(
    ['0.990000', '1.050000', '0.960000', '0.900000', '0.990000', '1.000000', '0.720000'], // as 1, 1.0708, 0.973, …
  );
});

test('every cell is its votes divided by both divisors, rounded to the nearest whole number', () => {
  const { steps } = told(inDistricts(zurich, figures));

  const cells = steps.filter((step) => step.rule === 'cell');
  expect(cells).toHaveLength(63);
  for (const { quotient, seats } of cells) expect(Math.round(Number(quotient.decimal))).toBe(seats);
});

test('a list takes part with the quorum in one district alone, and the certificate says in which', () => {
  const small = Object.fromEntries(
    Object.entries(figures).map(([ward, own]) => [
      ward,
      { ...own, local: ward === 'K12' ? 2200 : 10, tiny: 100 },
    ]),
  );

  const { steps } = told(inDistricts(zurich, small));

  const quorums = steps.filter((step) => step.rule === 'quorum');
  expect(quorums.find(({ option }) => option === 'local')).toMatchObject({
    area: 'K12',
    votes: 2200,
    passes: true,
  });
  expect(quorums.find(({ option }) => option === 'tiny')).toMatchObject({ area: 'K12', passes: false });
  expect(steps.find((step) => step.rule === 'admitted')?.options).not.toContain('tiny');
});
