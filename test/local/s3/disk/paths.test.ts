import { isAbsolute, join, normalize } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flatPath,
  keyOfMetaPath,
  metaPath,
  plainPath,
  versionsPath,
} from '../../../../local/s3/disk/paths.ts';

const segment = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    'a',
    'a.json',
    '%',
    '%-',
    '%+',
    '%v',
    '%flat',
    '%2E',
    '\u0000',
    'сайлау',
    '💚',
  ),
  fc
    .string({ unit: fc.integer({ min: 0, max: 0x2ffff }).map((code) => String.fromCodePoint(code)) })
    .map((text) => text.toWellFormed()),
  fc
    .constantFrom('x', '.', 'ы')
    .chain((char) => fc.integer({ min: 190, max: 420 }).map((times) => char.repeat(times))),
  fc
    .tuple(fc.constantFrom(199, 200, 201), fc.constantFrom('.', '..', '%'))
    .map(([n, tail]) => 'x'.repeat(n) + tail),
);
const hostileKey = fc
  .array(segment, { minLength: 1, maxLength: 6 })
  .map((segments) => segments.join('/'))
  .filter((key) => key !== '');
const mappings = [plainPath, flatPath, metaPath, versionsPath];

describe('paths of keys', () => {
  it('leaves keys as people write them alone', () => {
    expect(plainPath('uploads/kz-2023/results/Сайлау 1.csv')).toBe('uploads/kz-2023/results/Сайлау 1.csv');
    expect(metaPath('elections/kz/1.0.0/SHA256SUMS')).toBe('elections/kz/1.0.0/SHA256SUMS.json');
  });

  it('never leaves the folder and never makes a name that a file system refuses', () => {
    fc.assert(
      fc.property(hostileKey, (key) => {
        for (const map of mappings) {
          const path = map(key);
          const names = path.split('/');
          expect(isAbsolute(path) || path.includes('\0') || path.includes('\\')).toBe(false);
          expect(names.some((name) => name === '' || name === '.' || name === '..')).toBe(false);
          expect(normalize(join('/root', path)).startsWith('/root/')).toBe(true);
          expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(255);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads a key back from the path of its metadata', () => {
    fc.assert(
      fc.property(hostileKey, (key) => {
        expect(keyOfMetaPath(metaPath(key).split('/'))).toBe(key);
      }),
      { numRuns: 150 },
    );
  });

  it('never maps two keys to one path, nor one key to a folder of another in the trees that hold metadata', () => {
    fc.assert(
      fc.property(hostileKey, hostileKey, (one, other) => {
        fc.pre(one !== other);
        for (const map of mappings) expect(map(one)).not.toBe(map(other));
        for (const map of [flatPath, metaPath, versionsPath])
          expect(map(other).startsWith(`${map(one)}/`)).toBe(false);
        expect(plainPath(one)).not.toBe(flatPath(other));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the longest key within what Linux takes as a path', () => {
    for (const key of [
      '/'.repeat(1024),
      './'.repeat(512),
      '%'.repeat(1024),
      'a.json/'.repeat(146),
      '\u0001'.repeat(1024),
    ]) {
      for (const map of mappings) expect(Buffer.byteLength(map(key))).toBeLessThan(3300);
    }
  });
});
