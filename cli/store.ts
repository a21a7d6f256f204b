import { openStore } from '../functions/store/open.ts';
import type { Store } from '../functions/store/store.ts';
import { UsageError } from './command.ts';
import type { Deployment } from './endpoint.ts';

/**
 * The store of a deployment, with the credentials and the region that the SDK finds. Throws UsageError where bucket or table are not named.
 *
 * @param asking what needs them, for that message: "`status`"
 */
export function storeOf({ intake, publication, table, environment }: Deployment, asking: string): Store {
  if (publication === null || table === null)
    throw new UsageError(`On AWS, ${asking} also needs --publication and --table (outputs of the stack).`);
  // The SDK reads endpoints and credentials from the environment.
  Object.assign(process.env, environment);
  return openStore({ INTAKE_BUCKET: intake, PUBLICATION_BUCKET: publication, RECORDS_TABLE: table });
}
