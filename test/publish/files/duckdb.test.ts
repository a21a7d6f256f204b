import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasDuckdb, nativeDuckdb } from '../../support/duckdb.ts';
import { aFullElection } from '../setting.ts';

if (!hasDuckdb)
  console.warn(
    'NOT CHECKED: DuckDB against results.csv, .csv.gz, .parquet and .ndjson; run npm ci --prefix bench',
  );

test.skipIf(!hasDuckdb)('DuckDB reads the same sums from CSV, gzip, Parquet and NDJSON', async () => {
  const setting = await aFullElection();
  await setting.release();
  const folder = mkdtempSync(join(tmpdir(), 'sailau-duckdb-'));
  try {
    for (const name of ['results.csv', 'results.csv.gz', 'results.parquet', 'results.ndjson'])
      writeFileSync(join(folder, name), setting.store.files().get(`elections/xx-2024/1.0.0/${name}`) ?? '');
    const query = await nativeDuckdb();
    const byMeasure = (source: string) =>
      query(`SELECT measure, count(*), sum(count) FROM ${source} GROUP BY ALL ORDER BY ALL`);

    const csv = await byMeasure(`read_csv('${folder}/results.csv')`);

    expect(csv).toContainEqual(['registered', '4', '2900']);
    expect(await byMeasure(`read_csv('${folder}/results.csv.gz')`)).toEqual(csv);
    expect(await byMeasure(`'${folder}/results.parquet'`)).toEqual(csv);
    expect(await query(`SELECT sum(counts.registered) FROM '${folder}/results.ndjson'`)).toEqual([['2900']]);
    expect(
      await query(
        `SELECT column_type FROM (DESCRIBE '${folder}/results.parquet') WHERE column_name = 'count'`,
      ),
    ).toEqual([['BIGINT']]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
