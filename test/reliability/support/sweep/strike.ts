import type { Fault } from '../aws/faults.ts';
import type { Call } from '../aws/seam.ts';

/** One fault at one call; a table that starves stays so until the code gives up. */
export function striker(place: number, fault: Fault): (call: Call) => Fault | null {
  let calls = 0;
  let starved = false;
  return ({ command }) => {
    const strikes = calls++ === place;
    if (fault !== 'starves') return strikes ? fault : null;
    if (strikes) starved = true;
    // The code gives up with this write, and does something else.
    else if (command !== 'BatchWriteItemCommand') starved = false;
    return starved ? fault : null;
  };
}
