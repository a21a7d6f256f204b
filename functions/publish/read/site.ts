import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { Latest } from '../../model/generated/latest.ts';
import { type BatchId, type ElectionId, isElectionId } from '../../model/ids.ts';
import type { Entry } from '../../model/ledger.ts';
import { foldLedger } from '../../model/state.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { PublishError } from '../errors.ts';
import { type PublishedElection, releaseNotes } from '../site/site.ts';

/** The part of the store that the files at the root are made from. */
export interface Ledgers {
  ledger(election: ElectionId): Promise<readonly Entry[]>;
  definition(election: ElectionId, batch: BatchId): Promise<ElectionDefinition>;
}

/**
 * The elections that have a pointer, ordered by id, each with its releases from the ledger. Throws PublishError `definition-missing` when a pointer
 * leads to a release that the ledger has no definition for.
 */
export async function publishedElections(
  { ledger: ledgerOf, definition: definitionOf }: Ledgers,
  pointers: readonly Latest[],
): Promise<PublishedElection[]> {
  const found = pointers
    .toSorted((a, b) => byCodePoint(a.election, b.election))
    .map(async (latest) => {
      const { election, revision } = latest;
      const ledger = isElectionId(election) ? await ledgerOf(election) : [];
      const { definition } = foldLedger(ledger, revision);
      if (!definition)
        throw new PublishError(
          'definition-missing',
          `${election}: latest.json names revision ${revision}, and the ledger has no definition up to there; restore the table to a point before it was lost`,
        );
      return {
        definition: await definitionOf(definition.election, definition.batch),
        latest,
        releases: releaseNotes(ledger, latest),
      };
    });
  return Promise.all(found);
}
