import { existsSync } from 'node:fs';
import jsonld, { type JsonLdDocument, type Options } from 'jsonld';
import { Parser, type Quad } from 'n3';
import { anElection } from '../../support/builders.ts';
import { aFullElection, election, type Setting } from '../setting.ts';

/** Two releases of the full election: 1.0.0, and 1.0.1 after it was certified. */
export async function aDescribedElection(definition = anElection()): Promise<Setting> {
  const setting = await aFullElection(definition);
  await setting.release();
  await setting.setStatus({ status: 'certified', by: 'Commission', at: '2024-03-15', reason: 'Protocol 7' });
  await setting.release();
  return setting;
}

/** The last release of `aDescribedElection`. */
export const version = '1.0.1';

/** Where the tests take the root of the site to be. */
export const site = 'https://data.example.org/';

/** Paths of all files of the last release, from its folder. */
export function releasePaths({ store }: Setting): string[] {
  const folder = `elections/${election}/${version}/`;
  return [...store.files().keys()]
    .filter((key) => key.startsWith(folder))
    .map((key) => key.slice(folder.length))
    .sort();
}

/** A document of JSON-LD as triples, its relative addresses resolved against where it lies. Loads nothing from the network. */
export async function triplesOf(document: object, base: string): Promise<Quad[]> {
  // Safe: a member that no term stands for is an error, where it would otherwise be lost without a word.
  const options: Options.ToRdf & { safe: boolean } = {
    base,
    format: 'application/n-quads',
    safe: true,
    documentLoader: (url) => Promise.reject(new Error(`the context ${url} is not in the document`)),
  };
  const quads = await jsonld.toRDF(parsed(document), options);
  return new Parser({ format: 'application/n-quads' }).parse(String(quads));
}

/** The path of a standard's file beside the repository; says loudly when it is not here, so that nobody takes the check for done. */
export function standard(path: string): { readonly path: string; readonly absent: boolean } {
  const whole = `../shared/data/standards/${path}`;
  const absent = !existsSync(whole);
  if (absent) console.warn(`NOT CHECKED against ${path}: ${whole} is not here`);
  return { path: whole, absent };
}

function parsed(document: object): JsonLdDocument {
  return JSON.parse(JSON.stringify(document));
}
