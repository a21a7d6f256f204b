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
  const event = undelivered ? value : member(value, 'event');
  const version = versionOfEvent(event);
  if (version === null || typeof event !== 'object' || event === null) return null;
  const said = (name: string, attribute: string): string =>
    (undelivered ? attributes.get(attribute) : textMember(value, name)) ?? 'unknown';
  const cause = said('cause', 'ERROR_MESSAGE');
  return { event, ...version, error: said('error', 'ERROR_CODE'), cause: messageIn(cause) };
}

/** The cause that a Lambda gives is JSON, with the stack; its message is what says something. */
function messageIn(cause: string): string {
  const value = parsed(cause);
  return (value && textMember(value, 'errorMessage')) ?? cause;
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function member(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}

function textMember(holder: object, name: string): string | undefined {
  const value = member(holder, name);
  return typeof value === 'string' ? value : undefined;
}
