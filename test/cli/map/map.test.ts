import { describe, expect, test } from 'vitest';
import { optionsIn } from '../../../cli/map/options.ts';
import { proposeTable } from '../../../cli/map/propose.ts';
import { sampleOf } from '../../../cli/map/sample.ts';
import { similarity } from '../../../cli/map/similarity.ts';
import { wordScore } from '../../../cli/map/words.ts';
import type { Option } from '../../../functions/model/generated/election.ts';
import { inspect } from '../../../functions/validate/decode/inspect.ts';
import { bytesOf, csv, optionId, partyId } from '../../support/builders.ts';
import { workbookOf } from '../../support/workbook.ts';

const options: Option[] = [
  {
    id: optionId('unity'),
    kind: 'list',
    name: { en: 'Party of Unity', ru: 'Партия единства' },
    party: partyId('U'),
  },
  { id: optionId('hope'), kind: 'list', name: { en: 'Movement "Hope"', ru: 'Движение «Надежда»' } },
  { id: optionId('7'), kind: 'list', name: { en: 'Seven' } },
];
const parties = [{ id: partyId('U'), name: { en: 'Unity of All' }, abbreviation: 'PU' }];

async function propose(
  content: string | Uint8Array,
  {
    name = 'a.csv',
    known = {},
    ...changes
  }: { name?: string; known?: object; kind?: 'stations' | 'turnout'; options?: null } = {},
) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const { content: unpacked } = await inspect({ name, open: () => pieces(bytes) }, 1_000_000);
  if ('code' in unpacked) throw new Error(unpacked.code);
  const nothing = { areas: new Set<string>(), stations: new Set<string>(), options: new Set<string>() };
  const context = { file: 'results/list/a.csv', kind: 'results' as const, options, parties };
  return proposeTable(await sampleOf(unpacked, undefined), {
    ...context,
    known: { ...nothing, ...known },
    ...changes,
  }).table;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('a mapping is proposed', () => {
  test('of a wide table in Russian under titles, its options by their names, its totals by their sums', async () => {
    const table = await propose(
      csv(
        'Протоколы, итоговые, 2024;;;;;;',
        '',
        '№ участка;Число избирателей;Недействительные;Партия единства;2. Движение Надежда;Всего голосов;Примечание',
        '1;1 000;2;30;20;50;',
        '2;800;1;10;5;15;x',
        'ИТОГО;1 800;3;40;25;65;',
      ),
    );

    expect(table).toEqual({
      files: 'results/list/a.csv',
      layout: 'wide',
      headerRow: 3,
      columns: { station: '№ участка', registered: 'Число избирателей', invalid: 'Недействительные' },
      options: {
        labels: [
          { label: 'Партия единства', option: 'unity' },
          { label: '2. Движение Надежда', option: 'hope' },
        ],
      },
      ignore: ['Примечание'],
      totals: {
        rows: [{ column: '№ участка', matches: ['ИТОГО'] }],
        columns: [{ column: 'Всего голосов', of: ['options'] }],
      },
    });
  });

  test('of a long table, its options by their ids', async () => {
    const rows = ['st1', 'st2', 'st3'].flatMap((station) =>
      ['unity', 'hope', '7'].map((id) => `${station},${id},5`),
    );

    const table = await propose(csv('precinct,party,votes', ...rows), {
      known: { options: new Set(['unity', 'hope', '7']) },
    });

    expect(table).toEqual({
      files: 'results/list/a.csv',
      layout: 'long',
      columns: { station: 'precinct', option: 'party', votes: 'votes' },
    });
  });

  test('of a workbook with a header of two rows and names that stand twice', async () => {
    const workbook = workbookOf([
      {
        name: 'A',
        rows: [
          ['No', 'Voters', null, 'Votes', null],
          ['of polling station', 'registered', 'registered', 'Party of Unity', 'Hope movement'],
          ...Array.from({ length: 9 }, (_, index) => [index + 1, 100, 90, 20, 30]),
        ],
      },
    ]);

    const table = await propose(workbook, { name: 'a.xlsx' });

    expect(table).toMatchObject({
      headerRows: 2,
      columns: { station: 'No of polling station', registered: 2 },
      options: {
        labels: [
          { label: 'Votes Hope movement', option: 'hope' },
          { label: 'Votes Party of Unity', option: 'unity' },
        ].sort((a, b) => (a.option < b.option ? 1 : -1)),
      },
      ignore: [3],
    });
  });

  test('with the area as the beginning of the code of the station', async () => {
    const rows = ['71-001', '71-002', '75-001'].map((station) => `${station},5,6`);

    const table = await propose(csv('Precinct,unity,hope', ...rows), {
      known: { areas: new Set(['71', '75']) },
    });

    expect(table.columns).toEqual({ station: 'Precinct', area: { column: 'Precinct', before: '-' } });
  });

  test('of a register, told by the areas in it, and of snapshots', async () => {
    const register = csv(
      'gid;x;pavadinimas;Rinkėjų skaičius',
      '10;N1;Mokykla;5',
      '11;N1;Klubas;6',
      '12;N2;Teatras;7',
    );
    const snapshots = csv('облыс,уақыт,пайыз', 'N1,2024-03-10T10:00,10.5', 'N2,2024-03-10T10:00,11.5');

    expect(
      (await propose(register, { kind: 'stations', known: { areas: new Set(['N1', 'N2']) } })).columns,
    ).toEqual({
      station: 'gid',
      area: 'x',
      name: 'pavadinimas',
      registered: 'Rinkėjų skaičius',
    });
    expect((await propose(snapshots, { kind: 'turnout' })).columns).toEqual({
      area: 'облыс',
      time: 'уақыт',
      percent: 'пайыз',
    });
  });

  test('without a definition, of options that are numbered', async () => {
    const table = await propose(csv('უბნის ნომერი,5 - A,41 - B', '01.01,5,6', '01.02,5,6'), {
      options: null,
    });

    expect(table).toMatchObject({
      columns: { station: 'უბნის ნომერი' },
      options: { pattern: '{option} - *' },
    });
  });
});

describe('labels name options', () => {
  const found = (labels: string[]) => optionsIn(labels, options, parties);

  test('by their ids, which need no mapping', () => {
    expect(found(['UNITY', 'hope', 'x'])).toMatchObject({ mapping: null });
  });

  test('by a pattern around the ids', () => {
    expect(found(['Seven (7)', 'Unity (unity)', 'x']).mapping).toEqual({ pattern: '* ({option})' });
  });

  test('by the party or its abbreviation, each option once', () => {
    expect([...found(['PU', 'Unity of All', 'Nadezhda']).found]).toEqual([['PU', 'unity']]);
  });
});

test('names are alike without case, quotes and order of little things', () => {
  expect(similarity('Movement "Hope"', 'movement hope')).toBe(1);
  expect(similarity('Party of Unity', 'Unity Party')).toBeGreaterThan(0.67);
  expect(similarity('Party of Unity', 'Seven')).toBeLessThan(0.3);
  expect(similarity('', 'Seven')).toBe(0);
});

test('invalid votes are not taken for valid ones in any language', () => {
  for (const label of ['Invalid votes', 'недействительные', 'жарамсыз', 'negaliojantys']) {
    expect(wordScore(label, 'invalid'), label).toBeGreaterThan(0);
    expect(wordScore(label, 'valid'), label).toBe(0);
  }
});
