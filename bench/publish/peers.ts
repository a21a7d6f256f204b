import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { MergedProtocol } from '../../functions/model/records/protocol.ts';
import type { Release } from '../../functions/publish/release.ts';

/** Milliseconds of the processor, and bytes, that each bare writer needs for the protocols of a release. */
export type Costs = Record<string, { took: number; bytes: number }>;

/**
 * The least that must be done for the formats, one writer after the other on each page of records, with no checks, no escaping, no
 * schema: a template string a row of CSV, zlib over it, hyparquet-writer by itself, one JSON.stringify a station, SHA-256 over what
 * has come out, the hashes of a Merkle tree with a leaf a station. The time of making up the records is not in it.
 */
export async function runPeers(release: Release): Promise<Costs> {
  const costs: Costs = {};
  const zip = zipper();
  const parquet = parquetPeer();
  const tree = treePeer();
  const hash = createHash('sha256');
  const hashed = (bytes: Uint8Array) => {
    hash.update(bytes);
    return bytes;
  };
  const timed = async (name: string, job: () => Uint8Array | Promise<Uint8Array>) => {
    const start = process.cpuUsage();
    const bytes = await job();
    const took = milliseconds(process.cpuUsage(start));
    const before = costs[name] ?? { took: 0, bytes: 0 };
    costs[name] = { took: before.took + took, bytes: before.bytes + bytes.length };
    if (bytes.length > 0 && name !== 'SHA-256') await timed('SHA-256', () => hashed(bytes));
    return bytes;
  };
  for (const { id } of release.definition.contests)
    for await (const page of release.records.protocols(id)) {
      const csv = await timed('CSV', () => csvPeer(page));
      await timed('zlib gzip', () => zip.write(csv));
      await timed('hyparquet-writer', () => parquet.write(page));
      const json = await timed('JSON a station', () => jsonPeer(page));
      await timed('hashes of the tree', () => tree.add(json));
    }
  await timed('hashes of the tree', () => tree.end());
  await timed('zlib gzip', () => zip.end());
  await timed('hyparquet-writer', () => parquet.end());
  return costs;
}

/** CPU time of the process, all threads, in milliseconds: on a busy machine it tells more than the clock. */
export function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

const encoder = new TextEncoder();

const cut = new Map<string, readonly [measure: string, option: string | null]>();

function measureOf(field: string): readonly [measure: string, option: string | null] {
  const known = cut.get(field);
  if (known) return known;
  const [measure = '', option = null] = field.split(':');
  cut.set(field, [measure, option]);
  return [measure, option];
}

function csvPeer(page: readonly MergedProtocol[]): Uint8Array {
  let text = '';
  for (const { contest, area, station, values } of page)
    for (const [field, { count, source, upload }] of values) {
      const [measure, option] = measureOf(field);
      text += `${contest},${area},${station},${measure},${option ?? ''},${count},${source},${upload}\r\n`;
    }
  return encoder.encode(text);
}

function jsonPeer(page: readonly MergedProtocol[]): Uint8Array {
  let text = '';
  for (const { contest, area, station, values } of page) {
    const counts: Record<string, number> = {};
    for (const [field, { count }] of values) counts[field] = count;
    text += `${JSON.stringify({ contest, area, station, counts })}\n`;
  }
  return encoder.encode(text);
}

/** Hashes of RFC 6962 with the hash of Node itself: of each line, and of each pair below a whole subtree. Gives no bytes. */
function treePeer() {
  const edge: Buffer[] = [];
  const none = new Uint8Array();
  const pair = (left: Buffer, right: Buffer) =>
    createHash('sha256').update(nodePrefix).update(left).update(right).digest();
  let size = 0;
  return {
    add(lines: Uint8Array): Uint8Array {
      for (let from = 0, to = lines.indexOf(10); to >= 0; from = to + 1, to = lines.indexOf(10, from)) {
        let hash = createHash('sha256').update(leafPrefix).update(lines.subarray(from, to)).digest();
        size += 1;
        for (let whole = size; whole % 2 === 0; whole /= 2) hash = pair(edge.pop() ?? hash, hash);
        edge.push(hash);
      }
      return none;
    },
    end(): Uint8Array {
      edge.reduceRight((right, left) => pair(left, right));
      return none;
    },
  };
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Waits for each piece, so that zlib's own thread does not work beside the other writers. */
function zipper() {
  const stream = createGzip({ level: 6 });
  let pieces: Buffer[] = [];
  stream.on('data', (piece) => pieces.push(piece));
  const taken = () => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    return bytes;
  };
  return {
    async write(bytes: Uint8Array): Promise<Uint8Array> {
      await new Promise((resolve) => stream.write(bytes, resolve));
      return taken();
    },
    async end(): Promise<Uint8Array> {
      const ended = once(stream, 'end');
      stream.end();
      await ended;
      return taken();
    },
  };
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const names = ['contest', 'area', 'station', 'measure', 'option', 'count', 'source', 'upload'] as const;

type Cells = (string | bigint | null)[];

function empty(): Record<(typeof names)[number], Cells> {
  return { contest: [], area: [], station: [], measure: [], option: [], count: [], source: [], upload: [] };
}

function parquetPeer() {
  const bytes = new ByteWriter();
  const elements = names.map(
    (name): SchemaElement => ({ name, ...(name === 'count' ? { type: 'INT64' } : text) }),
  );
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: names.length }, ...elements],
  });
  let columns = empty();
  const flush = () => {
    writer.write({
      columnData: names.map((name) => ({ name, data: columns[name] })),
      rowGroupSize: 200_000,
    });
    columns = empty();
    return taken();
  };
  const taken = () => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  };
  return {
    write(page: readonly MergedProtocol[]): Uint8Array {
      for (const { contest, area, station, values } of page)
        for (const [field, { count, source, upload }] of values) {
          const [measure, option] = measureOf(field);
          columns.contest.push(contest);
          columns.area.push(area);
          columns.station.push(station);
          columns.measure.push(measure);
          columns.option.push(option);
          columns.count.push(BigInt(count));
          columns.source.push(source);
          columns.upload.push(upload);
        }
      return columns.contest.length >= 100_000 ? flush() : new Uint8Array();
    },
    end(): Uint8Array {
      const last = flush();
      writer.finish();
      return Buffer.concat([last, taken()]);
    },
  };
}
