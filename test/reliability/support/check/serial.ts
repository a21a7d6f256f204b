import { createHandler as createAllocate } from '../../../../functions/allocate/handler.ts';
import { canonicalJson } from '../../../../functions/model/json/json.ts';
import { type Entry, entryHash } from '../../../../functions/model/ledger.ts';
import { foldLedger } from '../../../../functions/model/state.ts';
import { createHandler as createPublish } from '../../../../functions/publish/handler.ts';
import { storeOf } from '../../../../functions/store/open.ts';
import type { Store } from '../../../../functions/store/store.ts';
import { createHandler as createValidate } from '../../../../functions/validate/handler.ts';
import { copyState, emptyState, type MemoryState, memoryClients, partsOf, places } from '../aws/memory.ts';
import { explorer } from '../run/explorer.ts';
import { codeVersion } from '../run/lambda.ts';
import { eventOf, put, type Upload } from '../run/upload.ts';

/** Gives what a run leaves that takes one thing after the other, in the order that a ledger tells. */
export type SerialRuns = (ledger: readonly Entry[]) => Promise<MemoryState>;

/**
 * Serial runs of uploads, without faults and without anything at the same time: each upload that the ledger names is validated and
 * allocated when its turn comes, each release is written alone, by one publisher. Throws where the serial run comes to another entry
 * than the ledger holds. What was run for a ledger is kept for those that begin like it.
 */
export function serialRuns(uploads: readonly Upload[]): SerialRuns {
  const known = new Map<string, MemoryState>();
  const beginning = emptyState();
  for (const upload of uploads) put(beginning, upload);
  const after = async (ledger: readonly Entry[]): Promise<MemoryState> => {
    const last = ledger.at(-1);
    if (last === undefined) return beginning;
    // The hash of an entry stands for all that came before it.
    const name = entryHash(last);
    const found = known.get(name) ?? (await goOn(await after(ledger.slice(0, -1)), uploads, ledger, last));
    known.set(name, found);
    return found;
  };
  return after;
}

async function goOn(
  before: MemoryState,
  uploads: readonly Upload[],
  ledger: readonly Entry[],
  entry: Entry,
): Promise<MemoryState> {
  const state = copyState(before);
  const store = storeOf(partsOf(memoryClients(() => state)));
  if ('versionId' in entry) await takeIn(store, uploads, entry);
  else await store.ledger.append(entry);
  if (entry.type === 'publishing') await publishAlone(state, entry);
  if (entry.type === 'published') {
    await compareManifest(state, ledger, entry);
    await publishOn(state, entry);
  }
  return state;
}

async function takeIn(
  store: Store,
  uploads: readonly Upload[],
  entry: Entry & { readonly file: string; readonly versionId: string },
): Promise<void> {
  const { election, file, versionId } = entry;
  const key = `uploads/${election}/${file}`;
  const upload = uploads.find((one) => one.key === key && one.versionId === versionId);
  if (!upload) throw new Error(`entry ${entry.number} is of an upload that nobody has made`);
  await createValidate(store)({ mode: 'reject-waiting', event: eventOf(upload) });
  const ledger = await store.ledger.read(election);
  if (canonicalJson(ledger.at(-1)) !== canonicalJson(entry))
    throw new Error(
      `entry ${entry.number} does not follow from those before it:\n${canonicalJson(entry)}\nthe serial run has\n${canonicalJson(ledger.at(-1))}`,
    );
  if (foldLedger(ledger).definition) await createAllocate(store)({ election });
}

/** Writes the release that `entry` promises on a copy of the state, of which the published files are kept. */
async function publishAlone(state: MemoryState, entry: Entry & { revision: number }) {
  const copy = copyState(state);
  await publishOn(copy, entry);
  const written = copy.buckets.get(places.publicationBucket);
  if (written) state.buckets.set(places.publicationBucket, written);
}

/** After the entry that finishes a release: the pointers name it, which entries of others may have come before. */
async function publishOn(state: MemoryState, { election, revision }: Entry & { revision: number }) {
  const store = storeOf(partsOf(memoryClients(() => state)));
  const publish = createPublish(store, {
    codeVersion,
    now: () => '2099-01-01T00:00:00.000Z',
    site: null,
    explorer,
  });
  await publish({ election, revision });
}

async function compareManifest(
  state: MemoryState,
  ledger: readonly Entry[],
  { election, version, manifest, number }: Entry & { version: string; manifest: string },
): Promise<void> {
  const pointer = state.buckets
    .get(places.publicationBucket)
    ?.get(`elections/${election}/latest.json`)
    ?.at(-1);
  const text = new TextDecoder().decode(pointer?.bytes);
  if (text.includes(`"${manifest}"`) && text.includes(`"${version}"`)) return;
  throw new Error(
    `entry ${number} of ${ledger.length}: the serial run publishes ${version} with another manifest than ${manifest}`,
  );
}
