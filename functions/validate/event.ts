import { type ElectionId, isElectionId } from '../model/ids.ts';
import { EventInvalid } from './errors.ts';

/** The version of an object that an "Object Created" event tells of. */
export interface ObjectVersion {
  /** Not URL-encoded: EventBridge gives keys as they are. */
  readonly key: string;
  /** `null`, the word, in a bucket without versions. */
  readonly versionId: string;
  /** Hexadecimal; orders the versions of a key, see `isLater`. */
  readonly sequencer: string;
  /** When it was uploaded, ISO 8601. */
  readonly at: string;
}

/** What the state machine hands to the stage. */
export interface ValidateEvent {
  /** `check`: a file that needs what is not there yet waits. `reject-waiting`: it has waited long enough. */
  readonly mode: 'check' | 'reject-waiting';
  readonly object: ObjectVersion;
}

/** Reads `{ mode, event }`, with the EventBridge event of the upload in it. Throws `EventInvalid`. */
export function readEvent(input: unknown): ValidateEvent {
  const { mode, event } = members(input, 'input');
  if (mode !== 'check' && mode !== 'reject-waiting')
    throw new EventInvalid('mode is neither check nor reject-waiting');
  const { detail, time } = members(event, 'event');
  const { object } = members(detail, 'detail');
  const fields = members(object, 'detail.object');
  const text = (name: string): string => {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
    throw new EventInvalid(`detail.object.${name} is not a text`);
  };
  if (typeof time !== 'string' || Number.isNaN(Date.parse(time)))
    throw new EventInvalid('time is not a time');
  return {
    mode,
    object: {
      key: text('key'),
      versionId: fields['version-id'] === undefined ? 'null' : text('version-id'),
      sequencer: text('sequencer'),
      at: time,
    },
  };
}

/** The election that a key names, and the file in it, whether Sailau reads such a file or not; null when it names none. */
export function electionOfKey(key: string): { election: ElectionId; file: string } | null {
  const [root, election = '', ...rest] = key.split('/');
  return root === 'uploads' && isElectionId(election) && rest.length > 0
    ? { election, file: rest.join('/') }
    : null;
}

function members(value: unknown, name: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object') throw new EventInvalid(`${name} is not an object`);
  return { ...value };
}
