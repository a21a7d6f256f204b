import { type JsonService, ServiceError, startJsonService, textIn } from '../aws-json.ts';
import type { BusEvent } from '../events/journal.ts';
import { isObject, type Json, type JsonObject, member } from '../json.ts';
import type { MachinePlan } from '../template/resources/machine.ts';

/** Starts a state machine (its ARN) on an event of an upload. False for an event that cannot be kept until it is done. */
export type StartAgain = (arn: string, event: BusEvent) => Promise<boolean>;

/**
 * Starts the smallest Step Functions endpoint that serves this project: StartExecution with the event of an upload as its input. The
 * execution is in the journal before it is answered for, so that it survives this process. Throws `endpoint-failed` when it cannot listen.
 */
export function startStepFunctions(
  machines: readonly MachinePlan[],
  start: StartAgain,
): Promise<JsonService> {
  return startJsonService({
    name: 'Step Functions',
    version: '1.0',
    longest: LONGEST_REQUEST,
    answer: (operation, input) => {
      if (operation === 'AWSStepFunctions.StartExecution') return startExecution(machines, start, input);
      throw new ServiceError('UnknownOperationException', `Only StartExecution runs here, not ${operation}`);
    },
  });
}

// An input of 262,144 bytes, with every letter of it escaped in JSON.
const LONGEST_REQUEST = 2_097_152;

async function startExecution(
  machines: readonly MachinePlan[],
  start: StartAgain,
  request: JsonObject,
): Promise<JsonObject> {
  const arn = textIn(request, 'stateMachineArn');
  if (!machines.some((machine) => machine.arn === arn))
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  const name = textIn(request, 'name');
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  const event = { ...inputOf(request), id: name };
  if (!(await start(arn, event)))
    throw new ServiceError('InvalidExecutionInput', 'Only events that a rule starts it on are taken here.');
  return {
    executionArn: `${arn.replace(':stateMachine:', ':execution:')}:${name}`,
    startDate: Math.floor(Date.now() / 1000),
  };
}

function inputOf(request: JsonObject): JsonObject {
  const text = member(request, 'input');
  try {
    const input: Json = JSON.parse(typeof text === 'string' ? text : '');
    if (isObject(input)) return input;
  } catch {
    // Said below, with what is no object.
  }
  throw new ServiceError('InvalidExecutionInput', 'The input is no JSON object.');
}
