import type { ElectionId } from '../model/ids.ts';
import type { UploadKind } from '../model/ledger.ts';
import { byCodePoint } from '../model/text/text.ts';
import type { Upload } from '../model/upload.ts';
import { type MemoryCurrent, memoryCurrent } from './current/memory.ts';
import { type FileVersion, type Verdict, validate } from './validate.ts';

/** A file that has been checked, and its verdict; one that would wait for a file that is not there is rejected. */
export interface CheckedFile {
  readonly upload: Upload;
  readonly verdict: Exclude<Verdict, { outcome: 'waiting' }>;
}

/**
 * Checks the files of one election without a store, as the pipeline would if they were uploaded to an empty one: the definition first,
 * then registers, then all others by name, each against those accepted before it. `current` may hold files accepted earlier.
 */
export async function* checkFiles(
  election: ElectionId,
  files: readonly FileVersion[],
  current: MemoryCurrent = memoryCurrent(election),
): AsyncGenerator<CheckedFile> {
  for (const file of files.toSorted(inOrder)) {
    const { upload } = file;
    const found = await validate(file, current);
    const verdict = found.outcome === 'waiting' ? await found.rejection() : found;
    if (verdict.outcome === 'accepted' && verdict.result.kind === 'batch') {
      const { header, records } = verdict.result.batch;
      const { kind, batch } = header;
      current.accept({ file: upload.file, kind, contest: upload.contest, batch }, header, records);
    }
    yield { upload, verdict };
  }
}

const order: readonly UploadKind[] = ['definition', 'stations', 'candidates', 'results', 'turnout', 'status'];

function inOrder({ upload: a }: FileVersion, { upload: b }: FileVersion): number {
  return order.indexOf(a.kind) - order.indexOf(b.kind) || byCodePoint(a.file, b.file);
}
