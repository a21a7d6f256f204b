import type { AreaTree } from '../../model/areas.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { AreaId, ContestId } from '../../model/ids.ts';
import type { AllocationInput, Missing } from '../../model/law/allocation.ts';
import { countedIn } from '../../model/law/systems.ts';
import type { AreaTotals } from '../../model/records/batch.ts';
import { expectedStations } from '../../model/records/expected.ts';
import type { Protocol } from '../../model/records/protocol.ts';
import type { Station } from '../../model/records/roll.ts';
import { missingStations, registeredAt } from './missing-stations.ts';

/** The records of one area, from every accepted file. */
export interface AreaRecords {
  stations(area: AreaId): Promise<readonly Station[]>;
  protocols(area: AreaId): Promise<readonly Protocol[]>;
  /** Voters of all these stations by the register; null where it does not say of one. */
  voters(area: AreaId): Promise<bigint | null>;
}

/** An election whose areas are read. */
export interface Reading {
  readonly definition: Pick<ElectionDefinition, 'areas'>;
  readonly tree: AreaTree;
  /** What the protocols sum to in the areas that they name; those of no area without a protocol. */
  readonly totals: readonly AreaTotals[];
  /** How many stations the registers name in each area. */
  readonly stations: ReadonlyMap<AreaId, number>;
  readonly records: AreaRecords;
}

/**
 * Where protocols of provisional contests are missing, by contest. Only areas that have some and lack others are read, one after the other, so that
 * one area is in memory; of an area that has none, how many stations there are and how many voters they have is known without them.
 */
export async function readMissing(
  inputs: readonly AllocationInput[],
  reading: Reading,
): Promise<Map<ContestId, Missing[]>> {
  const provisional = inputs.map((input) => progressOf(input, reading)).filter(isUnderWay);
  const missing = new Map<ContestId, Missing[]>(provisional.map(({ contest }) => [contest.id, []]));
  for (const { id: area } of reading.definition.areas) {
    const lacking = provisional.filter((progress) => lacks(progress, area, reading));
    const heard = lacking.some(({ byArea }) => byArea.has(area));
    const known = heard ? await readArea(area, reading.records) : null;
    for (const progress of lacking) {
      const found = await missingOf(progress, area, known, reading);
      if (found.protocols > 0) missing.get(progress.contest.id)?.push(found);
    }
  }
  return missing;
}

/** The input with what is missing of it, by the areas that its votes are counted in. */
export function withMissing(
  input: AllocationInput,
  missing: ReadonlyMap<ContestId, readonly Missing[]>,
  tree: AreaTree,
): AllocationInput {
  const { contest, system } = input;
  const found = missing.get(contest.id) ?? [];
  const areaOf = countedIn(system, tree);
  return { ...input, missing: found.map((one) => ({ ...one, area: areaOf(one.area) })) };
}

/** The records of an area of which some protocols have come. */
interface Known {
  readonly register: readonly Station[];
  readonly protocols: readonly Protocol[];
}

async function readArea(area: AreaId, records: AreaRecords): Promise<Known> {
  const [register, protocols] = await Promise.all([records.stations(area), records.protocols(area)]);
  return { register, protocols };
}

/** What an area lacks of a contest. */
async function missingOf(
  { contest, byArea }: Progress,
  area: AreaId,
  known: Known | null,
  reading: Reading,
): Promise<Missing> {
  const own = known?.protocols.filter((protocol) => protocol.contest === contest.id) ?? [];
  if (contest.reportedBy === 'area')
    return { area, protocols: 1, voters: registeredAt(own) ?? (await votersOf(area, reading)) };
  if (known !== null && byArea.has(area)) return missingStations(area, known.register, own);
  const { stations, records } = reading;
  return { area, protocols: stations.get(area) ?? 0, voters: await records.voters(area) };
}

interface Progress {
  readonly contest: Contest;
  readonly expected: number | null;
  readonly reported: number;
  /** Stations (or areas) with votes, by the areas that protocols name: an area without any protocol is not there. */
  readonly byArea: ReadonlyMap<AreaId, number>;
}

function progressOf(
  { contest, expected }: Pick<AllocationInput, 'contest' | 'expected'>,
  { totals }: Reading,
): Progress {
  const byArea = new Map<AreaId, number>();
  let reported = 0;
  // Not those of the input: a system by regions has put them together there.
  for (const total of totals) {
    if (total.contest !== contest.id) continue;
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
    const here: bigint | null = await records.voters(id);
    voters = here === null ? null : voters + here;
  }
  return voters;
}
