import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import { anElection, councilContest } from '../../support/builders.ts';
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
    for (const { indicator, rows: count, flagged, caveat } of indicators) {
      expect(Object.values(caveat).map((text) => text !== '')).toEqual([true, true, true]);
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

  test('looks at the last digits of stations that state no registered voters, which have no turnout', async () => {
    const list = protocols().map((protocol, index) => (index < 50 ? withoutRegistered(protocol) : protocol));

    const rows = rowsOf(await released(anElection(), list));

    const stations = (code: string) => rows.find(({ indicator }) => indicator === code)?.stations;
    expect(stations('turnout-last-digit')).toBe('200');
    expect(stations('turnout-leader-pearson')).toBe('150');
    expect(stations('turnout-outliers')).toBe('150');
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

function withoutRegistered(protocol: Protocol): Protocol {
  return { ...protocol, values: new Map([...protocol.values].filter(([field]) => field !== 'registered')) };
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
