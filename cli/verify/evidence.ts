import type { ElectionGrounds } from '../../functions/allocate/election.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { Manifest } from '../../functions/model/generated/manifest.ts';
import type { Entry } from '../../functions/model/ledger.ts';
import type { Protocol } from '../../functions/model/records/protocol.ts';
import { votersOf } from '../../functions/model/voters.ts';
import { once } from '../../functions/publish/verify/once.ts';
import { readCandidates } from '../release/contents/candidates.ts';
import { releaseDefinition } from '../release/contents/definition.ts';
import { readEntries } from '../release/contents/ledger.ts';
import { type ProtocolSums, sumProtocols } from '../release/contents/protocols.ts';
import { type Register, readRegister, stationsByArea } from '../release/contents/register.ts';
import { readDocument } from '../release/documents.ts';
import type { ElectionFolder } from '../release/election.ts';
import type { ReleaseFolder } from '../release/folder.ts';
import { type Surroundings, surroundingsOf } from './election/surroundings.ts';
import { type Recomputed, recomputed } from './recompute/recompute.ts';

/**
 * What the checks look at, each read once and when it is first asked for. All of it comes from the files of the release. A part that cannot
 * be read throws the same ReleaseDefect to every check that asks for it.
 */
export interface Evidence extends Surroundings {
  readonly folder: ReleaseFolder;
  manifest(): Promise<Manifest>;
  definition(): Promise<ElectionDefinition>;
  /** ledger.ndjson, entry by entry; that they make a chain is a check of its own. */
  entries(): Promise<readonly Entry[]>;
  /** results.csv, added up. */
  sums(): Promise<ProtocolSums>;
  /** stations.csv: the area of each station. */
  register(): Promise<Register>;
  /** The certificates that follow from the sums, in the order of the contests. */
  certificates(): Promise<readonly Recomputed[]>;
}

/** The evidence in the folder of a release. */
export function evidenceIn(
  folder: ReleaseFolder,
  pointer: string | null,
  election: ElectionFolder | null = null,
  key: string | null = null,
): Evidence {
  const manifest = once(() => readDocument(folder, 'manifest.json', 'manifest'));
  const definition = once(() => releaseDefinition(folder));
  const entries = once(() => readEntries(folder));
  const register = once(async () => readRegister(folder, await definition()));
  const sums = once(async () => sumProtocols(folder, await definition(), await register()));
  const certificates = once(async () => {
    const [stations, { totals, records }] = [await register(), await sums()];
    return recomputed(folder, {
      definition: await definition(),
      revision: (await manifest()).revision,
      totals,
      stations: stationsByArea(stations),
      candidates: await readCandidates(folder, await definition()),
      records: recordsByArea(stations, records),
    });
  });
  const around = surroundingsOf(folder, pointer, election, key);
  return { ...around, folder, manifest, definition, entries, register, sums, certificates };
}

function recordsByArea(register: Register, protocols: readonly Protocol[]): ElectionGrounds['records'] {
  const stations = Map.groupBy(register.values(), ({ area }) => area);
  const byArea = Map.groupBy(protocols, ({ area }) => area);
  return {
    stations: async (area) => stations.get(area) ?? [],
    voters: async (area) => votersOf(stations.get(area) ?? []),
    protocols: async (area) => byArea.get(area) ?? [],
  };
}
