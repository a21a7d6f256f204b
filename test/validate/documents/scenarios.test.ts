import { describe, expect, test } from 'vitest';
import type {
  Comparison,
  ElectionDefinition,
  Scenario,
} from '../../../functions/model/generated/election.ts';
import { anElection, contestId, councilContest, listContest, optionId } from '../../support/builders.ts';
import { factsOf, verdictOn } from '../checking.ts';

const seven: Scenario = {
  id: 'seven',
  name: { en: 'A threshold of seven' },
  systems: { list: { threshold: { percent: '7' } } },
};

async function problems(changes: Partial<ElectionDefinition>) {
  const { findings } = await verdictOn({ 'election.json': JSON.stringify(anElection(changes)) });
  return findings.kept.map((found) => {
    const { pointer, reason, kind, id } = factsOf(found);
    return [found.code, pointer, reason ?? `${kind} ${id}`];
  });
}

describe('scenarios', () => {
  test('three lines change a threshold', async () => {
    expect(await problems({ scenarios: [seven] })).toEqual([]);
  });

  test.each<[string, string, string, Partial<Scenario>]>([
    [
      'definition-reference',
      '/scenarios/0/systems/lists',
      'system lists',
      { systems: { lists: { seats: 3 } } },
    ],
    ['definition-reference', '/scenarios/0/contests/0', 'contest mayor', { contests: [contestId('mayor')] }],
    [
      'definition-invalid',
      '/scenarios/0/contests/0',
      'contest "council" uses the system "plurality", which the scenario does not change: name that system under `systems`, or leave the contest out',
      { contests: [contestId('council'), contestId('list')] },
    ],
    ['definition-reference', '/scenarios/0/law', 'law old', { law: 'old' }],
    [
      'definition-reference',
      '/scenarios/0/systems/list/threshold/law',
      'law old',
      { systems: { list: { threshold: { law: 'old' } } } },
    ],
    [
      'definition-invalid',
      '/scenarios/0/systems/list/threshold/percent',
      'with the changes of the scenario "seven", the value does not have the form ^[0-9]{1,3}(\\.[0-9]{1,12})?$',
      { systems: { list: { threshold: { percent: 'seven' } } } },
    ],
    [
      'definition-invalid',
      '/scenarios/0/systems/list',
      'with the changes of the scenario "seven", the member "seats" is missing',
      { systems: { list: { seats: null } } },
    ],
    [
      'definition-invalid',
      '/scenarios/0/systems/list',
      'with the changes of the scenario "seven", the member "treshold" is not known here',
      { systems: { list: { treshold: { percent: '7' } } } },
    ],
    [
      'definition-invalid',
      '/scenarios/0/id',
      'the value does not have the form ^[a-z0-9][a-z0-9-]{0,63}$',
      { id: 'a.b' },
    ],
    [
      'definition-invalid',
      '/scenarios/0/systems',
      'the value must NOT have fewer than 1 properties',
      { systems: {} },
    ],
  ])('%s at %s: %s', async (code, pointer, reason, changes) => {
    expect(await problems({ scenarios: [{ ...seven, ...changes }] })).toContainEqual([code, pointer, reason]);
  });

  test('one that no contest would show says so', async () => {
    expect(await problems({ scenarios: [seven], contests: [councilContest()] })).toEqual([
      [
        'definition-invalid',
        '/scenarios/0/systems',
        'no contest uses a system that the scenario changes: it would show nothing',
      ],
    ]);
  });

  test('two of one id', async () => {
    expect(await problems({ scenarios: [seven, seven] })).toEqual([
      ['definition-duplicate', '/scenarios/1/id', 'scenario seven'],
    ]);
  });

  test('a system may be replaced by one of another kind', async () => {
    const { seats, formula, ties } = { seats: null, formula: null, ties: null };
    const removed = { seats, formula, ties, threshold: null, groupQuota: null };
    const systems = { list: { ...removed, type: 'plurality', tie: 'lots' } };

    expect(await problems({ scenarios: [{ ...seven, systems }] })).toEqual([]);
  });

  test('names of the language and endless depth do no harm', async () => {
    const proto = JSON.parse('{"list": {"__proto__": {"type": "plurality"}}}');
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;

    expect(await problems({ scenarios: [{ ...seven, systems: proto }] })).toEqual([
      [
        'definition-invalid',
        '/scenarios/0/systems/list',
        'with the changes of the scenario "seven", the member "__proto__" is not known here',
      ],
    ]);
    const text = JSON.stringify(anElection({ scenarios: [{ ...seven, systems: { list: {} } }] }));
    const nested = text.replace('"systems":{"list":{}}', `"systems":{"list":${deep}}`);
    const { findings } = await verdictOn({ 'election.json': nested });
    expect(findings.kept.map((found) => factsOf(found).pointer)).toEqual(['/scenarios/0/systems']);
  });
});

describe('the election that this one is compared with', () => {
  const party = (changes: Partial<Comparison['contests'][number]['parties'][number]> = {}) => ({
    name: { en: 'Old A' },
    votes: 600,
    continuedBy: optionId('A'),
    ...changes,
  });
  const compared = (parties: Comparison['contests'][number]['parties'], contest = 'list'): Comparison => ({
    name: { en: 'Election of 2020' },
    source: 'S1;S2',
    contests: [{ contest: contestId(contest), parties }],
  });

  test('is in order with votes, or with shares, of all parties', async () => {
    const { votes: _votes, ...shared } = party({ percent: '99.5' });

    expect(await problems({ comparedWith: compared([party(), party()]) })).toEqual([]);
    expect(await problems({ comparedWith: compared([shared]) })).toEqual([]);
  });

  test.each<[string, string, Comparison]>([
    ['/comparedWith/contests/0/contest', 'contest mayor', compared([party()], 'mayor')],
    [
      '/comparedWith/contests/0/parties/0/continuedBy',
      'option Z',
      compared([party({ continuedBy: optionId('Z') })]),
    ],
    ['/comparedWith/source', 'source S9', { ...compared([party()]), source: 'S1; S9' }],
    [
      '/comparedWith/contests/0/parties',
      'some parties have votes and others a percent, or one has both or neither: give every party its `votes`, or every party its `percent`',
      compared([party({ percent: '1' })]),
    ],
    [
      '/comparedWith/contests/0/parties',
      'no party has a vote: there is nothing to compare with',
      compared([party({ votes: 0 })]),
    ],
  ])('%s: %s', async (pointer, reason, comparedWith) => {
    const contests = [listContest(), councilContest()];

    expect(await problems({ contests, comparedWith })).toEqual([[expect.any(String), pointer, reason]]);
  });

  test('shares of more than a hundred per cent', async () => {
    const { votes: _votes, ...half } = party({ percent: '50.1' });

    expect(await problems({ comparedWith: compared([half, half]) })).toEqual([
      [
        'definition-invalid',
        '/comparedWith/contests/0/parties',
        'the shares of the parties sum to more than 100 per cent',
      ],
    ]);
  });
});
