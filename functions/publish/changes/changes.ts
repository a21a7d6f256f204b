import type { Status } from '../../model/ledger.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import type { ElectionState } from '../../model/state.ts';
import type { Batches, Change, Snapshot } from '../release.ts';
import {
  type Cells,
  candidateCells,
  definitionCells,
  protocolCells,
  stationCells,
  turnoutCells,
} from './cells.ts';
import { type Cause, compareCells } from './compare.ts';

/**
 * What differs between two revisions, in the order of the file names; the status last. A file that is new stands as one change
 * with its number of records; a corrected one is compared with its former batch, area by area, value by value. Batches that are
 * the same are not read.
 *
 * @param before null when nothing has been released yet: then every file is new
 */
export async function* changesBetween(
  batches: Batches,
  before: Snapshot | null,
  after: Snapshot,
): AsyncGenerator<Change[]> {
  for (const [file, header] of after.headers) {
    const former = before?.headers.get(file);
    if (!former) yield [newFile(after, file, header)];
    else if (former.batch !== header.batch) yield* correctedFile(batches, before, after, file);
  }
  const changes = statusChanges(before?.state.status?.status ?? null, after.state.status?.status ?? null);
  if (changes.length > 0) yield changes;
}

const nowhere = { contest: null, area: null, station: null };

function newFile({ state }: Snapshot, file: string, { records }: BatchHeader): Change {
  const contest = state.files.get(file)?.contest ?? null;
  return {
    ...nowhere,
    contest,
    field: 'records',
    before: null,
    after: String(records),
    ...causeOf(state, file),
    adds: true,
  };
}

function causeOf({ files }: ElectionState, file: string): Cause {
  return { upload: file, reason: files.get(file)?.reason ?? null };
}

/** The status, and who says so, when and why: a certificate that is given by another hand is a change too. */
function statusChanges(before: Status | null, after: Status | null): Change[] {
  if (!after) return [];
  return statusMembers
    .filter((member) => before?.[member] !== after[member])
    .map((member) => ({
      ...nowhere,
      field: member === 'status' ? member : `status:${member}`,
      before: before?.[member] ?? null,
      after: after[member],
      upload: 'status.json',
      reason: after.reason,
      adds: false,
    }));
}

const statusMembers = ['status', 'by', 'at', 'reason'] as const;

async function* correctedFile(
  batches: Batches,
  before: Snapshot | null,
  after: Snapshot,
  file: string,
): AsyncGenerator<Change[]> {
  const [former, current] = [before?.headers.get(file), after.headers.get(file)];
  if (!former || !current) return;
  for (const read of readers(batches, after, former, current)) {
    const changes = compareCells(await read(former), await read(current), causeOf(after.state, file));
    if (changes.length > 0) yield changes;
  }
}

type Reader = (header: BatchHeader) => Promise<Cells>;

/** One reader a part of the file, so that one part of each batch is in memory. */
function* readers(
  batches: Batches,
  { election, definition }: Snapshot,
  former: BatchHeader,
  current: BatchHeader,
): Generator<Reader> {
  if (current.kind === 'definition')
    yield async ({ batch }) => definitionCells(await batches.definition(election, batch));
  else if (current.kind === 'candidates')
    yield async ({ batch }) => candidateCells(await batches.candidates(election, batch));
  else
    for (const area of areasOf(definition.areas, former, current))
      yield async ({ batch }) => {
        if (current.kind === 'stations') return stationCells(await batches.stations(election, batch, area));
        if (current.kind === 'turnout') return turnoutCells(await batches.turnout(election, batch, area));
        return protocolCells(await batches.protocols(election, batch, area), definition);
      };
}

/** The areas of either batch, in the order of the definition; those that it no longer has come after. */
function areasOf(areas: Snapshot['definition']['areas'], ...headers: readonly BatchHeader[]) {
  const named = new Set(headers.flatMap((header) => header.areas.map(({ area }) => area)));
  const known = areas.map(({ id }) => id).filter((id) => named.has(id));
  return [...known, ...[...named].filter((id) => !known.includes(id)).sort()];
}
