import { randomUUID } from 'node:crypto';
import { LocalError } from '../errors.ts';
import type { ObjectCreated } from '../s3/server.ts';
import type { StackPlan } from '../template/plan.ts';
import { createBus, type SetAside, type StartTarget } from './bus.ts';
import { type BusEvent, openJournal } from './journal.ts';
import { objectCreatedEvent } from './object-created.ts';

/** What makes uploads start the pipeline. */
export type Uploads = {
  /** Tells the rules of a new object. Once it resolves, whatever the upload starts is started and cannot be lost. */
  readonly announce: (created: ObjectCreated) => Promise<void>;
  /**
   * Starts a state machine on an event of an upload, as if it came again under that id. False for an event that no rule starts it on: it would be
   * lost with this process.
   */
  readonly startAgain: (arn: string, event: BusEvent) => Promise<boolean>;
  /** Starts again what an earlier process did not finish. */
  readonly redeliver: () => Promise<void>;
};

/** The stack, the folder of the journal, how a state machine is run, and how an event is set aside that it was not run on. */
export type UploadOptions = {
  readonly plan: StackPlan;
  readonly journal: string;
  readonly run: StartTarget;
  readonly setAside: SetAside;
  readonly log: (line: string) => void;
};

/** Connects buckets, rules and state machines. Throws `template-unsupported` for a target that cannot be started or a pattern that cannot be matched. */
export async function createUploads({ plan, journal, run, setAside, log }: UploadOptions): Promise<Uploads> {
  checkTargets(plan);
  const bus = createBus(plan.rules, await openJournal(journal), { start: run, setAside, log });
  const notifying = new Set(plan.buckets.filter(({ notifies }) => notifies).map(({ name }) => name));
  return {
    announce: async (created) => {
      if (notifying.has(created.bucket))
        await bus.put(objectCreatedEvent(created, randomUUID(), plan.place.region));
    },
    startAgain: async (arn, event) => {
      if (!bus.wants(arn, event)) return false;
      await bus.put(event);
      return true;
    },
    redeliver: async () => {
      const count = await bus.redeliver();
      if (count > 0) log(`Uploads that were under way when the last run ended, processed again: ${count}.`);
    },
  };
}

function checkTargets({ rules, machines, queues }: StackPlan): void {
  for (const { logicalId, targets } of rules) {
    const lost = targets.find(
      ({ deadLetters }) => deadLetters !== undefined && !queues.some(({ arn }) => arn === deadLetters),
    );
    if (lost !== undefined)
      throw new LocalError(
        'template-unsupported',
        `${logicalId} (AWS::Events::Rule) sets events aside in ${lost.deadLetters}, which is no queue of the stack.`,
      );
    const foreign = targets.find(({ arn }) => !machines.some((machine) => machine.arn === arn));
    if (foreign === undefined) continue;
    throw new LocalError(
      'template-unsupported',
      `${logicalId} (AWS::Events::Rule) starts ${foreign.arn}, which is no state machine of the stack. ` +
        'Let it start a state machine, or teach local/ to start the target.',
    );
  }
}
