import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';
import { counted } from '../../outcome.ts';
import { type Difference, ReleaseDefect, shown } from '../../release/defect.ts';
import { parsed, readText } from '../../release/documents.ts';
import type { Check } from '../check.ts';
import { firstDifference } from '../compare.ts';

const file = 'ledger.ndjson';

/**
 * Every entry of the ledger carries the hash of the line before it, the last is the one that the manifest names, and what the manifest says of
 * uploads, status and the release before follows from the entries.
 */
export const ledger: Check = {
  name: 'ledger',
  async run({ folder, manifest }) {
    const stated = await manifest();
    const entries = chained(await readText(folder, file), stated);
    const differs = manifestDiffers(stated, entries);
    if (differs) return { differs };
    return {
      holds: `${counted(entries.length, 'line')}, each with the hash of the one before, the last that of the manifest`,
    };
  },
};

/** An entry as a stranger wrote it: members are of any kind until they are compared. */
type Entry = ReadonlyMap<string, unknown>;

function chained(text: string, { election, ledger: last, revision }: Manifest): Entry[] {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw defect(lines.length + 1, 'a line end', 'the end of the file');
  let previous = '0'.repeat(64);
  const entries = lines.map((line, index) => {
    const entry = entryIn(line, index + 1);
    const expected = { election, number: index + 1, previous };
    for (const [member, value] of Object.entries(expected))
      if (entry.get(member) !== value)
        throw defect(index + 1, `${member} ${shown(value)}`, shown(entry.get(member)));
    previous = sha256(line);
    return entry;
  });
  if (previous !== last) throw defect(lines.length, `the SHA-256 that the manifest names, ${last}`, previous);
  if (lines.length !== revision) throw defect(lines.length, `${revision} lines`, String(lines.length));
  return entries;
}

function entryIn(line: string, number: number): Entry {
  const value = parsed(line, file, `line ${number}`);
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value));
  throw defect(number, 'an object', shown(value));
}

function manifestDiffers(manifest: Manifest, entries: readonly Entry[]): Difference | null {
  const { uploads, status, previous } = manifest;
  const expected = {
    status: statusIn(entries),
    uploads: uploadsIn(entries),
    previous: previousIn(entries, previous?.version) ?? previous,
  };
  const difference = firstDifference(expected, { status, uploads, previous });
  return difference && { file: 'manifest.json', ...difference };
}

/** The status last said; `partial` where nobody has said. */
function statusIn(entries: readonly Entry[]): unknown {
  const status = entries.findLast((entry) => entry.get('type') === 'status')?.get('status');
  if (typeof status === 'object' && status !== null && 'status' in status) return status.status;
  return 'partial';
}

/** The accepted version of each file, ordered by name. */
function uploadsIn(entries: readonly Entry[]): unknown[] {
  const files = new Map<string, Entry>();
  for (const entry of entries)
    if (entry.get('type') === 'accepted') files.set(String(entry.get('file')), entry);
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => ({
      file: entry.get('file'),
      versionId: entry.get('versionId'),
      sha256: entry.get('sha256'),
      bytes: entry.get('bytes'),
      batch: entry.get('batch'),
      entry: entry.get('number'),
    }));
}

/**
 * The release before, as far as the ledger knows it: its entry comes after the revision of this release where both were in work at a time, and
 * then null says nothing.
 */
function previousIn(entries: readonly Entry[], stated: string | undefined) {
  const published = entries.filter((entry) => entry.get('type') === 'published');
  const entry = published.find((one) => one.get('version') === stated) ?? published.at(-1);
  if (!entry || (stated !== undefined && entry.get('version') !== stated)) return null;
  return { version: entry.get('version'), manifest: entry.get('manifest') };
}

function defect(line: number, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: `line ${line}`, expected, found });
}
