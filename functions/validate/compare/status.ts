import type { Status } from '../../model/ledger.ts';
import type { Current } from '../current/current.ts';
import type { Findings } from '../findings.ts';

/** A withdrawal names a release that is there, and each once: a version that was never published would withdraw nothing, and nobody would notice. */
export function compareStatus({ withdrawn = [] }: Status, { releases }: Current, findings: Findings): void {
  const named = new Set<string>();
  for (const [place, { version }] of withdrawn.entries()) {
    const pointer = `/withdrawn/${place}/version`;
    if (releases && !releases.has(version))
      findings.add('status-invalid', {}, { pointer, reason: `no release ${version} has been published` });
    if (named.has(version))
      findings.add('status-invalid', {}, { pointer, reason: `release ${version} is withdrawn twice` });
    named.add(version);
  }
}
