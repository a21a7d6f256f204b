import { type Command, type Invocation, type Terminal, UsageError } from '../command.ts';
import { type Difference, differenceText, ReleaseDefect } from '../release/defect.ts';
import { type OpenRelease, openRelease } from '../release/open.ts';
import { evidenceIn } from '../verify/evidence.ts';
import { type Verdict, verify as verdicts } from '../verify/verify.ts';

/** `sailau verify`: whether a release is whole, and follows from its own votes under the law. */
export const verify: Command = {
  name: 'verify',
  summary: 'Recompute a release from its published files alone, and name the first difference',
  usage: '<folder|url…>',
  options: [],
  examples: [
    'sailau verify ./kz-mazhilis-2023/1.0.0',
    'sailau verify http://127.0.0.1:4281/elections/kz-mazhilis-2023/',
    'sailau verify release --json',
  ],
  run: runVerify,
};

/** What became of a release. */
interface Verification {
  readonly release: string;
  readonly verified: boolean;
  readonly checks: readonly Verdict[];
  /** The first difference; null when the release verifies. */
  readonly difference: Difference | null;
}

/** Exit code 0: every release verifies; 1: one does not. */
async function runVerify({ positionals, terminal }: Invocation): Promise<number> {
  if (positionals.length === 0)
    throw new UsageError('Name the folder or the address of a release. See `sailau verify --help`.');
  const verifications: Verification[] = [];
  for (const target of positionals) {
    const verification = await verifyTarget(target, terminal);
    verifications.push(verification);
    terminal.line(conclusion(verification));
  }
  terminal.document(verifications);
  return verifications.every(({ verified }) => verified) ? 0 : 1;
}

async function verifyTarget(target: string, terminal: Terminal): Promise<Verification> {
  const release = await openRelease(target).catch((error: unknown) => {
    if (error instanceof ReleaseDefect) return error.difference;
    throw error;
  });
  if ('folder' in release) return verifyRelease(release, terminal);
  terminal.line(target);
  terminal.line(differingLine('files', release));
  return { release: target, verified: false, checks: [], difference: release };
}

async function verifyRelease(release: OpenRelease, terminal: Terminal): Promise<Verification> {
  const { from, folder, pointer, election } = release;
  const checks: Verdict[] = [];
  terminal.line(from);
  try {
    for await (const verdict of verdicts(evidenceIn(folder, pointer, election))) {
      checks.push(verdict);
      terminal.line(verdictLine(verdict));
    }
  } finally {
    await release.close();
  }
  const difference = checks.find((one) => one.status === 'differs')?.difference ?? null;
  return { release: from, verified: checks.every(({ status }) => status === 'holds'), checks, difference };
}

function verdictLine(verdict: Verdict): string {
  if (verdict.status === 'holds') return `  holds      ${verdict.check.padEnd(13)} ${verdict.what}`;
  if (verdict.status === 'differs') return differingLine(verdict.check, verdict.difference);
  return `  unchecked  ${verdict.check.padEnd(13)} ${verdict.difference.file} is not as it should be`;
}

function differingLine(check: string, difference: Difference): string {
  return `  DIFFERS    ${check.padEnd(13)} ${differenceText(difference)}`;
}

function conclusion({ verified, checks, difference }: Verification): string {
  if (verified) return `  The release verifies: ${checks.length} of ${checks.length} checks hold.`;
  const held = checks.filter(({ status }) => status === 'holds').length;
  const first = difference ? ` First difference: ${differenceText(difference)}` : '';
  return `  The release does NOT verify: ${held} of ${checks.length} checks hold.${first}`;
}
