import { expect, test } from 'vitest';
import { allocationInputs } from '../../../functions/allocate/input.ts';
import { type AreaRecords, readMissing, withMissing } from '../../../functions/allocate/read/missing.ts';
import { areaTree } from '../../../functions/model/areas.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import { totalsOf } from '../../../functions/model/records/batch.ts';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import type { Station } from '../../../functions/model/records/roll.ts';
import { votersOf } from '../../../functions/model/voters.ts';
import { aProtocol, register } from '../../publish/setting.ts';
import { anElection, areaId, contestId, councilContest } from '../../support/builders.ts';
import { referendum } from '../support.ts';

const definition = anElection();
const tree = areaTree(definition);

/** What is missing of every contest when these protocols are in, and the areas that were read for it. */
async function missingWith(protocols: readonly Protocol[], stations: readonly Station[] = register) {
  const read: AreaId[] = [];
  const counts = stationCounts(stations);
  const records = recordsOf(protocols, stations, read);
  const totals = totalsOf(protocols);
  const inputs = allocationInputs(definition, totals, counts);
  const missing = await readMissing(inputs, { definition, tree, totals, stations: counts, records });
  return { missing: Object.fromEntries(missing), read };
}

function stationCounts(stations: readonly Station[]): Map<AreaId, number> {
  const counts = new Map<AreaId, number>();
  for (const { area } of stations) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
}

/** Records in memory, which note the areas that are read. */
function recordsOf(
  protocols: readonly Protocol[],
  stations: readonly Station[],
  read: AreaId[],
): AreaRecords {
  return {
    stations: async (area) => stations.filter((station) => station.area === area),
    voters: async (area) => votersOf(stations.filter((station) => station.area === area)),
    protocols: async (area) => {
      read.push(area);
      return protocols.filter((protocol) => protocol.area === area);
    },
  };
}

test('stations of the register without votes are missing, with their voters, area by area', async () => {
  const { missing, read } = await missingWith([
    aProtocol('N1', 'st2', { A: 1, B: 2 }),
    aProtocol('S', 'st4', { A: 5 }),
  ]);

  expect(missing).toEqual({
    list: [
      { area: 'N1', protocols: 1, voters: 1000n },
      { area: 'N2', protocols: 1, voters: 600n },
    ],
  });
  expect(read).toEqual(['N1']);
});

test('a protocol without votes says how many voters there are, if it says more than the register', async () => {
  const counts = [aProtocol('N1', 'st1', { registered: 1010 }), aProtocol('N2', 'st3', { registered: 1 })];
  const { missing } = await missingWith([
    ...counts,
    aProtocol('N1', 'st2', { A: 1 }),
    aProtocol('S', 'st4', { A: 5 }),
  ]);

  expect(missing.list).toEqual([
    { area: 'N1', protocols: 1, voters: 1010n },
    { area: 'N2', protocols: 1, voters: 600n },
  ]);
});

test('a register that does not say how many voters a station has leaves them unknown', async () => {
  const silent = register.map((station) => ({ ...station, registered: null }));
  const { missing } = await missingWith([aProtocol('S', 'st4', { A: 5 })], silent);

  expect(missing.list).toEqual([
    { area: 'N1', protocols: 2, voters: null },
    { area: 'N2', protocols: 1, voters: null },
  ]);
});

test('of a contest that areas report, the voters are those that the area states, else those of its whole register', async () => {
  const council = (area: string, numbers: Record<string, number>) => ({
    ...aProtocol(area, 'none', numbers),
    contest: contestId('council'),
    station: null,
  });
  const byRegister = await missingWith([council('S', { X: 5 })]);
  const stated = await missingWith([council('S', { X: 5 }), council('N', { registered: 2500 })]);
  const half = await missingWith(
    [council('S', { X: 5 })],
    register.filter(({ area }) => area === 'N1'),
  );

  expect(byRegister.missing.council).toEqual([{ area: 'N', protocols: 1, voters: 2400n }]);
  expect(stated.missing.council).toEqual([{ area: 'N', protocols: 1, voters: 2500n }]);
  expect(half.missing.council).toEqual([{ area: 'N', protocols: 1, voters: null }]);
});

test('contests of which nothing or everything has come cost nothing', async () => {
  const all = register.map(({ area, station }) => aProtocol(area, station, { A: 1 }));

  expect(await missingWith([])).toEqual({ missing: {}, read: [] });
  expect(await missingWith(all)).toEqual({ missing: {}, read: [] });
});

test('in a referendum by regions, an area that has reported is not missing from its region', async () => {
  const systems = { ...definition.systems, plurality: referendum(['N', 'S']) };
  const areas = ['N1', 'N2', 'S'].map(areaId);
  const contests = [{ ...councilContest(), area: areaId('XX'), reportingAreas: areas }];
  const regional = { ...definition, systems, contests };
  const protocols = [{ ...aProtocol('N1', 'none', { X: 5 }), contest: contestId('council'), station: null }];
  const counts = stationCounts(register);
  const totals = totalsOf(protocols);
  const records = recordsOf(protocols, register, []);
  const inputs = allocationInputs(regional, totals, counts);

  const missing = await readMissing(inputs, {
    definition: regional,
    tree,
    totals,
    stations: counts,
    records,
  });

  expect(missing.get(contestId('council'))?.map(({ area }) => area)).toEqual(['N2', 'S']);
});

test('in a referendum by regions, what is missing belongs to the region that its area lies in', () => {
  const [contest] = definition.contests;
  if (!contest) throw new RangeError('no contest');
  const input = { contest, system: referendum(['N', 'S']), laws: [], totals: [], expected: 4 };
  const missing = new Map([[contest.id, [{ area: areaId('N2'), protocols: 1, voters: 600n }]]]);

  expect(withMissing(input, missing, tree).missing).toEqual([{ area: 'N', protocols: 1, voters: 600n }]);
});
