/** What may happen to a call of the SDK. Each is what the code sees once the SDK has given up trying by itself. */
export type Fault = keyof typeof faults;

/** A fault: whether only a write, or only a batch of items, can meet it; what happens. */
interface Description {
  readonly of: 'every call' | 'writes' | 'batches';
  readonly what: string;
}

/** Every fault that the sweep tries at every call that can meet it. A read has no effect that could outlive its reply. */
export const faults = {
  'fails-before': { of: 'every call', what: 'the connection breaks before the request is through' },
  'fails-after': { of: 'writes', what: 'the request takes effect, the reply is lost' },
  'times-out': { of: 'every call', what: 'no reply comes, and the request takes no effect' },
  throttles: { of: 'every call', what: 'the service refuses: too many requests' },
  'dies-before': { of: 'every call', what: 'the Lambda is killed before the request is through' },
  'dies-after': { of: 'writes', what: 'the Lambda is killed when the request has taken effect' },
  'runs-out': {
    of: 'every call',
    what: 'the call hangs until the Lambda is ended by its own time limit; the request takes effect',
  },
  repeats: { of: 'writes', what: 'the reply is lost, and the SDK sends the request again by itself' },
  'comes-late': {
    of: 'writes',
    what: 'no reply comes, and the request takes effect when the execution has long gone on',
  },
  'hands-back': { of: 'batches', what: 'UnprocessedItems: half of the batch is handed back, once' },
  starves: { of: 'batches', what: 'UnprocessedItems: the table takes nothing until the code gives up' },
} as const satisfies Record<string, Description>;

/** The faults that a call can meet. */
export function faultsOf(command: string): Fault[] {
  return names.filter((fault) => {
    const { of } = faults[fault];
    if (of === 'batches') return command === 'BatchWriteItemCommand';
    return of === 'every call' || isWrite(command);
  });
}

/** Whether a command changes anything: a signature does not. One that is new is taken for a write: it meets more faults then, not fewer. */
export function isWrite(command: string): boolean {
  return !/^(Get|Head|List|Query|BatchGet|Sign)/.test(command);
}

/** What the SDK throws when a call fails for good. */
export function errorOf(fault: Fault, command: string): Error {
  if (fault === 'throttles') return throttled(command);
  const name = fault === 'times-out' || fault === 'comes-late' ? 'TimeoutError' : 'Error';
  const message = name === 'Error' ? `read ECONNRESET in ${command}` : `socket timed out in ${command}`;
  return Object.assign(new Error(message), { name });
}

const names: readonly Fault[] = Object.keys(faults).filter((name) => isFault(name));

function isFault(name: string): name is Fault {
  return name in faults;
}

function throttled(command: string): Error {
  const ofTable = /Item|Query/.test(command) && 'ProvisionedThroughputExceededException';
  const ofKey = /Sign|PublicKey/.test(command) && 'ThrottlingException';
  const name = ofTable || ofKey || 'SlowDown';
  return Object.assign(new Error(`${command}: please reduce your request rate`), { name });
}
