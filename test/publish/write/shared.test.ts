import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shared } from '../../../functions/publish/write/shared.ts';

const nobodyFails = new AbortController().signal;

test('gives every reader every item in order, whatever their pace, and reads the source once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.nat()),
      fc.integer({ min: 1, max: 5 }),
      async (s, items, n) => {
        let read = 0;
        const stream = shared(() => counting(items, () => read++), n);

        const got = await s.waitFor(
          Promise.all(
            Array.from({ length: n }, () =>
              collect(stream(nobodyFails), () => s.schedule(Promise.resolve())),
            ),
          ),
        );

        expect(got).toEqual(Array.from({ length: n }, () => items));
        expect(read).toBe(items.length);
      },
    ),
    { numRuns: 50 },
  );
});

test('reads an item only when the slowest reader has asked for it', async () => {
  let read = 0;
  const stream = shared(() => counting([1, 2, 3], () => read++), 2);
  const [fast, slow] = [stream(nobodyFails), stream(nobodyFails)].map((one) => one[Symbol.asyncIterator]());

  const first = fast?.next();
  await rest();
  expect(read).toBe(0);
  await Promise.all([first, slow?.next()]);
  void fast?.next();
  await rest();

  expect(read).toBe(1);
});

test('an aborted signal frees those that wait, with its reason, even when another reader never begins', async () => {
  const failure = new AbortController();
  const stream = shared(() => counting([1], () => {}), 2);
  const waiting = collect(stream(failure.signal));

  await rest();
  failure.abort(new Error('disk full'));

  await expect(waiting).rejects.toThrow('disk full');
  await expect(collect(stream(failure.signal))).rejects.toThrow('disk full');
});

test('a reader that stops early makes the others fail and closes the source', async () => {
  let closed = false;
  const stream = shared(
    () =>
      counting(
        [1, 2, 3],
        () => {},
        () => {
          closed = true;
        },
      ),
    2,
  );
  const other = collect(stream(nobodyFails));

  for await (const _ of stream(nobodyFails)) break;

  await expect(other).rejects.toThrow('given up');
  expect(closed).toBe(true);
});

test('an error of the source reaches every reader', async () => {
  const stream = shared(broken, 2);

  const outcomes = await Promise.allSettled([collect(stream(nobodyFails)), collect(stream(nobodyFails))]);

  expect(outcomes.map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
    'Error: table gone',
    'Error: table gone',
  ]);
});

async function* counting<T>(items: readonly T[], each: () => void, close: () => void = () => {}) {
  try {
    for (const item of items) {
      each();
      yield item;
    }
  } finally {
    close();
  }
}

async function* broken(): AsyncGenerator<number> {
  yield 1;
  throw new Error('table gone');
}

async function collect<T>(source: AsyncIterable<T>, pause: () => Promise<unknown> = async () => {}) {
  const items: T[] = [];
  for await (const item of source) {
    items.push(item);
    await pause();
  }
  return items;
}

function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
