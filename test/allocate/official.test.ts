import { describe, expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import { type Figures, inputOf, kazakhstan, president, referendum, seatsOf, told } from './support.ts';

/** Votes as the commission published them, under the law of their year. */
const lists: readonly [string, number, string, Figures, Readonly<Record<string, number>>][] = [
  [
    'Mazhilis 2023',
    69,
    '5',
    {
      amanat: 3431510,
      auyl: 693938,
      respublica: 547154,
      aqjol: 535139,
      ppk: 432920,
      osdp: 331058,
      baytaq: 146431,
      against: 248291,
    },
    { amanat: 40, auyl: 8, respublica: 6, aqjol: 6, ppk: 5, osdp: 4, baytaq: 0 },
  ],
  [
    'Mazhilis 2021',
    98,
    '7',
    { nurotan: 5148074, aqjol: 792828, ppk: 659019, auyl: 383023, adal: 258618 },
    { nurotan: 76, aqjol: 12, ppk: 10, auyl: 0, adal: 0 },
  ],
  [
    'Mazhilis 2016',
    98,
    '7',
    { nurotan: 6183757, aqjol: 540406, cppk: 537123, auyl: 151285, osdp: 88813, birlik: 21484 },
    { nurotan: 84, aqjol: 7, cppk: 7, auyl: 0, osdp: 0, birlik: 0 },
  ],
  [
    'Mazhilis 2012',
    98,
    '7',
    {
      nurotan: 5621436,
      aqjol: 518405,
      cppk: 498788,
      osdp: 116534,
      auyl: 82623,
      patriots: 57732,
      adilet: 45702,
    },
    { nurotan: 83, aqjol: 8, cppk: 7, osdp: 0, auyl: 0, patriots: 0, adilet: 0 },
  ],
  [
    'Mazhilis 2004',
    10,
    '7',
    {
      otan: 2883706,
      aqjol: 572672,
      asar: 541239,
      aist: 336177,
      commdvk: 163824,
      cppk: 94140,
      auyl: 82523,
      democratic: 36379,
      patriots: 26287,
      rukhaniyat: 20826,
    },
    {
      otan: 7,
      aqjol: 1,
      asar: 1,
      aist: 1,
      commdvk: 0,
      cppk: 0,
      auyl: 0,
      democratic: 0,
      patriots: 0,
      rukhaniyat: 0,
    },
  ],
  [
    'Maslikhat of Astana 2023',
    17,
    '5',
    { amanat: 227307, aqjol: 56045, ppk: 18174, baytaq: 18154, respublica: 5401, auyl: 2147, against: 3269 },
    { amanat: 12, aqjol: 3, ppk: 1, baytaq: 1, respublica: 0, auyl: 0 },
  ],
  [
    'Maslikhat of Almaty 2023',
    21,
    '5',
    {
      amanat: 151531,
      ppk: 38563,
      respublica: 38369,
      baytaq: 23266,
      aqjol: 15273,
      auyl: 8264,
      against: 16490,
    },
    { amanat: 12, ppk: 3, respublica: 3, baytaq: 2, aqjol: 1, auyl: 0 },
  ],
  [
    'Maslikhat of Kostanay Region 2023',
    16,
    '5',
    { amanat: 195232, aqjol: 66220, auyl: 44220, ppk: 22325, respublica: 22115 },
    { amanat: 9, aqjol: 3, auyl: 2, ppk: 1, respublica: 1 },
  ],
];

describe('the official result follows from the published votes:', () => {
  test.each(lists)('%s', (_name, seats, percent, votes, official) => {
    const allocation = allocate(inputOf(kazakhstan(seats, percent), votes));

    expect(seatsOf(allocation.outcome)).toEqual(official);
    expect(allocation.provisional).toBe(false);
  });

  test('Mazhilis 2007, whose law gave every seat to the only list that passed', () => {
    const votes = {
      nurotan: 5247720,
      osdp: 269310,
      aqjol: 183346,
      auyl: 89855,
      cppk: 76799,
      patriots: 46436,
      rukhaniyat: 22159,
    };
    const system = { ...kazakhstan(98, '7'), oneListPasses: { rule: 'takes-all' } } as const;

    expect(seatsOf(allocate(inputOf(system, votes)).outcome)).toMatchObject({ nurotan: 98, osdp: 0 });
  });

  test('President 2022, elected in the first round with against all in the base', () => {
    const votes = {
      tokayev: 6456392,
      dairabayev: 271641,
      abden: 206206,
      kazhyken: 200907,
      auesbayev: 176116,
      tursynbekova: 168731,
      against: 460484,
    };

    expect(allocate(inputOf(president, votes)).outcome).toEqual({ status: 'elected', option: 'tokayev' });
  });

  test('Referendum 2022: adopted, two conditions open for want of figures by region', () => {
    const regions = Array.from({ length: 17 }, (_, index) => `R${index}`);
    const figures = {
      yes: 6163516,
      no: 1490470,
      both: 125859,
      invalid: 205924,
      registered: 11734642,
      cast: 7985769,
    };

    const { outcome, steps } = told(inputOf(referendum(regions), figures));

    expect(outcome).toEqual({ status: 'adopted', undetermined: ['regions-majority', 'regions-turnout'] });
    expect(steps).toContainEqual(
      expect.objectContaining({
        rule: 'areas',
        condition: 'regions-majority',
        areas: 17,
        required: 12,
        hold: 0,
        fail: 0,
      }),
    );
  });
});
