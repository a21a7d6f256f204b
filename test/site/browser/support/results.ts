import type { Manifest } from '../../../../functions/model/generated/manifest.ts';
import type { Row } from '../../../../functions/publish/write/csv.ts';
import { resultsOf, sha256 } from '../../data/support.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const folder = 'elections/xx-2024/1.0.0';
const pointer = 'elections/xx-2024/latest.json';

/** What differs in a site whose results.parquet has three row groups and over two million bytes, of fifty thousand stations. All of it fits. */
export async function withLongResults(site: Files): Promise<Files> {
  const { bytes, stated } = await resultsOf(longRows());
  return sealed(site, {
    'results.parquet': bytes,
    'results.parts.json': Buffer.from(JSON.stringify(stated)),
  });
}

/** What differs in a site whose release states nothing of parts, beside the files that differ already. */
export function withoutParts(site: Files): Files {
  return sealed(site, { 'results.parts.json': null });
}

/** The files with a manifest that names others, or none, and the pointer to that manifest. */
function sealed(site: Files, others: Readonly<Record<string, Uint8Array | null>>): Files {
  const manifest: Manifest = jsonOf(site, `${folder}/manifest.json`);
  const named = new Map(Object.entries(others));
  const listed = manifest.files.flatMap((file) => {
    const bytes = named.get(file.path) ?? (named.has(file.path) ? null : undefined);
    if (bytes === undefined) return [file];
    return bytes === null ? [] : [{ ...file, bytes: bytes.length, sha256: sha256(bytes) }];
  });
  const text = JSON.stringify({ ...manifest, files: listed });
  const latest = JSON.stringify({ ...jsonOf<object>(site, pointer), manifest: sha256(text) });
  return new Map([
    ...[...named].flatMap(([path, bytes]) => (bytes ? [[`${folder}/${path}`, bytes] as const] : [])),
    [`${folder}/manifest.json`, Buffer.from(text)],
    [pointer, Buffer.from(latest)],
  ]);
}

function jsonOf<T>(site: Files, path: string): T {
  return JSON.parse(new TextDecoder().decode(site.get(path)));
}

/** Counts of forty bits, which no compression makes short. */
function* longRows(): Generator<Row<'results'>> {
  const shared = { contest: 'list', area: 'N1', source: 'S1', upload: 'results/list/north.csv' };
  for (let place = 0; place < 50_000; place += 1) {
    const station = `st${place}`;
    const noise = (place * 7_919) % 1_000_003;
    const [registered, cast] = [2 ** 41 + noise * 999_983, 2 ** 40 + noise * 999_979];
    const counts = { registered, cast, invalid: noise, valid: cast - noise };
    for (const [measure, count] of Object.entries(counts))
      yield { ...shared, station, measure, option: null, count };
    for (const [option, part] of [
      ['A', 3],
      ['B', 2],
    ] as const)
      yield { ...shared, station, measure: 'votes', option, count: Math.floor((cast / 5) * part) };
  }
}
