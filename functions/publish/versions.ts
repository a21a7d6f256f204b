import { tables } from '../model/generated/tables.ts';
import { canonicalJson } from '../model/json/json.ts';
import { type Entry, isPublished } from '../model/ledger.ts';
import type { Change } from './release.ts';
import { sha256 } from './write/hash.ts';

/** Fingerprint of the columns of all tables that a release may hold: their names, types and order. */
export function columnsFingerprint(all: ColumnsOf = tables.out): string {
  const columns = Object.entries(all).map(([table, { fields }]) => [
    table,
    fields.map(({ name, type }) => [name, type]),
  ]);
  return sha256(canonicalJson(columns.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
}

type ColumnsOf = Readonly<
  Record<string, { readonly fields: readonly { readonly name: string; readonly type: string }[] }>
>;

/**
 * The version of the next release, by SemVer as the Data Package recipe reads it: MAJOR when the columns differ from those of the
 * last release, MINOR when data was added, PATCH when values were corrected or removed or the status changed. The first is 1.0.0.
 * A version that the ledger has promised and never finished is passed over.
 *
 * @param changes what differs from the last release; read only as far as needed
 */
export async function nextVersion(
  ledger: readonly Entry[],
  columns: string,
  changes: AsyncIterable<readonly Change[]>,
): Promise<string> {
  const last = ledger.findLast(isPublished);
  const promised = new Set(
    ledger.filter((entry) => entry.type === 'publishing').map(({ version }) => version),
  );
  let [major, minor, patch] = last ? numbers(last.version) : [1, 0, 0];
  if (last && last.columns !== columns) [major, minor, patch] = [major + 1, 0, 0];
  else if (last && (await anyAdds(changes))) [minor, patch] = [minor + 1, 0];
  else if (last) patch += 1;
  while (promised.has(`${major}.${minor}.${patch}`)) patch += 1;
  return `${major}.${minor}.${patch}`;
}

async function anyAdds(changes: AsyncIterable<readonly Change[]>): Promise<boolean> {
  for await (const page of changes) if (page.some(({ adds }) => adds)) return true;
  return false;
}

function numbers(version: string): [number, number, number] {
  const [major = 1, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
