import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { aFullElection } from '../setting.ts';

/** The part of @duckdb/node-api that is used. */
interface Duckdb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowObjects(): Record<string, unknown>[] }>;
}

// It is a dependency of bench/ alone, where it is a peer: 70 MB are too many for everybody who installs this project.
const bench = resolve(import.meta.dirname, '../../../bench/package.json');
const present = existsSync(resolve(bench, '../node_modules/@duckdb/node-api'));
if (!present)
  console.warn(
    'NOT CHECKED: DuckDB against results.csv, .csv.gz, .parquet and .ndjson; run npm ci --prefix bench',
  );

test.skipIf(!present)('DuckDB reads the same sums from CSV, gzip, Parquet and NDJSON', async () => {
  const setting = await aFullElection();
  await setting.release();
  const folder = mkdtempSync(join(tmpdir(), 'sailau-duckdb-'));
  try {
    for (const name of ['results.csv', 'results.csv.gz', 'results.parquet', 'results.ndjson'])
      writeFileSync(join(folder, name), setting.store.files().get(`elections/xx-2024/1.0.0/${name}`) ?? '');
    const query = await connect();
    const byMeasure = (source: string) =>
      query(
        `SELECT measure, count(*)::INT AS rows, sum(count)::INT AS sum FROM ${source} GROUP BY ALL ORDER BY ALL`,
      );

    const csv = await byMeasure(`read_csv('${folder}/results.csv')`);

    expect(csv).toContainEqual({ measure: 'registered', rows: 4, sum: 2900 });
    expect(await byMeasure(`read_csv('${folder}/results.csv.gz')`)).toEqual(csv);
    expect(await byMeasure(`'${folder}/results.parquet'`)).toEqual(csv);
    expect(await query(`SELECT sum(counts.registered)::INT AS sum FROM '${folder}/results.ndjson'`)).toEqual([
      { sum: 2900 },
    ]);
    expect(
      await query(
        `SELECT column_type FROM (DESCRIBE '${folder}/results.parquet') WHERE column_name = 'count'`,
      ),
    ).toEqual([{ column_type: 'BIGINT' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function connect() {
  const path = createRequire(bench).resolve('@duckdb/node-api');
  const { DuckDBInstance }: Duckdb = await import(pathToFileURL(path).href);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
}
