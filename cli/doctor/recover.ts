import { createHandler as createAllocate } from '../../functions/allocate/handler.ts';
import type { Latest } from '../../functions/model/generated/latest.ts';
import type { Manifest } from '../../functions/model/generated/manifest.ts';
import type { ElectionId } from '../../functions/model/ids.ts';
import { canonicalJson } from '../../functions/model/json/json.ts';
import { brokenLink, type Entry, nextEntry, type Publishing } from '../../functions/model/ledger.ts';
import { foldLedger } from '../../functions/model/state.ts';
import { sha256 } from '../../functions/publish/write/hash.ts';
import { readText } from '../../functions/store/aws/bucket.ts';
import { isEntry } from '../../functions/store/codec/entry.ts';
import { decode } from '../../functions/store/codec/shape.ts';
import { releaseKey } from '../../functions/store/objects.ts';
import type { Store } from '../../functions/store/store.ts';
import { createHandler as createValidate } from '../../functions/validate/handler.ts';
import { uploadEvent } from '../operate/upload-event.ts';
import { type Examined, enteredVersion } from './examined.ts';

/** Why a ledger cannot be brought back; the message says what to do. */
export class RecoveryRefused extends Error {
  override readonly name = 'RecoveryRefused';
}

/**
 * Brings a ledger that is older than what is published up to the newest release, and gives how many entries were missing. The release holds the
 * ledger up to its revision, chained by hash to the entries that are here: each that is missing is made again by the same code from the same upload, and
 * must come out as it is published. The release itself is promised anew as its manifest tells, so that the publisher finishes what is
 * written. It may be run again after a crash. Throws RecoveryRefused.
 */
export async function recover(
  places: Pick<Examined, 'store' | 'intake' | 'publication'>,
  election: ElectionId,
): Promise<number> {
  const { store, intake } = places;
  const newest = (await store.status.latest(election))?.newest;
  const here = await store.ledger.read(election);
  if (!newest || here.some((entry) => entry.type === 'published' && entry.manifest === newest.manifest))
    return 0;
  const { manifest, ledger } = await publishedLedger(places, election, newest);
  const { version, revision, codeVersion, at } = manifest;
  const { unfinished } = foldLedger(here);
  if (unfinished?.version === version && unfinished.at === at) return 0;
  // What stands here after the revision of the release is no part of its ledger.
  const shared = here.slice(0, ledger.length);
  const parted = shared.findIndex(
    (entry, index) => canonicalJson(entry) !== canonicalJson(ledger[index] ?? null),
  );
  if (parted >= 0)
    throw new RecoveryRefused(
      `Entry ${parted + 1} of the table is another than release ${newest.version} shows: something was entered after the table was restored. ` +
        'Restore the table once more, to a new one, and recover before anything is uploaded.',
    );
  for (const entry of ledger.slice(here.length)) await enterAgain(store, intake.name, entry);
  const promise: Publishing = { type: 'publishing', version, revision, codeVersion };
  const now = await store.ledger.read(election);
  if (!(await store.ledger.append(nextEntry(now, election, at, promise)))) throw busy(election);
  return ledger.length - shared.length + 1;
}

/** The manifest of a release and the ledger in it, each as the hash before it says. */
async function publishedLedger(
  { publication }: Pick<Examined, 'publication'>,
  election: ElectionId,
  { version, manifest: hash }: Latest['newest'],
): Promise<{ manifest: Manifest; ledger: Entry[] }> {
  const read = async (path: string, stated: string | undefined): Promise<string> => {
    const key = releaseKey(election, version, path);
    const found = await readText(publication, key);
    if (found !== null && sha256(found.text) === stated) return found.text;
    const what = found === null ? 'is not there' : 'has other bytes than were published';
    throw new RecoveryRefused(`${key} ${what}. Restore the version of the object that was there before.`);
  };
  const manifest: Manifest = JSON.parse(await read('manifest.json', hash));
  const path = 'ledger.ndjson';
  const text = await read(path, manifest.files.find((file) => file.path === path)?.sha256);
  const ledger = text
    .trimEnd()
    .split('\n')
    .map((line) => decode(line, isEntry, path));
  if (brokenLink(ledger) === null) return { manifest, ledger };
  throw new RecoveryRefused(`${path} of release ${version} does not hold together.`);
}

/** Makes an entry again that is not in the table, with its batch, its report and its allocation. */
async function enterAgain(store: Store, bucket: string, entry: Entry): Promise<void> {
  const { election, number } = entry;
  if (!('versionId' in entry)) {
    if (await store.ledger.append(entry)) return;
    throw busy(election);
  }
  await createValidate(store)({ mode: 'reject-waiting', event: uploadEvent(bucket, enteredVersion(entry)) });
  const ledger = await store.ledger.read(election);
  const made = ledger[number - 1];
  if (made === undefined || canonicalJson(made) !== canonicalJson(entry))
    throw new RecoveryRefused(
      `Entry ${number} cannot be made again from ${entry.file} (version ${entry.versionId}): ` +
        (made === undefined
          ? 'that version is no longer in the bucket.'
          : 'it comes out otherwise. Was it taken in by another version of the code? Deploy that one, restore the table once more and recover then.'),
    );
  if (foldLedger(ledger).definition !== null) await createAllocate(store)({ election });
}

function busy(election: ElectionId): RecoveryRefused {
  return new RecoveryRefused(
    `Somebody has entered something in the ledger of ${election} meanwhile. Stop uploads, restore the table once more and recover then.`,
  );
}
