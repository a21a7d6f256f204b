import type { ElectionId } from '../model/ids.ts';
import { canonicalJson } from '../model/json.ts';
import { brokenLink, type Entry } from '../model/ledger.ts';
import { packDocument, unpackDocument } from './aws/document.ts';
import { getItem, type Item, placeOf, putItem, putItemIfFree, queryItems, type Table } from './aws/table.ts';
import { isEntry } from './codec/entry.ts';
import { decode } from './codec/shape.ts';
import { electionKey, ledgerKey, ledgerPrefix } from './records.ts';
import { type LedgerStore, StoreError } from './store.ts';

/** The ledgers in DynamoDB: an item an entry, its canonical JSON as it is hashed. */
export function tableLedger(table: Table): LedgerStore {
  return {
    async read(election) {
      const items = await queryItems(table, election, ledgerPrefix);
      const ledger = items.map((item) => entryOf(table, item));
      checkChain(election, ledger);
      return ledger;
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

function entryOf(table: Table, item: Item): Entry {
  const where = placeOf(table, { pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' });
  return decode(unpackDocument(item.doc, where), isEntry, where);
}

function checkChain(election: ElectionId, ledger: readonly Entry[]): void {
  const stranger = ledger.find((entry) => entry.election !== election)?.number;
  const broken = stranger ?? brokenLink(ledger);
  if (broken === null) return;
  throw new StoreError(
    'ledger-broken',
    `The ledger of ${election} does not hold together at entry ${broken}: it was changed or deleted after it was written. ` +
      'Nothing is published until the entry is restored, for example from point-in-time recovery.',
  );
}
