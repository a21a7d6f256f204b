import { createHash } from 'node:crypto';
import { duckdb } from './cases/duckdb.ts';
import { bareParse } from './cases/papaparse.ts';
import { sailau } from './cases/sailau.ts';
import { zodRows } from './cases/zod.ts';
import { sizes } from './generate.ts';
import type { Job, Outcome } from './job.ts';

// One case in a process of its own: node bench/measure.ts <case> <size> <file>, one line of JSON on standard output.
const [name = '', size = '', path = ''] = process.argv.slice(2);
const job = await jobOf(name, size, path);
const begun = performance.now();
const outcome = await job();
const seconds = (performance.now() - begun) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, megabytes, result: outcome && resultOf(outcome) }));

async function jobOf(name: string, sizeName: string, path: string): Promise<Job> {
  const size = sizes[sizeName];
  if (size === undefined) throw new RangeError(`${sizeName} is none of ${Object.keys(sizes).join(', ')}`);
  switch (name) {
    case 'bytes':
    case 'papaparse':
      return sailau(path, size, name);
    case 'duckdb-1':
      return duckdb(path, size, 1);
    case 'duckdb-2':
      return duckdb(path, size, 2);
    case 'bare':
      return bareParse(path);
    case 'zod':
      return zodRows(path);
    default:
      throw new RangeError(`${name} is no case`);
  }
}

/** Findings and sums in one hash, whatever their order. */
function resultOf({ counts, totals }: Outcome): string {
  const lines = [...Object.entries(counts), ...totals].map(([key, value]) => `${key}=${value}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
