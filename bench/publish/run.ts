import { createHash } from 'node:crypto';
import { growLog, type LogFiles } from '../../functions/publish/log/grow.ts';
import { publish } from '../../functions/publish/publish.ts';
import type { Release, Sink } from '../../functions/publish/release.ts';
import { signerOf } from '../../test/support/signer.ts';
import { benchLog, benchRelease } from './election.ts';
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

const dropping: LogFiles = { read: async () => null, put: async () => {}, moveCheckpoint: async () => {} };

/**
 * One measurement in a process of its own, so that its memory is its own: `run.ts release|peers|reading <stations>`. Prints JSON.
 */
const [what = 'release', count = '10000'] = process.argv.slice(2);
const stations = Number(count);
const release = await benchRelease(stations);
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
  return writeAll(subject);
}

/** What a publisher does: the files of the release, then the log, which reads every protocol once more. */
async function writeAll(subject: Release): Promise<object> {
  const { records, counted } = counting(subject);
  const signer = signerOf(1);
  const { files } = await publish({ ...subject, records }, hashing, signer);
  const start = process.cpuUsage();
  await growLog({ ...benchLog(stations), files: dropping, signer });
  const log = milliseconds(process.cpuUsage(start));
  return { files: files.map(({ path, bytes }) => ({ path, bytes })), log, read: counted() + stations };
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
