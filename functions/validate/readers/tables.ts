import type { UploadKind } from '../../model/ledger.ts';
import type { Upload } from '../../model/upload.ts';
import type { Basis } from '../basis.ts';
import { shown, shownList } from '../findings.ts';
import { nearestShown } from '../spelling/nearest.ts';
import { readCandidates } from './candidates.ts';
import type { Content } from './content.ts';
import { readResults } from './results.ts';
import { readStations } from './stations.ts';
import type { TableInput } from './table.ts';
import { readTurnout } from './turnout.ts';

/** Reads a table of this kind. Null when it is of a contest that the definition does not have. */
export async function readTableOf(
  kind: Exclude<UploadKind, 'definition' | 'status'>,
  upload: Upload,
  input: TableInput,
  { book, register }: Basis,
): Promise<Content | null> {
  if (kind === 'stations') return { kind, stations: await readStations(input, book) };
  if (kind === 'candidates') return { kind, candidates: await readCandidates(input, book) };
  if (kind === 'turnout') return { kind, turnout: await readTurnout(input, book) };
  const { findings } = input;
  const contest = book.contest(upload.contest ?? '');
  if (contest !== null) {
    const protocols = await readResults(input, { contest, book, register });
    if (protocols.length === 0 && findings.errors === 0) findings.add('file-empty', {});
    return { kind, contest, protocols };
  }
  const ids = book.definition.contests.map(({ id }) => id);
  const named = upload.contest ?? '';
  const data = { contest: shown(named), nearest: nearestShown(named, ids), known: shownList(ids) };
  findings.add('contest-unknown', {}, data);
  return null;
}
