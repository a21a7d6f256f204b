import { hashLeaf } from '../verify/merkle.ts';
import { bundleOf, bundlePath, tileWidth } from '../verify/tiles.ts';
import type { LogFiles } from './grow.ts';
import type { Head } from './head.ts';
import { addLeaf, type LogFile, partialTiles } from './tree.ts';

/** Adds entries to a log. Files are written as soon as they are full, so that no more than one bundle is in memory. */
export interface LogWriter {
  add(entry: Uint8Array): Promise<void>;
  /** Writes the right edge, and waits until everything is written. Only then may a checkpoint name it. */
  finish(): Promise<Pick<Head, 'tree' | 'entries'>>;
}

/** A writer that goes on where `head` stands. */
export function logWriter(files: LogFiles, head: Head): LogWriter {
  let { tree } = head;
  let entries = [...head.entries];
  const queue = writeQueue(files);
  return {
    async add(entry) {
      const next = addLeaf(tree, hashLeaf(entry));
      tree = next.tree;
      entries.push(entry);
      if (entries.length === tileWidth) {
        await queue.put({ path: bundlePath(tree.size / tileWidth - 1, tileWidth), bytes: bundleOf(entries) });
        entries = [];
      }
      for (const file of next.full) await queue.put(file);
    },
    async finish() {
      if (entries.length > 0) {
        const path = bundlePath(Math.floor(tree.size / tileWidth), entries.length);
        await queue.put({ path, bytes: bundleOf(entries) });
      }
      for (const file of partialTiles(tree)) await queue.put(file);
      await queue.drain();
      return { tree, entries };
    },
  };
}

// A write to S3 takes some twenty milliseconds: one after the other, a million stations would take minutes.
const atOnce = 16;

/** Writes a few files at once; the first failure is thrown by whichever call comes next. */
function writeQueue(files: LogFiles): { put(file: LogFile): Promise<void>; drain(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    async put({ path, bytes }) {
      while (running.size >= atOnce) await Promise.race(running);
      check();
      const task: Promise<void> = files
        .put(path, bytes)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async drain() {
      await Promise.all(running);
      check();
    },
  };
}
