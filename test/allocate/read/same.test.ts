import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocationInputs } from '../../../functions/allocate/input.ts';
import { readMissing } from '../../../functions/allocate/read/missing.ts';
import { missingStations } from '../../../functions/allocate/read/missing-stations.ts';
import { areaTree } from '../../../functions/model/areas.ts';
import { totalsOf } from '../../../functions/model/records/batch.ts';
import { stationsByArea } from '../../../functions/model/records/expected.ts';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import type { Station } from '../../../functions/model/records/roll.ts';
import { parseUploadKey } from '../../../functions/model/upload.ts';
import { votersByArea } from '../../../functions/model/voters.ts';
import { batchOf } from '../../../functions/validate/batch.ts';
import { aProtocol } from '../../publish/setting.ts';
import { anElection, areaId, contestId, stationId } from '../../support/builders.ts';

const definition = anElection();
const tree = areaTree(definition);

const station = fc.record({
  station: fc.integer({ min: 1, max: 12 }).map((number) => stationId(`st${number}`)),
  area: fc.constantFrom('N1', 'N2', 'S').map(areaId),
  registered: fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { freq: 8 }),
});
// A station may stand in two registers: what is counted twice by its records is counted twice by the headers.
const register = fc.uniqueArray(station, { selector: (one) => `${one.area} ${one.station}`, maxLength: 8 });
const said = fc.constantFrom({ A: 3 }, { registered: 90 }, { registered: 70, A: 1 }, null);

test('what is missing is the same from the headers of registers as from all their stations', async () => {
  let underWay = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(register, { maxLength: 3 }),
      fc.infiniteStream(said),
      async (registers, says) => {
        const files = registers.map((stations) => stations.map((one) => ({ ...one, name: '', source: '' })));
        const stations: Station[] = files.flat();
        const protocols = stations.flatMap(({ area, station: name }): Protocol[] => {
          const numbers = says.next().value;
          return numbers ? [aProtocol(area, name, numbers)] : [];
        });

        const missing = await missingBy(files, protocols);

        const expected = definition.areas.flatMap(({ id }) => {
          const own = stations.filter(({ area }) => area === id);
          const here = protocols.filter(({ area }) => area === id);
          const reported = totalsOf(here).reduce((sum, one) => sum + one.reported, 0);
          const found = missingStations(id, own, here);
          return reported < own.length && found.protocols > 0 ? [found] : [];
        });
        if (missing === undefined) return;
        underWay += 1;
        expect(missing).toEqual(expected);
      },
    ),
  );
  expect(underWay).toBeGreaterThan(20);
});

/** As the handler has it; undefined where the contest is not under way. */
async function missingBy(files: readonly (readonly Station[])[], protocols: readonly Protocol[]) {
  const headers = files.map((stations, index) => headerOf(stations, `stations/${index}.csv`));
  const stations = stationsByArea(headers);
  const voters = votersByArea(headers);
  const ofArea = <One extends { readonly area: string }>(all: readonly One[], area: string) =>
    all.filter((one) => one.area === area);
  const totals = totalsOf(protocols);
  const missing = await readMissing(allocationInputs(definition, totals, stations), {
    definition,
    tree,
    totals,
    stations,
    records: {
      stations: async (area) => ofArea(files.flat(), area),
      protocols: async (area) => ofArea(protocols, area),
      voters: async (area) => voters.get(area) ?? null,
    },
  });
  return missing.get(contestId('list'));
}

function headerOf(stations: readonly Station[], file: string) {
  const upload = parseUploadKey(`uploads/xx-2024/${file}`);
  if (upload === null) throw new RangeError(`${file} is no file that Sailau reads`);
  const located = stations.map((record, row) => ({ record, row }));
  return batchOf(upload, 'a'.repeat(64), [], { kind: 'stations', stations: located }).header;
}
