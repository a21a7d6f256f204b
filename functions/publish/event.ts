import { type ElectionId, isElectionId } from '../model/ids.ts';
import { PublishError } from './errors.ts';

/** What the state machine passes in: the revision that has just been allocated. */
export interface PublishEvent {
  readonly election: string;
  readonly revision: number;
}

/** An event that was checked: which revision of which election is to be published. */
export interface Asked {
  readonly election: ElectionId;
  readonly revision: number;
}

/** The event, once it names an election and a revision. Throws PublishError `event-invalid`. */
export function checked({ election, revision }: PublishEvent): Asked {
  if (isElectionId(election) && Number.isSafeInteger(revision) && revision > 0) return { election, revision };
  throw new PublishError(
    'event-invalid',
    `an event names election "${election}", revision ${revision}: it needs the id of an election and a whole number from 1`,
  );
}
