import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElectionDefinition, Table } from '../../../functions/model/generated/election.ts';
import { notIn } from '../../../functions/validate/decode/text.ts';
import { createFindings } from '../../../functions/validate/findings.ts';
import { readResults } from '../../../functions/validate/readers/results.ts';
import { bookOf } from '../../../functions/validate/references/book.ts';
import { registerBuilder } from '../../../functions/validate/references/register.ts';
import { headerSpan } from '../../../functions/validate/table/heading.ts';
import type { RowBlock } from '../../../functions/validate/table/rows.ts';
import {
  anElection,
  areaId,
  bytesOf,
  councilContest,
  listContest,
  stationId,
} from '../../support/builders.ts';

/*
 * The byte path must give what papaparse gives, on every input. SAILAU_FUZZ_SECONDS says for how long inputs are tried; the seed is printed, and
 * SAILAU_FUZZ_SEED tries the same again.
 */
const seconds = Number(process.env.SAILAU_FUZZ_SECONDS ?? 5);
const seed = Number(process.env.SAILAU_FUZZ_SEED ?? Date.now() % 2 ** 31);

// Made anew for each reading: a register looks for the nearest id so many times, and no more.
const registered = [
  { station: stationId('st1'), area: areaId('N1') },
  { station: stationId('st2'), area: areaId('N1') },
  { station: stationId('st3'), area: areaId('N2') },
  { station: stationId('№ 4'), area: areaId('S') },
  { station: stationId('a-station-with-a-long-id'), area: areaId('S') },
];

interface Case {
  readonly text: Uint8Array;
  /** Bytes a piece. */
  readonly size: number;
  readonly byArea: boolean;
  readonly mapping: Table | null;
}

function aRegister() {
  const builder = registerBuilder();
  for (const station of registered) builder.add(station);
  return builder.finish();
}

async function read({ text, size, byArea, mapping }: Case, papaparseOnly: boolean) {
  const definition: ElectionDefinition = anElection();
  const findings = createFindings();
  const contest = byArea ? councilContest() : listContest();
  const header = headerSpan(mapping);
  const notUtf8 = () => notIn({ name: 'utf-8', mark: 0 });
  const utf8 = { open: () => pieces(text, size), notUtf8 };
  const rows = { header, ragged: false, blocks: () => nothing(), utf8 };
  const input = { rows, mapping, findings, papaparseOnly };
  const protocols = await readResults(input, {
    contest,
    book: bookOf(definition),
    register: aRegister(),
  });
  return {
    records: protocols.areas.flatMap(({ area }) => [...protocols.located(area)]),
    totals: protocols.totals(),
    sources: [...protocols.sources].sort(),
    findings: findings.kept,
  };
}

// One buffer for all pieces: nothing may be kept of a piece that is over.
async function* pieces(text: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(size);
  for (let start = 0; start < text.length; start += size) {
    const piece = text.subarray(start, start + size);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    buffer.fill(0x58);
  }
}

async function* nothing(): AsyncGenerator<RowBlock> {}

const rarely = <Item>(often: fc.Arbitrary<Item>, seldom: fc.Arbitrary<Item>) =>
  fc.oneof({ weight: 30, arbitrary: often }, { weight: 1, arbitrary: seldom });
const oddCell = fc.constantFrom(
  '',
  ' ',
  '"',
  '"a"',
  '"a""b"',
  '"1\n2"',
  'x',
  '-1',
  '1 000',
  '1\u00a0000',
  '1.5',
  '0012',
  '\r',
  'é',
  '😀',
  '__proto__',
  '99999999999999999999',
  '65534',
  '65535',
  '4294967294',
  '4294967295',
  '9007199254740991',
  '9007199254740992',
);
const stations = rarely(
  fc.constantFrom('st1', 'st2', 'st3', '№ 4', 'a-station-with-a-long-id'),
  fc.oneof(oddCell, fc.constantFrom(' st1', 'ST1', 'st9', 'st1 ')),
);
const areas = rarely(fc.constantFrom('N1', 'N2', 'S', '', 'XX', 'N'), oddCell);
const count = rarely(fc.oneof(fc.nat({ max: 30 }).map(String), fc.constantFrom('', '7')), oddCell);
const cellOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  station: stations,
  area: areas,
  option: rarely(
    fc.constantFrom('A', 'B', 'C', 'against-all', 'X', 'Y'),
    fc.oneof(oddCell, fc.constantFrom('a', 'Against-All', ' A')),
  ),
  source: rarely(
    fc.constantFrom('', 'S1', 'S2', 'S1;S2', 'S1; S2'),
    fc.oneof(oddCell, fc.constantFrom('S9')),
  ),
};

/** Headers in the long and in the wide layout, with columns in any order. */
const headers = fc
  .oneof(
    fc
      .subarray(['area', 'registered', 'cast', 'invalid', 'source', ''])
      .map((more) => ['station', ...more, 'option', 'votes']),
    fc
      .subarray(['area', 'registered', 'cast', 'source', '', 'A', 'B', 'against-all', 'X', 'Y'])
      .map((more) => ['station', ...more]),
    fc
      .subarray(['registered', 'source', 'option', 'votes', 'X', 'Y'], { minLength: 1 })
      .map((more) => ['area', ...more]),
  )
  .chain((columns) => fc.shuffledSubarray(columns, { minLength: columns.length }));

/** Rows as files have them: several of one unit behind one another, alike but for option and votes. */
const structured = headers.chain((columns) => {
  const row = fc.tuple(...columns.map((column) => cellOf[column] ?? count));
  const varied = columns.flatMap((column, index) =>
    column === 'option' || column === 'votes' ? [index] : [],
  );
  const runs = fc
    .tuple(row, fc.array(row, { maxLength: 6 }))
    .map(([first, others]) => [
      first,
      ...others.map((other) =>
        first.map((cell, index) => (varied.includes(index) ? (other[index] ?? '') : cell)),
      ),
    ]);
  return fc
    .record({
      rows: fc.array(runs, { maxLength: 24 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      newline: rarely(fc.constantFrom('\n', '\r\n'), fc.constantFrom('\r', '\n\n', ',\n', ' \r\n')),
      last: fc.boolean(),
    })
    .map(({ rows, delimiter, newline, last }) => {
      const lines = [columns, ...rows.flat()].map((cells) => cells.join(delimiter));
      return bytesOf(lines.join(newline) + (last ? newline : ''));
    });
});

/** The same with bytes changed, put in or taken out. */
const damaged = fc
  .tuple(
    structured,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x0a, 0x0d, 0x22, 0x2c, 0x20, 0x31, 0xc3, 0xff)), {
      maxLength: 4,
    }),
  )
  .map(([text, changes]) => {
    const bytes = Uint8Array.from(text);
    for (const [place, byte] of changes) if (bytes.length > 0) bytes[place % bytes.length] = byte;
    return bytes;
  });

const mappings: fc.Arbitrary<Table | null> = fc.constantFrom(null, null, {
  files: 'results/list/*.csv',
  layout: 'long',
  columns: { station: { column: 1, before: ' ' }, option: 'option', votes: 'votes' },
  ignoreUnknown: true,
} satisfies Table);

const cases: fc.Arbitrary<Case> = fc.record({
  text: fc.oneof(structured, damaged),
  size: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(100_000)),
  byArea: fc.boolean(),
  mapping: mappings,
});

test('a blank line before an option is a row of its own', async () => {
  const text = bytesOf('option,votes,station\n\nA,,st1\n\nA,0,st1\n\nA,0,st1\n');
  const input = { text, size: 100_000, byArea: false, mapping: null };

  const { findings } = await read(input, false);

  expect(findings).toMatchObject([{ code: 'row-duplicate', where: { row: 7 }, data: { first: 5 } }]);
});

test(
  `bytes and papaparse give the same records and findings (seed ${seed}, ${seconds} s)`,
  async () => {
    console.info(`SAILAU_FUZZ_SEED=${seed}`);
    let tried = 0;
    let plain = 0;

    await fc.assert(
      fc.asyncProperty(cases, async (input) => {
        const asBytes = await read(input, false);

        expect(asBytes).toEqual(await read(input, true));
        tried += 1;
        if (asBytes.records.length > 0) plain += 1;
      }),
      { numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, seed },
    );

    expect(tried).toBeGreaterThan(20);
    expect(plain).toBeGreaterThan(5);
  },
  (seconds + 60) * 1000,
);
