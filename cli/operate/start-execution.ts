import type { SQSClient } from '@aws-sdk/client-sqs';

/** How an execution was asked for: it runs now, or one of that name has been started before. */
export type Started = 'started' | 'started-before';

/** Starts the state machine on the event of an upload; `name` tells it from others, so that asking twice starts it once. */
export type StartExecution = (name: string, event: object) => Promise<Started>;

/** Step Functions has refused to start an execution; `code` is its name of the error. */
export class ExecutionRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ExecutionRefused';
    this.code = code;
  }
}

/**
 * StartExecution of Step Functions: one signed POST. Region, credentials and the signature are those of a client of the SDK; the endpoint is
 * `AWS_ENDPOINT_URL_SFN` where that is set. Throws ExecutionRefused, and what the network throws.
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export function executionStarter(machine: string, { config }: SQSClient): StartExecution {
  return async (name, event) => {
    const region = await config.region();
    const address = endpointOf(machine, region);
    const body = JSON.stringify({ stateMachineArn: machine, name, input: JSON.stringify(event) });
    const scheme = { name: 'sigv4', signingName: 'states', signingRegion: region, properties: {} };
    const signer = await config.signer(scheme);
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: address.protocol,
      hostname: address.hostname,
      ...(address.port !== '' && { port: Number(address.port) }),
      path: '/',
      query: {},
      headers: {
        host: address.host,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AWSStepFunctions.StartExecution',
      },
      body,
    });
    const { host: _, ...sent } = headers;
    const reply = await fetch(address, { method: 'POST', headers: sent, body });
    if (reply.ok) return 'started';
    const { code, message } = refusalIn(await reply.text(), reply.status);
    if (code === 'ExecutionAlreadyExists') return 'started-before';
    throw new ExecutionRefused(code, message);
  };
}

// The regions of China have a domain of their own.
function endpointOf(machine: string, region: string): URL {
  const domain = machine.startsWith('arn:aws-cn:') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(process.env.AWS_ENDPOINT_URL_SFN ?? `https://states.${region}.${domain}`);
}

function refusalIn(text: string, status: number): { code: string; message: string } {
  try {
    const { __type = '', message = '', Message = '' } = JSON.parse(text);
    const code = String(__type).split('#').at(-1) || `HTTP ${status}`;
    return { code, message: String(message || Message || code) };
  } catch {
    return { code: `HTTP ${status}`, message: text.slice(0, 200) };
  }
}
