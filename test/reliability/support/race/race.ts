import { between, randomOf } from '../../../../cli/synthesize/random.ts';
import type { Entry } from '../../../../functions/model/ledger.ts';
import { foldLedger } from '../../../../functions/model/state.ts';
import type { JsonRecord } from '../../../infra/support/reading.ts';
import { type Fault, faultsOf } from '../aws/faults.ts';
import { emptyState, type MemoryState, places } from '../aws/memory.ts';
import type { Call } from '../aws/seam.ts';
import { differences, objectsOf } from '../check/compare.ts';
import { ledgerOf } from '../check/ledger.ts';
import { serialRuns } from '../check/serial.ts';
import { type Simulation, simulate } from '../run/simulation.ts';
import { firstUpload, put } from '../run/upload.ts';
import { type Crowd, cellsOf, crowdOf } from './crowd.ts';

/** What came of one seed. */
export interface Raced {
  readonly executions: number;
  readonly accepted: number;
  readonly releases: number;
  readonly calls: number;
  readonly faults: number;
  /** Every call and what struck it, in order, as one text: the same seed gives the same. */
  readonly trace: string;
  /** Each line something that must not be. */
  readonly problems: readonly string[];
}

/** How a crowd is run. */
export interface RaceOptions {
  readonly machine: JsonRecord;
  /** One call in so many meets a fault; none when 0. */
  readonly oneIn: number;
  readonly heard?: Simulation['heard'];
}

/** Runs the crowd of a seed and checks what is left. */
export async function race(seed: number, { machine, oneIn, heard }: RaceOptions): Promise<Raced> {
  const crowd = crowdOf(seed);
  const random = randomOf(seed + 1_000_000);
  const state = emptyState();
  for (const upload of crowd.uploads) put(state, upload);
  const trace: string[] = [];
  let faults = 0;
  const strike = ({ command, input }: Call): Fault | null => {
    const possible = faultsOf(command).filter((fault) => fault !== 'comes-late' || !isReport(input));
    const strikes = oneIn > 0 && between(random, 1, oneIn) === 1;
    const fault = strikes ? (possible[between(random, 0, possible.length - 1)] ?? null) : null;
    if (fault) faults += 1;
    trace.push(fault ? `${command} ${fault}` : command);
    return fault;
  };
  const choices = {
    pick: (count: number) => between(random, 0, Math.max(count - 1, 0)),
    lasts: () => between(random, 1, 40),
  };
  const ended = await simulate(
    { state, machine, choices, start: firstUpload, strike, warm: true, ...(heard && { heard }) },
    crowd.arrivals,
  );
  const failed = ended.flatMap(({ failed }) => (failed ? [`failed: ${failed.error}: ${failed.cause}`] : []));
  const ledger = await ledgerOf(state);
  const wrong = await problemsIn(state, ledger, crowd).catch((error: unknown) => [String(error)]);
  return {
    executions: ended.length,
    accepted: ledger.filter((entry) => 'batch' in entry).length,
    releases: foldLedger(ledger).releases.length,
    calls: trace.length,
    faults,
    trace: trace.join('\n'),
    problems: [...failed, ...wrong],
  };
}

// A report is written without a condition: one that takes effect after all else can be of an earlier attempt, and nothing could tell.
function isReport(input: object): boolean {
  return 'Key' in input && String(input.Key).startsWith('reports/');
}

async function problemsIn(state: MemoryState, ledger: readonly Entry[], crowd: Crowd): Promise<string[]> {
  const serial = serialRuns(crowd.uploads);
  return [
    ...differences(state, await serial(ledger), ledger),
    ...backwardSteps(state, ledger),
    ...rewritten(state),
    ...miscounted(state, ledger, crowd),
    ...lost(state, ledger, crowd),
  ];
}

/** Versions of releases only grow, and no pointer that was ever written goes back: it may be written anew for a later entry of the ledger. */
function backwardSteps({ buckets }: MemoryState, ledger: readonly Entry[]): string[] {
  const releases = foldLedger(ledger).releases;
  const pointers = buckets.get(places.publicationBucket)?.get('elections/xx-2024/latest.json') ?? [];
  const shown = pointers.map(({ bytes }): { version: string; revision: number } =>
    JSON.parse(new TextDecoder().decode(bytes)),
  );
  return [
    { steps: releases, again: false },
    { steps: shown, again: true },
  ].flatMap(({ steps, again }) =>
    steps.flatMap((step, index) => {
      const before = steps[index - 1];
      const [from, to] = [numberOf(before?.version ?? '0'), numberOf(step.version)];
      const grows = !before || ((to > from || (again && to === from)) && step.revision >= before.revision);
      return grows ? [] : [`${before?.version} is followed by ${step.version}`];
    }),
  );
}

/** A version as one number: no part of it reaches a thousand here. */
function numberOf(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
}

/** Files of releases that were written more than once. */
function rewritten({ buckets }: MemoryState): string[] {
  return [...(buckets.get(places.publicationBucket) ?? [])]
    .filter(([key, versions]) => /\/\d+\.\d+\.\d+\//.test(key) && versions.length !== 1)
    .map(([key]) => `${key} was written again`);
}

/** Whether the newest release holds the votes of the files in force, of every station once. */
function miscounted(state: MemoryState, ledger: readonly Entry[], { uploads }: Crowd): string[] {
  const { files, releases, revision } = foldLedger(ledger);
  const release = releases.at(-1);
  const inForce = uploads.filter(({ key, versionId }) =>
    [...files.values()].some(
      (entry) => entry.kind === 'results' && key.endsWith(entry.file) && entry.versionId === versionId,
    ),
  );
  if (!release) return inForce.length > 0 ? ['nothing is published'] : [];
  if (release.revision < revision) return [`revision ${revision} is not published`];
  const key = `elections/xx-2024/${release.version}/results.csv`;
  const table = new TextDecoder().decode(objectsOf(state, places.publicationBucket).get(key)?.bytes);
  const [header = '', ...lines] = table.trim().split(/\r?\n/);
  const columns = header.split(',');
  const [station, option, count] = ['station', 'option', 'count'].map((name) => columns.indexOf(name));
  const published = lines.map((line) => {
    const cells = line.split(',');
    return [station, option, count].map((column = -1) => cells[column]).join();
  });
  const expected = inForce.flatMap(cellsOf);
  return published.sort().join('\n') === expected.sort().join('\n')
    ? []
    : [`${key} holds ${published.join(' ')} instead of ${expected.join(' ')}`];
}

/** Uploads that were forgotten, or of which ledger and report tell different things. */
function lost(state: MemoryState, ledger: readonly Entry[], { uploads }: Crowd): string[] {
  const reports = objectsOf(state, places.intakeBucket);
  return uploads.flatMap(({ key, versionId, sequencer }) => {
    const report = reports.get(`reports/${key.slice('uploads/'.length)}/${versionId}/report.json`);
    const { outcome = 'nothing', errors = 0 } = JSON.parse(new TextDecoder().decode(report?.bytes) || '{}');
    const entries = ledger.flatMap((entry) =>
      'sequencer' in entry && key === `uploads/xx-2024/${entry.file}` ? [entry] : [],
    );
    // A version that was rejected may come again and be accepted, when what it ran against has gone: the last word counts.
    const last = entries.findLast((entry) => entry.versionId === versionId);
    const outdated = entries.some((entry) => entry.type !== 'rejected' && entry.sequencer > sequencer);
    const told = last && (last.type === 'rejected' ? 'rejected' : 'accepted');
    if (told === undefined && !outdated) return [`${key} ${versionId} was lost`];
    const sameErrors = last?.type !== 'rejected' || last.errors === errors;
    if ((outcome === told && sameErrors) || (outdated && last === undefined)) return [];
    return [
      `${key} ${versionId} is reported as ${outcome}, ${errors} errors, and the ledger says ${JSON.stringify(last)}`,
    ];
  });
}
