import { createPublicKey, verify } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { vi } from 'vitest';
// Loaded when it is first needed, which would take the first run more turns of the event loop than the next.
import 'ajv/dist/2020.js';

/** Decides which of several handlers goes on, and keeps the time that they see. */
export interface Scheduler {
  /** Resolves when it is the caller's turn; every call of the store waits here. */
  turn(): Promise<void>;
  /** Resolves when so many milliseconds have passed. */
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** How many wait for their turn, or sleep. */
  waiting(): number;
  /** Runs what `begin` starts to its end, one call at a time. Throws what it throws. */
  run<Result>(begin: () => Promise<Result>): Promise<Result>;
}

/** How a scheduler chooses. */
export interface Choices {
  /** Which of `count` callers goes on. */
  readonly pick: (count: number) => number;
  /** How many milliseconds a call takes. */
  readonly lasts: () => number;
}

/** The first come is the first served, and nothing but pauses takes time. */
export const inOrder: Choices = { pick: () => 0, lasts: () => 0 };

interface Waiting {
  readonly due: number;
  readonly go: () => void;
}

/**
 * A scheduler for handlers over a store in memory. Between two calls of the store a handler waits for nothing outside the process, so
 * once the event loop has turned, every handler stands at a call, in a pause or at its end, and the choice among them is all that
 * decides what happens: the same choices, the same run. The pauses of the store (`setTimeout`) pass in the same time.
 */
export function scheduler(start: number, { pick, lasts }: Choices): Scheduler {
  const ready: Waiting[] = [];
  let asleep: Waiting[] = [];
  let time = start;
  const wait = (list: Waiting[], due: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    list.push({ due, go: resolve });
    return promise;
  };
  const sleep = (milliseconds: number) => wait(asleep, time + milliseconds);
  const wake = () => {
    const [awake, still] = [asleep.filter(({ due }) => due <= time), asleep.filter(({ due }) => due > time)];
    asleep = still;
    ready.push(...awake);
  };
  /** Lets one go on; false when nobody waits for anything. */
  const step = (): boolean => {
    wake();
    if (ready.length === 0 && asleep.length > 0) {
      time = Math.min(...asleep.map(({ due }) => due));
      wake();
    }
    const [chosen] = ready.splice(pick(ready.length), 1);
    if (!chosen) return false;
    time += lasts();
    chosen.go();
    return true;
  };
  return {
    turn: () => wait(ready, time),
    sleep,
    now: () => time,
    waiting: () => ready.length + asleep.length,
    async run(begin) {
      vi.stubGlobal('crypto', withoutThreads(globalThis.crypto));
      // The pauses of the store are of random length, and who goes on would hang on it.
      const random = vi.spyOn(Math, 'random').mockImplementation(() => pick(1_000) / 1_000);
      vi.stubGlobal('setTimeout', (go: () => void, milliseconds = 0) => void sleep(milliseconds).then(go));
      try {
        return await untilEnded(begin(), step);
      } finally {
        random.mockRestore();
        vi.unstubAllGlobals();
      }
    },
  };
}

async function untilEnded<Result>(work: Promise<Result>, step: () => boolean): Promise<Result> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  for (let idle = 0; idle < patience; idle += 1) {
    await turn();
    if (ended) return work;
    if (step()) idle = -1;
  }
  throw new Error(
    'nobody goes on: a handler waits for something that is neither a call of the store nor a pause',
  );
}

// Turns of the event loop in which nothing happens.
const patience = 10_000;

/** Web Crypto whose checks of signatures end within the turn: its threads end when they like, and who goes on would hang on them. */
function withoutThreads(web: typeof globalThis.crypto) {
  return {
    randomUUID: () => web.randomUUID(),
    getRandomValues: (array: Uint8Array<ArrayBuffer>) => web.getRandomValues(array),
    subtle: {
      importKey: async (_format: string, key: Uint8Array) =>
        createPublicKey({ key: Buffer.concat([ed25519, key]), format: 'der', type: 'spki' }),
      verify: async (
        _algorithm: string,
        key: ReturnType<typeof createPublicKey>,
        signature: Uint8Array,
        message: Uint8Array,
      ) => verify(null, message, key, signature),
    },
  };
}

// What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410, section 10.1).
const ed25519 = Buffer.from('302a300506032b6570032100', 'hex');
