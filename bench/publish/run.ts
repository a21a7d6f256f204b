import { createHash } from 'node:crypto';
import { publish } from '../../functions/publish/publish.ts';
import type { Release, Sink } from '../../functions/publish/release.ts';
import { signerOf } from '../../test/support/signer.ts';
import { benchRelease } from './election.ts';
import { milliseconds, runPeers } from './peers.ts';

/** Every byte is hashed, as the store does, and then dropped. */
const hashing: Sink = {
  async put(_path, _mediaType, body) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { bytes, sha256: hash.digest('hex') };
  },
};

/**
 * One measurement in a process of its own, so that its memory is its own: `run.ts release|peers|reading <stations>`. Prints JSON.
 */
const [what = 'release', stations = '10000'] = process.argv.slice(2);
const release = await benchRelease(Number(stations));
const before = process.resourceUsage().maxRSS;
const start = process.cpuUsage();
const told = await measured(what, release);
const took = milliseconds(process.cpuUsage(start));
console.log(
  JSON.stringify({ took, peak: process.resourceUsage().maxRSS * 1024, before: before * 1024, ...told }),
);

async function measured(job: string, subject: Release): Promise<object> {
  if (job === 'peers') return { costs: await runPeers(subject) };
  if (job === 'reading') return { read: await readThrough(subject) };
  const { records, counted } = counting(subject);
  const { files } = await publish({ ...subject, records }, hashing, signerOf(1));
  return { files: files.map(({ path, bytes }) => ({ path, bytes })), read: counted() };
}

async function readThrough({ definition, records }: Release): Promise<number> {
  let read = 0;
  for (const { id } of definition.contests)
    for await (const page of records.protocols(id)) read += page.length;
  return read;
}

/** The records, with a count of the protocols that were read: one reading after the other reads them all again. */
function counting({ records }: Release) {
  let read = 0;
  async function* protocols(...args: Parameters<typeof records.protocols>) {
    for await (const page of records.protocols(...args)) {
      read += page.length;
      yield page;
    }
  }
  const protocolsIn: typeof records.protocolsIn = async (area) => {
    const page = await records.protocolsIn(area);
    read += page.length;
    return page;
  };
  return { records: { ...records, protocols, protocolsIn }, counted: () => read };
}
