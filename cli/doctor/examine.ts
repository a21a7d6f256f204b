import type { ElectionId } from '../../functions/model/ids.ts';
import { StoreError } from '../../functions/store/store.ts';
import { batches } from './checks/batches.ts';
import { pointers } from './checks/pointers.ts';
import { releases } from './checks/releases.ts';
import { uploads } from './checks/uploads.ts';
import { type Examined, examined } from './examined.ts';
import type { Problem } from './problem.ts';

/** What is compared with the ledger, in this order: what it names first, then what follows from it. */
const checks: readonly ((examined: Examined) => AsyncIterable<Problem>)[] = [
  batches,
  uploads,
  releases,
  pointers,
];

/** Compares everything that an election has stored with its ledger, and gives each problem as it is found. Reads only. */
export async function* examine(
  places: Pick<Examined, 'store' | 'intake' | 'publication'>,
  election: ElectionId,
): AsyncGenerator<Problem> {
  try {
    const looked = await examined(places, election);
    for (const check of checks) yield* check(looked);
  } catch (error) {
    if (!(error instanceof StoreError) || (error.code !== 'ledger-broken' && error.code !== 'corrupt'))
      throw error;
    yield {
      code: 'ledger-broken',
      where: election,
      what: error.message,
      mend: 'Nothing else can be compared before. Recover the table: docs/operations.md#restoring-the-table.',
      repair: null,
    };
  }
}
