import type { AllocationInput, Missing } from '../../model/allocation.ts';
import type { AreaTree } from '../../model/areas.ts';
import { expectedStations } from '../../model/expected.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { AreaId, ContestId } from '../../model/ids.ts';
import type { Protocol } from '../../model/protocol.ts';
import type { Station } from '../../model/roll.ts';
import { missingStations, registeredAt, sumOfVoters } from './missing-stations.ts';

/** The records of one area, from every accepted file. */
export interface AreaRecords {
  stations(area: AreaId): Promise<readonly Station[]>;
  protocols(area: AreaId): Promise<readonly Protocol[]>;
}

/** An election whose areas are read. */
export interface Reading {
  readonly definition: Pick<ElectionDefinition, 'areas'>;
  readonly tree: AreaTree;
  /** How many stations the registers name in each area. */
  readonly stations: ReadonlyMap<AreaId, number>;
  readonly records: AreaRecords;
}

/**
 * Where protocols of provisional contests are missing, by contest. Only areas that lack some are read, one after the other, so that one
 * area is in memory; contests of which nothing or everything has come cost nothing.
 */
export async function readMissing(
  inputs: readonly AllocationInput[],
  reading: Reading,
): Promise<Map<ContestId, Missing[]>> {
  const provisional = inputs.map(progressOf).filter(isUnderWay);
  const missing = new Map<ContestId, Missing[]>(provisional.map(({ contest }) => [contest.id, []]));
  for (const { id: area } of reading.definition.areas) {
    const lacking = provisional.filter((progress) => lacks(progress, area, reading));
    if (lacking.length === 0) continue;
    const [register, protocols] = await Promise.all([
      reading.records.stations(area),
      reading.records.protocols(area),
    ]);
    for (const { contest } of lacking) {
      const own = protocols.filter((protocol) => protocol.contest === contest.id);
      const found =
        contest.reportedBy === 'station'
          ? missingStations(area, register, own)
          : { area, protocols: 1, voters: registeredAt(own) ?? (await votersOf(area, reading)) };
      if (found.protocols > 0) missing.get(contest.id)?.push(found);
    }
  }
  return missing;
}

/** The input with what is missing of it; in a referendum by region, by the region that an area lies in. */
export function withMissing(
  input: AllocationInput,
  missing: ReadonlyMap<ContestId, readonly Missing[]>,
  tree: AreaTree,
): AllocationInput {
  const { contest, system } = input;
  const found = missing.get(contest.id) ?? [];
  const regions = system.type === 'referendum' ? (system.regions?.areas ?? []) : [];
  const regionOf = (area: AreaId) => regions.find((region) => tree.within(area, region)) ?? area;
  return { ...input, missing: found.map((one) => ({ ...one, area: regionOf(one.area) })) };
}

interface Progress {
  readonly contest: Contest;
  readonly expected: number | null;
  readonly reported: number;
  readonly byArea: ReadonlyMap<AreaId, number>;
}

function progressOf({ contest, totals, expected }: AllocationInput): Progress {
  const byArea = new Map<AreaId, number>();
  let reported = 0;
  for (const total of totals.filter((one) => one.contest === contest.id)) {
    byArea.set(total.area, (byArea.get(total.area) ?? 0) + total.reported);
    reported += total.reported;
  }
  return { contest, expected, reported, byArea };
}

function isUnderWay({ reported, expected }: Progress): boolean {
  return reported > 0 && expected !== null && reported < expected;
}

/** Whether the contest expects protocols of exactly this area that have not come. */
function lacks({ contest, byArea }: Progress, area: AreaId, { tree, stations }: Reading): boolean {
  const reported = byArea.get(area) ?? 0;
  if (contest.reportedBy === 'area')
    return reported === 0 && (contest.reportingAreas ?? [contest.area]).includes(area);
  return reported < (stations.get(area) ?? 0) && tree.within(area, contest.area);
}

/** Voters of all stations of an area by the register; null where it is not known that the register is whole. */
async function votersOf(area: AreaId, { tree, stations, records }: Reading): Promise<bigint | null> {
  const areas = tree.subtree(area);
  const expected = expectedStations(area, tree, stations);
  const named = areas.reduce((sum, id) => sum + (stations.get(id) ?? 0), 0);
  if (expected === null || named < expected || named === 0) return null;
  let voters: bigint | null = 0n;
  for (const id of areas) {
    if ((stations.get(id) ?? 0) === 0 || voters === null) continue;
    const here: bigint | null = sumOfVoters(await records.stations(id));
    voters = here === null ? null : voters + here;
  }
  return voters;
}
