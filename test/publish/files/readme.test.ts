import { expect, test } from 'vitest';
import { anElection, electionId, listContest } from '../../support/builders.ts';
import { aFullElection, aProtocol, aSetting, type Setting } from '../setting.ts';

const readmes = [
  ['README.md', 'English'],
  ['README.kk.md', 'Қазақша'],
  ['README.ru.md', 'Русский'],
] as const;

test('stands in three languages, each of which links to the others at its top', async () => {
  const setting = await aFullElection();

  await setting.release();

  for (const [path, name] of readmes) {
    const [top = ''] = setting.read(`1.0.0/${path}`).split('\n');
    const others = readmes.filter(([other]) => other !== path);
    expect(top).toContain(`**${name}**`);
    for (const [other, its] of others) expect(top).toContain(`[${its}](${other})`);
  }
});

test('says the same in each of them', async () => {
  const setting = await aFullElection();

  await setting.release();

  const [english, ...others] = readmes.map(([path]) => setting.read(`1.0.0/${path}`));
  for (const other of others) {
    expect(shapeOf(other)).toEqual(shapeOf(english ?? ''));
    expect(digitsOf(other)).toEqual(digitsOf(english ?? ''));
  }
});

test('calls things by their names in the language, and in English where they have none in it', async () => {
  const contest = listContest({ name: { en: 'Party lists', ru: 'Партийные списки' } });
  const setting = await aFullElection(anElection({ contests: [contest] }));

  await setting.release();

  expect(setting.read('1.0.0/README.ru.md')).toContain('### Партийные списки');
  expect(setting.read('1.0.0/README.kk.md')).toContain('### Party lists');
});

test('has numbers as its language writes them, with no-break spaces', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  const protocols = [aProtocol('N1', 'st1', { registered: 7_000_000, cast: 3_500_700, A: 3_431_510 })];
  await setting.accept('results/list/north.csv', { kind: 'results', protocols });

  await setting.release();

  expect(setting.read('1.0.0/README.md')).toContain('| List A | 3,431,510 |');
  expect(setting.read('1.0.0/README.md')).toContain('Of the registered voters 50.01 % took part.');
  for (const path of ['README.kk.md', 'README.ru.md'])
    expect(setting.read(`1.0.0/${path}`)).toContain('3\u00a0431\u00a0510');
  expect(setting.read('1.0.0/README.ru.md')).toContain('приняли участие 50,01 % избирателей');
});

test('describes every file in the language that it is in', async () => {
  const setting = await aFullElection();

  await setting.release();

  for (const path of ['README.kk.md', 'README.ru.md']) {
    const rows = setting.read(`1.0.0/${path}`).match(/^\| \[.*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect(row.split('|')[3], `${path}: ${row}`).toMatch(/\p{Script=Cyrillic}/u);
  }
});

test('warns of made-up and of withdrawn data, and names the status, in each of them', async () => {
  const definition = { ...anElection(), synthetic: { of: electionId('xx-2020'), seed: 7 } };
  const setting = await aFullElection(definition);
  await setting.setStatus({ status: 'withdrawn', by: 'Commission', at: '2024-04-01', reason: 'Recount.' });

  await setting.release();

  for (const sign of ['СИНТЕТИКАЛЫҚ ДЕРЕКТЕР', 'КЕРІ ҚАЙТАРЫЛДЫ', '**кері қайтарылған**'])
    expect(topOf(setting, 'README.kk.md')).toContain(sign);
  for (const sign of ['СИНТЕТИЧЕСКИЕ ДАННЫЕ', 'ОТОЗВАНО', '**отозваны**'])
    expect(topOf(setting, 'README.ru.md')).toContain(sign);
});

function topOf({ read }: Setting, path: string): string {
  return read(`1.0.0/${path}`).split('\n## ')[0] ?? '';
}

/** Headings and tables, as numbers of signs and cells; paragraphs are one line or many. */
function shapeOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('|')) return [`| ${line.split('|').length}`];
    return /^#+/.exec(line) ?? [];
  });
}

/** The numbers of the tables. */
function digitsOf(text: string): string[] {
  return (text.match(/^\|.*$/gm) ?? []).flatMap((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => /^[0-9][0-9,\u00a0]*$/.test(cell))
      .map((cell) => cell.replaceAll(/[,\u00a0]/g, '')),
  );
}
