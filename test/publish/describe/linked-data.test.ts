import { readFileSync } from 'node:fs';
import { Store } from 'n3';
import { expect, test } from 'vitest';
import { anElection } from '../../support/builders.ts';
import { election } from '../setting.ts';
import { violations } from './shacl.ts';
import { aDescribedElection, site, standard, triplesOf, version } from './support.ts';

const setting = await aDescribedElection();
const base = `${site}elections/${election}/${version}/`;
const json = (path: string) => JSON.parse(setting.read(`${version}/${path}`));
const shapes = standard('dcat-ap-3.0.1/shapes.ttl');

test.skipIf(shapes.absent)('dcat.jsonld conforms to the shapes of DCAT-AP 3.0.1', async () => {
  const data = new Store(await triplesOf(json('dcat.jsonld'), `${base}dcat.jsonld`));

  expect(await violations(readFileSync(shapes.path, 'utf8'), data)).toEqual([]);
  expect(subjects(data, 'http://www.w3.org/ns/dcat#Dataset')).toEqual([base]);
  expect(subjects(data, 'http://www.w3.org/ns/dcat#Distribution').length).toBeGreaterThan(20);
});

test.skipIf(shapes.absent)(
  'the shapes find a distribution without an address and a checksum that is none',
  async () => {
    const broken = json('dcat.jsonld');
    broken.distribution[0].accessURL = undefined;
    broken.distribution[1].checksum.algorithm = undefined;

    const data = new Store(await triplesOf(broken, `${base}dcat.jsonld`));

    expect(await violations(readFileSync(shapes.path, 'utf8'), data)).toEqual([
      expect.stringMatching(/#algorithm Less than 1/),
      expect.stringMatching(/#accessURL Less than 1/),
    ]);
  },
);

test('croissant.jsonld is a Dataset of schema.org whose files lie beside it and whose fields come from them', async () => {
  const data = new Store(await triplesOf(json('croissant.jsonld'), `${base}croissant.jsonld`));

  expect(subjects(data, 'https://schema.org/Dataset')).toEqual([base]);
  const files = subjects(data, 'http://mlcommons.org/croissant/FileObject');
  const fields = subjects(data, 'http://mlcommons.org/croissant/Field');
  const sources = data.getObjects(null, 'http://mlcommons.org/croissant/fileObject', null);
  const references = data.getQuads(null, 'http://mlcommons.org/croissant/references', null, null);
  const referred = references.flatMap(({ object }) =>
    data.getObjects(object, 'http://mlcommons.org/croissant/field', null).map(({ value }) => value),
  );
  expect(files).toContain(`${base}results.csv`);
  expect(fields).toContain(`${base}croissant.jsonld#results/count`);
  expect(sources.map(({ value }) => value).filter((file) => !files.includes(file))).toEqual([]);
  expect(referred.length).toBeGreaterThan(5);
  expect(referred.filter((field) => !fields.includes(field))).toEqual([]);
});

test('names and descriptions stand in every language of the election', async () => {
  for (const [path, term] of [
    ['dcat.jsonld', 'http://purl.org/dc/terms/title'],
    ['croissant.jsonld', 'https://schema.org/alternateName'],
  ] as const) {
    const data = new Store(await triplesOf(json(path), `${base}${path}`));

    const titles = data.getObjects(base, term, null);

    expect(titles.map(({ value }) => value).sort(), path).toEqual(Object.values(anElection().name).sort());
  }
});

function subjects(data: Store, type: string): string[] {
  return data
    .getSubjects('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', type, null)
    .map(({ value }) => value);
}
