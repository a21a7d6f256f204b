import { isObject, prettyJson } from '../../../functions/model/json/json.ts';
import { isPublished } from '../../../functions/model/ledger.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import { electionFolder, listedReleases } from '../../../functions/publish/folders/election.ts';
import { decisiveEntry, newestRelease } from '../../../functions/publish/latest.ts';
import { describeVersions } from '../../../functions/publish/listing.ts';
import { readCheckpoint } from '../../../functions/publish/verify/signature/note.ts';
import { readText } from '../../../functions/store/aws/bucket.ts';
import {
  electionIndexKey,
  electionsIndexKey,
  latestKey,
  logKey,
  versionsKey,
} from '../../../functions/store/objects.ts';
import type { Examined } from '../examined.ts';
import type { Problem } from '../problem.ts';

/** What leads to the releases says what follows from the ledger: latest.json, versions.json, the indexes, and the head of the log. */
export async function* pointers(examined: Examined): AsyncGenerator<Problem> {
  const { election, ledger } = examined;
  const [latest, versions] = [newestRelease(ledger), describeVersions(ledger)];
  if (latest === null || versions === null) return;
  yield* pointer(examined, latestKey(election), latest);
  yield* pointer(examined, versionsKey(election), versions);
  yield* index(examined);
  yield* logHead(examined);
}

async function* pointer(
  examined: Examined,
  key: string,
  due: { readonly entry: number },
): AsyncGenerator<Problem> {
  const { publication, last } = examined;
  const found = await readText(publication, key);
  if (found?.text === prettyJson(due)) return;
  const entry = entryIn(found?.text);
  if (entry > due.entry && (await isOvertaken(examined, entry))) return;
  if (entry > due.entry)
    yield {
      code: 'pointer-ahead',
      where: key,
      what: `follows from entry ${entry}, and the ledger has none after ${due.entry} that it could follow from`,
      mend: 'After a recovery it moves again with the next release. Otherwise the table is older than what is published: docs/operations.md#restoring-the-table.',
      repair: null,
    };
  else
    yield {
      code: 'pointer-behind',
      where: key,
      what:
        found === null
          ? 'is not there'
          : `follows from entry ${entry}, and the ledger has come to ${due.entry}`,
      mend: 'Start the pipeline: the publisher moves it.',
      repair: entry === due.entry ? null : last,
    };
}

/**
 * Whether somebody has moved a pointer in good order: the ledger has grown while the doctor looked, or the release is there and about to be entered as
 * finished.
 */
async function isOvertaken({ store, election }: Examined, entry: number): Promise<boolean> {
  const ledger = await store.ledger.read(election);
  return foldLedger(ledger).unfinished !== null || entry <= decisiveEntry(ledger);
}

async function* index({ election, ledger, publication, last }: Examined): AsyncGenerator<Problem> {
  const key = electionIndexKey(election);
  const due = electionFolder(election, listedReleases(ledger));
  const found = await readText(publication, key);
  const missing = due.entries.find(({ name }) => !found?.text.includes(JSON.stringify(name)));
  const mend = 'Start the pipeline: the publisher writes it again.';
  if (missing)
    yield { code: 'pointer-behind', where: key, what: `does not list ${missing.name}`, mend, repair: last };
  const root = await readText(publication, electionsIndexKey);
  if (!root?.text.includes(JSON.stringify(`${election}/`)))
    yield {
      code: 'pointer-behind',
      where: electionsIndexKey,
      what: `does not list ${election}`,
      mend,
      repair: last,
    };
}

async function* logHead({ election, ledger, publication, last }: Examined): AsyncGenerator<Problem> {
  const newest = ledger.findLast(isPublished);
  if (!newest) return;
  const key = logKey(election, 'checkpoint');
  const head = await readText(publication, key);
  const due = await readText(publication, logKey(election, `checkpoints/${newest.version}`));
  if (due && head && sizeOf(head.text) >= sizeOf(due.text)) return;
  yield {
    code: 'log-behind',
    where: key,
    what: `does not hold release ${newest.version} yet`,
    mend: 'Start the pipeline: the publisher adds it.',
    repair: last,
  };
}

function sizeOf(checkpoint: string): number {
  return readCheckpoint(checkpoint)?.size ?? 0;
}

/** The entry that a pointer says it follows from; 0 for what is no pointer. */
function entryIn(text: string | undefined): number {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) && typeof value.entry === 'number' ? value.entry : 0;
  } catch {
    return 0;
  }
}
