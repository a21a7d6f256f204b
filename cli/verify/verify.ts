import { type Difference, ReleaseDefect, shown } from '../release/defect.ts';
import type { Check } from './check.ts';
import { checks } from './checks.ts';
import type { Evidence } from './evidence.ts';

/**
 * What became of a check. `open`: nothing is wrong, and what it would take to know more is not here. `unchecked`: it needs a file in which an
 * earlier check has found a defect.
 */
export type Verdict = { readonly check: string } & (
  | { readonly status: 'holds'; readonly what: string }
  | { readonly status: 'open'; readonly what: string }
  | { readonly status: 'differs'; readonly difference: Difference }
  | { readonly status: 'unchecked'; readonly difference: Difference }
);

/** Runs every check on a release, each verdict as it comes. Nothing in the files makes it throw. */
export function verify(evidence: Evidence, table: readonly Check[] = checks): AsyncGenerator<Verdict> {
  return verifyBy(evidence, table);
}

/** The same with the checks of `table`, on what those look at. */
export async function* verifyBy<Seen>(
  evidence: Seen,
  table: readonly Check<Seen>[],
): AsyncGenerator<Verdict> {
  const reported = new Set<unknown>();
  for (const check of table) {
    const verdict = await run(check, evidence, reported);
    yield { check: check.name, ...verdict };
  }
}

async function run<Seen>(check: Check<Seen>, evidence: Seen, reported: Set<unknown>) {
  try {
    const finding = await check.run(evidence);
    if ('open' in finding) return { status: 'open', what: finding.open } as const;
    if ('holds' in finding) return { status: 'holds', what: finding.holds } as const;
    return { status: 'differs', difference: finding.differs } as const;
  } catch (error) {
    const difference = error instanceof ReleaseDefect ? error.difference : unforeseen(check, error);
    const status = reported.has(error) ? 'unchecked' : 'differs';
    reported.add(error);
    return { status, difference } as const;
  }
}

/** A release that this program was not prepared for has not been verified: that is said in its place, and the other checks go on. */
function unforeseen({ name }: Pick<Check, 'name'>, error: unknown): Difference {
  const found = `an error: ${shown(error instanceof Error ? error.message : error)}`;
  return {
    file: 'the release',
    at: '',
    expected: `files on which the check of ${name} runs to its end`,
    found,
  };
}
