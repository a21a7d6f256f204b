import type { Entries } from '../protocols/entries.ts';
import { sameSpan } from './cells.ts';
import type { Plan } from './plan.ts';
import { quickSpellings, type Spellings } from './spellings.ts';

/**
 * A run: rows that differ from one another in option and votes alone. Of each only these two cells are read, the bytes before, between and
 * behind them are compared with those of the row that began the run.
 */
export interface Run {
  /** The row at `start` begins a run in this block. Its cells stand at `starts` and `ends`, the row after it at `next`. */
  begin(block: RunBlock, start: number, next: number, starts: Int32Array, ends: Int32Array): void;
  /** Enters the rows of the run from `start` on, the first of them with this number; gives where the first row that is not of it begins. */
  read(start: number, row: number, unit: number, source: number): number;
  /** How many rows were entered by the last call of `read`. */
  readonly rows: number;
}

/** A block, and the same bytes as numbers of any width. */
export interface RunBlock {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** The runs of a long table; null where the votes stand before the option: then every row is read by itself. */
export function runReader(plan: Plan, delimiter: number, spellings: Spellings, entries: Entries): Run | null {
  if (plan.option === -1 || plan.votes < plan.option) return null;
  const options = optionFollower(delimiter, spellings);
  const votes = digitReader();
  let { bytes, view } = noBlock;
  // Where the bytes before, between and behind the two cells begin, and how many there are.
  let [head, headLength, middle, middleLength, tail, tailLength] = [0, 0, 0, 0, 0, 0];
  let rows = 0;
  return {
    begin(block, start, after, starts, ends) {
      ({ bytes, view } = block);
      [head, middle, tail] = [start, ends[plan.option] ?? 0, ends[plan.votes] ?? 0];
      headLength = (starts[plan.option] ?? 0) - start;
      middleLength = (starts[plan.votes] ?? 0) - middle;
      tailLength = after - tail;
    },
    read(start, row, unit, source) {
      const [block, first, between, behind] = [view, headLength, middleLength, tailLength];
      // Where the shortest row would end behind the block, or its option be read beyond it, none is read this way.
      const last = bytes.length - Math.max(first + between + behind + 2, first + 12);
      let at = start;
      let next = row;
      while (at <= last && sameSpan(block, at, head, first)) {
        const option = options.end(bytes, block, at + first);
        if (option < 0 || option > last + first + 1 || !sameSpan(block, option, middle, between)) break;
        const end = votes.end(bytes, option + between);
        if (end < 0 || end + behind > bytes.length || !sameSpan(block, end, tail, behind)) break;
        entries.votes(unit, options.slot, votes.count, source, next);
        next += 1;
        at = end + behind;
      }
      rows = next - row;
      return at;
    },
    get rows() {
      return rows;
    },
  };
}

/** Reads options, which mostly follow one another as they did in the unit before. */
interface OptionFollower {
  /** Reads the option at `at`; gives its end, −1 where none stands there. */
  end(bytes: Buffer, view: DataView, at: number): number;
  /** The slot of the option last read. */
  readonly slot: number;
}

function optionFollower(delimiter: number, options: Spellings): OptionFollower {
  // By spelling plus one (0: none yet), the one that followed it, −1 while none has.
  const follows = new Int32Array(quickSpellings + 1).fill(-1);
  let last = -1;
  const look = (bytes: Buffer, at: number): number => {
    const end = bytes.indexOf(delimiter, at);
    if (end <= at || end - at > longestOption || hasNewline(bytes, at, end)) return -1;
    const spelling = options.find(bytes, at, end);
    if (spelling < 0) return -1;
    if (options.quick(spelling)) follows[last + 1] = spelling;
    last = options.quick(spelling) ? spelling : -1;
    follower.slot = options.meaning(spelling);
    return end;
  };
  const follower = {
    slot: 0,
    end(bytes: Buffer, view: DataView, at: number): number {
      const guess = follows[last + 1] ?? -1;
      const end = guess < 0 ? -1 : options.endOf(guess, view, at);
      if (end < 0 || bytes[end] !== delimiter) return look(bytes, at);
      last = guess;
      follower.slot = options.meaning(guess);
      return end;
    },
  };
  return follower;
}

const longestOption = 256;
const noBlock: RunBlock = { bytes: Buffer.alloc(0), view: new DataView(new ArrayBuffer(0)) };

/** A line end in front of an option is a blank row, and no part of the cell. */
function hasNewline(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === 10) return true;
  return false;
}

/** Reads one to nine digits. */
interface DigitReader {
  /** Gives the end of the digits at `start`; −1 where there are none, or more. */
  end(bytes: Buffer, start: number): number;
  /** What the digits last read say. */
  readonly count: number;
}

function digitReader(): DigitReader {
  const reader = {
    count: 0,
    end(bytes: Buffer, start: number): number {
      let count = 0;
      for (let at = start; ; at += 1) {
        const digit = (bytes[at] ?? 0) - 48;
        if (digit >= 0 && digit <= 9 && at - start < 9) count = count * 10 + digit;
        else {
          reader.count = count;
          return at > start && (digit < 0 || digit > 9) ? at : -1;
        }
      }
    },
  };
  return reader;
}
