import type { ExecutionEvent } from '../local/pipeline/progress.ts';
import type { LocalStack } from '../local/stack.ts';
import type { Terminal } from './command.ts';

/** How an execution of the local stack went, for the JSON document of `start`. */
export interface ExecutionResult {
  readonly key: string;
  readonly outcome: 'running' | 'accepted' | 'duplicate' | 'rejected' | 'ignored' | 'failed';
  readonly version: string | null;
  readonly reason: string | null;
}

/** What a watcher of executions can say of them. */
export interface Follower {
  /** Executions that failed or whose file was rejected. */
  failed(): number;
  results(): ExecutionResult[];
  /** Lines for people: what failed, and how many went well. */
  summary(): string[];
}

/** Follows every execution of the stack and shows how far they have come. */
export function followExecutions(
  { executions }: Pick<LocalStack, 'executions'>,
  { progress }: Pick<Terminal, 'progress'>,
): Follower {
  const results = new Map<string, ExecutionResult>();
  executions.on('event', (event) => {
    const before = results.get(event.execution) ?? running(keyOf(event.input));
    const result = { ...before, ...changeOf(event) };
    results.set(event.execution, result);
    if (event.type === 'aborted') results.delete(event.execution);
    const ended = [...results.values()].filter(({ outcome }) => outcome !== 'running').length;
    if (result.outcome !== 'running') progress.update(ended, results.size, `${result.outcome} ${result.key}`);
  });
  const all = () => [...results.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const bad = () => all().filter(({ outcome }) => outcome === 'failed' || outcome === 'rejected');
  return {
    failed: () => bad().length,
    results: all,
    summary: () => [
      ...bad().map(({ key, outcome, reason }) => `${outcome}  ${key}${reason ? `: ${reason}` : ''}`),
      `${results.size - bad().length} uploads processed, ${bad().length} rejected or failed.`,
    ],
  };
}

function running(key: string): ExecutionResult {
  return { key, outcome: 'running', version: null, reason: null };
}

/** What an event changes of a result. */
function changeOf(event: ExecutionEvent): Partial<ExecutionResult> {
  if (event.type === 'succeeded') return readOutput(event.output);
  if (event.type === 'failed') return { outcome: 'failed', reason: `${event.error}: ${event.cause}` };
  return {};
}

function readOutput(output: unknown): Pick<ExecutionResult, 'outcome' | 'version' | 'reason'> {
  const outcome = textAt(output, 'validation', 'outcome');
  const known = ['accepted', 'duplicate', 'rejected', 'ignored'] as const;
  return {
    outcome: known.find((one) => one === outcome) ?? 'failed',
    version: textAt(output, 'release', 'version') ?? null,
    reason: outcome === 'rejected' ? 'see its report, or `sailau status`' : null,
  };
}

function keyOf(event: unknown): string {
  return textAt(event, 'detail', 'object', 'key') ?? '?';
}

/** The text at a path of members; undefined when it is not there. */
function textAt(value: unknown, ...path: string[]): string | undefined {
  let here: unknown = value;
  for (const name of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Object.entries(here).find(([member]) => member === name)?.[1];
  }
  return typeof here === 'string' ? here : undefined;
}
