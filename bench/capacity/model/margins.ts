import { limits } from '../facts/limits.ts';
import { cpu, sizes } from './measured.ts';
import { type Night, playNight } from './night.ts';
import type { Shape } from './shape.ts';
import { checkResults, publish, type Standing } from './stages.ts';
import { assumed, checkSeconds, publishSeconds } from './times.ts';

/** How near an election comes to a limit: under 1 it breaks it. */
export interface Margin {
  readonly what: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: string;
  /** The limit over what is used. */
  readonly margin: number;
}

/**
 * Every limit with its margin, the nearest first.
 *
 * @param night files coming evenly, and `together` all files of a version at one moment; null where a release does not fit into a Lambda,
 *   so that there is no such night
 */
export function marginsOf(shape: Shape, night: Night | null, together: Night | null): Margin[] {
  const { stations, files } = shape;
  const perFile = stations / files;
  const of = (what: string, used: number, { value, unit }: { value: number; unit: string }): Margin => ({
    what,
    used,
    limit: value,
    unit,
    margin: value / used,
  });
  return [
    of('a release in one Lambda, all of it new', releaseSeconds(shape), limits.lambdaSeconds),
    of('a file of one area checked in one Lambda', fileSeconds(shape), limits.lambdaSeconds),
    of('the whole country as one file, checked in one Lambda', oneFileSeconds(shape), limits.lambdaSeconds),
    of('memory of a release', releaseMemory(stations), limits.lambdaMemory),
    of('memory of a check, with the register of the country', checkMemory(stations), limits.lambdaMemory),
    of('Lambdas at once, all files at one moment', files, limits.concurrency),
    ...(night
      ? [of('reads of the ledger, files coming evenly', night.ledgerReads, limits.partitionReads)]
      : []),
    ...(together
      ? [of('reads of the ledger, all files at one moment', together.ledgerReads, limits.partitionReads)]
      : []),
    of('executions started, all files at one moment', files, limits.started),
    of('writes to the partition of an area, by one file', writesASecond(perFile), limits.partitionWrites),
    of('an item: the certificate of a contest', sizes.certificateItem, limits.item),
    of('bytes of a batch of 25 items', 25 * sizes.protocolItem, limits.batchBytes),
    of('input of a state', payload, limits.payload),
    of('parts of results.csv', (stations * resultsCsvRowBytes) / partBytes, limits.parts),
  ].sort((a, b) => a.margin - b.margin);
}

/** The most stations that one Lambda still releases in its time, all of them new, with as many a file as this shape has. */
export function mostReleased(shape: Shape): number {
  const perFile = shape.stations / shape.files;
  let [fits, tooMany] = [shape.stations, shape.stations];
  while (releaseSeconds(scaled(shape, tooMany, perFile)) <= limits.lambdaSeconds.value) tooMany *= 2;
  while (releaseSeconds(scaled(shape, fits, perFile)) > limits.lambdaSeconds.value) fits /= 2;
  while (tooMany - fits > shape.stations / 1000) {
    const middle = (fits + tooMany) / 2;
    if (releaseSeconds(scaled(shape, middle, perFile)) <= limits.lambdaSeconds.value) fits = middle;
    else tooMany = middle;
  }
  return Math.floor(fits);
}

/** Whether one Lambda writes a release of all stations, all of it new, in its time. */
export function isReleasable(shape: Shape): boolean {
  return releaseSeconds(shape) <= limits.lambdaSeconds.value;
}

/**
 * In how many seconds all files of a version may come at the least, evenly, so that the partition of the ledger serves everybody who reads it. To
 * the next ten seconds.
 */
export function shortestArrival(shape: Shape): number {
  const holds = (seconds: number) =>
    playNight({ ...shape, versions: 1, seconds }).ledgerReads <= limits.partitionReads.value;
  let [tooShort, holding] = [0, 10];
  while (!holds(holding)) [tooShort, holding] = [holding, holding * 2];
  while (holding - tooShort > 10) {
    const middle = Math.ceil((tooShort + holding) / 20) * 10;
    if (middle === holding) break;
    if (holds(middle)) holding = middle;
    else tooShort = middle;
  }
  return holding;
}

function scaled(shape: Shape, stations: number, perFile: number): Shape {
  return { ...shape, stations, files: Math.max(1, Math.round(stations / perFile)) };
}

// The event of an upload with the results of the three stages: a key of S3 has 1,024 bytes at most.
const payload = 3_000;
// functions/store/aws/bucket.ts; bytes of a station in results.csv as the synthetic election has it.
const partBytes = 8 * 1024 * 1024;
const resultsCsvRowBytes = 1_000;

function releaseSeconds(shape: Shape): number {
  const usage = publish(whole(shape), { results: 0, changed: shape.stations, logged: 0 });
  return publishSeconds(usage, shape.stations, shape.stations);
}

function fileSeconds(shape: Shape): number {
  const usage = checkResults(whole(shape));
  return Math.max(
    checkSeconds(usage, shape.stations),
    shape.stations / shape.files / limits.partitionWrites.value,
  );
}

// Its areas are dealt, so that the table sets the pace and no single partition. A new table takes this much; one that has seen it takes double.
function oneFileSeconds(shape: Shape): number {
  const at: Standing = { registers: 1, results: 0, perFile: shape.stations, entries: 2, known: 0 };
  const seconds = checkSeconds(checkResults(at), shape.stations);
  return Math.max(seconds, shape.stations / limits.newTableWrites.value + shape.stations * cpu.named);
}

function whole({ stations, files, versions }: Shape): Standing {
  const entries = 1 + files * (1 + versions);
  return { registers: files, results: files, perFile: stations / files, entries, known: 0 };
}

// docs/benchmarks.md: 231 MB for ten thousand stations, 297 for a million, with the heap held; drawn on in a line.
function releaseMemory(stations: number): number {
  return 230 + (stations / 1e6) * 67;
}

// docs/benchmarks.md: 193 MB for 1.05 million stations, of which a process takes about 60 before it has read any.
function checkMemory(stations: number): number {
  return 60 + (stations / 1.05e6) * 133;
}

// As fast as the batches go; a file that is shorter than a second is written within one.
function writesASecond(perFile: number): number {
  return Math.min(perFile, (25 * assumed.batchesAtOnce) / assumed.batchWrite);
}
