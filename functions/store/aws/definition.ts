import { gzipSync } from 'node:zlib';
import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { BatchId, ElectionId } from '../../model/ids.ts';
import { definitionKey } from '../records.ts';
import { StoreError } from '../store.ts';
import { decompress, largestDocument } from './document.ts';
import type { Item, Row } from './table.ts';

/** The items that hold a definition: compressed, and cut where an item is full. */
export function definitionRows(election: ElectionId, batch: BatchId, definition: ElectionDefinition): Row[] {
  const bytes = gzipSync(JSON.stringify(definition));
  const rows: Row[] = [];
  for (let start = 0; start < bytes.length; start += largestDocument) {
    const chunk = bytes.subarray(start, start + largestDocument);
    rows.push({ ...definitionKey(election, batch, rows.length), doc: { B: chunk } });
  }
  return rows;
}

/** The JSON of a definition from its items, in their order. Throws `StoreError` codes `batch-missing` and `corrupt`. */
export function definitionText(items: readonly Item[], where: string): string {
  if (items.length === 0)
    throw new StoreError(
      'batch-missing',
      `${where} is not there: the batch holds no definition, or was deleted. Upload election.json again.`,
    );
  const chunks = items.map((item) => item.doc?.B ?? new Uint8Array());
  return decompress(Buffer.concat(chunks), where);
}
