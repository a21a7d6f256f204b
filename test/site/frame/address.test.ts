import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../site/frame/address.ts';

const root = new URL('https://data.example.org/results/');
const read = (path: string) => readAddress(new URL(path, root), root, 'en');

test('an address holds all that a page shows, and is read back', () => {
  const path =
    'elections/kz-president-2022/index.html?view=area&version=1.0.0&contest=president&area=KZ-71&station=7%2F1&show=leader&lang=kk';

  const address = read(path);

  expect(address).toEqual({
    view: 'area',
    election: 'kz-president-2022',
    language: 'kk',
    version: '1.0.0',
    contest: 'president',
    area: 'KZ-71',
    station: '7/1',
    settings: { show: 'leader' },
  });
  expect(writeAddress(address, root)).toBe(new URL(path, root).href);
});

test('what cannot be is left out', () => {
  expect(
    read('elections/xx/index.html?view=nothing&area=..%2F..&contest=%3Cb%3E&version=1&lang=de'),
  ).toMatchObject({
    view: 'results',
    area: null,
    contest: null,
    version: null,
    language: 'en',
  });
  expect(read('elections/..%2f/index.html').election).toBeNull();
  expect(read('elections/__proto__/index.html').election).toBeNull();
  expect(read('index.html?view=files')).toMatchObject({ view: 'home', election: null });
});
