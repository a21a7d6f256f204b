import { expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import { certificateOf } from '../../functions/allocate/certificate.ts';
import { scenarioInputs } from '../../functions/allocate/scenarios.ts';
import type { ElectionDefinition, Scenario } from '../../functions/model/generated/election.ts';
import { readJson, totalsOf } from '../examples/reading.ts';
import { anElection, contestId, listContest } from '../support/builders.ts';
import { seatsOf, totals } from './support.ts';

const mazhilis: ElectionDefinition = readJson('examples/kz-mazhilis-2023/election.json');
const { votes } = totalsOf('kz-mazhilis-2023', 'list', ['results/list/votes.csv']);
const counted = { ...totals(Object.fromEntries(votes)), contest: contestId('list') };

function certificates(definition: ElectionDefinition, ofList = counted) {
  return scenarioInputs(definition, [ofList], new Map()).map((input) =>
    certificateOf(definition.id, 1, input, allocate(input)),
  );
}

test('the Mazhilis of 2023 under the law of 2021, and with its threshold alone', () => {
  const [law, threshold] = certificates(mazhilis);

  // 7 % of 6 366 441 is 445 650.87: 432 920 votes (PPK) and 331 058 (OSDP) are fewer. 5 207 741 votes share 98 seats: 64.575,
  // 13.059, 10.297, 10.070; with 69 seats 45.466, 9.194, 7.250, 7.090.
  const none = { ppk: 0, osdp: 0, baytaq: 0 };
  expect(law && seatsOf(law.outcome)).toEqual({ amanat: 65, auyl: 13, respublica: 10, aqjol: 10, ...none });
  expect(threshold && seatsOf(threshold.outcome)).toEqual({
    amanat: 46,
    auyl: 9,
    respublica: 7,
    aqjol: 7,
    ...none,
  });
});

test('a certificate under a scenario says so, cites its law, and has nothing declared', () => {
  const [law] = certificates(mazhilis);

  expect(law).toMatchObject({
    scenario: { id: 'law-2021', name: { en: 'The law of 2021' } },
    declared: null,
    differences: [],
    system: { seats: 98, threshold: { percent: '7', inclusive: true } },
  });
  expect(law?.laws.map(({ id }) => id)).toContain('elections-97-1-1-2021');
});

test('only contests whose system a scenario changes are allocated, and of them those that it names', () => {
  const scenario = (changes: Partial<Scenario> = {}): Scenario => ({
    id: 'seats-3',
    name: { en: 'Three seats' },
    systems: { list: { seats: 3 } },
    ...changes,
  });
  const contests = [
    listContest(),
    listContest({ id: contestId('city') }),
    listContest({ id: contestId('council'), system: 'plurality' }),
  ];
  const inputs = (one: Scenario) =>
    scenarioInputs(anElection({ contests, scenarios: [one] }), [], new Map()).map(
      ({ contest }) => contest.id,
    );

  expect(inputs(scenario())).toEqual(['list', 'city']);
  expect(inputs(scenario({ contests: [contestId('city')] }))).toEqual(['city']);
});

test('a scenario that the validator never saw is refused, not guessed', () => {
  const scenarios: Scenario[] = [{ id: 'x', name: { en: 'X' }, systems: { list: { type: null } } }];

  expect(() => scenarioInputs(anElection({ scenarios }), [], new Map())).toThrow(
    'scenario x leaves the system "list" without a type',
  );
});
