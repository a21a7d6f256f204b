import type { AreaId, BatchId, ElectionId } from '../model/ids.ts';
import { type BatchRecords, type Protocols, totalsOf } from '../model/records/batch.ts';
import type { Protocol } from '../model/records/protocol.ts';
import { definitionRows, definitionText } from './aws/definition.ts';
import { packDocument, unpackDocument } from './aws/document.ts';
import { rollFrom, rollRows } from './aws/roll.ts';
import { getItem, placeOf, putItem, queryItems, type Row, type Table, writeItems } from './aws/table.ts';
import { decodeHeader, encodeHeader } from './codec/header.ts';
import { decodeProtocol, encodeProtocol } from './codec/protocol.ts';
import { isCandidate, isDefinition, isStation, isTurnout } from './codec/records.ts';
import { decode } from './codec/shape.ts';
import { decodeTotals, encodeTotals } from './codec/totals.ts';
import { byContestAndStation, byPlace, byStation, byTime, byTotal } from './order.ts';
import * as keys from './records.ts';
import type { BatchStore } from './store.ts';

/** The batches in DynamoDB: an item a record, a partition an area, the header last. */
export function tableBatches(table: Table): BatchStore {
  return {
    async write(header, records) {
      const { election, batch } = header;
      await writeItems(table, recordRows(election, batch, records));
      if (records.kind === 'results') await writeItems(table, totalRows(election, batch, records));
      const roll = records.kind === 'stations' ? rollRows(election, batch, records.stations) : null;
      if (roll !== null) await writeItems(table, roll);
      const key = keys.headerKey(election, batch);
      const text = encodeHeader({ header, chunks: roll === null ? null : roll.length });
      const doc = packDocument(text, placeOf(table, key));
      await putItem(table, { ...key, doc });
    },
    async header(election, batch) {
      const key = keys.headerKey(election, batch);
      const item = await getItem(table, key);
      const where = placeOf(table, key);
      return item && decodeHeader(unpackDocument(item.doc, where), where).header;
    },
    async definition(election, batch) {
      const where = placeOf(table, keys.definitionKey(election, batch, 0));
      const items = await queryItems(table, keys.batchPartition(election, batch), keys.definitionPrefix);
      return decode(definitionText(items, where), isDefinition, where);
    },
    async roll(election, batch) {
      const items = await queryItems(table, keys.batchPartition(election, batch));
      return rollFrom(items, election, batch, table);
    },
    ...recordReaders(table),
  };
}

/** The reads of many records. */
function recordReaders(
  table: Table,
): Pick<BatchStore, 'protocols' | 'stations' | 'candidates' | 'turnout' | 'totals'> {
  const ofArea = (election: ElectionId, batch: BatchId, area: AreaId) =>
    queryDocuments(table, keys.areaPartition(election, batch, area));
  const ofBatch = (election: ElectionId, batch: BatchId, prefix: string) =>
    queryDocuments(table, keys.batchPartition(election, batch), prefix);
  return {
    async protocols(...place) {
      const documents = await ofArea(...place);
      return documents.map(({ text, where }) => decodeProtocol(text, where)).sort(byContestAndStation);
    },
    async stations(...place) {
      const documents = await ofArea(...place);
      return documents.map(({ text, where }) => decode(text, isStation, where)).sort(byStation);
    },
    async turnout(...place) {
      const documents = await ofArea(...place);
      return documents.map(({ text, where }) => decode(text, isTurnout, where)).sort(byTime);
    },
    async candidates(election, batch) {
      const documents = await ofBatch(election, batch, keys.candidatePrefix);
      return documents.map(({ text, where }) => decode(text, isCandidate, where)).sort(byPlace);
    },
    async totals(election, batch) {
      const documents = await ofBatch(election, batch, keys.totalsPrefix);
      return documents.map(({ text, where }) => decodeTotals(text, where)).sort(byTotal);
    },
  };
}

async function queryDocuments(
  table: Table,
  pk: string,
  prefix?: string,
): Promise<{ text: string; where: string }[]> {
  const items = await queryItems(table, pk, prefix);
  return items.map((item) => {
    const where = placeOf(table, { pk, sk: item.sk?.S ?? '' });
    return { text: unpackDocument(item.doc, where), where };
  });
}

// Encoded as they are taken, so that not all of a batch is in memory twice.
function* recordRows(election: ElectionId, batch: BatchId, records: BatchRecords): Generator<Row> {
  switch (records.kind) {
    case 'definition':
      yield* definitionRows(election, batch, records.definition);
      return;
    case 'stations':
      for (const station of dealt(byArea(records.stations)))
        yield row(keys.stationKey(election, batch, station), JSON.stringify(station));
      return;
    case 'candidates':
      for (const candidate of records.candidates)
        yield row(keys.candidateKey(election, batch, candidate), JSON.stringify(candidate));
      return;
    case 'results':
      for (const protocol of dealt(protocolsByArea(records.protocols)))
        yield row(keys.protocolItemKey(election, batch, protocol), encodeProtocol(protocol));
      return;
    case 'turnout':
      for (const snapshot of dealt(byArea(records.turnout)))
        yield row(keys.turnoutKey(election, batch, snapshot), JSON.stringify(snapshot));
  }
}

function* totalRows(
  election: ElectionId,
  batch: BatchId,
  records: Extract<BatchRecords, { kind: 'results' }>,
): Generator<Row> {
  for (const totals of totalsOf(records.protocols))
    yield row(keys.totalsKey(election, batch, totals), encodeTotals(totals));
}

// One of each area in turn: a partition takes a quarter of what a new table takes, and files come sorted by area.
function* dealt<Item>(areas: Iterable<Iterable<Item>>): Generator<Item> {
  let hands = Array.from(areas, (items) => items[Symbol.iterator]());
  while (hands.length > 0) {
    const left: Iterator<Item>[] = [];
    for (const hand of hands) {
      const next = hand.next();
      if (next.done === true) continue;
      yield next.value;
      left.push(hand);
    }
    hands = left;
  }
}

function byArea<Item extends { readonly area: AreaId }>(items: readonly Item[]): Iterable<readonly Item[]> {
  return Map.groupBy(items, ({ area }) => area).values();
}

// Those of a table are made as they are written.
function protocolsByArea(protocols: Protocols): Iterable<Iterable<Protocol>> {
  return 'inArea' in protocols
    ? protocols.areas.map(({ area }) => protocols.inArea(area))
    : byArea(protocols);
}

function row(key: keys.Key, text: string): Row {
  return { ...key, doc: packDocument(text, `${key.pk} ${key.sk}`) };
}
