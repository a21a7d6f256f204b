import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Entry } from '../../../../functions/model/ledger.ts';
import type { StoreParts } from '../../../../functions/store/open.ts';
import type { JsonRecord } from '../../../infra/support/reading.ts';
import { startAwsStore } from '../../../support/aws-store.ts';
import { electionId } from '../../../support/builders.ts';
import type { Fault } from '../aws/faults.ts';
import { places } from '../aws/memory.ts';
import { dump, load } from '../aws/servers.ts';
import { differences } from '../check/compare.ts';
import { serialRuns } from '../check/serial.ts';
import { differentStory } from '../check/story.ts';
import { lambdas } from '../run/lambda.ts';
import { type Ended, execute } from '../run/machine.ts';
import { eventOf, type Upload } from '../run/upload.ts';
import { type Known, resume } from './record.ts';
import { striker } from './strike.ts';

/** One fault at one call of a step. */
export interface Case {
  readonly known: Known;
  readonly place: number;
  readonly fault: Fault;
}

/**
 * Tries a case against the SDK over HTTP and the servers of the local stack, from the state that the run in memory had reached, and
 * gives what is wrong at its end. Where executions run at the same time, another call may come in the place of the recorded one, which
 * cannot meet the fault: then it has not struck. Pauses of the state machine pass at once, for the Lambdas as well; `past` are the uploads of the whole
 * scenario.
 */
export async function tryServed(
  one: Case,
  past: readonly Upload[],
  machine: JsonRecord,
): Promise<{ struck: boolean; wrong: string[] }> {
  const aws = await startAwsStore();
  try {
    const resumed = resume(one.known, one.place);
    await load(resumed.state, aws.parts);
    const uploads = await putAll(one.known.uploads, aws.parts);
    const late: (() => Promise<unknown>)[] = [];
    const connections: Pick<StoreParts, 's3' | 'dynamodb'>[] = [];
    const { strike, struck } = striker(resumed.place, one.fault);
    let time = one.known.start;
    const task = lambdas({
      clients() {
        const clients = aws.connect();
        connections.push(clients);
        return clients;
      },
      now: () => new Date(time).toISOString(),
      later: (effect) => void late.push(effect),
      strike: async (call) => strike(call),
    });
    const sleep = async (milliseconds: number) => {
      time += milliseconds;
    };
    const between = resumed.between(task);
    const ended = await Promise.all(
      uploads.map((upload) => execute(machine, eventOf(upload), between, sleep)),
    );
    for (const effect of late) await effect().catch(() => undefined);
    for (const { s3, dynamodb } of connections) for (const client of [s3, dynamodb]) client.destroy();
    const ledger = await aws.store.ledger.read(electionId('xx-2024'));
    const serial = await serialRuns([...past, ...uploads])(ledger);
    const story = differentStory(
      one.known,
      ledger.map((entry) => asRecorded(entry, one.known.uploads, uploads)),
    );
    const wrong = [...failures(ended), ...story, ...differences(await dump(aws.parts), serial, ledger)];
    return { struck: struck(), wrong };
  } finally {
    await aws.stop();
  }
}

/** Puts the uploads into the bucket; the server says what their versions are called. */
async function putAll(uploads: readonly Upload[], { s3 }: StoreParts): Promise<Upload[]> {
  const put: Upload[] = [];
  for (const upload of uploads) {
    const command = new PutObjectCommand({
      Bucket: places.intakeBucket,
      Key: upload.key,
      Body: upload.bytes,
    });
    const { VersionId: versionId = 'null' } = await s3.send(command);
    put.push({ ...upload, versionId });
  }
  return put;
}

/** An entry with the version id that the upload had in memory. */
function asRecorded(entry: Entry, recorded: readonly Upload[], served: readonly Upload[]): Entry {
  if (!('versionId' in entry)) return entry;
  const index = served.findIndex(({ versionId }) => versionId === entry.versionId);
  return { ...entry, versionId: recorded[index]?.versionId ?? entry.versionId };
}

function failures(ended: readonly Ended[]): string[] {
  return ended.flatMap(({ failed }) => (failed ? [`failed: ${failed.error}: ${failed.cause}`] : []));
}
