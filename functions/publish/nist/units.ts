import type { Area } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import type { Station } from '../../model/records/roll.ts';
import { sumsByArea } from '../figures/contest.ts';
import type { Release } from '../release.ts';
import { areaUnit, type Element, element, identifier, internationalized, stationUnit } from './element.ts';
import type { DetailLevel } from './level.ts';

/** The GpUnits: stations first, where the level has them, so that the areas, which name what they are composed of, can follow. */
export async function* unitElements(
  release: Release,
  level: DetailLevel,
): AsyncGenerator<readonly Element[]> {
  const stationsOf = new Map<AreaId, string[]>();
  if (level === 'precinct-level')
    for await (const stations of release.records.stations()) {
      for (const { area, station } of stations) {
        const here = stationsOf.get(area) ?? [];
        here.push(stationUnit(station));
        stationsOf.set(area, here);
      }
      yield stations.map((station) => stationElement(station, release.definition.languages[0] ?? 'en'));
    }
  const registered = registeredByArea(release);
  yield release.definition.areas.map((area) =>
    areaElement(area, registered.get(area.id) ?? null, [
      ...release.tree.children(area.id).map(areaUnit),
      ...(stationsOf.get(area.id) ?? []),
    ]),
  );
}

function stationElement({ station, name, registered }: Station, language: string): Element {
  return element('ReportingUnit', {
    '@id': stationUnit(station),
    Type: 'precinct',
    Number: station,
    Name: name === '' ? undefined : internationalized({ [language]: name }),
    VotersRegistered: registered ?? undefined,
    ExternalIdentifier: [identifier('station', station)],
  });
}

function areaElement(area: Area, registered: bigint | null, parts: readonly string[]): Element {
  return element('ReportingUnit', {
    '@id': areaUnit(area.id),
    ...(area.type === 'country' || area.type === 'municipality'
      ? { Type: area.type }
      : { Type: 'other', OtherType: area.type }),
    Name: internationalized(area.name),
    VotersRegistered: registered === null ? undefined : Number(registered),
    ComposingGpUnitIds: parts.length > 0 ? parts : undefined,
    ExternalIdentifier: [identifier('area', area.id)],
  });
}

/**
 * Voters by area, where all contests that state them agree. The standard has one number a unit, and contests have one each: to choose
 * one of two would be to say something that nobody has said. A number that some protocols leave out is none.
 */
function registeredByArea(release: Release): Map<AreaId, bigint | null> {
  const registered = new Map<AreaId, bigint | null>();
  for (const contest of release.definition.contests)
    for (const { area, reported, values } of sumsByArea(release, contest).values()) {
      const total = values.get('registered');
      if (!total) continue;
      const whole = total.units >= reported && total.sum <= BigInt(Number.MAX_SAFE_INTEGER);
      const stated = whole ? total.sum : null;
      registered.set(area, (registered.get(area) ?? stated) === stated ? stated : null);
    }
  return registered;
}
