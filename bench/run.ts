import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, sizes } from './generate.ts';

/*
 * node bench/run.ts [sizes…]: makes each file, runs every case three times in turn (papaparse with zod once), each in a process of its own, and
 * prints the least times (of the clock, and of the processor in all threads) and the peak memory. Fails when the results of Sailau and of DuckDB differ.
 */
const cases = ['bytes', 'papaparse', 'duckdb-1', 'duckdb-2', 'bare', 'zod'];
const rounds = 3;
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sailau-bench-'));
try {
  for (const [name, size] of Object.entries(sizes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const path = join(folder, `${name}.csv`);
    const { rows, bytes } = await generate(path, size);
    console.log(
      `\n${name}: ${rows} rows, ${Math.round(bytes / 1e6)} MB, ${size.stations} stations, ${size.order}\n`,
    );
    print(measureAll(name, path));
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Measured {
  readonly seconds: number;
  /** Of the processor, in all threads. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly result: string | null;
}

function measureAll(size: string, path: string): Map<string, Measured> {
  const best = new Map<string, Measured>();
  for (let round = 0; round < rounds; round += 1)
    for (const name of cases) {
      if (name === 'zod' && round > 0) continue;
      const measured = measure(name, size, path);
      const before = best.get(name);
      best.set(name, before === undefined ? measured : least(before, measured));
    }
  const results = new Set([...best.values()].flatMap(({ result }) => result ?? []));
  if (results.size !== 1) throw new Error(`the results differ: ${JSON.stringify([...best])}`);
  return best;
}

function least(a: Measured, b: Measured): Measured {
  if (a.result !== b.result) throw new Error(`the results differ: ${JSON.stringify([a, b])}`);
  const megabytes = Math.max(a.megabytes, b.megabytes);
  return { ...a, seconds: Math.min(a.seconds, b.seconds), cpu: Math.min(a.cpu, b.cpu), megabytes };
}

function measure(name: string, size: string, path: string): Measured {
  const script = join(import.meta.dirname, 'measure.ts');
  const output = execFileSync(process.execPath, [script, name, size, path], { encoding: 'utf8' });
  return JSON.parse(output);
}

function print(best: ReadonlyMap<string, Measured>): void {
  const base = best.get('bytes');
  const bare = best.get('bare');
  console.log('| case | seconds | CPU seconds | peak MB | bytes / case: seconds | CPU | case / bare: CPU |');
  console.log('|---|--:|--:|--:|--:|--:|--:|');
  for (const [name, { seconds, cpu, megabytes }] of best) {
    const ratios = [ratio(base?.seconds, seconds), ratio(base?.cpu, cpu), ratio(cpu, bare?.cpu)];
    const cells = [name, seconds.toFixed(2), cpu.toFixed(2), megabytes.toFixed(0), ...ratios];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function ratio(part: number | undefined, whole: number | undefined): string {
  return part === undefined || whole === undefined ? '—' : (part / whole).toFixed(2);
}
