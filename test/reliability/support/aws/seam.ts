import type { BatchWriteItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { StoreParts } from '../../../../functions/store/open.ts';
import type { Signer } from '../../../../functions/store/store.ts';
import { errorOf, type Fault } from './faults.ts';

/** A call of the SDK, as the seam sees it. */
export interface Call {
  /** As `PutItemCommand`. */
  readonly command: string;
  readonly input: object;
}

/** Who decides what becomes of the calls of one Lambda. */
export interface Seam {
  /** Asked before every call, which waits for the answer: null when it may pass undisturbed. */
  strike(call: Call): Promise<Fault | null>;
  /** Ends the process: what it would still do is never done. */
  die(name: 'Runtime.ExitError' | 'Sandbox.Timedout'): void;
  readonly dead: () => boolean;
  /** Keeps a request that takes effect when the execution is over. */
  later(effect: () => Promise<unknown>): void;
}

/**
 * Puts the seam between the store and both clients, above the retries of the SDK: every request of the store passes it, whatever it
 * asks for, so a call that is new is met without being named anywhere.
 */
export function watch({ s3, dynamodb }: Pick<StoreParts, 's3' | 'dynamodb'>, seam: Seam): void {
  s3.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      (args) =>
        perform(seam, { command, input: args.input }, () => next(args)),
    { step: 'initialize', priority: 'high' },
  );
  dynamodb.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      async (args) => {
        const { input } = args;
        if (!isBatchOfWrites(input)) return perform(seam, { command, input }, () => next(args));
        return perform(
          seam,
          { command, input },
          () => next(args),
          async (taken) => {
            const [take, rest] = halves(input.RequestItems ?? {}, taken);
            if (taken > 0) await next({ ...args, input: { ...input, RequestItems: take } });
            return { output: { $metadata: {}, UnprocessedItems: rest }, response: {} };
          },
        );
      },
    { step: 'initialize', priority: 'high' },
  );
}

/** A signer whose calls pass the seam too: where it runs, they are requests to KMS. */
export function watchSigner(signer: Signer, seam: Seam): Signer {
  const passing = <Output>(command: string, effect: () => Promise<Output>) =>
    perform(seam, { command, input: {} }, effect);
  return {
    name: signer.name,
    publicKey: () => passing('GetPublicKeyCommand', () => signer.publicKey()),
    sign: (message) => passing('SignCommand', () => signer.sign(message)),
  };
}

async function perform<Output>(
  seam: Seam,
  call: Call,
  effect: () => Promise<Output>,
  partly: (taken: number) => Promise<Output> = effect,
): Promise<Output> {
  if (seam.dead()) return never();
  const fault = await seam.strike(call);
  if (seam.dead()) return never();
  const output = fault === null ? await effect() : await suffer(seam, fault, call, effect, partly);
  return seam.dead() ? never() : output;
}

async function suffer<Output>(
  seam: Seam,
  fault: Fault,
  { command }: Call,
  effect: () => Promise<Output>,
  partly: (taken: number) => Promise<Output>,
): Promise<Output> {
  switch (fault) {
    case 'fails-before':
    case 'times-out':
    case 'throttles':
      throw errorOf(fault, command);
    case 'fails-after':
      await effect();
      throw errorOf(fault, command);
    case 'repeats':
      await effect();
      return effect();
    case 'comes-late':
      seam.later(effect);
      throw errorOf(fault, command);
    case 'dies-before':
      seam.die('Runtime.ExitError');
      return never();
    case 'dies-after':
      // A request that is refused dies with the process that would have been told.
      await effect().catch(() => undefined);
      seam.die('Runtime.ExitError');
      return never();
    case 'runs-out':
      await effect().catch(() => undefined);
      seam.die('Sandbox.Timedout');
      return never();
    case 'hands-back':
      return partly(0.5);
    case 'starves':
      return partly(0);
  }
}

function isBatchOfWrites(input: object): input is BatchWriteItemCommandInput {
  return 'RequestItems' in input && Object.values(input.RequestItems ?? {}).every(Array.isArray);
}

/** No reply, ever: the process that waits for it is no more. */
function never<Output>(): Promise<Output> {
  return Promise.withResolvers<Output>().promise;
}

function halves<Request>(
  tables: Readonly<Record<string, Request[]>>,
  share: number,
): [Record<string, Request[]>, Record<string, Request[]>] {
  const cut = (requests: readonly Request[]) => Math.ceil(requests.length * share);
  const part = (choose: (requests: readonly Request[]) => Request[]) =>
    Object.fromEntries(
      Object.entries(tables)
        .map(([name, requests]): [string, Request[]] => [name, choose(requests)])
        .filter(([, requests]) => requests.length > 0),
    );
  return [
    part((requests) => requests.slice(0, cut(requests))),
    part((requests) => requests.slice(cut(requests))),
  ];
}
