import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Signer } from '../../../functions/store/store.ts';
import type { Usage } from './usage.ts';

/**
 * Counts what passes a client of DynamoDB, into the usage that `now` gives at that moment. The units are those that the server reckons; the
 * bytes those of names and values, as DynamoDB counts an item.
 */
export function countRecords(client: DynamoDBClient, now: () => Usage): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const asked = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const };
        const result = await next({ ...args, input: asked });
        countCommand(now(), commandName, asked, unitsOf(result.output));
        return result;
      },
    { step: 'initialize' },
  );
}

/** Counts what passes a client of S3. */
export function countObjects(client: S3Client, now: () => Usage): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const usage = now();
        if (/^(Get|Head)/.test(commandName)) usage.s3Reads += 1;
        // Deleting and aborting are free.
        else if (!/^(Delete|Abort)/.test(commandName)) usage.s3Writes += 1;
        const { input } = args;
        if ('Body' in input) usage.s3BytesIn += lengthOf(input.Body);
        const result = await next(args);
        const { output } = result;
        if (commandName === 'GetObjectCommand' && 'ContentLength' in output)
          usage.s3BytesOut += output.ContentLength ?? 0;
        return result;
      },
    { step: 'initialize' },
  );
}

/** Counts what a signer does, each a request to KMS where it runs. */
export function countSignatures(signer: Signer, now: () => Usage): Signer {
  return {
    name: signer.name,
    publicKey() {
      now().kms += 1;
      return signer.publicKey();
    },
    sign(message) {
      now().kms += 1;
      return signer.sign(message);
    },
  };
}

function countCommand(usage: Usage, command: string, input: object, units: number): void {
  switch (command) {
    case 'GetItemCommand':
      usage.gets += 1;
      usage.readUnits += units;
      return;
    case 'QueryCommand':
      usage.queries += 1;
      usage.readUnits += units;
      return;
    case 'PutItemCommand':
      usage.puts += 1;
      usage.writeUnits += units;
      if ('Item' in input) addItem(usage, input.Item);
      return;
    case 'BatchWriteItemCommand':
      usage.batchWrites += 1;
      usage.writeUnits += units;
      for (const item of itemsOf(input)) addItem(usage, item);
      return;
    default:
      throw new TypeError(`${command} is not counted: teach bench/capacity/measure/count.ts`);
  }
}

function unitsOf(output: unknown): number {
  if (typeof output !== 'object' || output === null || !('ConsumedCapacity' in output)) return 0;
  return [output.ConsumedCapacity].flat().reduce((sum: number, one: unknown) => sum + unitsIn(one), 0);
}

function unitsIn(capacity: unknown): number {
  if (typeof capacity !== 'object' || capacity === null || !('CapacityUnits' in capacity)) return 0;
  return Number(capacity.CapacityUnits);
}

function itemsOf(input: object): unknown[] {
  const tables: unknown = 'RequestItems' in input ? input.RequestItems : {};
  const requests = Object.values(tables ?? {}).flat();
  return requests.map((request: unknown) =>
    typeof request === 'object' && request !== null && 'PutRequest' in request
      ? itemOf(request.PutRequest)
      : undefined,
  );
}

function itemOf(put: unknown): unknown {
  return typeof put === 'object' && put !== null && 'Item' in put ? put.Item : undefined;
}

function addItem(usage: Usage, item: unknown): void {
  if (typeof item !== 'object' || item === null) throw new TypeError('a put without an item');
  usage.items += 1;
  for (const [name, value] of Object.entries(item))
    usage.itemBytes += Buffer.byteLength(name) + sizeOf(value);
}

function sizeOf({ S, B }: AttributeValue): number {
  return S === undefined ? (B?.length ?? 0) : Buffer.byteLength(S);
}

function lengthOf(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  if (body instanceof Uint8Array) return body.length;
  return 0;
}
