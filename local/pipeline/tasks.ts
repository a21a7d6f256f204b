import { type DynamoDBClient, PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { LocalError, messageOf } from '../errors.ts';
import type { Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';

/** What a Task state does with its input. Throws errors whose name is what `ErrorEquals` is compared with. */
export type Task = (input: Json) => Promise<Json>;

/** What Task states may call. */
export type Services = { readonly functions: Functions; readonly dynamodb: DynamoDBClient };

/** The most that a state's input or output may hold, in bytes (Step Functions quotas). */
const DATA_LIMIT_BYTES = 262_144;

const PUT_ITEM = 'arn:aws:states:::dynamodb:putItem';

/**
 * The task behind a Task state's `Resource`: a function of the stack by its ARN, or `dynamodb:putItem`.
 * Throws `template-unsupported` naming the state for any other.
 */
export function createTask(state: string, resource: string, services: Services): Task {
  if (services.functions.has(resource)) return limited((input) => services.functions.invoke(resource, input));
  if (resource === PUT_ITEM) return limited((input) => putItem(services.dynamodb, input));
  throw new LocalError(
    'template-unsupported',
    `State "${state}" calls ${resource}, which this machine cannot run. ` +
      'Call a function of the stack, or teach local/pipeline/tasks.ts the integration.',
  );
}

/** States.DataLimitExceeded, which no Retry and no Catch can name by a wildcard: the execution fails with it. */
class DataLimitExceeded extends Error {
  override readonly name = 'States.DataLimitExceeded';
  readonly isRetryable = false;
  readonly isCatchable = false;
}

function limited(task: Task): Task {
  return async (input) => {
    checkSize(input, 'input');
    const output = await task(input);
    checkSize(output, 'output');
    return output;
  };
}

function checkSize(data: Json, what: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes <= DATA_LIMIT_BYTES) return;
  throw new DataLimitExceeded(`The state's ${what} has ${bytes} bytes; the limit is ${DATA_LIMIT_BYTES}.`);
}

/** An error of an integration, named as Step Functions names it: service, dot, exception. */
class IntegrationError extends Error {
  constructor(service: string, cause: unknown) {
    super(messageOf(cause));
    this.name = `${service}.${cause instanceof Error ? cause.name : 'SdkClientException'}`;
  }
}

async function putItem(client: DynamoDBClient, parameters: Json): Promise<Json> {
  try {
    // The integration's parameters are the request of the API itself, member for member; the service checks them.
    const input: PutItemCommandInput = JSON.parse(JSON.stringify(parameters));
    const { $metadata } = await client.send(new PutItemCommand(input));
    return {
      SdkHttpMetadata: { HttpStatusCode: $metadata.httpStatusCode ?? 200 },
      SdkResponseMetadata: { RequestId: $metadata.requestId ?? '' },
    };
  } catch (error) {
    throw new IntegrationError('DynamoDB', error);
  }
}
