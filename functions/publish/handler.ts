import type { Certificate } from '../model/generated/certificate.ts';
import type { ElectionId } from '../model/ids.ts';
import { type Entry, type EntryBody, nextEntry, type Published, type Publishing } from '../model/ledger.ts';
import { foldLedger } from '../model/state.ts';
import { isSigningFault } from '../store/aws/signer.ts';
import { openStore } from '../store/open.ts';
import { type Store, StoreError } from '../store/store.ts';
import { failureOf, observed } from '../telemetry/observed.ts';
import { LedgerBusy, ReleaseBusy } from './errors.ts';
import { type Asked, checked, type PublishEvent } from './event.ts';
import { electionFolder, listedReleases } from './folders/election.ts';
import { describeElections } from './folders/elections.ts';
import { newestRelease } from './latest.ts';
import { describeVersions } from './listing.ts';
import { growLog } from './log/grow.ts';
import { publish } from './publish.ts';
import { pendingChanges, prepareRelease } from './read/prepare.ts';
import { publishedElections } from './read/site.ts';
import {
  held,
  type PublishResult,
  tellError,
  tellResult,
  type WrittenRelease,
  writtenRelease,
} from './result.ts';
import { minisignPublicKey } from './sign/minisign.ts';
import { type Explorer, readExplorer } from './site/explorer.ts';
import { electionPages } from './site/pages/election.ts';
import { pageNames } from './site/pages/frame.ts';
import { readSummary } from './site/pages/summary-form.ts';
import { rootFiles, rootNames } from './site/site.ts';
import { nextStep } from './step.ts';
import { isAtWork, recordsIn } from './turn.ts';
import { columnsFingerprint, nextVersion } from './versions.ts';

export type { PublishEvent, PublishResult };

/** What the handler takes from its surroundings. */
export interface PublishOptions {
  readonly codeVersion: string;
  /** The time, ISO 8601, UTC. It enters the ledger and is read from there: no file depends on the clock. */
  readonly now: () => string;
  /**
   * Address of the published data with a slash at the end, for the files at the root: feeds and catalogues are read far from where they lie. Null
   * where it is not known. No file of a release depends on it.
   */
  readonly site: string | null;
  /** The explorer, whose script and style the pages load; pages without them are whole, but plain. */
  readonly explorer?: Explorer | null;
}

/**
 * The stage: writes the release of a revision, unless one holds it. The ledger says how far anybody has come, so the handler may be
 * run twice, at the same time, or after a crash: an unfinished release is finished first, byte for byte, by whoever sees it.
 * Throws LedgerBusy when trying again will help, ReleaseBusy when another publisher is at work.
 */
export function createHandler(
  store: Store,
  options: PublishOptions,
): (event: PublishEvent) => Promise<PublishResult> {
  return async (event) => run(store, options, checked(event));
}

/** The Lambda: the store is opened on the first event and kept for those that follow. */
export const handler = observed({
  stage: 'publish',
  run: (event: PublishEvent) => {
    opened ??= createHandler(openStore(process.env), {
      codeVersion: process.env.CODE_VERSION ?? 'unknown',
      now: () => new Date().toISOString(),
      site: process.env.PUBLIC_URL ? `${process.env.PUBLIC_URL}/` : null,
      explorer: readExplorer(import.meta.dirname),
    });
    return opened(event);
  },
  tell: tellResult,
  tellError: (error) => (isSigningFault(error) ? failureOf(error, { SigningFailures: 1 }) : tellError(error)),
});

let opened: ReturnType<typeof createHandler> | undefined;

async function run(store: Store, options: PublishOptions, asked: Asked): Promise<PublishResult> {
  const { election, revision } = asked;
  let begun: string | null = null;
  let written: WrittenRelease | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ledger = await store.ledger.read(election);
    const step = nextStep(ledger, revision);
    if (step.type === 'nothing-yet') return { outcome: 'nothing-yet', election };
    if (step.type === 'covered') {
      await announce(store, options, election, ledger);
      return held(election, step.release.version, { begun, written });
    }
    if (step.type === 'begin')
      begun = await begin(
        store,
        options,
        ledger,
        election,
        await newestAllocated(store, ledger, { election, revision: step.revision }),
      );
    else if (step.begun.version !== begun && isAtWork(step.begun, recordsIn(ledger), options.now()))
      throw new ReleaseBusy(
        `${election}: release ${step.begun.version} is being written; this one waits for its turn`,
      );
    else {
      const finished = await finish(store, options, ledger, step.begun);
      begun = finished.instead ?? begun;
      written = finished.written ?? written;
    }
  }
  throw new LedgerBusy('contended', `${election}: other writers were faster ${attempts} times; try again`);
}

// Each attempt ends in an entry of somebody; so many in a row mean that this one should wait.
const attempts = 10;

/**
 * Promises a release in the ledger: from here on version, revision, time and code version are fixed. Only once the allocation is
 * there, so that whoever finishes it finds it. Gives the version, null when another entry was faster.
 */
async function begin(
  store: Store,
  { codeVersion, now }: PublishOptions,
  ledger: readonly Entry[],
  election: ElectionId,
  revision: number,
): Promise<string | null> {
  await certificatesAt(store, election, revision);
  const changes = await pendingChanges(store.batches, election, ledger, revision);
  const version = await nextVersion(ledger, columnsFingerprint(), changes);
  const body: Publishing = { type: 'publishing', version, revision, codeVersion };
  return (await append(store, ledger, election, now(), body)) ? version : null;
}

/**
 * Writes the files of a promised release and enters it as finished. Gives what was written if this run entered it, and the version of the
 * promise that takes its place, if one has to.
 */
async function finish(
  store: Store,
  options: PublishOptions,
  ledger: readonly Entry[],
  begun: Entry<Publishing>,
): Promise<{ readonly written?: WrittenRelease; readonly instead?: string | null }> {
  const { election, version, revision } = begun;
  const certificates = await certificatesAt(store, election, revision);
  const release = await prepareRelease(store.batches, ledger, begun, certificates);
  const sink = {
    put: (path: string, mediaType: string, body: AsyncIterable<Uint8Array>) =>
      store.releases.put(election, version, path, mediaType, body),
  };
  try {
    const { manifest, changes, files } = await publish(release, sink, store.signer);
    const columns = columnsFingerprint();
    const body: Published = { type: 'published', version, revision, manifest, columns, changes };
    const entered = await enterFinished(store, options, election, body);
    return entered ? { written: writtenRelease(ledger, begun, files) } : {};
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'release-differs') throw error;
    // Part of it was written by other code, and what is published never changes: the promise is given up, and the ledger
    // shows that. A later version takes its place; the half release has no checksums and no pointer leads to it.
    return { instead: await begin(store, options, ledger, election, revision) };
  }
}

/** Enters a release as finished; false when another run has. */
async function enterFinished(
  store: Store,
  { now }: PublishOptions,
  election: ElectionId,
  body: Published,
): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ledger = await store.ledger.read(election);
    const finished = ledger.some((entry) => entry.type === 'published' && entry.version === body.version);
    if (finished) return false;
    if (await append(store, ledger, election, now(), body)) return true;
  }
  throw new LedgerBusy(
    'contended',
    `${election}: release ${body.version} is written but not yet in the ledger`,
  );
}

/**
 * Lists the releases, then moves pointer, indexes and the files at the root to the newest that stands: also when it is old, since whoever wrote
 * it may have died before, and a release may have been withdrawn.
 */
async function announce(
  store: Store,
  { site: base, codeVersion, explorer = null }: PublishOptions,
  election: ElectionId,
  ledger: readonly Entry[],
): Promise<void> {
  const { id, text } = await minisignPublicKey(store.signer);
  await store.releases.putKey(id, text);
  // Before the pointer: what is announced as published is in the log.
  const { batches, signer, logs } = store;
  await growLog({ election, ledger, batches, signer, files: logs.open(election), path: logs.path(election) });
  const [versions, latest] = [describeVersions(ledger), newestRelease(ledger)];
  if (versions) await store.releases.writeVersions(versions);
  if (latest) await store.releases.moveLatest(latest);
  await store.releases.moveIndex(election, electionFolder(election, listedReleases(ledger)));
  // Before the pages that load them.
  const assets = (await explorer?.place(store.releases.putAsset, { signer, codeVersion })) ?? null;
  await store.releases.rebuildPages(election, pageNames, (pointer, summary) =>
    electionPages(pointer, readSummary(summary, pointer.path), assets),
  );
  const ledgers = { ledger: store.ledger.read, definition: store.batches.definition };
  await store.releases.rebuildRoot(rootNames, async (pointers) =>
    rootFiles({ base, elections: await publishedElections(ledgers, pointers) }, assets),
  );
  await store.releases.rebuildIndex(describeElections);
}

/** The newest revision if it has been allocated: a release of it makes those of the revisions before needless. */
async function newestAllocated(
  store: Store,
  ledger: readonly Entry[],
  { election, revision: asked }: Asked,
): Promise<number> {
  const newest = foldLedger(ledger).revision;
  if (newest === asked) return asked;
  return (await store.allocations.read(election, newest)).length > 0 ? newest : asked;
}

async function certificatesAt(store: Store, election: ElectionId, revision: number): Promise<Certificate[]> {
  const certificates = await store.allocations.read(election, revision);
  if (certificates.length > 0) return certificates;
  throw new LedgerBusy('not-allocated', `${election}: revision ${revision} has not been allocated yet`);
}

function append(
  store: Store,
  ledger: readonly Entry[],
  election: ElectionId,
  at: string,
  body: EntryBody,
): Promise<boolean> {
  return store.ledger.append(nextEntry(ledger, election, at, body));
}
