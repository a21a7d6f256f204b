import { canonicalJson } from '../../functions/model/json/json.ts';
import { sha256 } from '../../functions/publish/write/hash.ts';
import type { StartExecution } from '../operate/start-execution.ts';
import { type UploadVersion, uploadEvent } from '../operate/upload-event.ts';
import type { Problem, ProblemCode } from './problem.ts';

/**
 * Starts the pipeline once on every upload that a problem can be repaired with; gives the keys. Each step finds what is done and does the rest, so
 * that nothing which is written is written otherwise. None where the ledger itself is in question: what would be entered now would part from what is
 * published. `attempt` tells this repair from an earlier one in the names of the executions.
 */
export async function repair(
  problems: readonly Problem[],
  { start, bucket, attempt }: { start: StartExecution; bucket: string; attempt: string },
): Promise<string[]> {
  if (problems.some(({ code }) => blocking.has(code))) return [];
  const versions = new Map<string, UploadVersion>();
  for (const { repair: version } of problems)
    if (version) versions.set(canonicalJson({ ...version }), version);
  for (const [text, version] of versions) {
    const name = sha256(`${attempt} ${text}`).slice(0, 32);
    await start(`doctor-${name}`, uploadEvent(bucket, version));
  }
  return [...versions.values()].map(({ key }) => key);
}

const blocking: ReadonlySet<ProblemCode> = new Set([
  'ledger-broken',
  'batch-missing',
  'batch-differs',
  'release-unknown',
]);
