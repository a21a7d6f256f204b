import type { Outcome, Step, Trace } from '../model/law/allocation.ts';

/** The outcome is known; the steps tell how. */
export interface Decision {
  readonly steps: Trace;
  readonly outcome: Outcome;
}

/** What a rule of the law makes of the count: it goes on with `state`, or the outcome is known and no later rule is asked. */
export type Progress<State> = { readonly steps: Trace; readonly state: State } | Decision;

/** The count goes on. */
export function goOn<State>(state: State, steps: Trace): Progress<State> {
  return { state, steps };
}

/** The outcome is known. */
export function decided(outcome: Outcome, steps: Trace): Decision {
  return { outcome, steps };
}

/** The law gives no answer, or a figure that it needs is missing. `reason` is for people, `code` for programs. */
export function undetermined(
  code: Extract<Outcome, { status: 'undetermined' }>['code'],
  reason: string,
  steps: Trace = [],
): Decision {
  return { outcome: { status: 'undetermined', code, reason }, steps };
}

/** Follows the next rule, unless the outcome is already known; its steps come after those before. */
export function follow<State>(before: Progress<State>, rule: (state: State) => Decision): Decision;
export function follow<State, Next>(
  before: Progress<State>,
  rule: (state: State) => Progress<Next>,
): Progress<Next>;
export function follow<State, Next>(
  before: Progress<State>,
  rule: (state: State) => Progress<Next>,
): Progress<Next> {
  if ('outcome' in before) return before;
  const after = rule(before.state);
  return { ...after, steps: joined(before.steps, after.steps) };
}

/** The steps of several traces, one after the other; none is made before it is read. */
export function joined(...traces: readonly Trace[]): Trace {
  return lazily(function* () {
    for (const trace of traces) yield* trace;
  });
}

/** Steps that are made anew each time they are read: the speed of an allocation does not pay for an explanation that nobody asked for. */
export function lazily(steps: () => Iterator<Step>): Trace {
  return { [Symbol.iterator]: steps };
}
