import { gzipSync } from 'node:zlib';
import type { AreaId, BatchId, ElectionId } from '../../model/ids.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import { type AreaStations, type StationIds, stationIdsOf } from '../../model/station-ids.ts';
import { decodeHeader } from '../codec/header.ts';
import { decodeRoll, encodeRoll, largestRoll } from '../codec/roll.ts';
import { corrupt } from '../codec/shape.ts';
import { headerKey, rollKey } from '../records.ts';
import { decompress, unpackDocument } from './document.ts';
import { type Item, placeOf, type Row, type Table } from './table.ts';

/** The items that hold the roll of a register: always compressed, since every check reads those of all registers. */
export function rollRows(
  election: ElectionId,
  batch: BatchId,
  stations: Parameters<typeof stationIdsOf>[0],
): Row[] {
  return Array.from(encodeRoll(stationIdsOf(stations)), (text, chunk) => ({
    ...rollKey(election, batch, chunk),
    doc: { B: gzipSync(text) },
  }));
}

/**
 * The roll of a register from the items of its batch, the header among them, which says how many chunks there are: the items of a batch from before
 * have none, and while it is written again some. Null when there is no header, or none that says so. Unpacked while it is gone through, chunk by chunk.
 */
export function rollFrom(
  items: readonly Item[],
  election: ElectionId,
  batch: BatchId,
  table: Table,
): StationIds | null {
  const bySort = new Map(items.map((item) => [item.sk?.S, item]));
  const key = headerKey(election, batch);
  const item = bySort.get(key.sk);
  if (item === undefined) return null;
  const where = placeOf(table, key);
  const { header, chunks: count } = decodeHeader(unpackDocument(item.doc, where), where);
  if (count === null) return null;
  const chunks: Chunk[] = [];
  for (let chunk = 0; chunk < count; chunk += 1) {
    const chunkKey = rollKey(election, batch, chunk);
    const bytes = bySort.get(chunkKey.sk)?.doc?.B;
    if (bytes === undefined) throw corrupt(placeOf(table, chunkKey), 'is not there, or holds no roll');
    chunks.push({ bytes, where: placeOf(table, chunkKey) });
  }
  return { [Symbol.iterator]: () => unpacked(chunks, header, where) };
}

interface Chunk {
  readonly bytes: Uint8Array;
  readonly where: string;
}

function* unpacked(chunks: readonly Chunk[], header: BatchHeader, where: string): Generator<AreaStations> {
  const left = new Map<AreaId, number>(header.areas.map(({ area, records }) => [area, records]));
  for (const chunk of chunks)
    for (const part of decodeRoll(decompress(chunk.bytes, chunk.where, largestRoll), chunk.where)) {
      left.set(part.area, (left.get(part.area) ?? 0) - part.stations.length);
      yield part;
    }
  for (const [area, stations] of left)
    if (stations !== 0) throw corrupt(where, `does not count as many stations of ${area} as its roll names`);
}
