import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import { type Entry, isPublished, type Published } from '../../../functions/model/ledger.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import { nextStep } from '../../../functions/publish/step.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';
import { hashObject, listFolders, readText } from '../../../functions/store/aws/bucket.ts';
import { inParallel } from '../../../functions/store/aws/parallel.ts';
import { electionsPrefix, releaseKey, releasePrefix } from '../../../functions/store/objects.ts';
import type { Examined } from '../examined.ts';
import type { Problem } from '../problem.ts';

/** Every published release is whole, byte for byte; none is left unfinished, none is due, and none lies there that the ledger does not know. */
export async function* releases(examined: Examined): AsyncGenerator<Problem> {
  for (const entry of examined.ledger.filter(isPublished)) yield* damages(examined, entry);
  yield* unknownReleases(examined);
  yield* nextRelease(examined);
}

async function* damages(
  { election, publication }: Examined,
  entry: Entry<Published>,
): AsyncGenerator<Problem> {
  const { version, manifest, number } = entry;
  const problem = (path: string, what: string): Problem => ({
    code: 'release-damaged',
    where: `${releaseKey(election, version, path)}, entry ${number}`,
    what,
    mend: 'A release is never written again. Restore the version of the object that was there before: the bucket keeps every version.',
    repair: null,
  });
  const found = await readText(publication, releaseKey(election, version, 'manifest.json'));
  if (found === null || sha256(found.text) !== manifest) {
    const what = found === null ? 'is not there' : `has another SHA-256 than its entry states, ${manifest}`;
    yield problem('manifest.json', what);
    return;
  }
  const { files }: Manifest = JSON.parse(found.text);
  const wrong: Problem[] = [];
  const stated = [...files, { path: 'manifest.json', bytes: null, sha256: manifest }];
  await inParallel(files, 8, async ({ path, sha256: hash }) => {
    const lies = await hashObject(publication, releaseKey(election, version, path));
    if (lies?.sha256 !== hash)
      wrong.push(
        problem(
          path,
          lies === null ? 'is not there' : `has another SHA-256 than the manifest states, ${hash}`,
        ),
      );
  });
  const sums = await readText(publication, releaseKey(election, version, 'SHA256SUMS'));
  const lines = new Set(sums?.text.split('\n'));
  const unnamed = stated.find(({ path, sha256: hash }) => !lines.has(`${hash}  ${path}`));
  if (unnamed) wrong.push(problem('SHA256SUMS', `does not state the SHA-256 of ${unnamed.path}`));
  yield* wrong.sort((a, b) => (a.where < b.where ? -1 : 1));
}

async function* unknownReleases({ election, state, publication, store }: Examined): AsyncGenerator<Problem> {
  const known = new Set([...state.releases, state.unfinished].map((entry) => entry?.version));
  const prefix = `${electionsPrefix}${election}/`;
  for (const folder of await listFolders(publication, prefix)) {
    const version = folder.slice(prefix.length, -1);
    if (!/^\d+\.\d+\.\d+$/.test(version) || known.has(version)) continue;
    // A promise that was given up has left no checksums: they are written last.
    if ((await readText(publication, releaseKey(election, version, 'SHA256SUMS'))) === null) continue;
    // One that was begun while the doctor looked is known by now.
    const { releases, unfinished } = foldLedger(await store.ledger.read(election));
    if ([...releases, unfinished].some((entry) => entry?.version === version)) continue;
    yield {
      code: 'release-unknown',
      where: releasePrefix(election, version),
      what: 'lies in the publication bucket, and the ledger does not know of it: the table is older than what is published',
      mend: 'Upload nothing more, and bring the ledger up with --recover: docs/operations.md#restoring-the-table.',
      repair: null,
    };
  }
}

function* nextRelease({ ledger, state, election, last }: Examined): Generator<Problem> {
  const step = nextStep(ledger, state.revision);
  if (step.type === 'finish')
    yield {
      code: 'release-unfinished',
      where: releasePrefix(election, step.begun.version),
      what: `was begun with entry ${step.begun.number} and not finished`,
      mend: 'Start the pipeline: the publisher finishes it byte for byte. It may be at work on it just now: then nothing has to be done.',
      repair: last,
    };
  if (step.type === 'begin')
    yield {
      code: 'release-due',
      where: `${election}, revision ${step.revision}`,
      what: 'was accepted, and no release shows it',
      mend: 'Start the pipeline: it allocates and publishes the revision. It may be at work on it just now: then nothing has to be done.',
      repair: last,
    };
}
