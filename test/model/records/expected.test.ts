import { expect, test } from 'vitest';
import { areaTree } from '../../../functions/model/areas.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { isBatchId } from '../../../functions/model/ids.ts';
import type { BatchHeader } from '../../../functions/model/records/batch.ts';
import { expectedUnits, isProvisional, stationsByArea } from '../../../functions/model/records/expected.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import {
  anElection,
  areaId,
  councilContest,
  electionId,
  listContest,
  optionId,
} from '../../support/builders.ts';

const register = new Map([
  [areaId('N1'), 2],
  [areaId('N2'), 1],
  [areaId('S'), 4],
]);
const north = new Map([
  [areaId('N1'), 2],
  [areaId('N2'), 1],
]);

function electionWith(stated: Readonly<Record<string, number>>): ElectionDefinition {
  const { areas, ...rest } = anElection();
  return {
    ...rest,
    areas: areas.map((area) =>
      stated[area.id] === undefined ? area : { ...area, stations: stated[area.id] },
    ),
  };
}

test('by station: the stations of the area and of all in it', () => {
  const tree = areaTree(anElection());

  expect(expectedUnits(listContest(), tree, register)).toBe(7);
  expect(expectedUnits(listContest({ area: areaId('N2') }), tree, register)).toBe(1);
});

test('is not known when nobody has said', () => {
  const tree = areaTree(anElection());

  expect(expectedUnits(listContest(), tree, new Map())).toBeNull();
  expect(expectedUnits(listContest({ area: areaId('S') }), tree, north)).toBeNull();
});

test('is not known while the register of a part is missing', () => {
  const tree = areaTree(anElection());

  expect(expectedUnits(listContest(), tree, north)).toBeNull();
  expect(expectedUnits(listContest({ area: areaId('N') }), tree, north)).toBe(3);
  expect(expectedUnits(listContest(), areaTree(electionWith({ S: 0 })), north)).toBe(3);
});

test('parts need no stations where the area above them has its own', () => {
  expect(
    expectedUnits(listContest({ area: areaId('N') }), areaTree(anElection()), new Map([[areaId('N'), 9]])),
  ).toBe(9);
});

test('the number that the definition states counts where the register says less', () => {
  expect(expectedUnits(listContest(), areaTree(electionWith({ S: 5 })), register)).toBe(8);
  expect(expectedUnits(listContest(), areaTree(electionWith({ XX: 10 })), register)).toBe(10);
  expect(expectedUnits(listContest(), areaTree(electionWith({ N: 2 })), register)).toBe(7);
});

test('by area: the reporting areas, or the area of the contest', () => {
  const tree = areaTree(anElection());

  expect(expectedUnits(councilContest(), tree, register)).toBe(2);
  expect(expectedUnits(councilContest({ reportingAreas: undefined }), tree, register)).toBe(1);
});

test('adds the stations of several registers', () => {
  expect(stationsByArea([header({ N1: 2, N2: 1 }), header({ N1: 3 })])).toEqual(
    new Map([
      ['N1', 5],
      ['N2', 1],
    ]),
  );
});

function header(records: Readonly<Record<string, number>>): BatchHeader {
  const batch = '0'.repeat(32);
  if (!isBatchId(batch)) throw new RangeError('not a batch id');
  const areas = Object.entries(records).map(([id, count]) => ({ area: areaId(id), records: count }));
  return {
    election: electionId('xx-2024'),
    batch,
    kind: 'stations',
    file: 'stations/a.csv',
    records: areas.length,
    areas,
    references: [],
    sources: [],
  };
}

test('sums are provisional while a protocol leaves out votes that others state', () => {
  const contest = listContest();
  const values = (units: number) => new Map([[votesField(optionId('A')), { sum: 9n, units }]]);

  expect(isProvisional(contest, 2, { reported: 2, values: values(2) })).toBe(false);
  expect(isProvisional(contest, 2, { reported: 2, values: values(1) })).toBe(true);
  expect(isProvisional(contest, 3, { reported: 2, values: values(2) })).toBe(true);
  expect(isProvisional(contest, null, { reported: 2, values: values(2) })).toBe(true);
});
