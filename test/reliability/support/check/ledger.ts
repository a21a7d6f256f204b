import type { Entry } from '../../../../functions/model/ledger.ts';
import { storeOf } from '../../../../functions/store/open.ts';
import { electionId } from '../../../support/builders.ts';
import { type MemoryState, memoryClients, partsOf } from '../aws/memory.ts';

/** The ledger of the election of all tests here, read and checked as the handlers do. */
export function ledgerOf(state: MemoryState): Promise<Entry[]> {
  const store = storeOf(partsOf(memoryClients(() => state)));
  return store.ledger.read(electionId('xx-2024'));
}
