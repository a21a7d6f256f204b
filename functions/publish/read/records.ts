import type { AreaId, BatchId, ContestId, ElectionId } from '../../model/ids.ts';
import type { UploadKind } from '../../model/ledger.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import {
  type MergedProtocol,
  mergeProtocols,
  type Protocol,
  protocolKey,
} from '../../model/records/protocol.ts';
import type { Candidate, Turnout } from '../../model/records/roll.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Batches, Records, Snapshot } from '../release.ts';

/** The records of an election at a revision, read from its batches whenever they are asked for. */
export function recordsOf(batches: Batches, snapshot: Snapshot): Records {
  const { election } = snapshot;
  const results = partsByArea(filesOf(snapshot, 'results'));
  const places = new Map(snapshot.definition.contests.map(({ id }, place) => [id, place]));
  return {
    protocols: (contest) => protocolsOf(batches, snapshot, contest),
    protocolsIn: async (area) =>
      (await protocolsIn(batches, election, results.get(area) ?? [], area)).sort(
        (a, b) => (places.get(a.contest) ?? 0) - (places.get(b.contest) ?? 0),
      ),
    stations: () =>
      byArea(snapshot, filesOf(snapshot, 'stations'), async (parts, area) => {
        const read = parts.map(({ batch }) => batches.stations(election, batch, area));
        return (await Promise.all(read)).flat().sort((a, b) => byCodePoint(a.station, b.station));
      }),
    candidates: () => candidatesOf(batches, snapshot),
    turnout: () =>
      byArea(snapshot, filesOf(snapshot, 'turnout'), async (parts, area) => {
        const read = parts.map(({ batch }) => batches.turnout(election, batch, area));
        return (await Promise.all(read)).flat().sort(byInstant);
      }),
  };
}

/** A file that states something of an area, and its batch. */
export interface Part {
  readonly file: string;
  readonly batch: BatchId;
}

type File = readonly [string, BatchHeader];

function filesOf(snapshot: Snapshot, kind: UploadKind): File[] {
  return [...snapshot.headers].filter(([, header]) => header.kind === kind);
}

/** The results files of a contest, by the areas that they report. */
export function resultsParts(snapshot: Snapshot, contest: ContestId): Map<AreaId, Part[]> {
  return partsByArea(resultsFiles(snapshot, contest));
}

/** The protocols of one area, as all files together state them, ordered by station. */
export async function protocolsIn(
  batches: Batches,
  election: ElectionId,
  parts: readonly Part[],
  area: AreaId,
): Promise<MergedProtocol[]> {
  const read = parts.map(async ({ file, batch }) =>
    (await batches.protocols(election, batch, area)).map((protocol) => ({ upload: file, protocol })),
  );
  return merged((await Promise.all(read)).flat());
}

function resultsFiles(snapshot: Snapshot, contest: ContestId): File[] {
  return filesOf(snapshot, 'results').filter(([file]) => snapshot.state.files.get(file)?.contest === contest);
}

function protocolsOf(batches: Batches, snapshot: Snapshot, contest: ContestId) {
  return byArea(snapshot, resultsFiles(snapshot, contest), (parts, area) =>
    protocolsIn(batches, snapshot.election, parts, area),
  );
}

function merged(parts: readonly { upload: string; protocol: Protocol }[]): MergedProtocol[] {
  return [...Map.groupBy(parts, ({ protocol }) => protocolKey(protocol)).values()]
    .map(mergeProtocols)
    .sort((a, b) => byCodePoint(a.station ?? '', b.station ?? ''));
}

async function* byArea<T>(
  snapshot: Snapshot,
  files: readonly File[],
  read: (parts: readonly Part[], area: AreaId) => Promise<T[]>,
): AsyncGenerator<T[]> {
  const parts = partsByArea(files);
  for (const { id } of snapshot.definition.areas) {
    const here = parts.get(id);
    if (here) yield await read(here, id);
  }
}

function partsByArea(files: readonly File[]): Map<AreaId, Part[]> {
  const parts = new Map<AreaId, Part[]>();
  for (const [file, { batch, areas }] of files)
    for (const { area } of areas) parts.set(area, [...(parts.get(area) ?? []), { file, batch }]);
  return parts;
}

/** Lists are short (thousands, where stations are millions), so they are put in order in memory. */
async function* candidatesOf(batches: Batches, snapshot: Snapshot): AsyncGenerator<Candidate[]> {
  const all: Candidate[] = [];
  for (const [, { batch }] of filesOf(snapshot, 'candidates'))
    for (const candidate of await batches.candidates(snapshot.election, batch)) all.push(candidate);
  const byContest = Map.groupBy(all, ({ contest }) => contest);
  for (const { id, options } of snapshot.definition.contests) {
    const places = new Map(options.map((option, index) => [option.id, index]));
    const place = (candidate: Candidate) => places.get(candidate.option) ?? options.length;
    const candidates = byContest.get(id)?.sort((a, b) => place(a) - place(b) || a.order - b.order);
    if (candidates) yield candidates;
  }
}

function byInstant(a: Turnout, b: Turnout): number {
  return Date.parse(a.time) - Date.parse(b.time) || byCodePoint(a.time, b.time);
}
