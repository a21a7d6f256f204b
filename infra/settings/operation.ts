import { type Kind, optional, text, whole } from './kinds.ts';
import type { Setting } from './settings.ts';

/** What an operator may choose about the watch over a deployment and its limits. Part of `Settings`. */
export interface OperationSettings {
  readonly runbookUrl: string | undefined;
  /** Dollars. */
  readonly monthlyBudget: number | undefined;
  /** Percent. */
  readonly rejectedPercent: number;
  readonly oldestUploadMinutes: number;
  readonly publishLagMinutes: number;
  /** Executions of a function at a time. */
  readonly validateConcurrency: number | undefined;
  readonly allocateConcurrency: number | undefined;
  readonly publishConcurrency: number | undefined;
}

const concurrency: Kind<number | undefined> = optional(whole(1, 1_000));

/** The settings of operation, in the order of docs/settings.md. */
export const operationTable: {
  readonly [K in keyof OperationSettings]: Setting<OperationSettings[K]>;
} = {
  runbookUrl: {
    kind: optional(text('an https address without "#"', /^https:\/\/[^\s#"]{3,500}$/)),
    fallback: '',
    effect:
      'Where whoever is woken reads docs/operations.md, for example `https://github.com/you/sailau/blob/main/docs/operations.md`. Every alarm links to its article there; without it, it gives the path in this repository.',
  },
  monthlyBudget: {
    kind: optional(whole(1, 1_000_000)),
    fallback: '',
    effect:
      'Dollars a month that the whole account may cost: AWS Budgets writes to `alarmEmail`, which it needs, at 80 % and 100 % of it, and when the month is forecast to end above. Empty means no budget.',
  },
  rejectedPercent: {
    kind: whole(1, 100),
    fallback: 50,
    effect:
      'Percent of the uploads of a quarter of an hour that may be rejected before somebody is told; not fewer than ten uploads count.',
  },
  oldestUploadMinutes: {
    kind: whole(30, 120),
    fallback: 45,
    effect:
      'Minutes after which an upload that is still in work wakes somebody. A file may wait about twenty minutes for its definition, and an execution ends after two hours.',
  },
  publishLagMinutes: {
    kind: whole(2, 1_440),
    fallback: 30,
    effect:
      'Minutes from the upload of a change until the public finds it, before somebody is told. Below the minutes that your largest release takes, it rings at every one.',
  },
  validateConcurrency: {
    kind: concurrency,
    fallback: '',
    effect:
      'Checks of uploads at one time, reserved from the limit of the account: what is above waits and is tried again. Each reads one file, so this bounds what a flood of uploads costs. Empty means no limit of its own; an account must keep 100 that are reserved for nobody.',
  },
  allocateConcurrency: {
    kind: concurrency,
    fallback: '',
    effect:
      'Computations of seats at one time, reserved from the limit of the account. One a moment for each election that is being counted is enough.',
  },
  publishConcurrency: {
    kind: concurrency,
    fallback: '',
    effect:
      'Publishers at one time, reserved from the limit of the account. Of one election a single one writes and the others wait for its turn, so as many as elections are counted at once are enough.',
  },
};
