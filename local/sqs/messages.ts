import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { LocalError } from '../errors.ts';
import { asObject, asText, asWhole, type Json, type JsonObject, member } from '../json.ts';
import { openKeptFiles } from '../kept-files.ts';

/** A message of a queue. */
export type Message = {
  readonly id: string;
  readonly body: string;
  /** By name, each as the API has it: `DataType` and `StringValue`. */
  readonly attributes: JsonObject;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number;
};

/** The messages of one queue: one file each, so that they survive this process. */
export type Messages = {
  /** Once it resolves, the message is on disk. */
  readonly add: (body: string, attributes: JsonObject) => Promise<Message>;
  /** Those that have not been kept too long, oldest first. Throws `queue-unreadable`. */
  readonly all: () => Promise<Message[]>;
  readonly remove: (id: string) => Promise<void>;
};

/** Opens the messages in a folder, which is made if it is not there; after `retentionSeconds` a message is gone. */
export async function openMessages(folder: string, retentionSeconds: number): Promise<Messages> {
  // An unfinished file belongs to a request that was never answered: its sender sends it again.
  const files = await openKeptFiles(folder);
  return {
    remove: files.remove,
    add: async (body, attributes) => {
      const message = { id: randomUUID(), body, attributes, sentAt: Date.now() };
      await files.add(message.id, message);
      return message;
    },
    all: async () => {
      const found = await Promise.all((await files.paths()).map(readMessage));
      const oldest = Date.now() - retentionSeconds * 1000;
      const kept: Message[] = [];
      for (const message of found) {
        if (message === undefined) continue;
        if (message.sentAt < oldest) await files.remove(message.id);
        else kept.push(message);
      }
      return kept.sort((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1));
    },
  };
}

/** Undefined for one that was deleted meanwhile. */
async function readMessage(file: string): Promise<Message | undefined> {
  try {
    const parsed: Json = JSON.parse(await readFile(file, 'utf8'));
    const message = asObject(parsed, file);
    return {
      id: asText(member(message, 'id'), `${file} id`),
      body: asText(member(message, 'body'), `${file} body`),
      attributes: asObject(member(message, 'attributes'), `${file} attributes`),
      sentAt: asWhole(member(message, 'sentAt'), `${file} sentAt`),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new LocalError(
      'queue-unreadable',
      `${file} is not a message of the queue. Delete it and run \`sailau doctor --repair\`, so that nothing is missed silently.`,
      { cause: error },
    );
  }
}
