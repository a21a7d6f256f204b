import { readIfThere, replaceDurable } from './files.ts';

/** Gives the next sequencer: 18 hex digits, greater than every one before, also after a restart or a set-back clock. */
export type Sequencer = () => string;

const BLOCK = 4096;
const DIGITS = 18;

/**
 * Opens the sequencer of a root folder. `file` holds a number that was never given out; it moves ahead a block at a time,
 * so that a crash skips numbers and repeats none. The clock (microseconds) is only a floor, for a folder whose file is lost.
 * Throws an error that names the file where it is damaged.
 */
export function openSequencer(file: string, now: Date): Sequencer {
  const text = readIfThere(file)?.trim();
  if (text !== undefined && !/^[0-9a-f]{1,13}$/.test(text)) {
    throw new Error(
      `${file}: this should be one hexadecimal number; remove the file to start again from the clock.`,
    );
  }
  let next = Math.max(Number.parseInt(text ?? '0', 16), now.getTime() * 1000, 1);
  let reserved = next;
  return () => {
    if (next >= reserved) {
      reserved = next + BLOCK;
      replaceDurable(file, reserved.toString(16));
    }
    const sequencer = next.toString(16).padStart(DIGITS, '0');
    next++;
    return sequencer;
  };
}
