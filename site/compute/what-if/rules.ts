import type { System } from '../../../functions/allocate/index.ts';

/** A system by which lists share seats: what a reader can change. */
export type ListSystem = Extract<System, { type: 'party-list' }>;

type Formula = ListSystem['formula'];

/** The formulas that a reader can choose, in the order in which they are offered, each as a system in election.json has it. */
export const formulas = {
  hare: { type: 'largest-remainder', quota: 'hare' },
  droop: { type: 'largest-remainder', quota: 'droop' },
  'hagenbach-bischoff': {
    type: 'largest-remainder',
    quota: 'hagenbach-bischoff',
    overAward: 'subtract-smallest-remainder',
  },
  dhondt: { type: 'highest-averages', divisors: 'dhondt' },
  'sainte-lague': { type: 'highest-averages', divisors: 'sainte-lague' },
  'sainte-lague-modified': { type: 'highest-averages', divisors: 'sainte-lague', first: '1.4' },
  danish: { type: 'highest-averages', divisors: 'danish' },
  'huntington-hill': { type: 'highest-averages', divisors: 'huntington-hill' },
  adams: { type: 'highest-averages', divisors: 'adams' },
} as const satisfies Readonly<Record<string, Formula>>;

/** The name of a formula that a reader can choose. */
export type FormulaName = keyof typeof formulas;

/** What a reader wants to be otherwise than under the law in force. What is left out stays. */
export interface Change {
  /** Percent of the votes, an exact decimal, as "7" or "2.5"; "0" is no threshold. */
  readonly threshold?: string;
  readonly formula?: FormulaName;
  /** Seats to be distributed. */
  readonly seats?: number;
}

/** Whether `text` is the name of a formula that a reader can choose. */
export function isFormulaName(text: string): text is FormulaName {
  return Object.hasOwn(formulas, text);
}

/** The name of the formula of a system; null where it is one of its own that is not offered. */
export function formulaNameOf({ formula }: ListSystem): FormulaName | null {
  const { law: _law, ...own } = formula;
  const names = Object.keys(formulas).filter(isFormulaName);
  return names.find((name) => sameMembers(formulas[name], own)) ?? null;
}

/** The share that every list needs under a system, in percent; null where its threshold is another than one share. "0" where it has none. */
export function thresholdOf({ threshold }: ListSystem): string | null {
  if (threshold === undefined) return '0';
  return 'percent' in threshold ? threshold.percent : null;
}

/** The system with the changes. The articles of what is changed no longer stand behind it. */
export function changedSystem(system: ListSystem, { threshold, formula, seats }: Change): ListSystem {
  const { seatsLaw: _seats, ...others } = system;
  return {
    ...(seats === undefined ? system : { ...others, seats }),
    ...(formula !== undefined && { formula: formulas[formula] }),
    ...(threshold !== undefined && { threshold: changedThreshold(system, threshold) }),
  };
}

/** Of what a share is taken stays as the law in force has it; of the valid votes, where it has no such threshold. Shares of kinds of list stay too. */
function changedThreshold({ threshold }: ListSystem, percent: string): NonNullable<ListSystem['threshold']> {
  if (!threshold || !('percent' in threshold)) return { base: 'valid-votes', inclusive: true, percent };
  const { law: _law, ...share } = threshold;
  return { ...share, percent };
}

function sameMembers(a: object, b: object): boolean {
  const [first, second] = [Object.entries(a), new Map(Object.entries(b))];
  return first.length === second.size && first.every(([name, value]) => second.get(name) === value);
}
