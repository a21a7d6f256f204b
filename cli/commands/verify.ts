import { readFile } from 'node:fs/promises';
import { readPublicKey } from '../../functions/publish/verify/minisign.ts';
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
  options: [
    {
      name: 'key',
      value: 'FILE',
      help: 'Public key of who should have signed: a minisign.pub that you have from somebody you trust (default: that of the site)',
    },
  ],
  examples: [
    'sailau verify ./kz-mazhilis-2023/1.0.0',
    'sailau verify http://127.0.0.1:4281/elections/kz-mazhilis-2023/',
    'sailau verify release --key minisign.pub --json',
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
async function runVerify({ positionals, terminal, value }: Invocation): Promise<number> {
  if (positionals.length === 0)
    throw new UsageError('Name the folder or the address of a release. See `sailau verify --help`.');
  const key = await keyIn(value('key'));
  const verifications: Verification[] = [];
  for (const target of positionals) {
    const verification = await verifyTarget(target, key, terminal);
    verifications.push(verification);
    terminal.line(conclusion(verification));
  }
  terminal.document(verifications);
  return verifications.every(({ verified }) => verified) ? 0 : 1;
}

/** The text of a file with a public key. Throws UsageError for a file that is none. */
async function keyIn(path: string | undefined): Promise<string | null> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null && readPublicKey(text) !== null) return text;
  throw new UsageError(
    `${path} is no public key of minisign: a file of two lines, the second with 56 characters of Base64.`,
  );
}

async function verifyTarget(target: string, key: string | null, terminal: Terminal): Promise<Verification> {
  const release = await openRelease(target).catch((error: unknown) => {
    if (error instanceof ReleaseDefect) return error.difference;
    throw error;
  });
  if ('folder' in release) return verifyRelease(release, key, terminal);
  terminal.line(target);
  terminal.line(differingLine('files', release));
  return { release: target, verified: false, checks: [], difference: release };
}

async function verifyRelease(
  release: OpenRelease,
  key: string | null,
  terminal: Terminal,
): Promise<Verification> {
  const { from, folder, pointer, election } = release;
  const checks: Verdict[] = [];
  terminal.line(from);
  try {
    for await (const verdict of verdicts(evidenceIn(folder, pointer, election, key))) {
      checks.push(verdict);
      terminal.line(verdictLine(verdict));
    }
  } finally {
    await release.close();
  }
  const difference = checks.find((one) => one.status === 'differs')?.difference ?? null;
  return {
    release: from,
    verified: checks.every(({ status }) => status === 'holds' || status === 'open'),
    checks,
    difference,
  };
}

function verdictLine(verdict: Verdict): string {
  if (verdict.status === 'holds') return `  holds      ${verdict.check.padEnd(13)} ${verdict.what}`;
  if (verdict.status === 'open') return `  open       ${verdict.check.padEnd(13)} ${verdict.what}`;
  if (verdict.status === 'differs') return differingLine(verdict.check, verdict.difference);
  return `  unchecked  ${verdict.check.padEnd(13)} ${verdict.difference.file} is not as it should be`;
}

function differingLine(check: string, difference: Difference): string {
  return `  DIFFERS    ${check.padEnd(13)} ${differenceText(difference)}`;
}

function conclusion({ verified, checks, difference }: Verification): string {
  const held = checks.filter(({ status }) => status === 'holds').length;
  const open = checks.filter(({ status }) => status === 'open').map(({ check }) => check);
  const rest = open.length === 0 ? '.' : `, open: ${open.join(', ')}.`;
  if (verified) return `  The release verifies: ${held} of ${checks.length} checks hold${rest}`;
  const first = difference ? ` First difference: ${differenceText(difference)}` : '';
  return `  The release does NOT verify: ${held} of ${checks.length} checks hold.${first}`;
}
