import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { StateMachine } from 'aws-local-stepfunctions';
import { LocalError, messageOf } from '../errors.ts';
import { asObject, asText, asWhole, type JsonObject, member } from '../json.ts';
import type { MachinePlan } from '../template/resources/machine.ts';

/** A definition that the interpreter runs as Step Functions would. */
export type Definition = {
  readonly runnable: StateMachineDefinition;
  /** The `Resource` of each Task state, by the state's name. */
  readonly resources: ReadonlyMap<string, string>;
  /** How long an execution may take. */
  readonly timeoutSeconds: number;
};

const ANY_STATE = ['Type', 'Comment', 'Next', 'End', 'InputPath', 'OutputPath', 'QueryLanguage'];
const RESULT = ['Parameters', 'ResultPath'];
const KNOWN_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'Task',
    [...RESULT, 'Resource', 'ResultSelector', 'Retry', 'Catch', 'TimeoutSeconds', 'TimeoutSecondsPath'],
  ],
  ['Pass', [...RESULT, 'Result']],
  ['Choice', ['Choices', 'Default']],
  ['Wait', ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']],
  ['Succeed', []],
  ['Fail', ['Cause', 'CausePath', 'Error', 'ErrorPath']],
]);

// The longest that a timer of Node.js waits: 24.8 days. Step Functions waits for years,
// the interpreter for one minute where a Task names no limit.
const LONGEST_SECONDS = 2_147_483;

/**
 * Checks a definition and fills in what the interpreter takes for granted differently from Step Functions (the time limit of a Task).
 * Throws `template-unsupported` naming the state for whatever the interpreter would ignore or not know, and `template-invalid`.
 */
export function readDefinition(plan: MachinePlan): Definition {
  const where = `${plan.logicalId} (AWS::StepFunctions::StateMachine)`;
  const resources = new Map<string, string>();
  const states: JsonObject = Object.create(null);
  for (const [name, json] of Object.entries(asObject(member(plan.definition, 'States'), `${where} States`))) {
    const state = asObject(json, `${where} state "${name}"`);
    checkState(state, `${where}, state "${name}"`);
    states[name] = withTimeout(state);
    const resource = member(state, 'Resource');
    if (member(state, 'Type') === 'Task')
      resources.set(name, asText(resource, `${where} state "${name}" Resource`));
  }
  checkLanguage(plan.definition, where);
  // The text is JSON from JSON; whether it is a state machine is what the validator checks next.
  const { TimeoutSeconds, ...definition } = clamped({ TimeoutSeconds: LONGEST_SECONDS, ...plan.definition });
  const runnable: StateMachineDefinition = JSON.parse(JSON.stringify({ ...definition, States: states }));
  try {
    new StateMachine(structuredClone(runnable));
  } catch (error) {
    throw new LocalError('template-invalid', `${where} DefinitionString: ${messageOf(error)}`, {
      cause: error,
    });
  }
  return { runnable, resources, timeoutSeconds: asWhole(TimeoutSeconds, `${where} TimeoutSeconds`) };
}

function checkState(state: JsonObject, where: string): void {
  const type = asText(member(state, 'Type'), `${where} Type`);
  const known = KNOWN_FIELDS.get(type);
  if (known === undefined) throw unsupported(where, `a state of type ${type}`);
  checkLanguage(state, where);
  const other = Object.keys(state).find((field) => !known.includes(field) && !ANY_STATE.includes(field));
  if (other !== undefined) throw unsupported(where, `the field ${other}`);
}

function checkLanguage(holder: JsonObject, where: string): void {
  const language = member(holder, 'QueryLanguage') ?? 'JSONPath';
  if (language !== 'JSONPath') throw unsupported(where, `the query language ${String(language)}`);
}

function withTimeout(state: JsonObject): JsonObject {
  if (member(state, 'Type') !== 'Task' || Object.hasOwn(state, 'TimeoutSecondsPath')) return state;
  return clamped({ TimeoutSeconds: LONGEST_SECONDS, ...state });
}

function clamped(holder: JsonObject): JsonObject {
  const seconds = member(holder, 'TimeoutSeconds');
  return typeof seconds === 'number'
    ? { ...holder, TimeoutSeconds: Math.min(seconds, LONGEST_SECONDS) }
    : holder;
}

function unsupported(where: string, what: string): LocalError {
  const remedy = 'Write it otherwise in infra/, or teach local/pipeline/ to run it.';
  return new LocalError('template-unsupported', `${where}: ${what} cannot be run on this machine. ${remedy}`);
}
