import { sameBytes } from '../../../functions/publish/verify/bytes.ts';
import { rootOfEnd } from '../../../functions/publish/verify/end.ts';
import { verifyConsistency } from '../../../functions/publish/verify/proof.ts';
import { proveConsistency } from '../../../functions/publish/verify/prove.ts';
import { counted } from '../../outcome.ts';
import type { Check } from '../check.ts';
import { pointer } from '../checks/pointer.ts';
import { publicKeyFor } from '../election/heads.ts';
import { checkLast } from '../election/log.ts';
import type { StationLog } from './log.ts';
import { readable } from './proof.ts';
import { checkFile, type StationProtocols } from './records.ts';
import { resultsDiffer } from './results.ts';

/** What the log says, read once for all checks; null where no log lies beside. */
type ReadStationLog = () => Promise<StationLog | null>;

/** What is checked of the protocols of one station, in this order: first that the release says so, then that its log does. */
export function stationChecks(station: StationProtocols, log: ReadStationLog): Check[] {
  return [files(station), results(station), pointer, inclusion(log), newest(log), consistency(log)];
}

/** The files that the numbers were read from are those of the manifest. */
function files({ files: read }: StationProtocols): Check {
  return {
    name: 'files',
    async run({ folder, manifest, manifestHash }) {
      for (const file of read) await checkFile(folder, await manifest(), file);
      const hash = await manifestHash();
      return {
        holds: `${read.join(' and ')} have the SHA-256 that manifest.json states; its own is ${hash}`,
      };
    },
  };
}

/** results.csv, where it is here, has the same numbers. */
function results({ protocols }: StationProtocols): Check {
  return {
    name: 'results',
    async run({ folder, manifest, election }) {
      if (election !== null && election.disk === null)
        return { open: 'results.csv was not downloaded: verify the release as a whole to compare it' };
      const differs = await resultsDiffer(folder, protocols);
      if (differs) return { differs };
      await checkFile(folder, await manifest(), 'results.csv');
      return { holds: `results.csv has the same numbers of ${counted(protocols.length, 'protocol')}` };
    },
  };
}

const noLog = { open: 'no log lies beside: name the release at its place on the site, or in a copy of that' };

/** The log of the election has the protocols, number by number, under the head that was signed with the release. */
function inclusion(log: ReadStationLog): Check {
  return {
    name: 'inclusion',
    async run(evidence) {
      const found = await log();
      if (!found) return noLog;
      const { head, proofs, version } = found;
      const numbers = proofs.map(({ index }) => index + 1).join(' and ');
      const what = `entry ${numbers} of ${head.size}: ${proofs.map(({ path }) => path.length).join(' and ')} hashes lead from there to the head of ${head.origin} at ${version}`;
      if (await publicKeyFor(evidence, version)) return { holds: `${what}, which is signed` };
      return { open: `${what}; who signed that only a key can tell (--key)` };
    },
  };
}

/** Nothing that the log has up to this release replaces the protocols; with its last entry it names the release and its manifest. */
function newest(log: ReadStationLog): Check {
  return {
    name: 'newest',
    async run({ manifestHash }) {
      const found = await log();
      if (!found) return noLog;
      const { head, version, end, read } = found;
      if (!sameBytes(await readable(rootOfEnd(read, end)), head.root)) {
        const expected = `the entries from ${end.from + 1} on under the head at ${version}`;
        return { differs: { file: 'log/tile/entries', at: '', expected, found: 'others' } };
      }
      checkLast(end.last, { version, manifest: await manifestHash() });
      return {
        holds: `nothing replaces it up to entry ${head.size}, which is release ${version} with this manifest`,
      };
    },
  };
}

/** The log as it is now goes on where it stood at this release: what was proved has not been taken back. */
function consistency(log: ReadStationLog): Check {
  return {
    name: 'consistency',
    async run() {
      const found = await log();
      if (!found) return noLog;
      const { head, now, read } = found;
      const proof = head.size <= now.size ? await readable(proveConsistency(read, head.size, now.size)) : [];
      if (!verifyConsistency({ first: head, second: now }, proof)) {
        const expected = `a head that goes on where the one at ${found.version} stood, at entry ${head.size}`;
        return { differs: { file: 'log/checkpoint', at: '', expected, found: `one of ${now.size} entries` } };
      }
      if (head.size === now.size) return { holds: 'the head of the log is still that of this release' };
      return {
        holds: `the head of the log now, of ${now.size} entries, goes on where it stood at ${head.size}`,
      };
    },
  };
}
