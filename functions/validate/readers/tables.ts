import type { UploadKind } from '../../model/ledger.ts';
import type { Upload } from '../../model/upload.ts';
import type { Basis } from '../basis.ts';
import type { Encoding } from '../decode/encoding.ts';
import type { ByteSource } from '../decode/source.ts';
import { decodedText } from '../decode/text.ts';
import { type Findings, shown, shownList } from '../findings.ts';
import { fitsPath } from '../table/pattern.ts';
import { readCandidates } from './candidates.ts';
import type { Content } from './content.ts';
import { readResults } from './results.ts';
import { readStations } from './stations.ts';
import type { TableInput } from './table.ts';
import { readTurnout } from './turnout.ts';

/** Reads a table of this kind, by the definition's mapping where it has one for the file. Null when its contest is not known. */
export async function readTableOf(
  kind: Exclude<UploadKind, 'definition' | 'status'>,
  upload: Upload,
  { source, encoding, findings }: { source: ByteSource; encoding: Encoding; findings: Findings },
  { book, register }: Basis,
): Promise<Content | null> {
  const { tables, contests } = book.definition;
  const mapping = tables?.find(({ files }) => fitsPath(files, upload.file)) ?? null;
  const input: TableInput = { text: decodedText(source, encoding), mapping, findings };
  if (kind === 'stations') return { kind, stations: await readStations(input, book) };
  if (kind === 'candidates') return { kind, candidates: await readCandidates(input, book) };
  if (kind === 'turnout') return { kind, turnout: await readTurnout(input, book) };
  const contest = book.contest(upload.contest ?? '');
  if (contest !== null) {
    const protocols = await readResults(input, { contest, book, register });
    if (protocols.length === 0 && findings.errors === 0) findings.add('file-empty', {});
    return { kind, contest, protocols };
  }
  const known = shownList(contests.map(({ id }) => id));
  findings.add('contest-unknown', {}, { contest: shown(upload.contest ?? ''), known });
  return null;
}
