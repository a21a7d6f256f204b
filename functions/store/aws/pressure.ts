import { backOff } from './parallel.ts';

/** How hard a table pushes back, shared by all who write to it at the same time: what one is refused slows all of them. */
export interface Pressure {
  /** Waits for as long as the table wants (not at all at first), and gives what `refused` is told of this attempt. */
  enter(): Promise<number>;
  /** The table has handed something back. Of attempts that were under way together only the first counts: they met the same moment. */
  refused(entered: number): void;
  /** The table has taken all. */
  taken(): void;
}

/** No pressure. It rises by one step of the back-off with each moment of refusal, and falls by one with each attempt that is taken whole. */
export function createPressure(): Pressure {
  let level = 0;
  let moment = 0;
  return {
    async enter() {
      if (level > 0) await backOff(level - 1);
      return moment;
    },
    refused(entered) {
      if (entered !== moment) return;
      moment += 1;
      level = Math.min(level + 1, highest);
    },
    taken() {
      level = Math.max(0, level - 1);
    },
  };
}

// The step at which the back-off is at its longest.
const highest = 8;
