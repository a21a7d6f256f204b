import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { isCountField, type Protocol, votesField } from '../../../functions/model/records/protocol.ts';
import { anElection, areaId, listContest, optionId } from '../../support/builders.ts';
import { aProtocol, aSetting } from '../setting.ts';

type Cells = Record<string, string>;

const data = resolve(import.meta.dirname, '../../../../shared/data');
const present = existsSync(data);
if (!present)
  console.warn(
    `SKIPPED: official files are not at ${data}; the indicators of real elections were not computed`,
  );

describe.skipIf(!present)('Lithuania 2020, 1,987 stations', () => {
  test('has the correlation that a plain computation gives, and no sign of made-up digits', async () => {
    const protocols = lithuania();

    const rows = await indicatorsOf('LT', protocols);

    const value = byCode(rows);
    expect(value('turnout-leader-pearson')).toMatchObject({
      stations: '1987',
      value: plainPearson(points(protocols)).toFixed(4),
    });
    expect(value('turnout-last-digit')?.flagged).toBe('false');
    expect(value('leader-votes-last-digit')?.flagged).toBe('false');
    expect(value('turnout-round')?.flagged).toBe('false');
    const districts = [...Map.groupBy(protocols, ({ area }) => area).values()];
    const enough = districts.filter(({ length }) => length >= 20);
    expect(rows.filter(({ indicator }) => indicator === 'turnout-outliers')).toHaveLength(enough.length + 1);
  });
});

describe.skipIf(!present)('Georgia 2016, 3,668 precincts', () => {
  test('has the correlation and the last digits that a plain computation gives', async () => {
    const protocols = georgia();

    const rows = await indicatorsOf('GE', protocols);

    const value = byCode(rows);
    const [used, counts] = [points(protocols), protocols.map((one) => numberOf(one, 'cast'))];
    const large = counts.filter((count) => count >= 100);
    const told = rows.filter(({ area, station }) => area === 'GE' && station === '').slice(0, 7);
    expect(protocols).toHaveLength(3_668);
    expect(value('turnout-leader-pearson')).toMatchObject({
      stations: String(used.length),
      value: plainPearson(used).toFixed(4),
    });
    expect(value('turnout-last-digit')).toMatchObject({
      stations: String(large.length),
      value: plainLastDigits(large).toFixed(3),
    });
    // As docs/indicators.md tells them.
    expect(told.map(({ indicator, value, flagged }) => [indicator, value, flagged])).toEqual([
      ['turnout-round', '3.34', 'false'],
      ['leader-share-round', '5.85', 'false'],
      ['turnout-last-digit', '8.686', 'false'],
      ['leader-votes-last-digit', '12.676', 'false'],
      ['turnout-leader-pearson', '0.2886', 'false'],
      ['turnout-leader-spearman', '0.3193', 'false'],
      ['leader-votes-second-digit', '19.457', 'false'],
    ]);
  });
});

/** indicators.csv of an election with these protocols alone; its areas and options are those that they name. */
async function indicatorsOf(country: string, protocols: readonly Protocol[]): Promise<Cells[]> {
  const areas = [...new Set(protocols.map(({ area }) => area))];
  const definition = anElection({
    areas: [
      { id: areaId(country), type: 'country', name: { en: country } },
      ...areas.map((id) => ({ id, type: 'district', parent: areaId(country), name: { en: id } }) as const),
    ],
    contests: [
      listContest({
        area: areaId(country),
        options: optionsIn(protocols).map((id) => ({ id: optionId(id), kind: 'list', name: { en: id } })),
      }),
    ],
  });
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition });
  await setting.accept('results/list/all.csv', { kind: 'results', protocols });
  await setting.release();
  return records(setting.read('1.0.0/indicators.csv'));
}

function byCode(rows: readonly Cells[]): (indicator: string) => Cells | undefined {
  return (indicator) => rows.find((row) => row.indicator === indicator);
}

function lithuania(): Protocol[] {
  const folder = `${data}/lt-seimas-2020`;
  const file = (name: string) => records(readFileSync(`${folder}/${name}`, 'utf8'));
  const votes = Map.groupBy(file('2020-votes.csv'), ({ minor_gid }) => minor_gid);
  return file('2020-minor.csv').map(({ minor_gid = '', major_id = '', registered_voters, votes: cast }) => {
    const own = (votes.get(minor_gid) ?? []).map((row) => [row.org_id, Number(row.votes)]);
    const numbers = { registered: Number(registered_voters), cast: Number(cast), ...Object.fromEntries(own) };
    return aProtocol(major_id, minor_gid, numbers);
  });
}

/** By position, since the file repeats header names: district, precinct, possible voters, ballots signed for, lists from the 20th on. */
function georgia(): Protocol[] {
  const text = readFileSync(`${data}/ge-parliament-2016/2016_official_parl_party.csv`, 'utf8');
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const lists = header.slice(19).map((name) => name.split(' - ')[0] ?? '');
  return rows.map((row) => {
    const votes = lists.map((list, index) => [list, Number(row[19 + index])]);
    const numbers = { registered: Number(row[5]), cast: Number(row[9]), ...Object.fromEntries(votes) };
    return aProtocol(row[1] ?? '', row[3] ?? '', numbers);
  });
}

function optionsIn(protocols: readonly Protocol[]): string[] {
  const fields = new Set(protocols.flatMap(({ values }) => [...values.keys()]));
  return [...fields].filter((field) => !isCountField(field)).map((field) => field.replace(/^votes:/, ''));
}

function numberOf({ values }: Protocol, name: string): number {
  const field = isCountField(name) ? name : votesField(optionId(name));
  return values.get(field)?.count ?? 0;
}

/** Turnout and the leader's share of each station that has voters and votes, the leader found in them. */
function points(protocols: readonly Protocol[]): { readonly x: number; readonly y: number }[] {
  const options = optionsIn(protocols);
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const ofAll = (option: string) => sum(protocols.map((one) => numberOf(one, option)));
  const [leader = ''] = options.toSorted((a, b) => ofAll(b) - ofAll(a));
  return protocols.flatMap((one) => {
    const [registered, votes] = [
      numberOf(one, 'registered'),
      sum(options.map((option) => numberOf(one, option))),
    ];
    if (registered === 0 || votes === 0) return [];
    return [{ x: numberOf(one, 'cast') / registered, y: numberOf(one, leader) / votes }];
  });
}

/** The textbook formula. */
function plainPearson(list: readonly { readonly x: number; readonly y: number }[]): number {
  const total = (of: (point: { x: number; y: number }) => number) =>
    list.reduce((all, point) => all + of(point), 0);
  const [n, x, y] = [list.length, total((one) => one.x), total((one) => one.y)];
  const [xy, xx, yy] = [
    total((one) => one.x * one.y),
    total((one) => one.x ** 2),
    total((one) => one.y ** 2),
  ];
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}

/** Chi-square of the last digits against an even spread. */
function plainLastDigits(counts: readonly number[]): number {
  const ends = Map.groupBy(counts, (count) => String(count).slice(-1));
  const even = counts.length / 10;
  return '0123456789'
    .split('')
    .reduce((sum, digit) => sum + ((ends.get(digit)?.length ?? 0) - even) ** 2 / even, 0);
}

function records(text: string): Cells[] {
  return Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;
}
