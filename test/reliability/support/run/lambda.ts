import { createHandler as createAllocate } from '../../../../functions/allocate/handler.ts';
import { createHandler as createPublish } from '../../../../functions/publish/handler.ts';
import { type StoreParts, storeOf } from '../../../../functions/store/open.ts';
import { createHandler as createValidate } from '../../../../functions/validate/handler.ts';
import { isRecord } from '../../../infra/support/reading.ts';
import type { Fault } from '../aws/faults.ts';
import { partsOf } from '../aws/memory.ts';
import { type Call, type Seam, watch, watchSigner } from '../aws/seam.ts';
import { explorer } from './explorer.ts';
import type { Task } from './machine.ts';

/** What Lambdas run on. */
export interface Host {
  /** New clients: a Lambda that was killed leaves nothing to the next. */
  clients(): Pick<StoreParts, 's3' | 'dynamodb'>;
  /** The time that they read, ISO 8601, UTC. */
  now(): string;
  /** Asked before every call of every Lambda. */
  strike(call: Call): Promise<Fault | null>;
  /** Keeps what takes effect when all is over. */
  later(effect: () => Promise<unknown>): void;
  /** The table of the records, where it is another than that of `places`. */
  readonly recordsTable?: string;
  /** Whether uploads wait for their malware scan; not unless it is said. */
  readonly malwareScan?: boolean;
}

/** The version of the code that all Lambdas are of. */
export const codeVersion = '0.1.0';

/** The tasks of the state machine: each runs the real handler of its stage in a process that can be killed. */
export function lambdas(host: Host): Task {
  return (state, payload) => {
    const { promise: death, reject } = Promise.withResolvers<never>();
    let alive = true;
    const clients = host.clients();
    const seam: Seam = {
      strike: host.strike,
      later: host.later,
      dead: () => !alive,
      die(name) {
        alive = false;
        reject(Object.assign(new Error(`the process of ${state} has ended`), { name }));
      },
    };
    watch(clients, seam);
    const usual = partsOf(clients);
    const parts = { ...usual, recordsTable: host.recordsTable ?? usual.recordsTable };
    const signer = watchSigner(parts.signer, seam);
    const work = handle(state, { ...parts, signer }, payload, host);
    return Promise.race([work, death]);
  };
}

async function handle(
  state: string,
  parts: StoreParts,
  payload: unknown,
  { now, malwareScan = false }: Pick<Host, 'now' | 'malwareScan'>,
): Promise<unknown> {
  const store = storeOf(parts);
  if (state === 'Validate' || state === 'Reject late') return createValidate(store, { malwareScan })(payload);
  const { election, revision } = isRecord(payload) ? payload : {};
  if (state === 'Allocate') return createAllocate(store)({ election: String(election) });
  if (state === 'Publish')
    return createPublish(store, { codeVersion, now, site: null, explorer })({
      election: String(election),
      revision: Number(revision),
    });
  // The execution then ends as failed, which every check reports.
  if (state === 'Record failure' || state === 'Queue failure') return {};
  throw new TypeError(`the state machine has a task ${state} that is not known here: teach lambda.ts`);
}
