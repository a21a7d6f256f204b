import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine } from '../../../cli/doctor/examine.ts';
import type { Problem } from '../../../cli/doctor/problem.ts';
import { repair } from '../../../cli/doctor/repair.ts';
import { type Operator, operatorOf } from '../../../cli/operate/operator.ts';
import { foldLedger, pendingRejections } from '../../../functions/model/state.ts';
import { synthesize } from '../../../infra/synthesize.ts';
import { anElection, csv, electionId, listContest, registerCsv } from '../../support/builders.ts';
import { type KillableStack, startKillable } from '../support/killed/stack.ts';
import { howMany } from '../support/seeds.ts';

const election = electionId('xx-2024');
const kills = howMany(4, 100);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`loses nothing when the whole stack is killed ${kills} times under load`, async () => {
  const { assemblyDirectory } = synthesize({ outdir: join(folder, 'cdk.out') });
  const data = join(folder, 'data');
  const random = generator(1);
  const accepted = new Map<string, string>();
  let put = 0;

  for (let round = 0; round < kills; round += 1) {
    const stack = await startKillable(assemblyDirectory, data);
    const load = uploading(stack, round, (file, version) => {
      put += 1;
      accepted.set(file, version);
    });
    await pause(200 + random() * 3_000);
    await stack.kill();
    await load;
  }

  const stack = await startKillable(assemblyDirectory, data);
  Object.assign(process.env, stack.deployment.environment);
  const operator = operatorOf(stack.deployment, 'doctor');
  try {
    const { found, left } = await healed(operator);
    const ledger = await operator.store.ledger.read(election);
    const state = foldLedger(ledger);
    console.log(
      `${kills} kills, ${put} uploads answered, ${ledger.length} entries, ${state.releases.length} releases; ` +
        `the doctor repaired ${found.filter(({ repair: by }) => by !== null).length} of ${found.length} problems: ${[...new Set(found.map(({ code }) => code))].join(', ') || 'none'}`,
    );

    expect(left).toEqual([]);
    expect(state.releases.length).toBeGreaterThan(0);
    expect(pendingRejections(ledger, state)).toEqual([]);
    for (const [file, version] of accepted) {
      const inForce = state.files.get(file)?.versionId ?? '';
      // Versions of this bucket grow: a later one of which no answer came may be in force.
      expect(
        inForce >= version,
        `${file}: ${version} was answered, ${inForce || 'nothing'} is in force`,
      ).toBe(true);
    }
  } finally {
    operator.close();
    await stack.kill();
  }
}, 3_600_000);

/** Uploads until the stack dies: the definition and the register first, then protocols that are corrected without end. */
async function uploading(
  stack: KillableStack,
  round: number,
  answered: (file: string, version: string) => void,
): Promise<void> {
  for (let step = 0; ; step += 1) {
    const files = filesOf(round * 1_000 + step);
    const versions = await Promise.all(
      files.map(async ([file, body]) => {
        const version = await stack.put(`uploads/${election}/${file}`, body);
        if (version !== null) answered(file, version);
        return version;
      }),
    );
    if (versions.includes(null)) return;
    await pause(300);
  }
}

function filesOf(step: number): [string, string][] {
  const header = 'station,registered,cast,invalid,A,B,C,against-all';
  const votes = 100 + (step % 300);
  return [
    ['election.json', JSON.stringify(anElection({ contests: [listContest()] }))],
    ['stations/register.csv', registerCsv],
    ['results/list/north.csv', csv(header, `st1,1000,${votes + 120},20,${votes},50,50,0`)],
    ['results/list/south.csv', csv(header, `st4,500,${votes + 60},10,${votes},25,15,10`)],
  ];
}

/** Repairs until nothing is left that can be; gives what was found on the way, and what is left. Work that is going on is waited for. */
async function healed(operator: Operator): Promise<{ found: Problem[]; left: Problem[] }> {
  const found: Problem[] = [];
  for (let attempt = 0; attempt < 60; attempt += 1) {
    // What the last run left in its journal is at work at first; a publisher that died is waited for a minute.
    await pause(3_000);
    const problems: Problem[] = [];
    for await (const problem of examine(operator, election)) problems.push(problem);
    if (problems.length === 0) return { found, left: [] };
    if (attempt % 4 !== 3) continue;
    found.push(...problems);
    const { start, intake } = operator;
    await repair(problems, { start, bucket: intake.name, attempt: String(attempt) });
  }
  const left: Problem[] = [];
  for await (const problem of examine(operator, election)) left.push(problem);
  return { found, left };
}

/** Numbers from 0 to 1 that depend on the seed alone (Mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
