import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import { mergeProtocols } from '../../../functions/model/records/protocol.ts';
import { protocolEntries, versionOf } from '../../../functions/publish/log/entries.ts';
import { listContest, optionId } from '../../support/builders.ts';
import { aProtocol } from '../setting.ts';

test('a protocol with more options than an entry can hold stands for itself by its hash', () => {
  const ids = Array.from({ length: 1500 }, (_, index) => `option-${index}-${'x'.repeat(40)}`);
  const contest = listContest({
    options: ids.map((id) => ({ id: optionId(id), kind: 'list', name: { en: id } })),
  });
  const protocol = aProtocol('N1', 'st1', Object.fromEntries(ids.map((id) => [id, 7])));
  const merged = mergeProtocols([{ upload: 'results/list/a.csv', protocol }]);

  const entry = JSON.parse(new TextDecoder().decode(protocolEntries(contest)(merged)));

  const whole = canonicalJson({
    type: 'protocol',
    contest: 'list',
    area: 'N1',
    station: 'st1',
    counts: {},
    votes: Object.fromEntries(ids.map((id) => [id, 7])),
    sources: ['S1'],
    uploads: ['results/list/a.csv'],
  });
  expect(entry).toEqual({
    type: 'protocol',
    contest: 'list',
    area: 'N1',
    station: 'st1',
    sha256: createHash('sha256').update(whole).digest('hex'),
  });
});

test.each(['', '{', 'null', '[]', '{"type":"protocol","version":"1.0.0"}', '{"type":"release","version":1}'])(
  '%j is the entry of no release',
  (text) => {
    expect(versionOf(new TextEncoder().encode(text))).toBeNull();
  },
);
