import type { StateMachine } from 'aws-local-stepfunctions';
import type { Json } from '../json.ts';

type LibraryEvent =
  ReturnType<StateMachine['run']>['eventLogs'] extends AsyncGenerator<infer Event> ? Event : never;

/** Something that happened in an execution, for whoever watches. */
export type ExecutionEvent = {
  /** Name of the execution. */
  readonly execution: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The event that started it: for an upload, the EventBridge event with `detail.object.key`. */
  readonly input: Json;
} & Happening;

/** What happened. An attempt that failed is followed by `retried` (once the pause is over), `caught`, or the end. */
export type Happening =
  | { readonly type: 'started' }
  | { readonly type: 'entered'; readonly state: string }
  | {
      readonly type: 'attempt-failed';
      readonly state: string;
      readonly error: string;
      readonly cause: string;
    }
  | { readonly type: 'retried'; readonly state: string; readonly attempt: number }
  | { readonly type: 'caught'; readonly state: string; readonly next: string }
  | { readonly type: 'succeeded'; readonly output: Json }
  | { readonly type: 'failed'; readonly error: string; readonly cause: string }
  /** Stopped with the stack; its event is delivered again at the next start. */
  | { readonly type: 'aborted' };

/** An event of the interpreter as a happening; undefined for those that nobody needs to see. */
export function happeningOf(event: LibraryEvent): Happening | undefined {
  switch (event.type) {
    case 'ExecutionStarted':
      return { type: 'started' };
    case 'StateEntered':
      return { type: 'entered', state: event.state.name };
    case 'StateFailed':
      return {
        type: 'attempt-failed',
        state: event.state.name,
        error: event.Error,
        cause: textOf(event.Cause),
      };
    case 'StateRetried':
      return { type: 'retried', state: event.state.name, attempt: event.retry.attempt };
    case 'StateCaught':
      return { type: 'caught', state: event.state.name, next: event.catch.catcher.Next };
    case 'ExecutionSucceeded':
      return { type: 'succeeded', output: event.output };
    case 'ExecutionFailed':
      return { type: 'failed', error: event.Error, cause: textOf(event.Cause) };
    default:
      return undefined;
  }
}

function textOf(cause: unknown): string {
  return typeof cause === 'string' ? cause : (JSON.stringify(cause) ?? '');
}
