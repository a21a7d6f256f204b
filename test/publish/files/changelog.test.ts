import { expect, test } from 'vitest';
import { aFullElection, aProtocol, turnout } from '../setting.ts';

const numbers = { registered: 500, cast: 250, invalid: 5, A: 150, C: 25, 'against-all': 10 };
const corrected = { kind: 'results', protocols: [aProtocol('S', 'st4', { ...numbers, B: 61 })] } as const;

test('the reason of an upload stands beside the value that it changed', async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.accept('results/list/south.csv', corrected, 'counted again, =1+1');

  await setting.release();

  expect(setting.read('1.0.1/changes.csv').split('\r\n')[1]).toBe(
    'list,S,st4,votes:B,60,61,results/list/south.csv,"counted again, =1+1"',
  );
});

test('the changelog tells of every release, the newest first: what came, why, and how much changed', async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.accept('results/list/south.csv', corrected, 'a [misprint](http://evil.example)');
  await setting.release();
  await setting.accept('turnout/night.csv', { kind: 'turnout', turnout: turnout.slice(0, 1) });
  await setting.setStatus({ status: 'certified', by: 'Commission', at: '2024-03-20', reason: 'Decision 12' });
  await setting.release();

  const text = setting.read('1.1.0/CHANGELOG.md');

  expect(text.match(/^## \S+/gm)).toEqual(['## 1.1.0', '## 1.0.1', '## 1.0.0']);
  expect(text).toContain(
    'More data than 1.0.1. Status: certified, says Commission (2024-03-20), for this reason: Decision 12. Rows of `changes.csv`: 5 added, 0 corrected, 0 removed.',
  );
  expect(text).toContain(
    'Corrects 1.0.0. Status: partial. Rows of `changes.csv`: 0 added, 1 corrected, 0 removed.',
  );
  expect(text).toContain('- results/list/south.csv: a \\[misprint\\](http&#58;//evil.example)');
  expect(text).toContain('- turnout/night.csv\n- status.json: Decision 12');
  expect(text).toContain('The first release. Status: partial. Rows of `changes.csv`: 6 added');
  expect(setting.read('1.0.1/CHANGELOG.md')).not.toContain('1.1.0');
});
