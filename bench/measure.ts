import { createHash } from 'node:crypto';
import { sizes } from './generate.ts';
import type { Job, Outcome } from './job.ts';

// One case in a process of its own: node bench/measure.ts <case> <size> <file>, one line of JSON on standard output.
const [name = '', size = '', path = ''] = process.argv.slice(2);
const job = await jobOf(name, size, path);
const begun = performance.now();
const before = process.cpuUsage();
const outcome = await job();
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1e6;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, cpu, megabytes, result: outcome && resultOf(outcome) }));

async function jobOf(name: string, sizeName: string, path: string): Promise<Job> {
  const size = sizes[sizeName];
  if (size === undefined) throw new RangeError(`${sizeName} is none of ${Object.keys(sizes).join(', ')}`);
  // Each loads its own libraries alone: those of the others would count in its memory.
  switch (name) {
    case 'bytes':
    case 'papaparse':
      return (await import('./cases/sailau.ts')).sailau(path, size, name);
    case 'duckdb-1':
      return (await import('./cases/duckdb.ts')).duckdb(path, size, 1);
    case 'duckdb-2':
      return (await import('./cases/duckdb.ts')).duckdb(path, size, 2);
    case 'bare':
      return (await import('./cases/papaparse.ts')).bareParse(path);
    case 'zod':
      return (await import('./cases/zod.ts')).zodRows(path);
    default:
      throw new RangeError(`${name} is no case`);
  }
}

/** Findings and sums in one hash, whatever their order. */
function resultOf({ counts, totals }: Outcome): string {
  const lines = [...Object.entries(counts), ...totals].map(([key, value]) => `${key}=${value}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
