import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChunks } from '../../../../local/s3/body/chunks.ts';

describe('decodeChunks', () => {
  it('reads signed chunks with trailers, wherever the network cuts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1 })),
        fc.integer({ min: 1, max: 40 }),
        async (texts, cut) => {
          const framed = Buffer.concat([
            ...texts.map((text) => chunk(text)),
            Buffer.from(`0;chunk-signature=ab\r\nX-Amz-Checksum-Crc32: AAAAAA==\r\n\r\n`),
          ]);

          const { content, trailers } = await decode(framed, cut);

          expect(content).toBe(texts.join(''));
          expect([...trailers]).toEqual([['x-amz-checksum-crc32', 'AAAAAA==']]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a body that ends in a chunk', '5\r\nhel'],
    ['a body without the last chunk', '5\r\nhello\r\n'],
    ['a chunk that is longer than its size', '2\r\nhello\r\n0\r\n\r\n'],
    ['a chunk without a size', 'x\r\nhello\r\n0\r\n\r\n'],
    ['a negative size', '-5\r\nhello\r\n0\r\n\r\n'],
    ['an endless line', `5;${'x'.repeat(5000)}`],
  ])('rejects %s', async (_name, framed) => {
    await expect(decode(Buffer.from(framed), 3)).rejects.toMatchObject({ code: 'IncompleteBody' });
  });

  it('rejects a trailer that is none', async () => {
    await expect(decode(Buffer.from('0\r\nnothing\r\n\r\n'), 3)).rejects.toMatchObject({
      code: 'MalformedTrailerError',
    });
  });
});

function chunk(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)};chunk-signature=00\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
}

async function decode(framed: Buffer, cut: number) {
  const trailers = new Map<string, string>();
  const chunks: Buffer[] = [];
  for await (const piece of decodeChunks(cutUp(framed, cut), trailers)) chunks.push(piece);
  return { content: Buffer.concat(chunks).toString(), trailers };
}

async function* cutUp(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
