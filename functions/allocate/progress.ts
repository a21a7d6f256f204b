import type { Outcome, Step } from '../model/allocation.ts';

/** The outcome is known; the steps tell how. */
export interface Decision {
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
}

/** What a rule of the law makes of the count: it goes on with `state`, or the outcome is known and no later rule is asked. */
export type Progress<State> = { readonly steps: readonly Step[]; readonly state: State } | Decision;

/** The count goes on. */
export function goOn<State>(state: State, steps: readonly Step[]): Progress<State> {
  return { state, steps };
}

/** The outcome is known. */
export function decided(outcome: Outcome, steps: readonly Step[]): Decision {
  return { outcome, steps };
}

/** The law gives no answer, or a figure that it needs is missing. `reason` is for people, `code` for programs. */
export function undetermined(
  code: Extract<Outcome, { status: 'undetermined' }>['code'],
  reason: string,
  steps: readonly Step[] = [],
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
  return { ...after, steps: [...before.steps, ...after.steps] };
}
