import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { asyncBufferFromUrl, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ObjectServer, startObjectServer } from '../../../local/s3/server.ts';
import type { Site } from '../../../local/site/site.ts';
import { aFullElection, aProtocol } from '../../publish/setting.ts';
import { browserPath, launchBrowser } from '../../site/browser/support/browser.ts';
import { anElection } from '../../support/builders.ts';
import { browserDuckdb, hasDuckdb, nativeDuckdb } from '../../support/duckdb.ts';
import { temporaryFolder } from '../support/assembly.ts';
import { startMiniSite } from '../support/site.ts';

/* The forms of the results, read over HTTP from the local endpoint as others read them from the real one. */

const names = ['results.csv', 'results.csv.gz', 'results.parquet'] as const;
const folder = 'elections/xx-2024/1.0.0';

let s3: ObjectServer;
let site: Site;
let root: string;

beforeAll(async () => {
  root = await temporaryFolder();
  s3 = await startObjectServer({ root, port: 0 });
  await s3.createBucket('mini-publication', { versioned: false });
  await publishResults();
  site = await startMiniSite(s3.url);
});
afterAll(async () => {
  await site.stop();
  await s3.stop();
  await rm(root, { recursive: true });
});

test('Parquet is read by range, only the column chunks that are needed, and sums to what CSV and gzip do', async () => {
  const { requests, counting } = counted();
  const url = `${site.url}/${folder}/results.parquet`;
  const file = await asyncBufferFromUrl({ url, fetch: counting });
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 8 });
  const footers = requests.length;
  // One after the other: hyparquet reads what lies between two columns along with them where it is little.
  const [measures, counts] = [
    await parquetReadObjects({ file, metadata, columns: ['measure'] }),
    await parquetReadObjects({ file, metadata, columns: ['count'] }),
  ];

  const csv = await text('results.csv');
  const sums = sumsOf(measures.map(({ measure }, row) => [measure, counts[row]?.count]));
  expect(requests[0]).toMatchObject({ method: 'HEAD', status: 200 });
  expect(requests.slice(1).map(({ method, status }) => [method, status])).toEqual(
    requests.slice(1).map(() => ['GET', 206]),
  );
  const read = requests.slice(footers);
  const chunks = chunksOf(metadata, ['measure', 'count']);
  expect(read).toHaveLength(chunks.length);
  // To the byte what the footer says of the two columns.
  expect(read.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(chunks.reduce((sum, size) => sum + size, 0));
  expect(requests.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(file.byteLength);
  expect(sums).toEqual(sumsOf(cellsOf(csv)));
  expect(sums.get('registered')).toBe(stations * 1000n + 500n);
  expect(sumsOf(cellsOf(await text('results.csv.gz')))).toEqual(sums);
});

if (!hasDuckdb)
  console.warn(
    'NOT CHECKED: DuckDB over HTTP against results.csv, .csv.gz and .parquet; run npm ci --prefix bench',
  );

test.skipIf(!hasDuckdb || browserPath === null)(
  'DuckDB reads Parquet and CSV over HTTP by range, and the same sums of both',
  async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const statuses: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes(folder))
        statuses.push(`${response.request().method()} ${response.status()}`);
    });
    const query = await browserDuckdb(page, site.url);

    const [parquet, csv] = [
      await query(sumsSql(`'${site.url}/${folder}/results.parquet'`)),
      await query(sumsSql(`'${site.url}/${folder}/results.csv'`)),
    ];

    await browser.close();
    expect(parquet).toEqual(toldSums(await text('results.csv')));
    expect(csv).toEqual(parquet);
    expect(statuses).toContain('GET 206');
    expect(statuses).not.toContain('GET 200');
  },
);

test.skipIf(!hasDuckdb)('DuckDB reads the same sums of the gzip file that HTTP gives', async () => {
  const query = await nativeDuckdb();
  const response = await fetch(`${site.url}/${folder}/results.csv.gz`);
  const file = join(root, 'fetched.csv.gz');
  await writeFile(file, Buffer.from(await response.arrayBuffer()));

  const sums = await query(sumsSql(`'${file}'`));

  expect(sums).toEqual(toldSums(await text('results.csv')));
});

const stations = 400n;

/** The results of many stations of the north beside one of the south, as a release has them. */
async function publishResults(): Promise<void> {
  const setting = await aFullElection(anElection());
  const protocols = Array.from({ length: Number(stations) }, (_, index) =>
    aProtocol('N1', `n${String(index).padStart(4, '0')}`, {
      registered: 1000,
      cast: 400 + (index % 300),
      A: 100 + (index % 200),
      B: 50 + (index % 77),
      C: index % 31,
    }),
  );
  await setting.accept('results/list/north.csv', { kind: 'results', protocols });
  await setting.release();
  const client = new S3Client({
    endpoint: s3.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const name of names) {
    const [Key, Body] = [`${folder}/${name}`, setting.store.files().get(`${folder}/${name}`)];
    await client.send(new PutObjectCommand({ Bucket: 'mini-publication', Key, Body }));
  }
  client.destroy();
}

interface Request {
  readonly method: string;
  readonly status: number;
  /** Of the body that came. */
  readonly bytes: number;
}

/** A fetch that takes down what was asked for. */
function counted(): { requests: Request[]; counting: typeof fetch } {
  const requests: Request[] = [];
  const counting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const method = init?.method ?? 'GET';
    const bytes = method === 'HEAD' ? 0 : Number(response.headers.get('content-length'));
    requests.push({ method, status: response.status, bytes });
    return response;
  };
  return { requests, counting };
}

/** The sizes of the chunks of some columns, in bytes. */
function chunksOf({ row_groups: groups }: FileMetaData, columns: readonly string[]): number[] {
  return groups.flatMap((group) =>
    group.columns.flatMap(({ meta_data: chunk }) =>
      chunk && columns.includes(chunk.path_in_schema[0] ?? '') ? [Number(chunk.total_compressed_size)] : [],
    ),
  );
}

async function text(name: (typeof names)[number]): Promise<string> {
  const response = await fetch(`${site.url}/${folder}/${name}`);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
}

function cellsOf(csv: string): [unknown, unknown][] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map(({ measure, count }) => [measure, count]);
}

/** Sums by measure, in the order of the file. */
function sumsOf(cells: readonly (readonly [unknown, unknown])[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [measure, count] of cells)
    sums.set(String(measure), (sums.get(String(measure)) ?? 0n) + BigInt(String(count)));
  return sums;
}

function sumsSql(source: string): string {
  return `SELECT measure, sum(count)::VARCHAR FROM ${source} GROUP BY ALL ORDER BY ALL`;
}

function toldSums(csv: string): string[][] {
  return [...sumsOf(cellsOf(csv))].map(([measure, sum]) => [measure, String(sum)]).sort();
}
