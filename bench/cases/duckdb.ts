import { DuckDBInstance } from '@duckdb/node-api';
import { options, type Size, stationOf } from '../generate.ts';
import type { Job } from '../job.ts';

/** The job in SQL: one pass over the file that groups by station, then the checks and the sums on what it gives. */
export async function duckdb(path: string, size: Size, threads: number): Promise<Job> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  await connection.run('CREATE TABLE register (station VARCHAR, area VARCHAR)');
  const appender = await connection.createAppender('register');
  for (let number = 0; number < size.stations; number += 1) {
    const { station, area } = stationOf(number, size);
    appender.appendVarchar(station);
    appender.appendVarchar(area);
    appender.endRow();
  }
  appender.closeSync();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  await connection.run(`CREATE TYPE option AS ENUM (${options.map((option) => `'${option}'`).join(', ')})`);
  return async () => {
    await connection.run(groups(path));
    const counts: Record<string, number> = {};
    for (const [code, count] of await ask(checks)) counts[String(code)] = Number(count);
    const totals = new Map<string, bigint>();
    for (const query of [countsByArea, votesByArea])
      for (const [area, field, sum] of await ask(query)) totals.set(`${area} ${field}`, BigInt(String(sum)));
    return { counts, totals };
  };
}

const counts = ['registered', 'issued', 'cast', 'invalid'] as const;

/**
 * One pass over the file, and one grouping for stations and for areas. Rows that are not numbers, or of another option, go to reject_errors.
 */
function groups(path: string): string {
  const given = counts.map(
    (name) =>
      `min("${name}") AS ${name}_least, max("${name}") AS ${name}_most, count("${name}") AS ${name}_n`,
  );
  return `CREATE TEMP TABLE groups AS
    SELECT station, area, option, ${given.join(', ')}, sum(votes) AS votes, count(votes) AS votes_n,
      bit_or(1::UINTEGER << enum_code(option)::UINTEGER) AS options, min(source) AS source_least, max(source) AS source_most
    FROM read_csv('${path}', header = true, auto_detect = false, delim = ',', quote = '"', store_rejects = true,
      columns = {station: 'VARCHAR', area: 'VARCHAR', registered: 'UBIGINT', issued: 'UBIGINT', "cast": 'UBIGINT',
        invalid: 'UBIGINT', option: 'option', votes: 'UBIGINT', source: 'VARCHAR'})
    GROUP BY GROUPING SETS ((station, area), (area, option))`;
}

/** Findings by code. Every station stands in the register with its area, or is reported. */
const checks = `
  WITH units AS (
    SELECT groups.*, register.area AS known, votes_n = ${options.length} AS complete
    FROM groups LEFT JOIN register USING (station) WHERE groups.station IS NOT NULL
  )
  SELECT * FROM (
    SELECT 'row-rejected' AS code, (SELECT count(*) FROM reject_errors) AS n
    UNION ALL SELECT 'station-unknown', count(*) FROM units WHERE known IS NULL
    UNION ALL SELECT 'station-area-mismatch', count(*) FROM units WHERE area <> known
    UNION ALL SELECT 'source-unknown', count(*) FROM units WHERE source_least <> 'EC-24' OR source_most <> 'EC-24'
    UNION ALL SELECT 'row-duplicate', count(*) FROM units WHERE bit_count(options) < votes_n
    UNION ALL SELECT 'count-conflict', count(*) FROM units WHERE ${counts.map((name) => `${name}_least <> ${name}_most`).join(' OR ')}
    UNION ALL SELECT 'votes-invalid-cast', count(*) FROM units
      WHERE votes + invalid_most > cast_most OR (complete AND votes + invalid_most < cast_most)
    UNION ALL SELECT 'cast-over-issued', count(*) FROM units WHERE cast_most > issued_most
    UNION ALL SELECT 'issued-over-registered', count(*) FROM units WHERE issued_most > registered_most
    UNION ALL SELECT 'turnout-over-100', count(*) FROM units WHERE cast_most > registered_most
    UNION ALL SELECT 'invalid-share-high', count(*) FROM units WHERE invalid_most * 100 > cast_most * 10
    UNION ALL SELECT 'no-votes', count(*) FROM units WHERE votes = 0
  ) WHERE n > 0`;

const votesByArea = `SELECT area, 'votes:' || option, votes FROM groups WHERE station IS NULL`;

const countsByArea = `
  UNPIVOT (
    SELECT area, ${counts.map((name) => `sum(${name}_most) AS "${name}"`).join(', ')} FROM groups WHERE station IS NOT NULL GROUP BY area
  ) ON ${counts.map((name) => `"${name}"`).join(', ')} INTO NAME field VALUE total`;
