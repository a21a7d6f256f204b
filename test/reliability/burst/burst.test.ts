import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCredentials } from '../../../cli/endpoint.ts';
import type { Entry } from '../../../functions/model/ledger.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import { openStore } from '../../../functions/store/open.ts';
import type { Store } from '../../../functions/store/store.ts';
import type { ExecutionEvent } from '../../../local/pipeline/progress.ts';
import { anElection, csv, electionId, listContest } from '../../support/builders.ts';
import { startTestStack, type TestStack } from '../../support/stack.ts';
import { howMany } from '../support/seeds.ts';

const elections = Array.from({ length: howMany(2, 5) }, (_, index) => electionId(`burst-${index + 1}`));
const filesOfEach = howMany(5, 100);
const concurrency = { validateConcurrency: 2, allocateConcurrency: 1, publishConcurrency: 1 };
const stations = Array.from({ length: filesOfEach }, (_, index) => `st${index + 1}`);

let running: TestStack;
let store: Store;

beforeAll(async () => {
  running = await startTestStack(concurrency);
  const { stack } = running;
  Object.assign(process.env, localCredentials, {
    AWS_ENDPOINT_URL_S3: stack.endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: stack.endpoints.dynamodb,
  });
  store = openStore({
    INTAKE_BUCKET: stack.buckets.intake,
    PUBLICATION_BUCKET: stack.buckets.publication,
    RECORDS_TABLE: stack.table,
  });
});
afterAll(() => running.close());

test(`a burst of ${elections.length * filesOfEach} files through functions that may run once or twice at a time loses and doubles none`, async () => {
  await prepare();
  const refusals = countRefusals();

  await Promise.all(
    elections.flatMap((election) =>
      stations.map((station, index) =>
        running.put(`uploads/${election}/results/list/${station}.csv`, protocolOf(station, index)),
      ),
    ),
  );
  await running.idle();

  const counts = { accepted: 0, releases: 0, failures: (await store.status.failures()).length };
  for (const election of elections) {
    const ledger = await store.ledger.read(election);
    const state = foldLedger(ledger);
    expect(timesAccepted(ledger)).toEqual(
      new Map(stations.map((station) => [`results/list/${station}.csv`, 1])),
    );
    expect((await running.latest(election))?.revision).toBe(state.revision);
    expect(await publishedStations(election)).toBe(stations.length);
    counts.accepted += timesAccepted(ledger).size;
    counts.releases += state.releases.length;
  }
  console.log(
    `${elections.length * filesOfEach} files at once, at most ${Object.values(concurrency).join('/')} at a time: ${counts.accepted} accepted once each, ` +
      `${counts.releases} releases, ${refusals()} refusals waited out, ${counts.failures} failures`,
  );
  expect(counts.failures).toBe(0);
  expect(refusals()).toBeGreaterThan(0);
}, 3_600_000);

/** The definitions and registers, one after the other. */
async function prepare(): Promise<void> {
  const register = csv(
    'station,area,name,registered,source',
    ...stations.map((station) => `${station},N1,School,1000,S1`),
  );
  for (const election of elections) {
    const definition = anElection({ id: election, contests: [listContest()] });
    await running.put(`uploads/${election}/election.json`, JSON.stringify(definition));
    await running.idle();
    await running.put(`uploads/${election}/stations/register.csv`, register);
    await running.idle();
  }
}

function protocolOf(station: string, index: number): string {
  const votes = 100 + index;
  return csv(
    'station,registered,cast,invalid,A,B,C,against-all',
    `${station},1000,${votes + 120},20,${votes},50,50,0`,
  );
}

/** How often a function has refused an attempt for want of room. */
function countRefusals(): () => number {
  let refusals = 0;
  running.stack.executions.on('event', (event: ExecutionEvent) => {
    if (event.type === 'attempt-failed' && event.error === 'Lambda.TooManyRequestsException') refusals += 1;
  });
  return () => refusals;
}

function timesAccepted(ledger: readonly Entry[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const entry of ledger)
    if (entry.type === 'accepted' && entry.kind === 'results')
      times.set(entry.file, (times.get(entry.file) ?? 0) + 1);
  return new Map([...times].sort(([a], [b]) => numberOf(a) - numberOf(b)));
}

function numberOf(file: string): number {
  return Number(/\d+/.exec(file)?.[0]);
}

/** How many stations the newest release has results of. */
async function publishedStations(election: string): Promise<number> {
  const rows = (await running.file(election, 'results.csv')).trim().split('\n').slice(1);
  return new Set(rows.map((row) => /\bst\d+\b/.exec(row)?.[0])).size;
}
