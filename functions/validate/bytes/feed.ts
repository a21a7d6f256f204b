import { isAscii, isUtf8 } from 'node:buffer';
import type { Dialect } from '../table/dialect.ts';
import { type RowBlock, rowParser } from '../table/rows.ts';
import { lineCutter } from './lines.ts';

/** Whole lines without a quote in them, in UTF-8: each is a row, and each delimiter ends a cell. */
export interface PlainBlock {
  readonly bytes: Buffer;
  /** Number of the first row, from 1. */
  readonly first: number;
  readonly delimiter: Dialect['delimiter'];
  /** Whether every byte is a character. */
  readonly ascii: boolean;
}

/** What becomes of a table's parts, in their order. */
export interface FeedTarget {
  /** Takes rows that papaparse has made; false ends the reading. */
  rows(block: RowBlock): boolean;
  /** The reader of plain blocks, which gives how many rows it has found; null where papaparse is to read them too. */
  plain(): ((block: PlainBlock) => number) | null;
}

/** Takes the bytes of a table (UTF-8, no byte order mark) as they come. Both give false when nothing more is wanted. */
export interface Feed {
  push(piece: Uint8Array): boolean;
  end(): boolean;
}

/**
 * Cuts a table into blocks of whole lines. papaparse gets the header, every block with a quote in it and what follows until its rows have
 * ended; the other blocks go to the target as they are. `notUtf8` makes the error for bytes that are not UTF-8.
 */
export function tableFeed(headerRow: number, target: FeedTarget, notUtf8: () => Error): Feed {
  const parser = rowParser(headerRow);
  const decode = (bytes: Buffer): string => {
    if (isAscii(bytes)) return bytes.toString('latin1');
    if (isUtf8(bytes)) return bytes.toString('utf8');
    throw notUtf8();
  };
  const asText = (bytes: Buffer): boolean => {
    const block = parser.push(decode(bytes));
    if (block === null) return true;
    return target.rows(block) && block.stopped === undefined;
  };
  let headerBytes = 0;
  /**
   * Line by line until the header has been read: what follows it may be plain. Where a quoted cell goes on over lines, twice as much
   * each time: every part is read anew with all before it, and the quote may never be closed.
   */
  const asHeader = (bytes: Buffer): boolean => {
    let start = 0;
    while (start < bytes.length && (parser.next <= headerRow || parser.pending)) {
      const newline = bytes.indexOf(10, start + (parser.pending ? headerBytes : 0));
      const end = newline === -1 ? bytes.length : newline + 1;
      if (!asText(bytes.subarray(start, end))) return false;
      headerBytes += end - start;
      start = end;
    }
    return start === bytes.length || asBlock(bytes.subarray(start), true);
  };
  const asBlock = (bytes: Buffer, whole: boolean): boolean => {
    if (parser.next <= headerRow) return asHeader(bytes);
    const read = whole && !parser.pending ? target.plain() : null;
    if (read === null || parser.dialect?.newline !== '\n' || bytes.includes(34)) return asText(bytes);
    const ascii = isAscii(bytes);
    if (!ascii && !isUtf8(bytes)) throw notUtf8();
    parser.skip(read({ bytes, first: parser.next, delimiter: parser.dialect.delimiter, ascii }));
    return true;
  };
  const cutter = lineCutter(asBlock);
  return {
    push: cutter.push,
    end() {
      if (!cutter.end()) return false;
      const block = parser.end();
      return block === null || target.rows(block);
    },
  };
}
