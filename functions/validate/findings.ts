import {
  type FactsOf,
  type Finding,
  type FindingCode,
  finding,
  raised,
  type Where,
} from '../model/finding.ts';

export { shown, shownList } from '../model/text/shown.ts';

/**
 * Findings as they come, in bounded memory: all are counted, and of errors and of warnings the first hundred thousand are kept, so that no
 * flood of warnings hides the error that rejects a file.
 */
export interface Findings {
  /** Adds a finding of the catalogue, with the facts that its message names. */
  add<Code extends FindingCode>(code: Code, where: Where, ...data: FactsOf<Code>): void;
  /** Adds findings that a rule has made. */
  addAll(found: Iterable<Finding>): void;
  /** From here on these warnings are errors, as the election's definition wants. */
  raise(severity: Readonly<Record<string, 'error'>> | undefined): void;
  /** Those kept, in the order in which they were found. */
  readonly kept: readonly Finding[];
  /** Of all, by code. */
  readonly counts: ReadonlyMap<FindingCode, number>;
  /** The first three of each code, whether they are kept or not. */
  readonly examples: ReadonlyMap<FindingCode, readonly Finding[]>;
  readonly errors: number;
  readonly warnings: number;
}

/** How many errors, and how many warnings, are kept whole. */
export const keptFindings = 100_000;

/** How many findings of a code serve as its examples. */
const mostExamples = 3;

/** An empty list, or one that begins with the findings of `from`. */
export function createFindings(from?: Findings): Findings {
  const kept: Finding[] = [...(from?.kept ?? [])];
  const counts = new Map<FindingCode, number>(from?.counts);
  const examples = new Map<FindingCode, Finding[]>(
    [...(from?.examples ?? [])].map(([code, found]) => [code, [...found]]),
  );
  let errors = from?.errors ?? 0;
  let warnings = from?.warnings ?? 0;
  let severity: Readonly<Record<string, 'error'>> | undefined;
  const take = (found: Finding) => {
    const counted = raised(found, severity);
    const number = (counts.get(counted.code) ?? 0) + 1;
    counts.set(counted.code, number);
    if (number <= mostExamples) examples.set(counted.code, [...(examples.get(counted.code) ?? []), counted]);
    const before = counted.level === 'error' ? errors++ : warnings++;
    if (before < keptFindings) kept.push(counted);
  };
  return {
    add: (code, where, ...data) => take(finding(code, where, ...data)),
    addAll: (found) => {
      for (const one of found) take(one);
    },
    raise: (codes) => {
      severity = codes;
    },
    kept,
    counts,
    examples,
    get errors() {
      return errors;
    },
    get warnings() {
      return warnings;
    },
  };
}
