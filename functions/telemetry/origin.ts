import { isObject } from '../model/json/json.ts';

/** Where an invocation came from: the execution, and the upload that started it. What is not known is not there. */
export interface Origin {
  /** Name of the execution of the state machine: the key of its failure too, if it comes to that. */
  readonly execution?: string;
  readonly key?: string;
  /** When the file was uploaded, milliseconds since 1970. */
  readonly uploaded?: number;
}

/**
 * The member `origin` of an event, `{ execution, key, time }`, as the state machine writes it. An execution that was begun by the state
 * machine of another version may not have it: then nothing is known, and nothing fails.
 */
export function originOf(event: unknown): Origin {
  const { origin } = members(event);
  const { execution, key, time } = members(origin);
  const uploaded = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return {
    ...(typeof execution === 'string' && { execution }),
    ...(typeof key === 'string' && { key }),
    ...(!Number.isNaN(uploaded) && { uploaded }),
  };
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
