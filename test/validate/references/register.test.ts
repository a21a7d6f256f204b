import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStationId } from '../../../functions/model/ids.ts';
import { stationIdsOf } from '../../../functions/model/station-ids.ts';
import { byCodePoint } from '../../../functions/model/text/text.ts';
import { type Register, registerBuilder } from '../../../functions/validate/references/register.ts';
import { areaId, stationId } from '../../support/builders.ts';

const ids = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: 300 }).map((number) => `st-${number}`),
  )
  .filter((text) => isStationId(text) && text.isWellFormed())
  .map(stationId);
const areas = fc.constantFrom('N', 'N1', 'N10', 'N2', 'S').map(areaId);
const stations = fc.array(fc.record({ station: ids, area: areas }), { maxLength: 60 });

test('numbers stations by area, then id, in whatever order they come; of two with the same id the later counts', () => {
  fc.assert(
    fc.property(stations, (all) => {
      const register = registerOf(all);

      const expected = [...new Map(all.map((one) => [one.station, one])).values()].sort(
        (a, b) => byCodePoint(a.area, b.area) || byCodePoint(a.station, b.station),
      );
      expect(listed(register)).toEqual(expected);
      for (const [number, one] of expected.entries()) {
        expect(register.numberOf(one.station)).toBe(number);
        expect(register.station(one.station)).toEqual(one);
      }
      expect(register.numberOf('not registered')).toBeNull();
    }),
  );
});

test('is the same from the ids alone, area by area, as from the stations as they stand in the file', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ station: ids, area: areas }), { selector: (one) => one.station }),
      (all) => {
        const sorted = stationIdsOf(all).flatMap(({ area, stations: here }) =>
          here.map((station) => ({ station, area })),
        );

        expect(listed(registerOf(sorted))).toEqual(listed(registerOf(all)));
        expect([...registerOf(sorted).areas]).toEqual([...registerOf(all).areas]);
      },
    ),
  );
});

function registerOf(all: readonly Parameters<ReturnType<typeof registerBuilder>['add']>[0][]): Register {
  const builder = registerBuilder();
  for (const one of all) builder.add(one);
  return builder.finish();
}

function listed(register: Register) {
  return Array.from({ length: register.size }, (_, number) => ({
    station: register.stationOf(number),
    area: register.areaOf(number),
  }));
}
