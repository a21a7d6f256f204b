import { messageOf } from '../errors.ts';
import type { RulePlan, Target } from '../template/resources/rule.ts';
import type { BusEvent, Journal } from './journal.ts';
import { compilePattern } from './pattern.ts';

/** Starts a target on an event. Resolves when the target is done with it: true if for good, false if it was cut short. */
export type StartTarget = (arn: string, event: BusEvent) => Promise<boolean>;

/** Sets an event aside that a target could not be started on: in the target's queue of dead letters. */
export type SetAside = (queue: string, event: BusEvent, why: Undelivered) => Promise<void>;

/** What could not be started, by which rule (ARNs), and what went wrong. */
export type Undelivered = { readonly rule: string; readonly target: string; readonly message: string };

/** What the bus does with an event. */
export type BusWays = {
  readonly start: StartTarget;
  readonly setAside: SetAside;
  readonly log: (line: string) => void;
};

type Wanted = Target & { readonly rule: string };

/** The event bus: rules, and what they start. */
export type Bus = {
  /** Takes an event over: once it resolves, the event is on disk and its targets are started. Events that no rule wants are dropped. */
  readonly put: (event: BusEvent) => Promise<void>;
  /** Whether a rule starts that target on the event. */
  readonly wants: (arn: string, event: BusEvent) => boolean;
  /** Delivers again what an earlier process took over but did not finish. */
  readonly redeliver: () => Promise<number>;
};

/**
 * Makes a bus out of the stack's rules. An event is delivered at least once: it stays in the journal until all its targets are
 * done with it, or it lies in the queue of those that could not be started.
 * Throws `template-unsupported` for a pattern that cannot be matched here.
 */
export function createBus(
  rules: readonly RulePlan[],
  journal: Journal,
  { start, setAside, log }: BusWays,
): Bus {
  const enabled = rules
    .filter((rule) => rule.enabled)
    .map(({ logicalId, arn, pattern, targets }) => ({
      wanted: targets.map((target) => ({ ...target, rule: arn })),
      matches: compilePattern(pattern, `${logicalId} (AWS::Events::Rule) EventPattern`),
    }));
  const targetsOf = (event: BusEvent): Wanted[] =>
    enabled.flatMap(({ matches, wanted }) => (matches(event) ? wanted : []));
  const startOn = async ({ arn, rule, deadLetters }: Wanted, event: BusEvent): Promise<boolean> => {
    try {
      return await start(arn, event);
    } catch (error) {
      if (deadLetters === undefined) throw error;
      await setAside(deadLetters, event, { rule, target: arn, message: messageOf(error) });
      return true;
    }
  };
  const deliver = async (event: BusEvent, targets: readonly Wanted[]): Promise<void> => {
    try {
      const done = await Promise.all(targets.map((target) => startOn(target, event)));
      if (done.every(Boolean)) await journal.remove(event.id);
    } catch (error) {
      log(
        `Event ${event.id} stays in the journal and is delivered again at the next start: ${messageOf(error)}`,
      );
    }
  };
  return {
    wants: (arn, event) => targetsOf(event).some((target) => target.arn === arn),
    put: async (event) => {
      const targets = targetsOf(event);
      if (targets.length === 0) return;
      await journal.add(event);
      void deliver(event, targets);
    },
    redeliver: async () => {
      const left = await journal.left();
      for (const event of left) void deliver(event, targetsOf(event));
      return left.length;
    },
  };
}
