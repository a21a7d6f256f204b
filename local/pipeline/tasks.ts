import { type DynamoDBClient, PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, type SendMessageCommandInput, type SQSClient } from '@aws-sdk/client-sqs';
import { LocalError, messageOf } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';

/** What a Task state does with its input. Throws errors whose name is what `ErrorEquals` is compared with. */
export type Task = (input: Json) => Promise<Json>;

/** What Task states may call. */
export type Services = {
  readonly functions: Functions;
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
};

/** The most that a state's input or output may hold, in bytes (Step Functions quotas). */
const DATA_LIMIT_BYTES = 262_144;

const PUT_ITEM = 'arn:aws:states:::dynamodb:putItem';
const SEND_MESSAGE = 'arn:aws:states:::sqs:sendMessage';

/**
 * The task behind a Task state's `Resource`: a function of the stack by its ARN, `dynamodb:putItem` or `sqs:sendMessage`.
 * Throws `template-unsupported` naming the state for any other.
 */
export function createTask(state: string, resource: string, services: Services): Task {
  if (services.functions.has(resource)) return limited((input) => services.functions.invoke(resource, input));
  if (resource === PUT_ITEM) return limited((input) => putItem(services.dynamodb, input));
  if (resource === SEND_MESSAGE) return limited((input) => sendMessage(services.sqs, input));
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

// Parameters of an integration are the request of the API itself, member for member; the service checks them.

async function putItem(client: DynamoDBClient, parameters: Json): Promise<Json> {
  const input: PutItemCommandInput = JSON.parse(JSON.stringify(parameters));
  return integrated('DynamoDB', async () => {
    const { $metadata } = await client.send(new PutItemCommand(input));
    return { result: {}, $metadata };
  });
}

async function sendMessage(client: SQSClient, parameters: Json): Promise<Json> {
  const input: SendMessageCommandInput = JSON.parse(JSON.stringify(parameters));
  // The one member that is not as in the API: a body may be written as JSON, and is sent as its text.
  const body: unknown = input.MessageBody;
  const MessageBody = typeof body === 'string' ? body : JSON.stringify(body);
  return integrated('Sqs', async () => {
    const {
      MessageId = '',
      MD5OfMessageBody = '',
      $metadata,
    } = await client.send(new SendMessageCommand({ ...input, MessageBody }));
    return { result: { MessageId, MD5OfMessageBody }, $metadata };
  });
}

async function integrated(
  service: string,
  call: () => Promise<{ result: JsonObject; $metadata: ResponseMetadata }>,
): Promise<Json> {
  try {
    const { result, $metadata } = await call();
    return {
      ...result,
      SdkHttpMetadata: { HttpStatusCode: $metadata.httpStatusCode ?? 200 },
      SdkResponseMetadata: { RequestId: $metadata.requestId ?? '' },
    };
  } catch (error) {
    throw new IntegrationError(service, error);
  }
}

type ResponseMetadata = {
  readonly httpStatusCode?: number | undefined;
  readonly requestId?: string | undefined;
};
