import { describe, expect, test, vi } from 'vitest';
import { scanTag } from '../../../functions/store/objects.ts';
import type { Stage } from '../../../infra/pipeline/functions.ts';
import { emptyState } from '../../reliability/support/aws/memory.ts';
import type { Call } from '../../reliability/support/aws/seam.ts';
import { inOrder } from '../../reliability/support/run/scheduler.ts';
import { simulate } from '../../reliability/support/run/simulation.ts';
import { firstUpload, put, type Upload, upload } from '../../reliability/support/run/upload.ts';
import { life, together } from '../../reliability/support/sweep/scenarios.ts';
import { asksOf } from '../support/asks.ts';
import { accountOf, allows, meets, type Statement } from '../support/iam.ts';
import { definitionOf } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const stages = ['validate', 'allocate', 'publish'] as const;
const roleOf = {
  validate: 'FunctionsValidateRole',
  allocate: 'FunctionsAllocateRole',
  publish: 'FunctionsPublishRole',
};
const stageOf: Readonly<Record<string, Stage>> = {
  Validate: 'validate',
  'Reject late': 'validate',
  Allocate: 'allocate',
  Publish: 'publish',
};

/** A call of a handler, with the stage that makes it. */
type Made = { readonly stage: Stage; readonly call: Call };

/** Every call that the real handlers make in the life of an election; where uploads are scanned, only what was found clean lives it. */
async function callsOfALife(malwareScan: boolean): Promise<Made[]> {
  const calls: Made[] = [];
  const unread = upload(8, 'uploads/xx-2024/notes.txt', 'what Sailau does not read');
  const early = upload(9, 'uploads/yy-2024/results/list/early.csv', 'station,A\nst1,1\n');
  const uploads = [...life.steps, ...together.steps].flatMap((step) => step.uploads);
  const all = [...uploads, unread, early].map((one) => scanned(one, 'NO_THREATS_FOUND'));
  const stopped = malwareScan ? [infected, upload(11, 'uploads/xx-2024/results/list/unscanned.csv', '')] : [];
  const state = emptyState();
  for (const one of [...all, ...stopped]) put(state, one);
  let stage: Stage = 'validate';
  for (const [index, one] of [...all, ...stopped].entries()) {
    const [ended] = await simulate(
      {
        state,
        machine: definitionOf(templateWith()),
        malwareScan,
        choices: inOrder,
        start: firstUpload + 86_400_000 * (index + 1),
        between: (task) => (name, payload) => {
          stage = stageOf[name] ?? stage;
          return task(name, payload);
        },
        strike(call) {
          calls.push({ stage, call });
          return null;
        },
      },
      [{ upload: one, after: 0 }],
    );
    if (ended?.failed) throw new Error(`${one.key} fails: ${ended.failed.error}`);
  }
  return calls;
}

const infected = scanned(upload(10, 'uploads/xx-2024/results/list/infected.csv', ''), 'THREATS_FOUND');

function scanned(one: Upload, result: string): Upload {
  return { ...one, tags: { [scanTag]: result } };
}

const lives = { none: await callsOfALife(false), guardduty: await callsOfALife(true) };

describe.each([
  { encryption: 'managed', malwareScan: 'none' },
  { encryption: 'kms', malwareScan: 'none' },
  { encryption: 'managed', malwareScan: 'guardduty' },
  { encryption: 'kms', malwareScan: 'guardduty' },
] as const)('with the encryption $encryption and the malware scan $malwareScan', (chosen) => {
  const { encryption, malwareScan } = chosen;
  const account = accountOf(templateWith(malwareScan === 'none' ? { encryption } : chosen));
  const own = encryption === 'kms';
  const calls = lives[malwareScan];

  test('every call of the handlers is one that the role of their function allows', () => {
    const refused = calls.flatMap(({ stage, call }) =>
      asksOf(call, account, own)
        .filter((ask) => !allows(account.role(roleOf[stage]), ask))
        .map(({ action, resource }) => `${stage}: ${action} ${resource}`),
    );

    console.log(
      `${encryption}, malware scan ${malwareScan}: ${calls.length} calls of the handlers, all allowed by the policies of their functions`,
    );
    expect([...new Set(refused)]).toEqual([]);
    expect(new Set(calls.map(({ stage }) => stage))).toEqual(new Set(stages));
  });

  test.each(stages)('every right of %s is used by one of its calls, or is explained', (stage) => {
    const asks = calls.filter((one) => one.stage === stage).flatMap(({ call }) => asksOf(call, account, own));
    const unused = eachRight(account.role(roleOf[stage])).filter(
      (right) => !explained.has(right.actions[0] ?? '') && !asks.some((ask) => meets(right, ask)),
    );

    expect(unused.map(({ actions, resources }) => `${actions} ${resources}`)).toEqual([]);
  });

  test('the tags of an upload are read where it is scanned, and nowhere else', () => {
    const commands = new Set(calls.map(({ call }) => call.command));

    expect(commands.has('GetObjectTaggingCommand')).toBe(malwareScan === 'guardduty');
  });

  test('no right but that to send a trace is for all resources, and none for all actions', () => {
    const rights = stages.flatMap((stage) => account.role(roleOf[stage]));

    const forAll = rights.filter(({ resources }) => resources.includes('*'));
    // X-Ray knows no resources, so that only its two actions may be for all.
    expect([...new Set(forAll.flatMap(({ actions }) => actions))]).toEqual([
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
    expect(rights.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
  });
});

/** Rights that no call asks for by name, and why they are there. */
const explained: ReadonlyMap<string, string> = new Map([
  ['xray:PutTelemetryRecords', 'Lambda itself sends the traces'],
  ['xray:PutTraceSegments', 'Lambda itself sends the traces'],
  ['logs:CreateLogStream', 'Lambda itself writes what a function prints'],
  ['logs:PutLogEvents', 'Lambda itself writes what a function prints'],
  ['s3:AbortMultipartUpload', 'only after a failed upload in parts'],
  ['s3:ListBucket', 'with it S3 says of what is gone that it is not there'],
  ['kms:GenerateDataKey', 'DynamoDB, when it opens the table'],
  ['kms:DescribeKey', 'DynamoDB, when it opens the table'],
  ['kms:Encrypt', 'DynamoDB, when it opens the table'],
  ['kms:GenerateDataKeyWithoutPlaintext', 'DynamoDB, when it opens the table'],
  ['kms:ReEncryptFrom', 'DynamoDB, when the key is replaced'],
  ['kms:ReEncryptTo', 'DynamoDB, when the key is replaced'],
]);

/** The statements, cut into one action and one resource each. */
function eachRight(statements: readonly Statement[]): Statement[] {
  return statements.flatMap(({ actions, resources, ...rest }) =>
    actions.flatMap((action) =>
      resources.map((resource) => ({ ...rest, actions: [action], resources: [resource] })),
    ),
  );
}
