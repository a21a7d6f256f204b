/**
 * The seat allocation engine, on its own: `import { allocate } from 'sailau/allocation'`. From an input, which holds the votes, the
 * contest and its law, to the outcome, with every step that led to it; the steps in sentences; and problem files. It reads no
 * file, knows no clock and no network; nothing outside functions/allocate, functions/model and schemas is in it.
 */

export type { Certificate } from '../model/generated/certificate.ts';
export type { Contest, Law, Option, System } from '../model/generated/election.ts';
export type { Problem } from '../model/generated/problem.ts';
export type {
  Allocation,
  AllocationInput,
  Outcome,
  Seats,
  Step,
  Tie,
  Trace,
} from '../model/law/allocation.ts';
export type { AreaTotals, FieldTotal } from '../model/records/batch.ts';
export { allocate } from './allocate.ts';
export { certificateOf } from './certificate.ts';
export { explain } from './explain/explain.ts';
export { type Language, languages } from './explain/language.ts';
export type { Fault } from './problem/fault.ts';
export { type Reading, readProblem } from './problem/problem.ts';
export { isAnswered, type Solution, solutionOf } from './problem/solution.ts';
