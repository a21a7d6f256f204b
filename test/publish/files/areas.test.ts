import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { anElection, areaId, contestId, optionId } from '../../support/builders.ts';
import { aFullElection, aSetting, type Setting } from '../setting.ts';

const setting = await aFullElection();
await setting.accept('results/council/all.csv', {
  kind: 'results',
  protocols: [council('N', 30, 20), council('S', 10, 40)],
});
await setting.release();

test('the files of the areas together hold the protocols of results.json, each once', () => {
  const all = json('results.json').protocols;

  const found = json('areas.json').areas.flatMap(({ path }: { path: string }) => json(path).protocols);

  expect(found).toHaveLength(all.length);
  expect(found).toEqual(expect.arrayContaining(all));
  expect(found.length).toBe(6);
});

test('an area has its own protocols, by contest, then station, and the sums of all that lies in it', () => {
  const [north, one] = [json('areas/N.json'), json('areas/N1.json')];

  expect(one.protocols.map(({ station }: { station: string }) => station)).toEqual(['st1', 'st2']);
  expect(one.path).toEqual(['XX', 'N', 'N1']);
  expect(north.protocols.map(({ contest }: { contest: string }) => contest)).toEqual(['council']);
  expect(north.totals).toEqual([
    {
      contest: 'list',
      reported: 3,
      counts: { registered: 2400, cast: 1500, invalid: 30 },
      votes: { A: 700, B: 550, C: 150, 'against-all': 80 },
    },
    { contest: 'council', reported: 1, counts: {}, votes: { X: 30, Y: 20 } },
  ]);
});

test('an area shows the areas directly in it with the sums that their own files state', () => {
  const root = json('areas/XX.json');

  expect(root.area).toMatchObject({ id: 'XX', type: 'country', parent: null });
  expect(root.children.map(({ area }: { area: string }) => area)).toEqual(['N', 'S']);
  for (const { area, totals } of root.children) expect(totals).toEqual(json(`areas/${area}.json`).totals);
});

test('the index names every area, a parent before its children, with size and hash of its file', () => {
  const { areas } = json('areas.json');

  expect(areas.map(({ area, parent }: { area: string; parent: string | null }) => [area, parent])).toEqual([
    ['XX', null],
    ['N', 'XX'],
    ['N1', 'N'],
    ['N2', 'N'],
    ['S', 'XX'],
  ]);
  for (const { path, bytes, sha256 } of areas) {
    const text = setting.read(`1.0.0/${path}`);
    expect(bytes).toBe(Buffer.byteLength(text));
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('descriptions name the index, checksums and manifest every file', () => {
  const described = json('datapackage.json').resources.map(({ path }: { path: string }) => path);

  expect(described).toContain('areas.json');
  expect(described).not.toContain('areas/N1.json');
  expect(setting.read('1.0.0/README.md')).not.toContain('areas/N1.json');
  for (const file of ['SHA256SUMS', 'manifest.json'])
    expect(setting.read(`1.0.0/${file}`)).toContain('areas/N1.json');
});

test('a contest that takes place in one area alone is shown there and not above', async () => {
  const definition = anElection();
  const contests = definition.contests.map((contest) =>
    contest.id === 'council' ? { ...contest, area: areaId('S'), reportingAreas: [areaId('S')] } : contest,
  );
  const local = await aFullElection(anElection({ contests }), aSetting());

  await local.release();

  expect(contestsIn(json('areas/S.json', local))).toEqual(['list', 'council']);
  expect(contestsIn(json('areas/XX.json', local))).toEqual(['list']);
});

function council(area: string, x: number, y: number): Protocol {
  const value = (count: number) => ({ count, source: 'S1' });
  return {
    contest: contestId('council'),
    area: areaId(area),
    station: null,
    values: new Map([
      [votesField(optionId('X')), value(x)],
      [votesField(optionId('Y')), value(y)],
    ]),
  };
}

function contestsIn({ totals }: { totals: { contest: string }[] }): string[] {
  return totals.map(({ contest }) => contest);
}

function json(path: string, from: Setting = setting) {
  return JSON.parse(from.read(`1.0.0/${path}`));
}

test('an area that the definition places on a map of tiles is shown with its place, any other without', async () => {
  const definition = anElection();
  const areas = definition.areas.map((area) =>
    area.id === 'N' ? { ...area, tile: { column: 2, row: 1 } } : area,
  );
  const placed = await aFullElection({ ...definition, areas });
  await placed.release();

  const { children } = JSON.parse(placed.read('1.0.0/areas/XX.json'));

  expect(children.map(({ tile }: { tile?: object }) => tile)).toEqual([{ column: 2, row: 1 }, undefined]);
});
