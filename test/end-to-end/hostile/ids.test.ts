import Papa from 'papaparse';
import { expect, test, vi } from 'vitest';
import { electionNamed } from './carried.ts';
import { publishedFrom } from './published.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const language = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const;

test.each(language)('%s as the id of area, option, party and source is an id like any other', async (id) => {
  const usual = await publishedFrom(electionNamed('Plain'));
  const [definition, ...files] = electionNamed('Plain');
  const renamed = files.map(
    ([file, text]) =>
      [
        file,
        text.replaceAll(',N1,', `,${id},`).replaceAll(',A,', `,${id},`).replaceAll(/\bS1$/gm, id),
      ] as const,
  );
  const text = (definition?.[1] ?? '').replaceAll(/"(N1|A|PA|S1)"/g, JSON.stringify(id));

  const published = await publishedFrom([['election.json', text], ...renamed]);

  for (const table of ['totals', 'seats', 'candidates', 'stations', 'areas', 'completeness'])
    expect(rowsOf(published, table), table).toEqual(
      rowsOf(usual, table, (cell) => (/^(N1|A|PA|S1)$/.test(cell) ? id : cell)),
    );
});

/** The rows of a table with its cells renamed, in an order of their own: an id has its place in the alphabet. */
function rowsOf(
  files: ReadonlyMap<string, Uint8Array>,
  table: string,
  rename = (cell: string) => cell,
): string[][] {
  const bytes = files.get(`elections/xx-2024/1.0.0/${table}.csv`);
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
  expect(data.length, table).toBeGreaterThan(1);
  return data.map((row) => row.map(rename)).toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}
