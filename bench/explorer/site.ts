import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Latest } from '../../functions/model/generated/latest.ts';
import { prettyJson } from '../../functions/model/json/json.ts';
import { type Entry, nextEntry, type Published } from '../../functions/model/ledger.ts';
import { newestRelease } from '../../functions/publish/latest.ts';
import { publish } from '../../functions/publish/publish.ts';
import type { Release, Sink } from '../../functions/publish/release.ts';
import { type PutAsset, placeBuild } from '../../functions/publish/site/explorer.ts';
import { electionPages } from '../../functions/publish/site/pages/election.ts';
import { readSummary } from '../../functions/publish/site/pages/summary-form.ts';
import { releaseNotes, rootFiles } from '../../functions/publish/site/site.ts';
import { buildSite } from '../../site/build.ts';
import { signerOf } from '../../test/support/signer.ts';
import { benchRelease } from '../publish/election.ts';

/** An election by its size. */
export interface Size {
  readonly stations: number;
  readonly perArea: number;
}

/**
 * Puts a site with one election into a folder, by the code that publishes: the release, then what lies at the root with the explorer as it is
 * now. A release that is there already is kept, since that of a million stations takes minutes; delete the folder to have it made anew.
 */
export async function makeSite({ stations, perArea }: Size, folder: string): Promise<void> {
  const release = await benchRelease(stations, perArea);
  const manifest = join(folder, 'made', release.election);
  if (!existsSync(manifest)) {
    const { manifest: hash } = await publish(release, sinkInto(folder, release), signerOf(1));
    write(manifest, hash);
  }
  const latest = pointerOf(release, readFileSync(manifest, 'utf8'));
  const put: PutAsset = async (path, _mediaType, bytes) => write(join(folder, path), bytes);
  const assets = await placeBuild(buildSite(), put, {
    signer: signerOf(1),
    codeVersion: release.codeVersion,
  });
  const own = join(folder, 'elections', release.election);
  write(join(own, 'latest.json'), prettyJson(latest.pointer));
  const summaryPath = join(own, release.version, 'summary.json');
  const summary = readSummary(readFileSync(summaryPath, 'utf8'), summaryPath);
  for (const [name, { text }] of electionPages(latest.pointer, summary, assets)) write(join(own, name), text);
  const releases = releaseNotes(latest.ledger, latest.pointer);
  const elections = [{ definition: release.definition, latest: latest.pointer, releases }];
  for (const [name, { text }] of rootFiles({ base: null, elections }, assets))
    write(join(folder, name), text);
}

// Nobody who looks at pages loads them, and they are most of the bytes.
const unseen = /^results\.(csv|csv\.gz|json|ndjson|xlsx)$/;

function sinkInto(folder: string, { election, version }: Release): Sink {
  return {
    async put(path, _mediaType, body) {
      const hash = createHash('sha256');
      const file = join(folder, 'elections', election, version, path);
      mkdirSync(dirname(file), { recursive: true });
      const out = unseen.test(path) ? null : createWriteStream(file);
      let bytes = 0;
      for await (const chunk of body) {
        hash.update(chunk);
        bytes += chunk.length;
        if (out && !out.write(chunk)) await once(out, 'drain');
      }
      if (out) {
        out.end();
        await once(out, 'close');
      }
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

/** The pointer to a release that has just been finished, and the ledger that it follows from. */
function pointerOf(
  { ledger, election, version, at, codeVersion, state }: Release,
  manifest: string,
): { readonly pointer: Latest; readonly ledger: readonly Entry[] } {
  const { revision } = state;
  const begun = nextEntry(ledger, election, at, { type: 'publishing', version, revision, codeVersion });
  const done: Published = { type: 'published', version, revision, manifest, columns: '0'.repeat(64) };
  const finished = [...ledger, begun, nextEntry([...ledger, begun], election, at, done)];
  const pointer = newestRelease(finished);
  if (!pointer) throw new Error(`${election}: the release that was made is not there`);
  return { pointer, ledger: finished };
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
