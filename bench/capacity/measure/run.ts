import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadDefinition } from '../../../cli/definition.ts';
import { readTotals } from '../../../cli/synthesize/totals.ts';
import { type Written, writeSynthetic } from '../../../cli/synthesize/write.ts';
import { createHandler as createAllocate } from '../../../functions/allocate/handler.ts';
import { createHandler as createPublish } from '../../../functions/publish/handler.ts';
import { createHandler as createValidate } from '../../../functions/validate/handler.ts';
import { type ByStage, byStage, type Counted, newMeter } from './meter.ts';
import { type Services, startServices } from './services.ts';
import type { Usage } from './usage.ts';

/** A made-up election, and after which of its 20 results files (from 1) a release is made. */
export interface Run {
  readonly stations: number;
  readonly releasesAfter: readonly number[];
}

/** What a run has used, and how large it was. */
export interface Measured {
  readonly usage: ByStage<Usage>;
  readonly cpu: ByStage<number>;
  /** Results files; each region has one, and a register. */
  readonly files: number;
  /** Of all files of a kind together. */
  readonly bytes: ByStage<number>;
  /** Stations in the results files that had come when each release was made. */
  readonly released: readonly number[];
}

/**
 * Takes a made-up election through the real handlers over the servers of the local stack, one upload after the other, and counts every
 * request. Nothing of it is left behind.
 */
export async function measure({ stations, releasesAfter }: Run): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'sailau-capacity-'));
  const meter = newMeter();
  const services = await startServices(folder, meter.now);
  try {
    const written = await makeUp(stations, folder);
    return await play(services, meter, written, releasesAfter);
  } finally {
    await services.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeUp(stations: number, folder: string): Promise<Written> {
  const example = 'examples/kz-mazhilis-2023';
  const definition = await loadDefinition(example);
  const contest = definition.contests.find(({ id }) => id === 'list');
  if (contest === undefined) throw new TypeError(`${example} has no contest list`);
  const totals = await readTotals(example, contest);
  return writeSynthetic({ definition, contest: contest.id, totals, stations, seed: 1, folder });
}

async function play(
  { open, upload }: Services,
  meter: ReturnType<typeof newMeter>,
  { folder, files }: Written,
  releasesAfter: readonly number[],
): Promise<Measured> {
  const [validate, allocate] = [createValidate(open()), createAllocate(open())];
  const publish = createPublish(open(), { codeVersion: '0.1.0', now: () => timeOf(0), site: null });
  const election = basename(folder);
  const bytes = byStage(() => 0);
  const released: number[] = [];
  let [results, stations] = [0, 0];
  for (const [index, file] of inOrder(files).entries()) {
    const kind = kindOf(file);
    const body = await readFile(join(folder, file));
    bytes[kind] += body.length;
    const key = `uploads/${election}/${file}`;
    const event = eventOf(key, await upload(key, body), index);
    const { outcome } = await meter.run(kind, () => validate({ mode: 'check', event }));
    if (outcome !== 'accepted') throw new Error(`${file} was ${outcome}`);
    const { revision } = await meter.run('allocate', () => allocate({ election }));
    if (kind === 'results') {
      results += 1;
      stations += body.toString().trimEnd().split('\n').length - 1;
    } else await meter.run('idle', () => publish({ election, revision }));
    if (kind !== 'results' || !releasesAfter.includes(results)) continue;
    await meter.run('publish', () => publish({ election, revision }));
    await meter.run('covered', () => publish({ election, revision }));
    released.push(stations);
  }
  return { usage: meter.usage, cpu: meter.cpu, files: results, bytes, released };
}

function kindOf(file: string): 'definition' | 'register' | 'results' {
  if (file.startsWith('stations/')) return 'register';
  return file.startsWith('results/') ? 'results' : 'definition';
}

// The definition first, then the registers: no file has to wait.
function inOrder(files: readonly string[]): string[] {
  const order: readonly Counted[] = ['definition', 'register', 'results'];
  return files.toSorted((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)));
}

function eventOf(key: string, versionId: string, number: number): object {
  const sequencer = number.toString(16).padStart(16, '0');
  return { time: timeOf(number), detail: { object: { key, 'version-id': versionId, sequencer } } };
}

function timeOf(minute: number): string {
  return new Date(Date.UTC(2024, 2, 10, 20, minute)).toISOString();
}
