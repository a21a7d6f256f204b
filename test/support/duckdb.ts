import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';

/** Runs a query; rows as lists of texts. */
export type Query = (sql: string) => Promise<string[][]>;

// Peers of the benchmarks: together they are larger than all that this project installs.
const bench = resolve(import.meta.dirname, '../../bench/package.json');

/** Whether the peers are installed, in which DuckDB is; where they are not, a test that needs one says that it was skipped. */
export const hasDuckdb = ['duckdb-wasm', 'node-api'].every((name) =>
  existsSync(resolve(bench, `../node_modules/@duckdb/${name}`)),
);

/** DuckDB as a native library, which reads files alone: its extension for HTTP would have to be downloaded by itself. */
export async function nativeDuckdb(): Promise<Query> {
  const path = createRequire(bench).resolve('@duckdb/node-api');
  const { DuckDBInstance }: Native = await import(pathToFileURL(path).href);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return async (sql) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String));
}

/**
 * DuckDB in a browser, on a page of the site at `url`: its own code reads over HTTP, a file by ranges. The version is the last that has Parquet
 * built in; later ones fetch it from a server of theirs.
 */
export async function browserDuckdb(page: Page, url: string): Promise<Query> {
  const files = filesOfClient();
  await page.route(`${url}/duckdb/**`, async (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice('/duckdb/'.length));
    await (file ? route.fulfill({ body: file.body, contentType: file.type }) : route.abort());
  });
  await page.goto(`${url}/duckdb/index.html`);
  return async (sql) => {
    const rows: unknown = await page.evaluate(`ask(${JSON.stringify(sql)})`);
    return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.map(String) : [])) : [];
  };
}

const client = `
  import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
  const opened = open();
  async function open() {
    const database = new AsyncDuckDB(new VoidLogger(), new Worker('worker.js'));
    await database.instantiate(new URL('duckdb.wasm', location.href).href);
    return database.connect();
  }
  globalThis.ask = async (sql) => (await (await opened).query(sql)).toArray().map((row) => row.toArray().map(String));
`;

function filesOfClient(): Map<string, { readonly body: Buffer; readonly type: string }> {
  const dist = dirname(createRequire(bench).resolve('@duckdb/duckdb-wasm'));
  const script = buildSync({
    stdin: { contents: client, resolveDir: dirname(bench) },
    bundle: true,
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  }).outputFiles[0]?.contents;
  const page = '<!doctype html><title>DuckDB</title><script src="client.js"></script>';
  return new Map([
    ['index.html', { body: Buffer.from(page), type: 'text/html' }],
    ['client.js', { body: Buffer.from(script ?? []), type: 'text/javascript' }],
    [
      'worker.js',
      { body: readFileSync(resolve(dist, 'duckdb-browser-eh.worker.js')), type: 'text/javascript' },
    ],
    ['duckdb.wasm', { body: readFileSync(resolve(dist, 'duckdb-eh.wasm')), type: 'application/wasm' }],
  ]);
}

/** The part of @duckdb/node-api that is used. */
interface Native {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}
