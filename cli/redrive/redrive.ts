import { electionOfKey } from '../../functions/validate/event.ts';
import type { QueuedMessage } from '../operate/failure-queue.ts';
import type { Operator } from '../operate/operator.ts';
import { type QueuedEvent, readQueued } from '../operate/queued-event.ts';
import { ExecutionRefused } from '../operate/start-execution.ts';
import { isUploadThere } from '../operate/upload-event.ts';

/** What became of a message of the queue of failures. */
export interface Redriven {
  readonly message: string;
  /** Null where the message is none that Sailau reads. */
  readonly key: string | null;
  readonly versionId: string | null;
  /** What ended the execution, or kept it from being started. */
  readonly error: string | null;
  readonly cause: string | null;
  /** `started-before`: an earlier redrive has, and died before it could take the message off. `stays`: it cannot be started. */
  readonly outcome: 'started' | 'started-before' | 'would-start' | 'stays';
  /** Why it stays, and what to do; null when it does not. */
  readonly reason: string | null;
}

/** What to redrive: of one election or of all; with `dryRun` nothing is started and every message stays. */
export interface RedriveOptions {
  readonly election: string | null;
  readonly dryRun: boolean;
}

/**
 * Starts each queued event again and takes its message off once that is done. An execution is named by its message, so that one which is seen
 * twice is started once. Messages of other elections stay, unsaid.
 */
export async function* redrive(
  { queued, start, intake }: Pick<Operator, 'queued' | 'start' | 'intake'>,
  { election, dryRun }: RedriveOptions,
): AsyncGenerator<Redriven> {
  const started = new Set<string>();
  for await (const message of queued()) {
    const found = readQueued(message.body, message.attributes);
    const version = `${found?.key}#${found?.versionId}`;
    // It has failed again already: a command that went on would never end.
    if (found !== null && started.has(version)) continue;
    if (election !== null && (found === null || electionOfKey(found.key)?.election !== election)) continue;
    const result = await take(message, found, dryRun, { start, intake });
    if (result.outcome === 'started' || result.outcome === 'started-before') {
      await message.remove();
      started.add(version);
    }
    yield result;
  }
}

async function take(
  message: QueuedMessage,
  found: QueuedEvent | null,
  dryRun: boolean,
  { start, intake }: Pick<Operator, 'start' | 'intake'>,
): Promise<Redriven> {
  const { key = null, versionId = null, error = null, cause = null } = found ?? {};
  const about = { message: message.id, key, versionId, error, cause };
  const stays = (reason: string): Redriven => ({ ...about, outcome: 'stays', reason });
  if (found === null)
    return stays('It is no event of an upload. Look at it in the console of SQS, and delete it there.');
  if (!(await isUploadThere(intake, found)))
    return stays(
      'The object version is no longer in the bucket. Upload the file again, then delete the message.',
    );
  if (dryRun) return { ...about, outcome: 'would-start', reason: null };
  try {
    return { ...about, outcome: await start(`redrive-${message.id}`, found.event), reason: null };
  } catch (refused) {
    if (!(refused instanceof ExecutionRefused)) throw refused;
    return stays(`Step Functions has refused it: ${refused.code}: ${refused.message}`);
  }
}
