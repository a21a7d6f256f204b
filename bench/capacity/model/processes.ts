import { byStage, type Counted } from '../measure/meter.ts';

// Assumed: AWS does not say for how long a process that has nothing to do is kept.
const keptIdle = 300;

const functionOf = {
  ...byStage(() => 'validate' as const),
  allocate: 'allocate',
  publish: 'publish',
  covered: 'publish',
  idle: 'publish',
} as const;

/** The processes of the Lambdas that wait for work, each with what it remembers: as many entries of the ledger as it has read. */
export class Processes {
  private readonly waiting = byFunction();

  /** As many entries as the process knows that takes the work: the one that has waited the shortest, or a new one. */
  take(stage: Counted, now: number): number {
    const process = this.waiting[functionOf[stage]].pop();
    return process && now - process.since <= keptIdle ? process.known : 0;
  }

  /** A process has ended its work. */
  give(stage: Counted, known: number, now: number): void {
    this.waiting[functionOf[stage]].push({ known, since: now });
  }
}

interface Waiting {
  readonly known: number;
  readonly since: number;
}

function byFunction(): Record<(typeof functionOf)[Counted], Waiting[]> {
  return { validate: [], allocate: [], publish: [] };
}
