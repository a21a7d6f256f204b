import { type Difference, differenceText } from '../release/defect.ts';
import type { PublishedProtocol } from './station/records.ts';
import { numbersOf } from './station/results.ts';
import type { Verdict } from './verify.ts';

/** What became of a check, in one line. */
export function verdictLine(verdict: Verdict): string {
  if (verdict.status === 'holds') return `  holds      ${verdict.check.padEnd(13)} ${verdict.what}`;
  if (verdict.status === 'open') return `  open       ${verdict.check.padEnd(13)} ${verdict.what}`;
  if (verdict.status === 'differs') return differingLine(verdict.check, verdict.difference);
  return `  unchecked  ${verdict.check.padEnd(13)} ${verdict.difference.file} is not as it should be`;
}

/** A difference, in the line of the check that has found it. */
export function differingLine(check: string, difference: Difference): string {
  return `  DIFFERS    ${check.padEnd(13)} ${differenceText(difference)}`;
}

/** What became of everything that was checked of `subject`, as `The release`. */
export function conclusionLine(subject: string, { verified, checks, difference }: Verification): string {
  const held = checks.filter(({ status }) => status === 'holds').length;
  const open = checks.filter(({ status }) => status === 'open').map(({ check }) => check);
  const rest = open.length === 0 ? '.' : `, open: ${open.join(', ')}.`;
  if (verified) return `  ${subject} verifies: ${held} of ${checks.length} checks hold${rest}`;
  const first = difference ? ` First difference: ${differenceText(difference)}` : '';
  return `  ${subject} does NOT verify: ${held} of ${checks.length} checks hold.${first}`;
}

/** The numbers of a protocol, each in a line, as the release has them. */
export function protocolLines(protocol: PublishedProtocol): string[] {
  const { contest, area, station, sources, uploads } = protocol;
  const numbers = [...numbersOf(protocol)].map(([name, count]) => [name, String(count)] as const);
  const [names, counts] = [0, 1].map((place) =>
    Math.max(0, ...numbers.map((one) => (one[place] ?? '').length)),
  );
  return [
    `  station ${station}, area ${area}, contest ${contest}`,
    ...numbers.map(([name, count]) => `    ${name.padEnd(names ?? 0)}  ${count.padStart(counts ?? 0)}`),
    `    from ${[...uploads, ...sources.map((source) => `source ${source}`)].join(', ')}`,
  ];
}

/** What became of a release, or of one station of it. */
export interface Verification {
  readonly verified: boolean;
  readonly checks: readonly Verdict[];
  /** The first difference; null when all verifies. */
  readonly difference: Difference | null;
}

/** The verdicts on a release, taken together. */
export function verificationOf(checks: readonly Verdict[]): Verification {
  return {
    verified: checks.every(({ status }) => status === 'holds' || status === 'open'),
    checks,
    difference: checks.find((one) => one.status === 'differs')?.difference ?? null,
  };
}
