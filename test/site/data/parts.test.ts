import { expect, test } from 'vitest';
import { DataError, type DataFault } from '../../../site/data/errors.ts';
import type { Fetch } from '../../../site/data/fetch.ts';
import { openParts } from '../../../site/data/parts.ts';

const root = new URL('https://data.example.org/');
const path = 'elections/xx-2024/1.0.0/results.parquet';

test('a part is asked for by its range, and nothing else is', async () => {
  const asked: (string | null)[] = [];
  const fetch: Fetch = async (_url, { headers }) => {
    asked.push(new Headers(headers).get('range'));
    return new Response(new Uint8Array([7, 8]), {
      status: 206,
      headers: { 'content-range': 'bytes 3-4/10' },
    });
  };

  const part = await openParts(fetch, root, path, 10).slice(3, 5);

  expect([...part]).toEqual([7, 8]);
  expect(asked).toEqual(['bytes=3-4']);
});

const answers: readonly (readonly [string, DataFault, () => Response])[] = [
  ['the whole file', 'no-ranges', () => new Response(new Uint8Array(10))],
  ['no such file', 'missing', () => new Response('', { status: 404 })],
  ['no such file, as S3 says it', 'missing', () => new Response('', { status: 403 })],
  ['an error', 'server', () => new Response('', { status: 503 })],
  ['that the file is shorter', 'altered', () => new Response('', { status: 416 })],
  ['a part of a longer file', 'altered', () => partial('bytes 3-4/11', 2)],
  ['another part', 'altered', () => partial('bytes 0-1/10', 2)],
  ['fewer bytes than it says', 'altered', () => partial('bytes 3-4/10', 1)],
];

test.each(answers)('a server that sends %s: %s', async (_what, fault, answer) => {
  expect(await faultOf(async () => answer())).toBe(fault);
});

test('a server that sends everything is not listened to: the answer is given up', async () => {
  let isGivenUp = false;
  const endless = new ReadableStream({
    cancel() {
      isGivenUp = true;
    },
  });

  expect(await faultOf(async () => new Response(endless))).toBe('no-ranges');

  expect(isGivenUp).toBe(true);
});

test('a part that nobody waits for any more is given up', async () => {
  const stopping = new AbortController();
  const never: Fetch = (_url, { signal }) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

  const part = openParts(never, root, path, 10).slice(3, 5, stopping.signal);
  stopping.abort();

  await expect(part).rejects.toThrow('unreachable');
});

test('a network that is gone is said to be', async () => {
  expect(await faultOf(() => Promise.reject(new TypeError('failed to fetch')))).toBe('unreachable');
});

test('a part that cannot be in the file is not asked for', async () => {
  const never: Fetch = () => Promise.reject(new Error('asked'));

  for (const [start, end] of [
    [-1, 5],
    [10, 12],
    [5, 5],
    [Number.NaN, 5],
  ] as const)
    await expect(openParts(never, root, path, 10).slice(start, end)).rejects.toThrow('malformed');
});

async function faultOf(fetch: Fetch): Promise<DataFault | null> {
  try {
    await openParts(fetch, root, path, 10).slice(3, 5);
    return null;
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  }
}

function partial(range: string, bytes: number): Response {
  return new Response(new Uint8Array(bytes), { status: 206, headers: { 'content-range': range } });
}
