import { counted } from '../../../outcome.ts';
import { ReleaseDefect } from '../../../release/defect.ts';
import type { Check } from '../../check.ts';
import { headIn, publicKeyFor } from '../../election/heads.ts';
import { auditLog, type LoggedRelease } from '../../election/log.ts';

/**
 * The log of the election holds every release of the chain, and each head goes on where the one before stood: nothing that was once published
 * has been taken back. Its heads are signed.
 */
export const log: Check = {
  name: 'log',
  async run(evidence) {
    const { election, chain } = evidence;
    const links = await chain();
    const note = election && (await election.document('log/checkpoint'));
    if (!election || !links || (note === null && !election.asked)) return { open: 'no log lies beside' };
    if (note === null)
      return {
        differs: { file: 'log/checkpoint', at: '', expected: 'the head of the log', found: 'no such file' },
      };
    const releases: LoggedRelease[] = [];
    for (const { manifest, hash } of links.toReversed()) {
      const { version } = manifest;
      const checkpoint = await headIn(evidence, election, `log/checkpoints/${version}`, version);
      releases.push({ version, manifest: hash, checkpoint });
    }
    const newest = links[0]?.manifest.version ?? '';
    const head = await headIn(evidence, election, 'log/checkpoint', newest);
    const size = await auditLog((path) => election.document(`log/${path}`), releases);
    if (head.size !== size) throw defect('log/checkpoint', `${size} entries`, String(head.size));
    const entries = size === 1 ? '1 entry' : `${size} entries`;
    const what = `${entries} of ${counted(releases.length, 'release')}, none taken back`;
    if (await publicKeyFor(evidence, newest)) return { holds: `${what}; every head is signed` };
    return { open: `${what}; who signed its heads only a key can tell` };
  },
};

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
