import { type Fault, faultsOf } from '../aws/faults.ts';
import type { Call } from '../aws/seam.ts';

/** Says what becomes of each call, and whether the fault has struck by now. */
export interface Striker {
  strike(call: Call): Fault | null;
  struck(): boolean;
}

/** One fault at one call, if that call can meet it; a table that starves stays so until the code gives up. */
export function striker(place: number, fault: Fault): Striker {
  let calls = 0;
  let struck = false;
  let starved = false;
  return {
    struck: () => struck,
    strike({ command }) {
      const strikes = calls++ === place && faultsOf(command).includes(fault);
      if (strikes) struck = true;
      if (fault !== 'starves') return strikes ? fault : null;
      // The code gives up with this write, and does something else.
      starved = strikes || (starved && command === 'BatchWriteItemCommand');
      return starved ? fault : null;
    },
  };
}
