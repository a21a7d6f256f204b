import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '../errors.ts';
import { asObject, asText, type Json, type JsonObject, member } from '../json.ts';

/** An event as EventBridge delivers it; `id` names it. */
export type BusEvent = JsonObject & { id: string };

/** The events that are delivered but whose executions have not ended: one file each, so that they survive this process. */
export type Journal = {
  /** Writes the event to disk. Once it resolves, the event is not lost any more. */
  readonly add: (event: BusEvent) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** What an earlier process left behind, oldest first. Throws `journal-unreadable`. */
  readonly left: () => Promise<BusEvent[]>;
};

const ENDING = '.json';
const UNFINISHED = '.part';

/** Opens the journal in a folder; the folder is made if it is not there. */
export async function openJournal(folder: string): Promise<Journal> {
  await mkdir(folder, { recursive: true });
  // An unfinished file belongs to an upload that was never answered: its client sends it again.
  const unfinished = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => rm(join(folder, name), { force: true })));
  const fileOf = (id: string): string => join(folder, `${id}${ENDING}`);
  return {
    add: async (event) => {
      const part = join(folder, `${event.id}${UNFINISHED}`);
      const file = await open(part, 'w');
      try {
        await file.writeFile(JSON.stringify(event));
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(part, fileOf(event.id));
    },
    remove: (id) => rm(fileOf(id), { force: true }),
    left: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
      const events = await Promise.all(names.map((name) => readEvent(join(folder, name))));
      return events.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    },
  };
}

async function readEvent(file: string): Promise<BusEvent> {
  try {
    const parsed: Json = JSON.parse(await readFile(file, 'utf8'));
    const event = asObject(parsed, file);
    return { ...event, id: asText(member(event, 'id'), `${file} id`) };
  } catch (error) {
    throw new LocalError(
      'journal-unreadable',
      `${file} is not an event. Delete it and upload again what it was about, so that nothing is missed silently.`,
      { cause: error },
    );
  }
}

function orderOf(event: BusEvent): string {
  const detail = member(event, 'detail');
  return `${String(member(event, 'time'))} ${JSON.stringify(detail ?? '')}`;
}
