/** A job: everything is loaded, and what is measured begins. Null where there is nothing to compare. */
export type Job = () => Promise<Outcome | null>;

/** What a job has found: the findings by code, and by area and field the sum. */
export interface Outcome {
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: ReadonlyMap<string, bigint>;
}
