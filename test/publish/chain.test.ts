import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadDefinition } from '../../cli/definition.ts';
import { readTotals } from '../../cli/synthesize/totals.ts';
import { writeSynthetic } from '../../cli/synthesize/write.ts';
import { createHandler as createAllocate } from '../../functions/allocate/handler.ts';
import { createHandler as createPublish } from '../../functions/publish/handler.ts';
import { nistProblems } from '../../functions/publish/nist/rules/rules.ts';
import { createHandler as createValidate } from '../../functions/validate/handler.ts';
import { electionId } from '../support/builders.ts';
import { memoryStore } from '../support/memory-store.ts';
import { eventOf } from '../validate/handler/pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const example = 'examples/kz-mazhilis-2023';
const election = electionId('kz-mazhilis-2023-synthetic');
const store = memoryStore();
let folder: string;
let uploads = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sailau-chain-'));
  const definition = await loadDefinition(example);
  const list = definition.contests.find(({ id }) => id === 'list');
  if (!list) throw new RangeError('the example has no contest list');
  const totals = await readTotals(example, list);
  await writeSynthetic({ definition, contest: list.id, totals, stations: 400, seed: 1, folder });
});

afterAll(() => rmSync(folder, { recursive: true }));

test('one station of kz-mazhilis-2023 is corrected: a patch, one change, and the first release as it was', async () => {
  for (const file of uploadsIn(join(folder, election))) await take(file, text(file));
  const first = await release();
  const before = store.files();
  const file = uploadsIn(join(folder, election)).find((one) => one.startsWith('results/')) ?? '';
  const { csv, station, area, votes } = oneMoreVote(text(file));

  await take(file, csv, 'station counted again');
  const second = await release();

  expect([first, second]).toEqual(['1.0.0', '1.0.1']);
  expect(rows(`${second}/changes.csv`)).toEqual([
    {
      contest: 'list',
      area,
      station,
      field: 'votes:amanat',
      before: String(votes),
      after: String(votes + 1),
      upload: file,
      reason: 'station counted again',
    },
  ]);
  for (const [key, bytes] of before)
    if (key.includes('/1.0.0/')) expect(Buffer.compare(store.files().get(key) ?? bytes, bytes), key).toBe(0);
  expect(JSON.parse(published(`${second}/manifest.json`)).previous.version).toBe('1.0.0');
  expect(nistProblems(JSON.parse(published(`${second}/nist-1500-100.json`)))).toEqual([]);
});

/** The definition and the registers first, so that nothing waits. */
function uploadsIn(root: string): string[] {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  const rank = (file: string) => (file === 'election.json' ? 0 : file.startsWith('stations/') ? 1 : 2);
  return files.filter((file) => rank(file) < 2 || !file.endsWith('.md')).sort((a, b) => rank(a) - rank(b));
}

function text(file: string): string {
  return readFileSync(join(folder, election, file), 'utf8');
}

async function take(file: string, content: string, reason?: string): Promise<void> {
  uploads += 1;
  const key = `uploads/${election}/${file}`;
  store.seedUpload(key, `v${uploads}`, content, undefined, reason);
  const { outcome } = await createValidate(store)(
    eventOf(key, `v${uploads}`, String(uploads).padStart(4, '0')),
  );
  if (outcome !== 'accepted') throw new RangeError(`${file}: ${outcome}`);
}

async function release(): Promise<string> {
  const { revision } = await createAllocate(store)({ election });
  const now = () => '2024-03-11T00:00:00.000Z';
  const result = await createPublish(store, { codeVersion: '0.1.0', site: null, now })({
    election,
    revision,
  });
  if (result.outcome === 'nothing-yet') throw new RangeError('nothing was released');
  return result.version;
}

/** The file with one vote more for Amanat in its first station. */
function oneMoreVote(csv: string) {
  const { data, meta } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  const row = data.find((one) => 'amanat' in one || one.option === 'amanat');
  if (!row) throw new RangeError('no row of Amanat');
  const column = 'amanat' in row ? 'amanat' : 'votes';
  const votes = Number(row[column]);
  row[column] = String(votes + 1);
  const station = row.station ?? '';
  const area = rows('1.0.0/stations.csv').find((one) => one.station === station)?.area;
  return { csv: Papa.unparse(data, { columns: meta.fields ?? [] }), station, area, votes };
}

function published(path: string): string {
  return new TextDecoder().decode(store.files().get(`elections/${election}/${path}`));
}

function rows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(published(path), { header: true, skipEmptyLines: true }).data;
}
