import { isRecord, type JsonRecord } from '../../../infra/support/reading.ts';

/** What a task of the state machine does: a Lambda, or a call that the state machine makes itself. */
export type Task = (state: string, payload: unknown) => Promise<unknown>;

/** How one execution ended, and the states that it was in. */
export interface Ended {
  readonly failed: { readonly error: string; readonly cause: string } | null;
  readonly states: readonly string[];
}

/**
 * Runs the state machine of the template, its choices, retries and catches, in a time that the caller keeps: `sleep` gets the
 * milliseconds of every pause (the longest that jitter allows). Only what the template uses of the language is known; anything else
 * stops the test. That the template does what is meant is tested elsewhere, with the interpreter that the local stack runs.
 */
export async function execute(
  definition: JsonRecord,
  event: unknown,
  task: Task,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Ended> {
  const states = recordAt(definition, 'States');
  const visited: string[] = [];
  let data = event;
  let name = textAt(definition, 'StartAt');
  for (;;) {
    const state = recordAt(states, name);
    visited.push(name);
    switch (textAt(state, 'Type')) {
      case 'Task': {
        const { next, result } = await runTask(name, state, data, task, sleep);
        data = result;
        name = next;
        break;
      }
      case 'Choice':
        name = choose(state, data);
        break;
      case 'Pass':
        data = placed(data, state, state.Result);
        name = textAt(state, 'Next');
        break;
      case 'Succeed':
        return { failed: null, states: visited };
      case 'Fail':
        return { failed: failureIn(data), states: visited };
      default:
        throw new TypeError(`the state ${name} is of a type that is not known here: teach machine.ts`);
    }
  }
}

async function runTask(
  name: string,
  state: JsonRecord,
  data: unknown,
  task: Task,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<{ next: string; result: unknown }> {
  const retriers = recordsAt(state, 'Retry');
  const attempts = new Map<JsonRecord, number>();
  for (;;) {
    try {
      const result = await task(name, filled(state.Parameters, data));
      return { next: textAt(state, 'Next'), result: placed(data, state, result) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const retrier = retriers.find((one) => catches(one, error.name));
      const attempt = retrier === undefined ? 0 : (attempts.get(retrier) ?? 0);
      if (retrier === undefined || attempt >= numberAt(retrier, 'MaxAttempts', 3))
        return caught(state, data, error);
      attempts.set(retrier, attempt + 1);
      await sleep(pause(retrier, attempt));
    }
  }
}

function caught(state: JsonRecord, data: unknown, error: Error): { next: string; result: unknown } {
  const catcher = recordsAt(state, 'Catch').find((one) => catches(one, error.name));
  if (catcher === undefined) throw error;
  const result = placed(data, catcher, { Error: error.name, Cause: error.message });
  return { next: textAt(catcher, 'Next'), result };
}

/** States Language, "Errors": ALL is any error, TaskFailed any but a timeout. */
function catches(rule: JsonRecord, error: string): boolean {
  const names: unknown = rule.ErrorEquals;
  if (!Array.isArray(names)) throw new TypeError('a rule without ErrorEquals');
  return names.some(
    (name) =>
      name === error || name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout'),
  );
}

function pause(retrier: JsonRecord, attempt: number): number {
  const seconds = numberAt(retrier, 'IntervalSeconds', 1) * numberAt(retrier, 'BackoffRate', 2) ** attempt;
  return 1000 * Math.min(seconds, numberAt(retrier, 'MaxDelaySeconds', Number.POSITIVE_INFINITY));
}

function choose(state: JsonRecord, data: unknown): string {
  const chosen = recordsAt(state, 'Choices').find((choice) => holds(choice, data));
  return textAt(chosen ?? { Next: state.Default }, 'Next');
}

function holds(choice: JsonRecord, data: unknown): boolean {
  if (choice.Or !== undefined) return recordsAt(choice, 'Or').some((part) => holds(part, data));
  return valueAt(data, textAt(choice, 'Variable')) === textAt(choice, 'StringEquals');
}

/** Parameters with every member `name.$` replaced by what its path leads to. */
function filled(template: unknown, data: unknown): unknown {
  if (!isRecord(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) =>
      name.endsWith('.$') && typeof value === 'string'
        ? [name.slice(0, -2), valueAt(data, value)]
        : [name, filled(value, data)],
    ),
  );
}

function placed(data: unknown, state: JsonRecord, result: unknown): unknown {
  const path = state.ResultPath;
  if (path === null) return data;
  const [, member] = /^\$\.(\w+)$/.exec(String(path)) ?? [];
  if (member === undefined || !isRecord(data)) throw new TypeError(`ResultPath ${String(path)}`);
  return { ...data, [member]: result };
}

function valueAt(data: unknown, path: string): unknown {
  // Of the execution itself, not of its data: only the record of a failure asks for it.
  if (path.startsWith('$$.')) return path;
  const members = path.replaceAll(/\['([^']+)'\]/g, '.$1').split('.');
  return members.slice(1).reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), data);
}

function failureIn(data: unknown): { error: string; cause: string } {
  const failure = isRecord(data) && isRecord(data.failure) ? data.failure : {};
  return { error: String(failure.Error), cause: String(failure.Cause) };
}

function recordAt(record: JsonRecord, name: string): JsonRecord {
  const value = record[name];
  if (isRecord(value)) return value;
  throw new TypeError(`the template has no object ${name}`);
}

function recordsAt(record: JsonRecord, name: string): JsonRecord[] {
  const value: unknown = record[name] ?? [];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textAt(record: JsonRecord, name: string): string {
  const value = record[name];
  if (typeof value === 'string') return value;
  throw new TypeError(`the template has no text ${name}`);
}

function numberAt(record: JsonRecord, name: string, otherwise: number): number {
  const value = record[name] ?? otherwise;
  if (typeof value === 'number') return value;
  throw new TypeError(`the template has no number ${name}`);
}
