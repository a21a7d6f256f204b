import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Contest, ElectionDefinition } from '../../functions/model/generated/election.ts';
import { anElection, areaId, csv, listContest, optionId } from '../support/builders.ts';
import { workbookOf } from '../support/workbook.ts';
import { protocolsOf, verdictOn } from './checking.ts';

const page = readFileSync('docs/formats.md', 'utf8');
const [long = '', wide = ''] = blocks('csv');
const [scenario = '', persons = '', mapping = '', workbookMapping = ''] = blocks('json');

test('the two layouts of docs/formats.md are read, and give the same protocols', async () => {
  const definition = electionOf('KZ-71', ['amanat', 'aqjol']);
  const read = async (content: string) => protocolsOf(await check(definition, 'KZ-71', '71-001', content));

  const protocols = await read(long);

  expect(protocols).toHaveLength(1);
  expect(await read(wide)).toEqual(protocols);
});

test('decisions and vacancies of docs/formats.md are read', async () => {
  const { contests, ...definition } = electionOf('KZ-71', ['amanat', 'aqjol']);
  const recorded: Pick<Contest, 'decisions' | 'vacancies'> = JSON.parse(persons);
  const content = JSON.stringify({
    ...definition,
    contests: contests.map((contest) => ({ ...contest, ...recorded })),
  });

  expect(recorded.decisions).toHaveLength(2);
  expect((await verdictOn({ 'election.json': content })).outcome).toBe('accepted');
});

test('the scenario of docs/formats.md is in order, and says all that it takes to change a threshold', async () => {
  const parts = JSON.parse(`{${scenario}}`);
  const { findings } = await verdictOn({ 'election.json': JSON.stringify({ ...anElection(), ...parts }) });

  expect(parts.scenarios).toHaveLength(1);
  expect(findings.kept).toEqual([]);
});

test('the mapping of docs/formats.md does what the text beside it says', async () => {
  const tables: ElectionDefinition['tables'] = [JSON.parse(mapping)];
  const definition = { ...electionOf('GE-01', ['41', '5']), tables };
  const official = csv(
    'no,district,x,precinct,ballots signed for,invalid votes,41 - Dream,5 - Unity,remark',
    '1,01,q,5,100,2,60,38,none',
  );

  const [protocol] = protocolsOf(await check(definition, 'GE-01', '01.5', official));

  expect(protocol).toMatchObject({ area: 'GE-01', station: '01.5' });
  expect([...(protocol?.values ?? [])].map(([field, { count }]) => [field, count])).toEqual(
    expect.arrayContaining([
      ['cast', 100],
      ['invalid', 2],
      ['votes:41', 60],
      ['votes:5', 38],
    ]),
  );
});

test('the mapping of a workbook in docs/formats.md does what the text beside it says', async () => {
  const tables: ElectionDefinition['tables'] = [JSON.parse(workbookMapping)];
  const definition = { ...electionOf('71', ['unity', '7']), tables };
  const rows = [
    ['Official results'],
    [],
    ['No', 'Voters', 'Votes', null, null],
    [null, 'registered', '5. Unity', '7. Hope', 'Valid'],
    ['71-1', 100, 30, 20, 50],
    ['Total of the district', 100, 30, 20, 50],
    ['Note: preliminary'],
  ];
  const workbook = workbookOf([
    { name: 'Cover', rows: [['x']] },
    { name: 'Protocols', rows },
  ]);

  const verdict = await verdictOn({
    'election.json': JSON.stringify(definition),
    'stations/all.csv': csv('station,area', '71-1,71'),
    'results/list/all.xlsx': workbook,
  });

  expect(verdict.findings.kept).toEqual([]);
  expect([...(protocolsOf(verdict)[0]?.values ?? [])]).toEqual([
    ['registered', { count: 100, source: 'S1' }],
    ['votes:unity', { count: 30, source: 'S1' }],
    ['votes:7', { count: 20, source: 'S1' }],
  ]);
});

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);
}

/** An election of one region and one list contest with these options. */
function electionOf(region: string, ids: readonly string[]): ElectionDefinition {
  const options = ids.map((id) => ({ id: optionId(id), kind: 'list' as const, name: { en: id } }));
  return anElection({
    areas: [
      { id: areaId('XX'), type: 'country', name: { en: 'Xanadu' } },
      { id: areaId(region), type: 'region', parent: areaId('XX'), name: { en: region } },
    ],
    contests: [listContest({ options })],
  });
}

function check(definition: ElectionDefinition, area: string, station: string, results: string) {
  return verdictOn({
    'election.json': JSON.stringify(definition),
    'stations/all.csv': csv('station,area', `${station},${area}`),
    'results/list/all.csv': results,
  });
}
