import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Costs } from './peers.ts';

/**
 * A whole release against the bare writers of its formats, and its memory: each measured in a process of its own, with the heap held to what
 * a small function has. Prints the costs, and exits with 1 where one is not what docs/benchmarks.md says.
 *
 *   npm exec -- node bench/publish/publish.ts [stations] [fewer stations]
 */
// Young objects have the room that Node gives them on a machine of a few gigabytes, not that of this one. One thread collects garbage, as where
// a function has one processor: several wait for one another, and the time of all of them is counted.
const heap = ['--max-old-space-size=224', '--max-semi-space-size=32', '--single-threaded-gc'];

const [many = 1_000_000, few = 10_000] = process.argv.slice(2).map(Number);

const [large, small] = [await measure(many), await measure(few)];
console.table({ [large.stations]: told(large), [small.stations]: told(small) });
console.table(large.peers);
const growth = large.release / many / (small.release / few);
console.log(`Cost of a station among ${many} over that among ${few}: ${growth.toFixed(2)}`);
const broken = [
  large.ratio > 1.5 ? `The release took ${large.ratio.toFixed(2)} times its bare writers, not 1.5` : '',
  large.peak > 400 ? `The release took ${large.peak.toFixed()} MB, not 400` : '',
  growth > 1.1 ? `A station costs ${growth.toFixed(2)} times as much among ${many}` : '',
].filter((failure) => failure !== '');
for (const failure of broken) console.error(failure);
process.exitCode = broken.length === 0 ? 0 : 1;

interface Measured {
  readonly stations: number;
  /** Seconds of the processor, the readings of the records included, which the bare writers do not count. */
  readonly release: number;
  readonly readings: number;
  readonly reading: number;
  readonly bare: number;
  readonly ratio: number;
  /** Megabytes (of 2^20 bytes, as Lambda counts them), the most that the process has had. */
  readonly peak: number;
  readonly peers: Costs;
}

async function measure(stations: number): Promise<Measured> {
  const { took: reading } = await run<Run>('reading', stations);
  const { costs } = await run<{ readonly costs: Costs }>('peers', stations);
  const { took, peak, read } = await run<Run>('release', stations);
  const readings = read / stations;
  const release = took / 1000;
  const bare = Object.values(costs).reduce((sum, cost) => sum + cost.took, 0) / 1000;
  return {
    stations,
    release,
    readings,
    reading: reading / 1000,
    bare,
    ratio: release / bare,
    peak: peak / 2 ** 20,
    peers: costs,
  };
}

interface Run {
  readonly took: number;
  readonly peak: number;
  readonly read: number;
}

function told({ release, readings, reading, bare, ratio, peak }: Measured) {
  return {
    'release, s': release.toFixed(1),
    'bare writers, s': bare.toFixed(1),
    ratio: ratio.toFixed(2),
    readings,
    'a reading, s': reading.toFixed(1),
    'peak, MB': peak.toFixed(),
  };
}

async function run<T>(what: string, stations: number): Promise<T> {
  const script = new URL('run.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [...heap, script, what, String(stations)], {
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout);
}
