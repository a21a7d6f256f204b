import { expect, test, vi } from 'vitest';
import { loadAhead } from '../../../site/data/ahead.ts';
import { openPublished } from '../../../site/data/published.ts';
import { readAddress } from '../../../site/frame/address.ts';

const root = new URL('https://data.example.org/');
const folder = 'elections/xx-2024';
const latest = {
  election: 'xx-2024',
  version: '1.0.0',
  status: 'complete',
  manifest: '0'.repeat(64),
  at: '2024-03-12T00:00:00.000Z',
  withdrawn: [],
};

test('pointer, manifest and summary of the newest release are asked for once each, and a fault stays quiet', async () => {
  const { asked, open } = site();

  open('elections/xx-2024/index.html');

  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked.toSorted()).toEqual([
    `${folder}/1.0.0/manifest.json`,
    `${folder}/1.0.0/summary.json`,
    `${folder}/latest.json`,
  ]);
});

test('of all elections nothing is loaded ahead', async () => {
  const { asked, open } = site();

  open('index.html');

  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(asked).toEqual([]);
});

/** A site whose pointer is there and nothing else. */
function site() {
  const asked: string[] = [];
  const published = openPublished(async (url) => {
    asked.push(url.pathname.slice(1));
    return url.pathname.endsWith('latest.json') ? Response.json(latest) : new Response('', { status: 404 });
  }, root);
  const open = (path: string) => loadAhead(published, readAddress(new URL(path, root), root, 'en'));
  return { asked, open };
}
