import { isObject } from '../../functions/model/json/json.ts';
import { versionOfEvent } from './upload-event.ts';

/** What a message of the queue of failures says. */
export interface QueuedEvent {
  /** The event as it came in: the input of the execution to start. */
  readonly event: object;
  readonly key: string;
  readonly versionId: string;
  /** Why it lies here. */
  readonly error: string;
  readonly cause: string;
}

/**
 * Reads a message: an event that EventBridge could not deliver, as it is, with its error in the attributes; or what the state machine
 * sends when an execution gives up, with the event in it. Null when it is neither.
 */
export function readQueued(body: string, attributes: ReadonlyMap<string, string>): QueuedEvent | null {
  const value = parsed(body);
  if (value === null) return null;
  const undelivered = 'detail' in value;
  const event = undelivered ? value : value.event;
  const version = versionOfEvent(event);
  if (version === null || !isObject(event)) return null;
  const said = (name: 'error' | 'cause', attribute: string): string =>
    (undelivered ? attributes.get(attribute) : textIn(value[name])) ?? 'unknown';
  const cause = said('cause', 'ERROR_MESSAGE');
  return { event, ...version, error: said('error', 'ERROR_CODE'), cause: messageIn(cause) };
}

/** The cause that a Lambda gives is JSON, with the stack; its message is what says something. */
function messageIn(cause: string): string {
  const value = parsed(cause);
  return textIn(value?.errorMessage) ?? cause;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
