import type { ElectionId } from '../model/ids.ts';
import { canonicalJson } from '../model/json/json.ts';
import { brokenLink, type Entry, entryHash } from '../model/ledger.ts';
import { packDocument, unpackDocument } from './aws/document.ts';
import {
  getItem,
  type Item,
  placeOf,
  putItem,
  putItemIfFree,
  queryItems,
  queryRange,
  type Table,
} from './aws/table.ts';
import { isEntry } from './codec/entry.ts';
import { decode } from './codec/shape.ts';
import { electionKey, lastLedgerKey, ledgerKey, ledgerPrefix } from './records.ts';
import { type LedgerStore, StoreError } from './store.ts';

/**
 * The ledgers in DynamoDB: an item an entry, its canonical JSON as it is hashed. An entry never changes, so what was read once is kept, and the next
 * reading begins with the last entry that is known: while that one stands there, so do all before it, whose hashes it carries. A busy
 * election is read by hundreds at a time, all from one partition.
 */
export function tableLedger(table: Table): LedgerStore {
  const known = new Map<ElectionId, readonly Entry[]>();
  return {
    async read(election) {
      const ledger = (await goOn(table, election, known.get(election))) ?? (await readWhole(table, election));
      keep(known, election, ledger);
      return [...ledger];
    },

    async append(entry) {
      // Before the first entry, so that no crash can leave a ledger that nothing lists.
      if (entry.number === 1)
        await putItem(table, { ...electionKey(entry.election), doc: { S: entry.election } });
      const key = ledgerKey(entry.election, entry.number);
      const doc = canonicalJson(entry);
      const where = placeOf(table, key);
      if (await putItemIfFree(table, { ...key, doc: packDocument(doc, where) })) return true;
      // The SDK repeats a call whose reply was lost: the entry that stands in the way may be this one.
      const there = await getItem(table, key);
      return there !== null && unpackDocument(there.doc, where) === doc;
    },
  };
}

/** As many as a process is likely to serve at the same time; each of the largest has some megabytes. */
const mostKept = 4;

/** Keeps the ledgers that were read last. */
function keep(
  known: Map<ElectionId, readonly Entry[]>,
  election: ElectionId,
  ledger: readonly Entry[],
): void {
  known.delete(election);
  known.set(election, ledger);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
}

async function readWhole(table: Table, election: ElectionId): Promise<Entry[]> {
  const items = await queryItems(table, election, ledgerPrefix);
  const ledger = items.map((item) => entryOf(table, item));
  checkChain(election, ledger);
  return ledger;
}

/** The known entries and what has come since; null where the last of them is not there as it was, as in a table that was restored. */
async function goOn(
  table: Table,
  election: ElectionId,
  known: readonly Entry[] = [],
): Promise<readonly Entry[] | null> {
  const last = known.at(-1);
  if (last === undefined) return null;
  const items = await queryRange(table, ledgerKey(election, last.number), lastLedgerKey(election).sk);
  const [there, ...since] = items.map((item) => entryOf(table, item));
  if (there === undefined || entryHash(there) !== entryHash(last)) return null;
  checkChain(election, since, last);
  return [...known, ...since];
}

function entryOf(table: Table, item: Item): Entry {
  const where = placeOf(table, { pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' });
  return decode(unpackDocument(item.doc, where), isEntry, where);
}

function checkChain(election: ElectionId, entries: readonly Entry[], after: Entry | null = null): void {
  const stranger = entries.find((entry) => entry.election !== election)?.number;
  const broken = stranger ?? brokenLink(entries, after);
  if (broken === null) return;
  throw new StoreError(
    'ledger-broken',
    `The ledger of ${election} does not hold together at entry ${broken}: it was changed or deleted after it was written. ` +
      'Nothing is published until the entry is restored, for example from point-in-time recovery.',
  );
}
