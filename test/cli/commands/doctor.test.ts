import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { doctor } from '../../../cli/commands/doctor.ts';
import { localEnvironment } from '../../../cli/endpoint.ts';
import { anElection, csv, listContest, registerCsv } from '../../support/builders.ts';
import { startTestStack, type TestStack } from '../../support/stack.ts';
import { type Called, running } from '../running.ts';
import { writeStackFile } from '../support/stack-file.ts';

const election = 'xx-2024';
let stack: TestStack;
let data: string;

beforeAll(async () => {
  stack = await startTestStack();
  data = await writeStackFile(stack.stack);
  for (const [name, value] of Object.entries(localEnvironment(stack.stack))) vi.stubEnv(name, value);
  vi.stubEnv('SAILAU_BUCKET', undefined);
  const put = (file: string, body: string) => stack.put(`uploads/${election}/${file}`, body);
  await put('election.json', JSON.stringify(anElection({ contests: [listContest()] })));
  await put('stations/register.csv', registerCsv);
  const header = 'station,registered,cast,invalid,A,B,C,against-all';
  await put('results/list/north.csv', csv(header, 'st1,1000,700,20,400,200,50,30'));
  await stack.idle();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await stack.close();
});

test('finds nothing: exit code 0', async () => {
  expect(await asked({})).toMatchObject({ code: 0, stdout: 'Everything is as the ledger says.\n' });
});

test('says what is wrong (1), has it repaired by the pipeline (3), and finds nothing after', async () => {
  await lose(`elections/${election}/latest.json`);

  const [told, repaired] = [await asked({}), await asked({ flags: ['repair'], json: true })];
  await stack.idle();

  expect(told.code).toBe(1);
  expect(told.stdout).toContain(
    `pointer-behind  elections/${election}/latest.json\n  is not there\n  With --repair: Start`,
  );
  expect(repaired.code).toBe(3);
  expect(JSON.parse(repaired.stdout)).toMatchObject({
    election,
    problems: [{ code: 'pointer-behind' }],
    started: [expect.any(String)],
  });
  expect(await asked({})).toMatchObject({ code: 0 });
});

test('sweeps nothing so soon after an upload', async () => {
  await expect(asked({ flags: ['sweep', 'delete'] })).rejects.toThrow('Sweep 26 hours after the last upload');
  await expect(asked({ flags: ['delete'] })).rejects.toThrow('--delete needs --sweep');
});

test('has nothing to recover where the table is not older than what is published', async () => {
  const { code, stdout } = await asked({ flags: ['recover'] });

  expect(code).toBe(0);
  expect(stdout).toContain('nothing to recover');
});

test('tells of a published file that is gone, which it cannot repair, and sweeps nothing then', async () => {
  const { version } = (await stack.latest(election)) ?? {};
  await lose(`elections/${election}/${version}/results.csv`);

  const { code, stdout } = await asked({ flags: ['repair'], json: true });

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    problems: [{ code: 'release-damaged', repair: null }],
    started: [],
  });
  await expect(asked({ flags: ['sweep'] })).rejects.toThrow('Nothing is swept while something is wrong');
});

test.each([[[]], [['a', 'b']], [['../x']]])('asks for one election where it gets %j', async (positionals) => {
  await expect(running(doctor.run, positionals)).rejects.toThrow('Name one election');
});

function asked(called: Called) {
  return running(doctor.run, [election], { ...called, values: { data } });
}

async function lose(Key: string): Promise<void> {
  await stack.client.send(new DeleteObjectCommand({ Bucket: stack.stack.buckets.publication, Key }));
}
