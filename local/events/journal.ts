import { readFile } from 'node:fs/promises';
import { LocalError } from '../errors.ts';
import { asObject, asText, type Json, type JsonObject, member } from '../json.ts';
import { openKeptFiles } from '../kept-files.ts';

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

/** Opens the journal in a folder; the folder is made if it is not there. */
export async function openJournal(folder: string): Promise<Journal> {
  // An unfinished file belongs to an upload that was never answered: its client sends it again.
  const files = await openKeptFiles(folder);
  return {
    add: (event) => files.add(event.id, event),
    remove: files.remove,
    left: async () => {
      const events = await Promise.all((await files.paths()).map(readEvent));
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
