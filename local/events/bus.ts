import { messageOf } from '../errors.ts';
import type { RulePlan } from '../template/resources/rule.ts';
import type { BusEvent, Journal } from './journal.ts';
import { compilePattern } from './pattern.ts';

/** Starts a target on an event. Resolves when the target is done with it: true if for good, false if it was cut short. */
export type StartTarget = (arn: string, event: BusEvent) => Promise<boolean>;

/** The event bus: rules, and what they start. */
export type Bus = {
  /** Takes an event over: once it resolves, the event is on disk and its targets are started. Events that no rule wants are dropped. */
  readonly put: (event: BusEvent) => Promise<void>;
  /** Delivers again what an earlier process took over but did not finish. */
  readonly redeliver: () => Promise<number>;
};

/**
 * Makes a bus out of the stack's rules. An event is delivered at least once: it stays in the journal until all its targets are done.
 * Throws `template-unsupported` for a pattern that cannot be matched here.
 */
export function createBus(
  rules: readonly RulePlan[],
  journal: Journal,
  start: StartTarget,
  log: (line: string) => void,
): Bus {
  const enabled = rules
    .filter((rule) => rule.enabled)
    .map(({ logicalId, pattern, targets }) => ({
      targets,
      matches: compilePattern(pattern, `${logicalId} (AWS::Events::Rule) EventPattern`),
    }));
  const targetsOf = (event: BusEvent): string[] =>
    enabled.flatMap(({ matches, targets }) => (matches(event) ? targets : []));
  const deliver = async (event: BusEvent, targets: readonly string[]): Promise<void> => {
    try {
      const done = await Promise.all(targets.map((arn) => start(arn, event)));
      if (done.every(Boolean)) await journal.remove(event.id);
    } catch (error) {
      log(
        `Event ${event.id} stays in the journal and is delivered again at the next start: ${messageOf(error)}`,
      );
    }
  };
  return {
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
