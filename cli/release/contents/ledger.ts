import type { Entry } from '../../../functions/model/ledger.ts';
import { isEntry } from '../../../functions/store/codec/entry.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import { parsed, readText } from '../documents.ts';
import type { ReleaseFolder } from '../folder.ts';

const file = 'ledger.ndjson';

/** The entries of the ledger that a release was made from, in their order. Throws ReleaseDefect for a line that is no entry. */
export async function readEntries(folder: ReleaseFolder): Promise<Entry[]> {
  const lines = (await readText(folder, file)).split('\n').filter((line) => line !== '');
  return lines.map((line, index) => {
    const at = `line ${index + 1}`;
    const value = parsed(line, file, at);
    if (isEntry(value)) return value;
    throw new ReleaseDefect({ file, at, expected: 'an entry of a ledger', found: shown(line) });
  });
}
