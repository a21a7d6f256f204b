import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { Protocol } from '../../../functions/model/protocol.ts';
import { anElection, areaId, councilContest, listContest, optionId } from '../../support/builders.ts';
import { aFullElection, aProtocol, aSetting, type Setting } from '../setting.ts';
import { honest } from './support.ts';

const decimal = /^-?[0-9]+(\.[0-9]+)?$/;

describe('indicators.csv of a release', () => {
  test('holds every indicator of a contest with enough stations, and the summary counts them', async () => {
    const setting = await released(anElection(), protocols());
    const rows = rowsOf(setting);

    const { indicators } = JSON.parse(setting.read('1.0.0/summary.json'));
    const whole = rows.filter(({ station }) => station === '');
    expect(whole.map(({ indicator, area, option }) => [indicator, area, option])).toEqual([
      ['turnout-round', 'XX', ''],
      ['leader-share-round', 'XX', 'B'],
      ['turnout-last-digit', 'XX', ''],
      ['leader-votes-last-digit', 'XX', 'B'],
      ['turnout-leader-pearson', 'XX', 'B'],
      ['turnout-leader-spearman', 'XX', 'B'],
      ['leader-votes-second-digit', 'XX', 'B'],
      ['turnout-outliers', 'N1', ''],
      ['leader-share-outliers', 'N1', 'B'],
    ]);
    expect(rows.every(({ value, stations }) => decimal.test(value ?? '') && Number(stations) > 0)).toBe(true);
    for (const { indicator, rows: count, flagged } of indicators) {
      const own = rows.filter((row) => row.indicator === indicator);
      expect([count, flagged]).toEqual([own.length, own.filter((row) => row.flagged === 'true').length]);
    }
    expect(new Set(indicators.map(({ indicator }: { indicator: string }) => indicator))).toEqual(
      new Set(rows.map(({ indicator }) => indicator)),
    );
  });

  test('names the station that was planted, and a negative score is a number, not a text', async () => {
    const planted = aProtocol('N1', 'planted', { registered: 1_000, cast: 10, A: 5, B: 5 });
    const rows = rowsOf(await released(anElection(), [...protocols(), planted]));

    const row = rows.find((one) => one.station === 'planted' && one.indicator === 'turnout-outlier');
    expect(row).toMatchObject({ area: 'N1', option: '', limit: '3.50', stations: '201', flagged: 'true' });
    expect(Number(row?.value)).toBeLessThan(-3.5);
  });

  test('takes the ballots issued where more protocols state those', async () => {
    const issued = protocols().map((protocol) => withoutCast(protocol));
    const row = (rows: Record<string, string>[]) => rows.find((one) => one.indicator === 'turnout-round');

    const [cast, instead] = [
      row(rowsOf(await released(anElection(), protocols()))),
      row(rowsOf(await released(anElection(), issued))),
    ];

    expect(cast?.stations).toBe('200');
    expect(instead).toEqual(cast);
  });

  test('is empty with too few stations, and not there when all contests are reported by area', async () => {
    const few = await aFullElection();
    await few.release();
    const byArea = aSetting();
    const definition = anElection({ contests: [councilContest()] });
    await byArea.accept('election.json', { kind: 'definition', definition });
    await byArea.accept('turnout/day.csv', { kind: 'turnout', turnout: [] });
    await byArea.release();

    expect(rowsOf(few)).toEqual([]);
    expect([...byArea.store.files().keys()].filter((path) => path.endsWith('indicators.csv'))).toEqual([]);
  });
});

const folder = resolve(import.meta.dirname, '../../../../shared/data/lt-seimas-2020');
const present = existsSync(folder);
if (!present)
  console.warn(
    `SKIPPED: official files are not at ${folder}; the indicators of a real election were not computed`,
  );

describe.skipIf(!present)('Lithuania 2020, 1,987 stations', () => {
  test('has the correlation that a plain computation gives, and no sign of made-up digits', async () => {
    const setting = await released(lithuania(), lithuanianProtocols());
    const rows = rowsOf(setting);
    const value = (indicator: string) => rows.find((row) => row.indicator === indicator);

    expect(value('turnout-leader-pearson')?.stations).toBe('1987');
    expect(value('turnout-leader-pearson')?.value).toBe(plainPearson().toFixed(4));
    expect(value('turnout-last-digit')?.flagged).toBe('false');
    expect(value('leader-votes-last-digit')?.flagged).toBe('false');
    expect(value('turnout-round')?.flagged).toBe('false');
    const districts = [...Map.groupBy(file('2020-minor.csv'), ({ major_id }) => major_id).values()];
    const enough = districts.filter(({ length }) => length >= 20);
    expect(rows.filter(({ indicator }) => indicator === 'turnout-outliers')).toHaveLength(enough.length + 1);
  });
});

/** 200 honest stations of N1; votes for A and B, B the leader. */
function protocols(): Protocol[] {
  return honest(200, 9).map(({ registered, cast, leader }, index) =>
    aProtocol('N1', `s${index}`, {
      registered,
      cast,
      A: Math.floor((cast - leader) / 2),
      B: leader,
      C: cast - leader - Math.floor((cast - leader) / 2),
    }),
  );
}

function withoutCast(protocol: Protocol): Protocol {
  const values = new Map(protocol.values);
  const cast = values.get('cast');
  values.delete('cast');
  if (cast) values.set('issued', cast);
  return { ...protocol, values };
}

async function released(definition: ElectionDefinition, list: readonly Protocol[]): Promise<Setting> {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition });
  await setting.accept('results/list/all.csv', { kind: 'results', protocols: list });
  await setting.release();
  return setting;
}

function rowsOf(setting: Setting): Record<string, string>[] {
  return records(setting.read('1.0.0/indicators.csv'));
}

function records(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function lithuania(): ElectionDefinition {
  const districts = Array.from({ length: 71 }, (_, index) => areaId(String(index + 1)));
  const options = Array.from({ length: 17 }, (_, index) => {
    const id = optionId(String(index + 1));
    return { id, kind: 'list', name: { en: id } } as const;
  });
  return anElection({
    areas: [
      { id: areaId('LT'), type: 'country', name: { en: 'Lithuania' } },
      ...districts.map((id) => ({ id, type: 'district', parent: areaId('LT'), name: { en: id } }) as const),
    ],
    contests: [listContest({ area: areaId('LT'), options })],
  });
}

function lithuanianProtocols(): Protocol[] {
  const votes = Map.groupBy(file('2020-votes.csv'), ({ minor_gid }) => minor_gid);
  return file('2020-minor.csv').map(({ minor_gid = '', major_id = '', registered_voters, votes: cast }) => {
    const own = (votes.get(minor_gid) ?? []).map((row) => [row.org_id, Number(row.votes)]);
    const numbers = { registered: Number(registered_voters), cast: Number(cast), ...Object.fromEntries(own) };
    return aProtocol(major_id, minor_gid, numbers);
  });
}

/** The textbook formula over the files themselves, the leader found in them. */
function plainPearson(): number {
  const votes = file('2020-votes.csv');
  const sum = (rows: readonly Record<string, string>[]) =>
    rows.reduce((total, row) => total + Number(row.votes), 0);
  const [leader] =
    [...Map.groupBy(votes, ({ org_id }) => org_id)].sort(([, a], [, b]) => sum(b) - sum(a))[0] ?? [];
  const byStation = Map.groupBy(votes, ({ minor_gid }) => minor_gid);
  const points = file('2020-minor.csv').map(({ minor_gid, registered_voters, votes: cast }) => {
    const own = byStation.get(minor_gid) ?? [];
    const share = sum(own.filter(({ org_id }) => org_id === leader)) / sum(own);
    return { x: Number(cast) / Number(registered_voters), y: share };
  });
  const total = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((all, point) => all + of(point), 0);
  const [n, x, y] = [points.length, total((one) => one.x), total((one) => one.y)];
  const [xy, xx, yy] = [
    total((one) => one.x * one.y),
    total((one) => one.x ** 2),
    total((one) => one.y ** 2),
  ];
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}

function file(name: string): Record<string, string>[] {
  return records(readFileSync(`${folder}/${name}`, 'utf8'));
}
