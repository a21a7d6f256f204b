import type { Step } from '../../../model/law/allocation.ts';
import type { InEvery } from '../language.ts';
import type { Words } from '../words.ts';

/** A step of one rule. */
export type StepOf<Rule extends Step['rule']> = Extract<Step, { rule: Rule }>;

/** How a rule is explained in one language. Both are Markdown: names in them are escaped by `Words`. */
interface Wording<One extends Step> {
  /** The heading of its steps. */
  readonly title: string;
  /** What the law asks, in one sentence. */
  readonly asks: string;
  /** The numbers and the result, in one sentence without the standing. */
  readonly step: (step: One, say: Words) => string;
}

/** How a rule is explained, in every language. */
export type RuleText<Rule extends Step['rule']> = InEvery<Wording<StepOf<Rule>>>;
