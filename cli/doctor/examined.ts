import type { ElectionId } from '../../functions/model/ids.ts';
import type { UploadVersion as Entered, Entry } from '../../functions/model/ledger.ts';
import { type ElectionState, foldLedger } from '../../functions/model/state.ts';
import { isLater } from '../../functions/model/upload.ts';
import type { Bucket } from '../../functions/store/aws/bucket.ts';
import { uploadKey } from '../../functions/store/objects.ts';
import type { Store } from '../../functions/store/store.ts';
import type { UploadVersion } from '../operate/upload-event.ts';

/** What the checks look at. */
export interface Examined {
  readonly election: ElectionId;
  readonly ledger: readonly Entry[];
  readonly state: ElectionState;
  readonly store: Store;
  readonly intake: Bucket;
  readonly publication: Bucket;
  /**
   * The upload to start the pipeline on so that it allocates and publishes what is in: the last that the ledger has taken in. Null before the first.
   */
  readonly last: UploadVersion | null;
}

/** An election with its ledger. Throws `StoreError` code `ledger-broken` when the chain does not hold. */
export async function examined(
  places: Pick<Examined, 'store' | 'intake' | 'publication'>,
  election: ElectionId,
): Promise<Examined> {
  const ledger = await places.store.ledger.read(election);
  const last = ledger.findLast((entry) => entry.type === 'accepted' || entry.type === 'status');
  return {
    ...places,
    election,
    ledger,
    state: foldLedger(ledger),
    last: last ? enteredVersion(last) : null,
  };
}

/** An entry that came from an upload. */
export type UploadEntry = Entry & Entered;

/** The entries that came from uploads. */
export function uploadEntries(ledger: readonly Entry[]): UploadEntry[] {
  return ledger.filter((entry): entry is UploadEntry => 'versionId' in entry);
}

/** The object version of an entry, as its event told of it. */
export function enteredVersion({
  election,
  file,
  versionId,
  sequencer,
  at,
  bytes,
}: UploadEntry): UploadVersion {
  return { key: uploadKey(election, file), versionId, sequencer, at, bytes };
}

/**
 * A sequencer for a version of which no event has come, so that the ledger has it after all that it knows of the file. It is longer than those of
 * S3, and so comes right after the last of them: whatever S3 gives to a later version is greater.
 */
export function sequencerAfter(ledger: readonly Entry[], file: string): string {
  const known = uploadEntries(ledger)
    .filter((entry) => entry.file === file)
    .map(({ sequencer }) => sequencer);
  const last = known.reduce((newest, one) => (isLater(one, newest) ? one : newest), '00');
  return `${last.padEnd(18, '0')}01`;
}
