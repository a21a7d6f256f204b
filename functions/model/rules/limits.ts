import { parseFraction } from '../fraction.ts';
import type { ElectionDefinition } from '../generated/election.ts';
import { catalogue, type FindingCode } from '../generated/findings.ts';
import { type Exact, exact } from './exact.ts';

/** The parameters of rules that an election sets. */
export type Limits = ElectionDefinition['limits'];

/** A share over which something is reported: in percent as written, and the same as the ratio `most` to `of`. */
export interface ShareLimit {
  readonly percent: string;
  readonly most: Exact;
  readonly of: Exact;
}

/** A parameter of a rule: what the election says, else the default of the catalogue; null when neither says anything, and the rule is silent. */
export function limitOf(code: FindingCode, name: keyof NonNullable<Limits>, limits: Limits): string | null {
  const given = limits?.[name];
  if (given !== undefined) return String(given);
  return catalogue[code].parameters.find((parameter) => parameter.name === name)?.default ?? null;
}

/** A parameter that the catalogue has a default for. Throws RangeError when it has none: the catalogue is at fault. */
export function limitWithDefault(code: FindingCode, name: keyof NonNullable<Limits>, limits: Limits): string {
  const limit = limitOf(code, name, limits);
  if (limit === null) throw new RangeError(`the catalogue has no default for ${name} of ${code}`);
  return limit;
}

/** A parameter in percent, ready to be compared with millions of protocols. */
export function shareLimit(code: FindingCode, name: keyof NonNullable<Limits>, limits: Limits): ShareLimit {
  const percent = limitWithDefault(code, name, limits);
  const { numerator, denominator } = parseFraction(percent);
  return { percent, most: exact(numerator), of: exact(denominator * 100n) };
}
