import { describe, expect, test } from 'vitest';
import type { System } from '../../../functions/model/generated/election.ts';
import type { Candidate } from '../../../functions/model/records/roll.ts';
import { listQuotaFindings } from '../../../functions/model/rules/lists.ts';
import { contestId, listContest, optionId } from '../../support/builders.ts';

const contest = listContest();
const system: System = {
  type: 'party-list',
  seats: 10,
  formula: { type: 'largest-remainder', quota: 'hare' },
  ties: ['lots'],
  groupQuota: { percent: '30', groups: ['woman', 'youth'] },
};

function candidates(...flags: Partial<Candidate>[]): Candidate[] {
  const none = { woman: false, youth: false, disability: false, independent: null, name: {}, source: '' };
  return flags.map((given, index) => ({
    contest: contest.id,
    option: optionId('A'),
    order: index + 1,
    ...none,
    ...given,
  }));
}

const others = (count: number) => Array.from({ length: count }, () => ({}));

describe('the group quota of a list', () => {
  test('is met at exactly its share', () => {
    const list = candidates({ woman: true }, { youth: true }, { woman: true, youth: true }, ...others(7));

    expect(listQuotaFindings(list, contest, system)).toEqual([]);
  });

  test('is reported below it; other groups do not count', () => {
    const list = candidates({ woman: true }, { youth: true }, { disability: true }, ...others(7));

    const [found] = listQuotaFindings(list, contest, system);

    expect(found?.where).toEqual({ contest: 'list', option: 'A' });
    expect(found?.data).toEqual({ count: 2, total: 10, groups: 'woman, youth', percent: '30' });
  });

  test('is not reported while flags that are not stated could meet it', () => {
    const list = candidates({ woman: true }, { youth: true }, { woman: null }, ...others(7));

    expect(listQuotaFindings(list, contest, system)).toEqual([]);
  });

  test('is not asked of a list where the law asks it of mandates alone', () => {
    const mandates: System = {
      ...system,
      groupQuota: { percent: '30', groups: ['woman'], of: ['mandates'] },
    };

    expect(listQuotaFindings(candidates(...others(10)), contest, mandates)).toEqual([]);
  });

  test('concerns neither candidates of other contests nor systems without one', () => {
    const list = candidates(...others(3)).map((person) => ({ ...person, contest: contestId('other') }));

    expect(listQuotaFindings(list, contest, system)).toEqual([]);
    expect(listQuotaFindings(candidates({}), contest, { type: 'plurality', tie: 'lots' })).toEqual([]);
  });
});
