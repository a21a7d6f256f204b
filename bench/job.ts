/** A job: everything is loaded, and what is measured begins. */
export type Job = () => Promise<Outcome>;

/** What a job has found: the findings by code, and by area and field the sum. */
export interface Outcome {
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: ReadonlyMap<string, bigint>;
}
