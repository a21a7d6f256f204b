import { expect } from 'vitest';
import { examine } from '../../../cli/doctor/examine.ts';
import type { Problem } from '../../../cli/doctor/problem.ts';
import { repair } from '../../../cli/doctor/repair.ts';
import type { Entry } from '../../../functions/model/ledger.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import { type StoreParts, storeOf } from '../../../functions/store/open.ts';
import { definitionOf } from '../../infra/support/reading.ts';
import { templateWith } from '../../infra/support/templates.ts';
import {
  copyState,
  emptyState,
  type MemoryState,
  memoryClients,
  partsOf,
  places,
} from '../../reliability/support/aws/memory.ts';
import { lambdas } from '../../reliability/support/run/lambda.ts';
import { execute } from '../../reliability/support/run/machine.ts';
import { eventOf, put, type Upload, upload } from '../../reliability/support/run/upload.ts';
import { life } from '../../reliability/support/sweep/scenarios.ts';
import { electionId } from '../../support/builders.ts';

/** The state machine of the template. */
export const machine = definitionOf(templateWith());

/** The election of the life. */
export const election = electionId('xx-2024');

/** Its uploads, in order. */
export const uploads = life.steps.flatMap((step) => step.uploads);

/** A file that comes after all of them. */
export const late = upload(
  9,
  'uploads/xx-2024/results/list/south.csv',
  'station,registered,cast,invalid,A,B,C,against-all\nst4,500,250,5,150,60,25,10\n',
);

/** The state after the first `steps` uploads of the life. */
export async function lived(steps: number): Promise<MemoryState> {
  const state = known.get(steps) ?? emptyState();
  if (!known.has(steps)) for (const one of uploads.slice(0, steps)) await process(state, one);
  known.set(steps, state);
  return copyState(state);
}

const known = new Map<number, MemoryState>();

/** Puts an upload into the bucket and runs its execution to the end. */
export async function process(state: MemoryState, one: Upload): Promise<void> {
  put(state, one);
  await run(state, eventOf(one));
}

/** One execution, to its end. */
async function run(state: MemoryState, event: object): Promise<void> {
  let now = Date.UTC(2024, 2, 11);
  const task = lambdas({
    clients: () => memoryClients(() => state),
    now: () => new Date(now).toISOString(),
    strike: async () => null,
    later: () => undefined,
  });
  const { failed } = await execute(machine, event, task, async (milliseconds) => {
    now += milliseconds;
  });
  expect(failed).toBeNull();
}

/** What the doctor looks into. */
export function placesOf(state: MemoryState) {
  return placesIn(partsOf(memoryClients(() => state)));
}

/** The same of any clients. */
export function placesIn(parts: StoreParts) {
  const bucket = (name: string) => ({ client: parts.s3, name });
  return {
    store: storeOf(parts),
    intake: bucket(places.intakeBucket),
    publication: bucket(places.publicationBucket),
  };
}

/** What the doctor finds. */
export function problemsIn(state: MemoryState): Promise<Problem[]> {
  return problemsAt(placesOf(state));
}

/** The same in any places. */
export async function problemsAt(places: ReturnType<typeof placesIn>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const one of examine(places, election)) problems.push(one);
  return problems;
}

/** The entries of the election. */
export function ledgerOf(state: MemoryState): Promise<Entry[]> {
  return placesOf(state).store.ledger.read(election);
}

/** What is in force, and what is published, whatever the numbers of the entries. */
export function contentOf(ledger: readonly Entry[]) {
  const { files, status, releases, unfinished } = foldLedger(ledger);
  return {
    files: [...files.values()].map(({ file, versionId, batch }) => [file, versionId, batch]),
    status: status?.status,
    releases: releases.map(({ version, revision, manifest }) => [version, revision, manifest]),
    unfinished,
  };
}

/** Every file of every release, by key. */
export function releasesIn({ buckets }: Pick<MemoryState, 'buckets'>): Map<string, unknown> {
  const objects = buckets.get(places.publicationBucket) ?? new Map();
  return new Map([...objects].filter(([key]) => /\/\d+\.\d+\.\d+\//.test(key)));
}

/** Repairs, and waits for the executions that were started. */
export async function repaired(state: MemoryState, problems: readonly Problem[]): Promise<void> {
  const start = async (_: string, event: object) => {
    await run(state, event);
    return 'started' as const;
  };
  await repair(problems, { start, bucket: places.intakeBucket, attempt: '1' });
}

/** Takes an object out of its bucket, with all its versions. */
export function lose({ buckets }: MemoryState, key: string): void {
  const there = [...buckets.values()].filter((objects) => objects.delete(key));
  if (there.length === 0) throw new Error(`there is no ${key}`);
}
