import { expect, test } from 'vitest';
import { isCompressed, markCompressed } from '../../../local/site/compression.ts';

const asking = { method: 'GET', headers: { 'accept-encoding': 'gzip, br' } };
const page = () =>
  new Map([
    ['content-type', 'text/html; charset=utf-8'],
    ['content-length', '5000'],
    ['etag', '"abc"'],
  ]);

test('a whole text of 1,000 bytes or more is compressed for who can read it so', () => {
  expect(isCompressed(200, page(), asking)).toBe(true);
  expect(isCompressed(206, page(), asking)).toBe(false);
  expect(isCompressed(200, page(), { method: 'GET', headers: {} })).toBe(false);
  expect(isCompressed(200, page().set('content-length', '999'), asking)).toBe(false);
  expect(isCompressed(200, page().set('content-type', 'application/vnd.apache.parquet'), asking)).toBe(false);
  expect(isCompressed(200, page().set('content-encoding', 'gzip'), asking)).toBe(false);
});

test('a compressed answer has no length and a weak ETag', () => {
  const headers = page();

  markCompressed(headers);

  expect([...headers]).toEqual([
    ['content-type', 'text/html; charset=utf-8'],
    ['etag', 'W/"abc"'],
    ['content-encoding', 'gzip'],
    ['vary', 'Accept-Encoding'],
  ]);
});
