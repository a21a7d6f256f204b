import type { InclusionProof } from '../../../functions/publish/verify/inclusion.ts';
import { LogUnreadable, remembering } from '../../../functions/publish/verify/prove.ts';
import { type Claim, type Facts, factsOf } from './facts.ts';
import { consistencyHolds, newestHolds } from './log/log.ts';
import type { PublishedProtocol } from './protocol.ts';
import type { ReadFile } from './read.ts';
import { signatureHolds } from './signature.ts';
import { type Established, LeftOpen, NotVerified, type Step, type StepName, stepNames } from './step.ts';
import { wholeFile } from './sums.ts';

export type { Claim } from './facts.ts';

/** What a verification has to show for itself beside its steps. */
export interface Evidence {
  /** The protocol as the checked file has it; null where that does not hold. */
  readonly protocol: PublishedProtocol | null;
  /** That the log has it; null where it was not proved. */
  readonly proof: InclusionProof | null;
}

/**
 * Verifies one number from the published files alone, and gives each step when it is done; at the end what there is to show. It trusts
 * nothing but the key. A step that rests on one which does not hold is left open.
 *
 * @param read reads from the root of the site; each file is read once
 */
export async function* verifyNumber(read: ReadFile, claim: Claim): AsyncGenerator<Step, Evidence> {
  const facts = factsOf(remembering(read), claim);
  const holding = new Set<StepName>();
  for (const step of stepNames) {
    const { needs, check } = checks[step];
    const result =
      needs === null || holding.has(needs)
        ? await resultOf(step, () => check(facts))
        : ({ step, state: 'open', detail: { code: 'earlier-failed', step: needs } } as const);
    if (result.state === 'holds') holding.add(step);
    yield result;
  }
  return {
    protocol: holding.has('file') ? (await facts.protocol()).protocol : null,
    proof: holding.has('inclusion') ? await facts.proof() : null,
  };
}

interface Check {
  /** The step that it rests on. */
  readonly needs: StepName | null;
  check(facts: Facts): Promise<Established>;
}

/** What is checked in each step. */
const checks: Readonly<Record<StepName, Check>> = {
  file: {
    needs: null,
    async check({ protocol }) {
      const { file, sha256 } = await protocol();
      return { code: 'file-whole', file, sha256 };
    },
  },
  release: { needs: null, check: releaseNamed },
  signature: {
    needs: null,
    check: async ({ read, release, sums, key }) => signatureHolds(read, release, await sums(), await key()),
  },
  inclusion: {
    needs: 'file',
    async check({ head, proof }) {
      const { index, path } = await proof();
      return { code: 'included', entry: index + 1, size: (await head()).size, hashes: path.length };
    },
  },
  newest: {
    needs: 'inclusion',
    async check({ log, head, found, releases, release: { version } }) {
      const listed = (await releases()).at(-1) ?? { version, manifest: '' };
      return newestHolds(log, await head(), await found(), listed);
    },
  },
  consistency: {
    needs: null,
    check: async ({ log, head, headNow }) => consistencyHolds(log, await head(), await headNow()),
  },
};

/** The manifest is the one that SHA256SUMS names, and the one that versions.json shows to everybody. */
async function releaseNamed({ read, release, sums, releases }: Facts): Promise<Established> {
  const { folder, version, election } = release;
  const { sha256 } = await wholeFile(read, folder, await sums(), 'manifest.json');
  const list = `elections/${election}/versions.json`;
  const listed = (await releases()).at(-1);
  if (!listed) throw new NotVerified({ code: 'unlisted', file: folder, list });
  if (listed.manifest !== sha256)
    throw new NotVerified({
      code: 'hash-differs',
      file: `${folder}manifest.json`,
      expected: listed.manifest,
      found: sha256,
    });
  return { code: 'release-named', version, sha256 };
}

async function resultOf(step: StepName, check: () => Promise<Established>): Promise<Step> {
  try {
    return { step, state: 'holds', detail: await check() };
  } catch (error) {
    if (error instanceof NotVerified) return { step, state: 'fails', detail: error.failure };
    if (error instanceof LeftOpen) return { step, state: 'open', detail: error.reason };
    if (error instanceof LogUnreadable)
      return { step, state: 'fails', detail: { code: 'log-unreadable', reason: error.message } };
    throw error;
  }
}
