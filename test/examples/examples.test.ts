import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { elections, filesOf, readExample, readJson, root, rowsOf, totalsOf } from './reading.ts';

const ajv = new Ajv2020({ strict: false });
const validDefinition = ajv.compile(readJson('schemas/election.schema.json'));
const validStatus = ajv.compile(readJson('schemas/status.schema.json'));

test('nine elections are there', () => {
  expect(elections).toHaveLength(9);
});

describe.each(elections)('%s', (election) => {
  const definition: ElectionDefinition = readJson(`${root}${election}/election.json`);
  const files = filesOf(election);

  test('its definition and status fit their schemas, and its id is its folder', () => {
    expect(validDefinition(definition), ajv.errorsText(validDefinition.errors)).toBe(true);
    expect(definition.id).toBe(election);
    if (files.includes('status.json'))
      expect(
        validStatus(readJson(`${root}${election}/status.json`)),
        ajv.errorsText(validStatus.errors),
      ).toBe(true);
  });

  test('every file is one that Sailau reads, for a contest that there is', () => {
    const contests = new Set<string>(definition.contests.map(({ id }) => id));
    for (const file of files) {
      const upload = parseUploadKey(`uploads/${election}/${file}`);
      expect(upload, file).not.toBeNull();
      if (upload?.contest) expect(contests.has(upload.contest), file).toBe(true);
    }
  });

  test('every reference of the definition leads somewhere', () => {
    const laws = new Set(definition.laws.map(({ id }) => id));
    const areas = new Set<string>(definition.areas.map(({ id }) => id));
    const parties = new Set<string>(definition.parties.map(({ id }) => id));
    const named = definition.contests.flatMap(({ options }) => options.flatMap(({ party }) => party ?? []));
    const parents = definition.areas.flatMap(({ parent }) => parent ?? []);

    for (const law of lawsNamed(definition.systems)) expect(laws.has(law), law).toBe(true);
    for (const area of [...parents, ...definition.contests.map(({ area }) => area)])
      expect(areas.has(area), area).toBe(true);
    for (const party of named) expect(parties.has(party), party).toBe(true);
    for (const { system } of definition.contests)
      expect(Object.hasOwn(definition.systems, system), system).toBe(true);
  });

  test('no source is declared for nothing', () => {
    const others = files
      .filter((file) => file !== 'election.json')
      .map((file) => readExample(election, file));
    const text = JSON.stringify({ ...definition, sources: [] }) + others.join('');

    for (const { id } of definition.sources) expect(text.split(/[^A-Za-z0-9-]/).includes(id), id).toBe(true);
  });

  test('every number names a declared source', () => {
    const sources = new Set(definition.sources.map(({ id }) => id));
    const cells = [
      ...files
        .filter((file) => file.endsWith('.csv'))
        .flatMap((file) => rowsOf(`${root}${election}/${file}`)),
      ...definition.contests.flatMap(({ declared }) => (declared ? [declared] : [])),
    ].map(({ source }) => source ?? '');

    expect(cells.length).toBeGreaterThan(0);
    for (const id of cells.flatMap((cell) => cell.split(';'))) expect(sources.has(id), id).toBe(true);
  });

  test('every row names an area and an option that there are', () => {
    const areas = new Set<string>(definition.areas.map(({ id }) => id));
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      const options = optionsOf(definition, file);
      for (const { area, option } of rowsOf(`${root}${election}/${file}`)) {
        expect(areas.has(area ?? ''), `${file} ${area}`).toBe(true);
        if (option !== undefined) expect(options.has(option), `${file} ${option}`).toBe(true);
      }
    }
  });

  test('every text is there in Kazakh, Russian and English', () => {
    expect(definition.languages).toEqual(['kk', 'ru', 'en']);
    const texts = textsIn(definition);
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts)
      expect(Object.keys(text).sort(), JSON.stringify(text)).toEqual(['en', 'kk', 'ru']);
  });

  test('votes and counts agree with one another where they are published', () => {
    for (const { id } of definition.contests) {
      const { votes, counts } = totalsOf(election, id, files);
      if (votes.size === 0) continue;
      const sum = [...votes.values()].reduce((total, count) => total + count, 0);
      const [valid, cast, invalid] = [counts.get('valid'), counts.get('cast'), counts.get('invalid')];
      if (valid !== undefined) expect(sum, id).toBe(valid);
      if (cast !== undefined && invalid !== undefined) expect(sum + invalid, id).toBe(cast);
      if (cast !== undefined) expect(sum, id).toBeLessThanOrEqual(cast);
    }
  });
});

test.each([
  ['kz-mazhilis-2023', 'list', 6_366_441],
  ['kz-mazhilis-2021', 'list', 7_241_562],
  ['kz-mazhilis-2016', 'list', 7_522_868],
  ['kz-mazhilis-2012', 'list', 6_941_220],
  ['kz-mazhilis-2007', 'list', 6_082_430 - 146_805],
  ['kz-mazhilis-2004', 'list', 4_757_773],
  ['kz-president-2022', 'president', 7_940_477],
  ['kz-referendum-2022', 'constitution', 7_985_769 - 205_924],
])('%s, contest %s: %i votes', (election, contest, sum) => {
  const { votes } = totalsOf(election, contest, filesOf(election));

  expect([...votes.values()].reduce((total, count) => total + count, 0)).toBe(sum);
});

test.each([
  ['kz-mazhilis-2023', 'list', 69],
  ['kz-mazhilis-2021', 'list', 98],
  ['kz-mazhilis-2016', 'list', 98],
  ['kz-mazhilis-2012', 'list', 98],
  ['kz-mazhilis-2007', 'list', 98],
  ['kz-mazhilis-2004', 'list', 10],
  ['kz-maslikhat-2023', 'astana', 17],
  ['kz-maslikhat-2023', 'almaty', 21],
  ['kz-maslikhat-2023', 'kostanay', 16],
])('%s, contest %s: the declared seats are the %i of the law', (election, id, seats) => {
  const { contests, systems }: ElectionDefinition = readJson(`${root}${election}/election.json`);
  const contest = contests.find((candidate) => candidate.id === id);

  expect(Object.values(contest?.declared?.seats ?? {}).reduce((sum, count) => sum + count, 0)).toBe(seats);
  expect(systems[contest?.system ?? '']).toMatchObject({ type: 'party-list', seats });
});

test('the 29 districts of 2023 say that no votes were published, and name the five winners known', () => {
  const { contests }: ElectionDefinition = readJson(`${root}kz-mazhilis-2023/election.json`);
  const districts = contests.filter(({ system }) => system === 'smd');

  expect(districts).toHaveLength(29);
  expect(districts.every(({ note }) => note?.en?.includes('No votes have been published'))).toBe(true);
  expect(districts.filter(({ declared }) => declared?.elected?.length === 1)).toHaveLength(5);
});

test('the referendum counts the 17 units of its day, not the three regions that came after it', () => {
  const { areas }: ElectionDefinition = readJson(`${root}kz-referendum-2022/election.json`);

  expect(areas.filter(({ parent }) => parent === 'KZ')).toHaveLength(17);
  expect(areas.some(({ name }) => /Abai|Zhetisu|Ulytau/.test(name.en ?? ''))).toBe(false);
});

function optionsOf({ contests }: ElectionDefinition, file: string): Set<string> {
  const contest = contests.find(({ id }) => file.startsWith(`results/${id}/`));
  return new Set(contest?.options.map(({ id }) => id));
}

/** The values of every member called law, or ending in Law, at any depth. */
function lawsNamed(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && /^(law|.*Law)$/.test(key) ? [value] : lawsNamed(value),
  );
}

/** Every object that has a Kazakh member: the texts. */
function textsIn(node: unknown): object[] {
  if (node === null || typeof node !== 'object') return [];
  if ('kk' in node || 'en' in node || 'ru' in node) return [node];
  return Object.values(node).flatMap(textsIn);
}
