import { createHandler as createAllocate } from '../../../../functions/allocate/handler.ts';
import { createHandler as createPublish } from '../../../../functions/publish/handler.ts';
import { type StoreParts, storeOf } from '../../../../functions/store/open.ts';
import type { Store } from '../../../../functions/store/store.ts';
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
  /** Whether a process that has ended its work takes the next, with what it remembers, as those of AWS do; a new one for each unless it is said. */
  readonly warm?: boolean;
}

/** The version of the code that all Lambdas are of. */
export const codeVersion = '0.1.0';

/** The tasks of the state machine: each runs the real handler of its stage in a process that can be killed. */
export function lambdas(host: Host): Task {
  const idle = new Map<string, Process[]>();
  return async (state, payload) => {
    const stage = stageOf(state);
    const waiting = idle.get(stage) ?? [];
    idle.set(stage, waiting);
    const process = waiting.pop() ?? begin(stage, host);
    try {
      return await Promise.race([process.handle(payload), process.death]);
    } finally {
      if (host.warm && process.isAlive()) waiting.push(process);
    }
  };
}

interface Process {
  handle(payload: unknown): Promise<unknown>;
  /** Rejects when it is killed. */
  readonly death: Promise<never>;
  isAlive(): boolean;
}

function begin(stage: string, host: Host): Process {
  const { promise: death, reject } = Promise.withResolvers<never>();
  let alive = true;
  const clients = host.clients();
  const seam: Seam = {
    strike: host.strike,
    later: host.later,
    dead: () => !alive,
    die(name) {
      alive = false;
      reject(Object.assign(new Error(`the process of ${stage} has ended`), { name }));
    },
  };
  watch(clients, seam);
  const usual = partsOf(clients);
  const parts = { ...usual, recordsTable: host.recordsTable ?? usual.recordsTable };
  const store = storeOf({ ...parts, signer: watchSigner(parts.signer, seam) });
  return { handle: handlerOf(stage, store, host), death, isAlive: () => alive };
}

function stageOf(state: string): string {
  return state === 'Reject late' ? 'Validate' : state;
}

function handlerOf(
  stage: string,
  store: Store,
  { now, malwareScan = false }: Pick<Host, 'now' | 'malwareScan'>,
): Process['handle'] {
  if (stage === 'Validate') return createValidate(store, { malwareScan });
  if (stage === 'Allocate') {
    const allocate = createAllocate(store);
    return (payload) => allocate({ election: String(isRecord(payload) ? payload.election : payload) });
  }
  if (stage === 'Publish') {
    const publish = createPublish(store, { codeVersion, now, site: null, explorer });
    return (payload) => {
      const { election, revision } = isRecord(payload) ? payload : {};
      return publish({ election: String(election), revision: Number(revision) });
    };
  }
  // The execution then ends as failed, which every check reports.
  if (stage === 'Record failure' || stage === 'Queue failure') return async () => ({});
  throw new TypeError(`the state machine has a task ${stage} that is not known here: teach lambda.ts`);
}
