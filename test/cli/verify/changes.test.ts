import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { certificates } from '../../../cli/verify/checks/certificates.ts';
import { aRelease, changed, exampleRelease, firstDifference, sealed, verdictsOn } from './support.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

/*
 * Whatever single thing is changed in a release is caught: by the hashes, and, where somebody has made all hashes fit the change, by what
 * the votes add up to.
 */

const [small, mazhilis, referendum, president, maslikhat] = await Promise.all([
  aRelease(),
  exampleRelease('kz-mazhilis-2023'),
  exampleRelease('kz-referendum-2022'),
  exampleRelease('kz-president-2022'),
  exampleRelease('kz-maslikhat-2023'),
]);

test.each([
  ['xx-2024', small, 1000],
  ['kz-mazhilis-2023', mazhilis, 1000],
  ['kz-referendum-2022', referendum, 1000],
  ['kz-president-2022', president, 500],
])(
  'any changed value of a certificate of %s is caught, and its place named, though all hashes fit',
  async (_name, release, numRuns) => {
    const files = [...release.files.keys()].filter((path) => /^allocation\/.*\.json$/.test(path));

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(), async (file, which, how) => {
        const { text, at } = withOtherLeaf(release.files.get(file) ?? '', which, how);

        const difference = await firstDifference(changed(release, { [file]: text }), [certificates]);

        expect(difference).toMatchObject({ check: 'certificates', file, at });
      }),
      { numRuns },
    );
  },
);

const tables = ['results.csv', 'totals.csv', 'seats.csv', 'completeness.csv', 'areas.csv'];

test.each([
  ['xx-2024', small, 1000],
  ['kz-mazhilis-2023', mazhilis, 300],
  ['kz-maslikhat-2023', maslikhat, 300],
])('any changed cell of a table of %s is caught, though all hashes fit', async (_name, release, numRuns) => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tables),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      async (file, row, column, how) => {
        const text = withOtherCell(release.files.get(file) ?? '', row, column, how);

        const difference = await firstDifference(sealed(changed(release, { [file]: text })));

        expect(difference).not.toBeNull();
      },
    ),
    { numRuns },
  );
});

test('any changed byte of any file is caught by the hashes', async () => {
  // The signature is over the hashes, not under them: with a key beside, election/tampering.test.ts catches it.
  const hashed = [...small.files.keys()].filter((path) => !path.endsWith('.minisig'));

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...hashed), fc.nat(), async (file, place) => {
      const bytes = Buffer.from(small.files.get(file) ?? '');
      const index = place % bytes.length;
      bytes[index] = ((bytes[index] ?? 0) & 0x7f) === 0x78 ? 0x79 : 0x78;

      const verdicts = await verdictsOn(changed(small, { [file]: bytes.toString() }));

      expect(
        verdicts.some(({ status }) => status === 'differs'),
        file,
      ).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

/** A document with one of its numbers, texts, truth values or nulls changed, and the JSON pointer to it. */
function withOtherLeaf(text: string, which: number, how: number): { text: string; at: string } {
  const document: unknown = JSON.parse(text);
  const places = leaves(document, '');
  const place = places[which % places.length];
  if (!place) throw new RangeError('a document without a value');
  place.set(otherThan(place.value, how));
  return { text: `${JSON.stringify(document, null, 2)}\n`, at: place.at };
}

interface Leaf {
  readonly at: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function leaves(node: unknown, at: string): Leaf[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const place = `${at}/${name}`;
    const set = (other: unknown) => Reflect.set(node, name, other);
    return typeof value === 'object' && value !== null ? leaves(value, place) : [{ at: place, value, set }];
  });
}

function otherThan(value: unknown, how: number): unknown {
  if (typeof value === 'number')
    return [value + 1, value * 10 + 1, String(value), value + 0.5, -value - 1][how % 5];
  if (typeof value === 'boolean') return how % 2 === 0 ? !value : null;
  if (value === null) return how % 2 === 0 ? 0 : '';
  return otherText(String(value), how);
}

function otherText(text: string, how: number): string {
  const place = how % (text.length + 1);
  return `${text.slice(0, place)}${text[place] === '7' ? '8' : '7'}${text.slice(place + (how % 2))}`;
}

/**
 * A table with one cell changed. The source of a number is left alone: which of the sources of an election a number comes from follows from
 * nothing else in a release, and only the hashes vouch for it.
 */
function withOtherCell(text: string, row: number, column: number, how: number): string {
  const lines = text.trimEnd().split('\r\n');
  const header = (lines[0] ?? '').split(',');
  const place = 1 + (row % (lines.length - 1));
  const cells = (lines[place] ?? '').split(',');
  const columns = header.flatMap((name, index) => (name === 'source' ? [] : [index]));
  const index = columns[column % columns.length] ?? 0;
  const before = cells[index] ?? '';
  const after = /^[0-9]+$/.test(before) ? String(BigInt(before) + 1n + BigInt(how)) : otherText(before, how);
  lines[place] = cells.with(index, after).join(',');
  return `${lines.join('\r\n')}\r\n`;
}
