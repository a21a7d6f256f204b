import { expect, test } from 'vitest';
import { anElection, electionId } from '../../../support/builders.ts';
import { aFullElection, aSetting, type Setting } from '../../setting.ts';

test('an election has a page in each language, whole without a script', async () => {
  const setting = await aFullElection();

  await setting.release();

  for (const [name, language, seats] of [
    ['index.html', 'en', 'Seats, computed'],
    ['index.kk.html', 'kk', 'Есептелген мандаттар'],
    ['index.ru.html', 'ru', 'Мандаты, вычислено'],
  ] as const) {
    const text = setting.read(name);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(seats);
    expect(text).toContain('href="1.0.0/results.csv"');
    expect(text).not.toMatch(/<script|<style|style=|javascript:/);
  }
});

test('the page of all elections leads to each', async () => {
  const setting = await aFullElection();

  await setting.release();

  expect(rootText(setting, 'index.ru.html')).toContain('href="elections/xx-2024/index.ru.html"');
});

test('an election that is made up says after which, in the catalogue as on the pages', async () => {
  const setting = await aFullElection(anElection({ synthetic: { of: electionId('yy-2020'), seed: 7 } }));

  await setting.release();

  const [listed] = JSON.parse(rootText(setting, 'catalog.json')).elections;
  expect(listed.synthetic).toEqual({ of: 'yy-2020', seed: 7 });
  for (const text of [rootText(setting, 'index.html'), setting.read('index.html')])
    expect(text).toMatch(/Made-up data[^<]*yy-2020/);
});

test('names and addresses of strangers stay texts', async () => {
  const setting = aSetting();
  const definition = anElection({
    name: { en: '<script>alert(1)</script>', kk: 'K', ru: 'R' },
    sources: [{ id: 's1', title: '"><img src=x>', url: 'javascript:alert(1)' }],
  });
  await setting.accept('election.json', { kind: 'definition', definition });
  await setting.accept('turnout/day.csv', { kind: 'turnout', turnout: [] });

  await setting.release();

  const pages = [setting.read('index.html'), rootText(setting, 'index.html')].join('\n');
  expect(pages).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(pages).not.toMatch(/<script>|<img|href="javascript/);
});

test('a withdrawn release says so on its page', async () => {
  const setting = await aFullElection();
  const certified = {
    status: 'certified',
    by: 'Commission',
    at: '2024-03-20',
    reason: 'Decision 12',
  } as const;
  await setting.setStatus(certified);
  await setting.release();
  const withdrawn = [{ version: '1.0.0', by: 'Commission', at: '2024-03-21', reason: 'Annulled' }];
  await setting.setStatus({ ...certified, withdrawn });

  await setting.release();

  expect(setting.read('index.html')).toContain('Withdrawn. Do not use these data any more: Annulled');
});

function rootText(setting: Setting, name: string): string {
  return new TextDecoder().decode(setting.store.files().get(name));
}
