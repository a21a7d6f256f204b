import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { Store } from 'n3';
import { describe, expect, it, test } from 'vitest';
import { rootFiles, rootNames } from '../../../functions/publish/site/site.ts';
import { anElection } from '../../support/builders.ts';
import { violations } from '../describe/shacl.ts';
import { aDescribedElection, site, standard, triplesOf, version } from '../describe/support.ts';
import { election, type Setting } from '../setting.ts';

const setting = await aDescribedElection();

test('the root holds these files, each with its media type', () => {
  const types = rootNames.map((name) => [name, setting.store.mediaType(name)]);

  expect(types).toEqual([
    ['catalog.json', 'application/json'],
    ['catalog.jsonld', 'application/ld+json'],
    ['feed.json', 'application/feed+json'],
    ['feed.xml', 'application/atom+xml'],
    ['openapi.json', 'application/json'],
    ['index.html', 'text/html; charset=utf-8'],
    ['index.kk.html', 'text/html; charset=utf-8'],
    ['index.ru.html', 'text/html; charset=utf-8'],
  ]);
});

describe.each([
  ['feed.xml', atomItems],
  ['feed.json', jsonItems],
])('%s', (name, itemsOf) => {
  it('tells of every release, the newest first, and leads to its page', () => {
    const items = itemsOf(rootText(setting, name));

    expect(items.map(({ title }) => title)).toEqual([
      'Election of Xanadu 2024: 1.0.1, certified',
      'Election of Xanadu 2024: 1.0.0, partial',
    ]);
    for (const { id, url } of items) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect([...setting.store.files().keys()].map((key) => site + key)).toContain(url);
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
  });

  it('holds whatever the names are', async () => {
    const hostile = '</title><x y="1">&amp; ]]> "A"';
    const other = await aDescribedElection(anElection({ name: { en: hostile } }));

    const items = itemsOf(rootText(other, name));

    expect(items[0]?.title).toBe(`${hostile}: 1.0.1, certified`);
  });

  it('keeps the ids of the items when the next release comes', async () => {
    const later = await aDescribedElection();
    const before = itemsOf(rootText(later, name));
    await later.setStatus({ status: 'withdrawn', by: 'Commission', at: '2024-04-01', reason: 'Annulled' });
    await later.release();

    const after = itemsOf(rootText(later, name));

    expect(after[0]?.title).toContain('1.0.2, withdrawn');
    expect(after.slice(1)).toEqual(before);
  });
});

test('characters that XML cannot hold do not break the feed', async () => {
  const other = await aDescribedElection(anElection({ name: { en: 'A\u0000\u0008B\uD800' } }));

  expect(atomItems(rootText(other, 'feed.xml'))[0]?.title).toBe('A\uFFFD\uFFFDB\uFFFD: 1.0.1, certified');
});

const shapes = standard('dcat-ap-3.0.1/shapes.ttl');

test.skipIf(shapes.absent)('catalog.jsonld conforms to the shapes of DCAT-AP 3.0.1', async () => {
  const catalog = JSON.parse(rootText(setting, 'catalog.jsonld'));
  const data = new Store(await triplesOf(catalog, 'https://a.mirror.example/catalog.jsonld'));

  expect(await violations(readFileSync(shapes.path, 'utf8'), data)).toEqual([]);
  const datasets = data.getObjects(site, 'http://www.w3.org/ns/dcat#dataset', null);
  expect(datasets.map(({ value }) => value)).toEqual([`${site}elections/${election}/${version}/`]);
});

test('what catalog.jsonld names is there', async () => {
  const catalog = JSON.parse(rootText(setting, 'catalog.jsonld'));
  const data = new Store(await triplesOf(catalog, site));
  const named = data
    .getObjects(null, 'http://www.w3.org/ns/dcat#downloadURL', null)
    .map(({ value }) => value);

  const there = [...setting.store.files().keys()].map((key) => site + key);

  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((address) => !there.includes(address))).toEqual([]);
});

test('openapi.json is OpenAPI 3.1 and names the files at the root that programs read', async () => {
  const document = JSON.parse(rootText(setting, 'openapi.json'));

  expect(await new Validator().validate(document)).toMatchObject({ valid: true });
  const root = Object.keys(document.paths).filter((path) => !path.includes('{'));
  const data = rootNames.filter((name) => !name.endsWith('.html'));
  expect(root).toEqual(data.map((name) => `/${name}`));
});

test('without an address of the site, addresses are relative', () => {
  const files = rootFiles({ base: null, elections: [] });

  expect(files.get('feed.xml')?.text).toContain('href="feed.xml"');
  expect(files.get('catalog.jsonld')?.text).not.toContain('@base');
  expect([...files.keys()]).toEqual(rootNames);
});

test('tells of no release that the pointer has not come to', async () => {
  const other = await aDescribedElection();
  await other.setStatus({ status: 'withdrawn', by: 'Commission', at: '2024-04-01', reason: 'Annulled' });
  other.store.failNext('releases.moveLatest');
  await expect(other.release()).rejects.toThrow('the connection was lost');

  expect(rootText(other, 'feed.xml')).not.toContain('1.0.2');
  expect(JSON.parse(rootText(other, 'catalog.json')).elections[0].version).toBe('1.0.1');
});

interface Item {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
}

function atomItems(text: string): Item[] {
  return (parseAtomFeed(text).entries ?? []).map(({ id, title, links }) => ({
    id,
    title: titleOf(title),
    url: links?.[0]?.href,
  }));
}

function titleOf(title: unknown): string | undefined {
  if (typeof title === 'string') return title;
  return title !== null && typeof title === 'object' && 'value' in title ? String(title.value) : undefined;
}

function jsonItems(text: string): Item[] {
  return (parseJsonFeed(text).items ?? []).map(({ id, title, url }) => ({ id, title, url }));
}

function rootText({ store }: Setting, name: string): string {
  return new TextDecoder().decode(store.files().get(name));
}
