import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import type { Problem } from '../../../../cli/doctor/problem.ts';
import { repair } from '../../../../cli/doctor/repair.ts';
import type { StoreParts } from '../../../../functions/store/open.ts';
import { machine, placesIn, problemsAt, uploads } from '../../../cli/doctor/support.ts';
import { type AwsStore, startAwsStore } from '../../../support/aws-store.ts';
import { type MemoryState, places } from '../aws/memory.ts';
import { dump, loadTable } from '../aws/servers.ts';
import { lambdas } from '../run/lambda.ts';
import { execute } from '../run/machine.ts';
import { eventOf } from '../run/upload.ts';

/** The life of the election over HTTP, on servers of the local stack, and its table as it was after each upload. */
export interface ServedLife {
  /** Everything that lay on the servers after each upload, from the first. */
  readonly moments: readonly MemoryState[];
  /** The places with the table that was never lost. */
  readonly intact: ReturnType<typeof placesIn>;
  /** The places with the table of after upload `moment` (from 1) restored into a new one, as point-in-time recovery does it. */
  restore(moment: number): Promise<Restored>;
  stop(): Promise<void>;
}

/** The stack on a restored table. */
export interface Restored {
  readonly places: ReturnType<typeof placesIn>;
  /** Repairs until the doctor finds nothing, three times at most, and gives what is left. */
  repaired(): Promise<Problem[]>;
  /** What lies there now. */
  dump(): Promise<MemoryState>;
}

/** Lives the life: every upload is put over HTTP and its execution run to the end. */
export async function servedLife(): Promise<ServedLife> {
  const aws = await startAwsStore();
  const moments: MemoryState[] = [];
  for (const upload of uploads) {
    const { key: Key, bytes: Body } = upload;
    const put = new PutObjectCommand({ Bucket: places.intakeBucket, Key, Body });
    const { VersionId: versionId = 'null' } = await aws.parts.s3.send(put);
    await run(aws, aws.parts.recordsTable, eventOf({ ...upload, versionId }));
    moments.push(await dump(aws.parts));
  }
  return {
    moments,
    intact: placesIn(aws.parts),
    async restore(moment) {
      const state = moments[moment - 1];
      if (state === undefined) throw new RangeError(`there is no moment ${moment}`);
      const parts: StoreParts = { ...aws.parts, recordsTable: `records-restored-${moment}` };
      await aws.createTable(parts.recordsTable);
      await loadTable(state, parts);
      return restoredStack(aws, parts);
    },
    stop: () => aws.stop(),
  };
}

function restoredStack(aws: AwsStore, parts: StoreParts): Restored {
  const restored = placesIn(parts);
  return {
    places: restored,
    dump: () => dump(parts),
    async repaired() {
      const start = async (_: string, event: object) => {
        await run(aws, parts.recordsTable, event);
        return 'started' as const;
      };
      let problems = await problemsAt(restored);
      for (let round = 0; round < 3 && problems.length > 0; round += 1) {
        await repair(problems, { start, bucket: places.intakeBucket, attempt: '1' });
        problems = await problemsAt(restored);
      }
      return problems;
    },
  };
}

/** One execution, to its end; a pause of the state machine costs nothing. */
async function run(aws: AwsStore, recordsTable: string, event: object): Promise<void> {
  let now = Date.UTC(2024, 2, 11);
  const connections: Pick<StoreParts, 's3' | 'dynamodb'>[] = [];
  const task = lambdas({
    clients() {
      const clients = aws.connect();
      connections.push(clients);
      return clients;
    },
    now: () => new Date(now).toISOString(),
    strike: async () => null,
    later: () => undefined,
    recordsTable,
  });
  const { failed } = await execute(machine, event, task, async (milliseconds) => {
    now += milliseconds;
  });
  for (const { s3, dynamodb } of connections) for (const client of [s3, dynamodb]) client.destroy();
  expect(failed).toBeNull();
}
