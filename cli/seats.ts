import type { Outcome } from '../functions/model/allocation.ts';
import type { OptionId } from '../functions/model/ids.ts';

/** Seats of an option by an outcome; null where it does not give them: of the options in a tie, and where nothing was allocated. */
export function seatsIn(outcome: Outcome, option: OptionId): number | null {
  switch (outcome.status) {
    case 'elected':
      return outcome.option === option ? 1 : 0;
    case 'lots-required':
      if (outcome.ties.some(({ options }) => options.includes(option))) return null;
      return outcome.seats.find((one) => one.option === option)?.seats ?? 0;
    case 'allocated':
      return outcome.seats.find((one) => one.option === option)?.seats ?? 0;
    default:
      return null;
  }
}
