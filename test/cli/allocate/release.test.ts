import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allocateRelease } from '../../../cli/allocate/release.ts';
import { anElection, csv, listContest } from '../../support/builders.ts';
import { running } from '../running.ts';
import { aRelease, exampleRelease, type Release } from '../verify/support.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const mazhilis = 'examples/kz-mazhilis-2023';
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sailau-what-if-'));
  await write('kz', await exampleRelease('kz-mazhilis-2023'));
  await write('xx', await aRelease());
});

afterAll(() => rm(root, { recursive: true }));

describe('the same votes under another threshold', () => {
  test('in an election folder: both rules, seats by option, the difference', async () => {
    const { code, stdout } = await whatIf(mazhilis, { threshold: '7' });

    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      'list | Mazhilis, party lists',
      ' | in force: | 69 seats, largest-remainder (hare), threshold 5 % of valid-votes',
      ' | changed: | 69 seats, largest-remainder (hare), threshold 7 % of valid-votes',
      ' | votes | in force | changed | difference',
      ' | Amanat | 3431510 | 40 | 46 | +6',
      ' | Auyl People’s Democratic Patriotic Party | 693938 | 8 | 9 | +1',
      ' | Respublica | 547154 | 6 | 7 | +1',
      ' | Aq Jol Democratic Party of Kazakhstan | 535139 | 6 | 7 | +1',
      ' | People’s Party of Kazakhstan | 432920 | 5 | 0 | -5',
      ' | National Social Democratic Party | 331058 | 4 | 0 | -4',
      ' | Baytaq Green Party of Kazakhstan | 146431 | 0 | 0 | 0',
      '',
    ]);
  });

  test('is the same in the release of that election, and in its folder of releases', async () => {
    const folder = await whatIf(mazhilis, { threshold: '7' });

    expect(await whatIf(join(root, 'kz/1.0.0'), { threshold: '7' })).toEqual(folder);
    expect(await whatIf(join(root, 'kz'), { threshold: '7' })).toEqual(folder);
  });
});

test.each([
  [{ seats: '98' }, [56, 11, 9, 9, 7, 6, 0]],
  [{ seats: '98', threshold: '7' }, [65, 13, 10, 10, 0, 0, 0]],
  [{ scenario: 'law-2021' }, [65, 13, 10, 10, 0, 0, 0]],
  [{ scenario: 'threshold-7', seats: '98' }, [65, 13, 10, 10, 0, 0, 0]],
  [{ formula: 'Hare', contest: 'list' }, [40, 8, 6, 6, 5, 4, 0]],
])('%j gives %j', async (values, seats) => {
  const { stdout } = await whatIf(mazhilis, values, true);

  expect(JSON.parse(stdout)).toMatchObject([
    {
      contest: 'list',
      options: [40, 8, 6, 6, 5, 4, 0].map((inForce, place) => ({
        inForce,
        changed: seats[place],
        difference: (seats[place] ?? 0) - inForce,
      })),
    },
  ]);
});

test('without a change, every contest under the law in force alone', async () => {
  const { stdout } = await whatIf(join(root, 'xx'), {});

  expect(stdout).toContain('council  Council seat (provisional: votes are missing');
  expect(stdout).toContain('no-results');
  expect(stdout).not.toContain('difference');
});

test('names the tie that a change leads to, and gives no seats to those in it', async () => {
  const folder = join(root, 'tie');
  await mkdir(join(folder, 'results/list'), { recursive: true });
  await writeFile(join(folder, 'election.json'), JSON.stringify(tiedElection()));
  await writeFile(
    join(folder, 'results/list/votes.csv'),
    csv('area,option,votes', 'XX,A,100', 'XX,B,100', 'XX,C,100', 'XX,against-all,0'),
  );

  const { code, stdout } = await whatIf(folder, { seats: '4' });

  expect(code).toBe(0);
  expect(stdout).toContain('lots are required: A, B, C for 1 seat');
  expect(stdout).toMatch(/List A {2} +100 +1 +— +—/);
});

/** Three lists and three seats, where equal remainders are left to the lot. */
function tiedElection() {
  const { list } = anElection().systems;
  if (list?.type !== 'party-list') throw new TypeError('no party list');
  return anElection({
    systems: { list: { ...list, seats: 3, ties: ['lots'] } },
    contests: [listContest({ reportedBy: 'area' })],
  });
}

describe('says what is wrong:', () => {
  test.each([
    [
      'a contest that is not there',
      mazhilis,
      { contest: 'lists' },
      'kz-mazhilis-2023 has no contest "lists". It has list, smd-01',
    ],
    [
      'a contest without lists',
      mazhilis,
      { contest: 'smd-01', threshold: '7' },
      'Contest smd-01 is changed by that: it has no lists',
    ],
    [
      'an election without lists',
      'examples/kz-president-2022',
      { seats: '4' },
      'No contest of kz-president-2022 is changed by that',
    ],
    [
      'a threshold that is no percentage',
      mazhilis,
      { threshold: '7/100' },
      '--threshold takes a percentage, as 7 or 2.5, not "7/100"',
    ],
    ['a threshold over 100', mazhilis, { threshold: '101' }, '--threshold takes a percentage'],
    ['no seats', mazhilis, { seats: '0' }, '--seats takes a whole number from 1 to 1000000, not "0"'],
    ['a formula that nobody knows', mazhilis, { formula: 'constructor' }, '--formula takes one of hare'],
    [
      'a scenario that is not there',
      mazhilis,
      { scenario: 'x' },
      'kz-mazhilis-2023 has no scenario "x". It has law-2021, threshold-7.',
    ],
    ['an election without scenarios', 'examples/kz-mazhilis-2021', { scenario: 'x' }, 'It has none.'],
    [
      'a contest that a scenario leaves alone',
      mazhilis,
      { scenario: 'law-2021', contest: 'smd-01' },
      'the scenario law-2021 leaves it as it is',
    ],
    ['no folder', 'nowhere', {}, 'There is no folder nowhere.'],
    ['a folder without an election', 'test', {}, 'There is no test/election.json.'],
  ])('%s', async (_what, target, values, message) => {
    await expect(whatIf(target, values)).rejects.toThrow(message);
  });

  test('a release that is not whole', async () => {
    const { files, ...around } = await aRelease();
    await write('broken', {
      files: new Map([...files].filter(([path]) => path !== 'results.csv')),
      ...around,
    });

    await expect(whatIf(join(root, 'broken'), {})).rejects.toThrow(
      /is not a whole release: results\.csv: expected a file of the release, found no such file\. See `sailau verify/,
    );
  });

  test('an election folder with a file that would be rejected', async () => {
    const folder = join(root, 'rejected');
    await cp(mazhilis, folder, { recursive: true });
    await writeFile(join(folder, 'results/list/votes.csv'), 'area,option,votes\nKZ,amanat,34315l0\n');

    await expect(whatIf(folder, {})).rejects.toThrow(
      'results/list/votes.csv would be rejected. `sailau check',
    );
  });
});

function whatIf(target: string, values: Readonly<Record<string, string>>, json = false) {
  return running(allocateRelease, [target], { values, json });
}

/** Writes a release as it lies in the bucket, under a folder for its election. */
async function write(name: string, { files, pointer }: Release): Promise<void> {
  for (const [path, text] of files) {
    const target = join(root, name, '1.0.0', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await writeFile(join(root, name, 'latest.json'), pointer);
}
