import { resolve } from 'node:path';
import { type Lock, lockFolder } from './lock.ts';
import type { Executions } from './pipeline/executions.ts';
import { type Running, startServices } from './services.ts';
import { loadAssembly } from './template/assembly.ts';
import { planStack } from './template/plan.ts';
import { choosePrincipals, type Principals } from './template/principals.ts';

/** What to run, where its data lie, and where it listens. */
export type StackOptions = {
  /** Folder of the synthesized assembly (`cdk.out`). */
  readonly assembly: string;
  /** Folder of everything that survives a restart; made if it is not there. */
  readonly data: string;
  /** A port that is absent or 0 is chosen by the system. */
  readonly ports?: { readonly s3?: number; readonly dynamodb?: number; readonly site?: number };
  /** Told what the stack itself has to say, a line at a time. */
  readonly log?: (line: string) => void;
};

/** A stack that runs on this machine. */
export type LocalStack = {
  /** Base addresses. */
  readonly endpoints: Running['endpoints'];
  /** The outputs of the template, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly buckets: { readonly intake: string; readonly publication: string };
  readonly table: string;
  /** Emits `event` for all that happens in the executions. */
  readonly executions: Executions['events'];
  /** Resolves when no execution is running. An upload whose PUT was answered has its execution running. */
  readonly idle: () => Promise<void>;
  /** Lets running functions finish for a moment, leaves the rest in the journal for the next start, and ends every process. */
  readonly stop: () => Promise<void>;
};

/**
 * Runs a synthesized stack on this machine: buckets, table, functions, state machine, rule and site as the template says.
 * Throws `LocalError`: before anything is started for an assembly that cannot run here or a data folder in use, later for a port that is taken.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const assembly = await loadAssembly(resolve(options.assembly));
  const principals = choosePrincipals(planStack(assembly, '127.0.0.1'));
  const data = resolve(options.data);
  const lock = await lockFolder(data);
  try {
    const running = await startServices({
      assembly,
      principals,
      data,
      ports: { s3: 0, dynamodb: 0, site: 0, ...options.ports },
      log: options.log ?? (() => undefined),
    });
    return describe(running, principals, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function describe(running: Running, principals: Principals, lock: Lock): LocalStack {
  let stopping: Promise<void> | undefined;
  return {
    endpoints: running.endpoints,
    outputs: running.outputs,
    buckets: { intake: principals.intake.name, publication: principals.publication.name },
    table: principals.table.name,
    executions: running.executions.events,
    idle: running.executions.idle,
    stop: () => {
      stopping ??= running.stop().finally(lock.release);
      return stopping;
    },
  };
}
