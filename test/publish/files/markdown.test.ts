import { expect, test } from 'vitest';
import { anElection, listContest } from '../../support/builders.ts';
import { aFullElection } from '../setting.ts';

test.each(['README.md', 'README.kk.md', 'README.ru.md'])('names cannot break %s', async (path) => {
  const evil = '</td>\n\n# Forged | `x`';
  const setting = await aFullElection(
    anElection({
      name: { en: evil },
      contests: [listContest({ name: { en: evil }, note: { en: evil } })],
      notes: [{ en: evil }],
    }),
  );

  await setting.release();

  const text = setting.read(`1.0.0/${path}`);
  expect(text).not.toContain('</td>');
  expect(text).not.toMatch(/^# Forged/m);
  expect(text.match(/^# /gm)).toHaveLength(1);
});

test('marks synthetic and withdrawn data at the top', async () => {
  const definition = anElection();
  const setting = await aFullElection({ ...definition, synthetic: { of: definition.id, seed: 7 } });
  await setting.setStatus({ status: 'withdrawn', by: 'Commission', at: '2024-04-01', reason: 'Recount.' });

  await setting.release();

  const [top] = setting.read('1.0.0/README.md').split('## Results');
  expect(top).toContain('**SYNTHETIC DATA.**');
  expect(top).toContain('**WITHDRAWN** by Commission: Recount.');
  expect(JSON.parse(setting.read('1.0.0/datapackage.json')).description).toMatch(/^SYNTHETIC/);
});
