import { readFile } from 'node:fs/promises';
import { readPublicKey } from '../../functions/publish/verify/signature/minisign.ts';
import { type Command, type Invocation, type Terminal, UsageError } from '../command.ts';
import { type Difference, ReleaseDefect } from '../release/defect.ts';
import type { SiteFolder } from '../release/election.ts';
import { type OpenRelease, openRelease } from '../release/open.ts';
import { type Evidence, evidenceIn } from '../verify/evidence.ts';
import {
  conclusionLine,
  differingLine,
  protocolLines,
  type Verification,
  verdictLine,
  verificationOf,
} from '../verify/lines.ts';
import { siteChecks } from '../verify/site/checks.ts';
import { isSite, siteEvidence } from '../verify/site/evidence.ts';
import { siteAt } from '../verify/site/targets.ts';
import type { ProtocolProof } from '../verify/station/proof.ts';
import type { Wanted } from '../verify/station/records.ts';
import { proveStation, type StationProof } from '../verify/station/station.ts';
import { type Verdict, verify as verdicts, verifyBy } from '../verify/verify.ts';

/** `sailau verify`: whether a release is whole, and follows from its own votes under the law; or whether one station's numbers stand. */
export const verify: Command = {
  name: 'verify',
  summary:
    'Recompute a release, or all of a site, from its published files alone, and name the first difference',
  usage: '<folder|url…>',
  options: [
    {
      name: 'key',
      value: 'FILE',
      help: 'Public key of who should have signed: a minisign.pub that you have from somebody you trust (default: that of the site)',
    },
    {
      name: 'station',
      value: 'ID',
      help: 'Prove the numbers of this station alone: that the release and its transparency log have them. Of a release at an address little is downloaded',
    },
    { name: 'contest', value: 'ID', help: 'With --station: in this contest alone (default: in each)' },
  ],
  examples: [
    'sailau verify ./kz-mazhilis-2023/1.0.0',
    'sailau verify http://127.0.0.1:4281/elections/kz-mazhilis-2023/',
    'sailau verify http://127.0.0.1:4281/',
    'sailau verify release --key minisign.pub --json',
    'sailau verify http://127.0.0.1:4281/elections/kz-mazhilis-2023/ --station SYN-00042',
  ],
  run: runVerify,
};

/** What is asked of every release. */
interface Asked {
  /** Text of the public key that was given; null where none was. */
  readonly key: string | null;
  /** The station to prove; null where the whole release is to be verified. */
  readonly wanted: Wanted | null;
  readonly terminal: Terminal;
}

/** What became of a release, or of one station of it. */
interface TargetVerification extends Verification {
  /** Where the release lies; of the root, where that does. */
  readonly release: string;
  /** Only where a station was asked for; then with its protocols, and the proofs that the log has them. */
  readonly station?: string;
  readonly protocols?: StationProof['protocols'];
  readonly proofs?: readonly ProtocolProof[];
}

/** Exit code 0: every release verifies; 1: one does not. */
async function runVerify({ positionals, terminal, value }: Invocation): Promise<number> {
  if (positionals.length === 0)
    throw new UsageError('Name the folder or the address of a release. See `sailau verify --help`.');
  const asked = { key: await keyIn(value('key')), wanted: wantedOf(value), terminal };
  const subject = asked.wanted ? `Station ${asked.wanted.station}` : 'The release';
  const verifications: TargetVerification[] = [];
  const roots = new Map<string, SiteFolder>();
  for (const target of await releasesOf(positionals, asked, roots)) {
    const { site, ...verification } = await verifyTarget(target, asked);
    verifications.push(verification);
    terminal.line(conclusionLine(subject, verification));
    if (site && !asked.wanted && (await isSite(site))) roots.set(site.path, site);
  }
  for (const site of roots.values()) verifications.push(await verifyRoot(site, asked));
  terminal.document(verifications);
  return verifications.every(({ verified }) => verified) ? 0 : 1;
}

/** The targets, in the place of a root its elections; the root goes to `roots`. */
async function releasesOf(
  targets: readonly string[],
  { wanted }: Asked,
  roots: Map<string, SiteFolder>,
): Promise<string[]> {
  const releases: string[] = [];
  for (const target of targets) {
    const named = wanted ? null : await siteAt(target);
    if (named) roots.set(named.site.path, named.site);
    releases.push(...(named?.elections ?? [target]));
  }
  return releases;
}

function wantedOf(value: Invocation['value']): Wanted | null {
  const [station, contest] = [value('station'), value('contest') ?? null];
  if (station === undefined && contest !== null)
    throw new UsageError('--contest says in which contest a station is to be proved: name it by --station.');
  return station === undefined ? null : { station, contest };
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

/** The files that lie around the elections, after those: each is made from them. */
async function verifyRoot(site: SiteFolder, { key, terminal }: Asked): Promise<TargetVerification> {
  terminal.line(site.path);
  const verification = await verdictsOn(verifyBy(siteEvidence(site, key), siteChecks), terminal);
  terminal.line(conclusionLine('The root', verification));
  return { release: site.path, ...verification };
}

/** `site` is what lies around the release, where that is known. */
async function verifyTarget(
  target: string,
  { key, wanted, terminal }: Asked,
): Promise<TargetVerification & { readonly site?: SiteFolder }> {
  const release = await unlessDefect(openRelease(target, wanted ? 'as read' : 'first'));
  if ('expected' in release) {
    terminal.line(target);
    return defective(target, release, terminal);
  }
  terminal.line(release.from);
  const site = release.election?.site;
  try {
    const evidence = evidenceIn(release.folder, release.pointer, release.election, key);
    if (wanted) return await verifyStation(release, evidence, wanted, terminal);
    const verification = await verdictsOn(verdicts(evidence), terminal);
    return { release: release.from, ...verification, ...(site && { site }) };
  } finally {
    await release.close();
  }
}

async function verifyStation(
  { from }: OpenRelease,
  evidence: Evidence,
  wanted: Wanted,
  terminal: Terminal,
): Promise<TargetVerification> {
  const proof = await unlessDefect(proveStation(evidence, wanted));
  if ('expected' in proof) return defective(from, proof, terminal);
  for (const line of proof.protocols.flatMap(protocolLines)) terminal.line(line);
  const verification = await verdictsOn(proof.verdicts, terminal);
  const { station } = wanted;
  return {
    release: from,
    station,
    protocols: proof.protocols,
    proofs: await proof.proofs(),
    ...verification,
  };
}

async function verdictsOn(coming: AsyncIterable<Verdict>, terminal: Terminal): Promise<Verification> {
  const checks: Verdict[] = [];
  for await (const verdict of coming) {
    checks.push(verdict);
    terminal.line(verdictLine(verdict));
  }
  return verificationOf(checks);
}

/** A release whose files cannot be read for what they should be: nothing more can be checked. */
function defective(release: string, difference: Difference, terminal: Terminal): TargetVerification {
  terminal.line(differingLine('files', difference));
  return { release, verified: false, checks: [], difference };
}

async function unlessDefect<T>(promised: Promise<T>): Promise<T | Difference> {
  return promised.catch((error: unknown) => {
    if (error instanceof ReleaseDefect) return error.difference;
    throw error;
  });
}
