import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { launchBrowser } from '../../test/site/browser/support/browser.ts';
import { serve } from '../../test/site/browser/support/serve.ts';
import { makeSite, type Size } from './site.ts';
import { head, type Limit, line, type Network, networks, type Visit, visit } from './visit.ts';

/**
 * How long the explorer takes in a real browser over a slow network, and what it sends: medians of five visits with an empty cache. Exits with 1
 * where one is over what docs/explorer.md says.
 *
 *   npm exec -- node bench/explorer/explorer.ts [folder]
 *
 * The sites are made into the folder (by default one in the temporary directory) by the code that publishes, which takes two minutes for the
 * election with the shape of India; a release that is there from an earlier run is used again.
 */
const folder = resolve(process.argv[2] ?? join(tmpdir(), 'sailau-bench-explorer'));
const sizes: Readonly<Record<string, Size>> = {
  'Kazakhstan, 10,000 stations': { stations: 10_000, perArea: 500 },
  'India, 1,050,162 stations': { stations: 1_050_162, perArea: 1_934 },
};
const rounds = 5;

const election = 'elections/xx-2024/index.html?lang=en';
const pages: readonly { readonly name: string; readonly path: string; readonly shown: string }[] = [
  { name: 'all elections', path: 'index.html?lang=en', shown: '.elections a' },
  { name: 'election', path: election, shown: '.facts + h2 ~ figure' },
  { name: 'areas', path: `${election}&view=area&area=R0`, shown: 'main .sheet tbody tr' },
  { name: 'stations of an area', path: `${election}&view=area&area=R0-0`, shown: 'main .sheet tbody tr' },
];

/** What is aimed at: the first view of results in a second, a page of a million stations in two. */
function limitOf(name: string, size: Size): Limit {
  if (name === 'election' && size.stations < 100_000) return { bytes: 150_000, seconds: 1 };
  return { bytes: Number.POSITIVE_INFINITY, seconds: 2 };
}

const browser = await launchBrowser();
const rows: Visit[] = [];
console.log(head.join('\n'));
try {
  for (const [name, size] of Object.entries(sizes)) {
    const own = join(folder, String(size.stations));
    await makeSite(size, own);
    const site = await serve((path) => read(own, path));
    for (const network of networks) rows.push(...(await measured(name, size, site.url, network)));
    await site.stop();
  }
} finally {
  await browser.close();
}
const over = rows.filter(({ limit, bytes, seconds }) => bytes > limit.bytes || seconds > limit.seconds);
for (const { name, network, seconds, bytes, limit } of over)
  console.error(
    `${name}, ${network}: ${seconds.toFixed(2)} s and ${bytes} bytes, not ${limit.seconds} s and ${limit.bytes}`,
  );
process.exitCode = over.length === 0 ? 0 : 1;

async function measured(name: string, size: Size, url: string, network: Network): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const page of pages) {
    const limit = limitOf(page.name, size);
    const told = await visit(browser, `${url}${page.path}`, page.shown, network, rounds);
    const row = { name: `${name}: ${page.name}`, network: network.name, limit, ...told };
    console.log(line(row));
    visits.push(row);
  }
  return visits;
}

/** A file below the folder, and nothing beside it. */
function read(root: string, path: string): Uint8Array | null {
  const file = resolve(root, path);
  return file.startsWith(root + sep) && existsSync(file) ? readFileSync(file) : null;
}
