import { byCodePoint } from '../../functions/model/text/text.ts';
import type { Failure, Store } from '../../functions/store/store.ts';
import { type Intake, memoryIntake } from './memory/intake.ts';
import { type Points, points } from './memory/points.ts';
import { memoryReleases, type Publication } from './memory/publication.ts';
import { memoryAllocations, memoryBatches, memoryLedger } from './memory/records.ts';
import { signerOf } from './signer.ts';

/** The store in memory, and what a test puts in, reads out and lets go wrong. */
export interface MemoryStore
  extends Store,
    Points,
    Pick<Intake, 'seedUpload' | 'seedScan' | 'removeUpload' | 'reports' | 'findings' | 'pages'>,
    Publication {
  /** Records a failure, as the state machine would. */
  addFailure(failure: Failure): void;
}

/**
 * An empty store in memory, with the promises of the port (`functions/store/store.ts`): the conformance suite runs against it
 * as well as against DynamoDB and S3. Nothing that goes in or comes out is shared with the caller.
 */
export function memoryStore(): MemoryStore {
  const { run, ...control } = points();
  const intake = memoryIntake(run);
  const releases = memoryReleases(run);
  const ledger = memoryLedger(run);
  const failures: Failure[] = [];
  return {
    ...control,
    uploads: {
      open: intake.open,
      reason: intake.reason,
      scanResult: intake.scanResult,
      writeReport: intake.writeReport,
    },
    ledger: { read: ledger.read, append: ledger.append },
    batches: memoryBatches(run),
    allocations: memoryAllocations(run),
    releases: {
      put: releases.put,
      writeVersions: releases.writeVersions,
      moveLatest: releases.moveLatest,
      moveIndex: releases.moveIndex,
      putKey: releases.putKey,
      rebuildRoot: releases.rebuildRoot,
      rebuildIndex: releases.rebuildIndex,
      rebuildPages: releases.rebuildPages,
      putAsset: releases.putAsset,
    },
    logs: releases.logs,
    signer: signerOf(1),
    status: {
      elections: () =>
        run('status.elections', () =>
          [...new Set([...ledger.elections(), ...intake.elections()])].sort(byCodePoint),
        ),
      uploads: (election) =>
        run('status.uploads', () => intake.uploaded(election).sort((a, b) => (a.file < b.file ? -1 : 1))),
      failures: () =>
        run('status.failures', () => structuredClone(failures).sort((a, b) => (a.at < b.at ? -1 : 1))),
      latest: (election) => run('status.latest', () => releases.latest(election)),
    },
    seedUpload: intake.seedUpload,
    seedScan: intake.seedScan,
    removeUpload: intake.removeUpload,
    reports: intake.reports,
    findings: intake.findings,
    pages: intake.pages,
    files: releases.files,
    mediaType: releases.mediaType,
    addFailure: (failure) => void failures.push(failure),
  };
}
