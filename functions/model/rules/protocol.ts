import { type Finding, type FindingCode, finding, type Where } from '../finding.ts';
import type { Contest, ElectionDefinition } from '../generated/election.ts';
import type { CountField, MergedProtocol } from '../protocol.ts';
import { add, equal, multiply } from './exact.ts';
import { type Figures, figuresOf, type RuleLimits, ruleLimits } from './figures.ts';

type Rule = (figures: Figures, limits: RuleLimits) => Finding['data'] | null;

/**
 * The warnings that the arithmetic of one protocol gives, on all that the uploads together say of it. A rule is silent where a number that it
 * needs is not stated: an empty cell is missing, never zero. `limits` are those of the election's definition.
 */
export function protocolFindings(
  protocol: MergedProtocol,
  contest: Pick<Contest, 'options'>,
  limits: ElectionDefinition['limits'],
): Finding[] {
  const { area, station } = protocol;
  const where: Where = { contest: protocol.contest, area, ...(station !== null && { station }) };
  const found: Finding[] = [];
  checkFigures(figuresOf(protocol, contest), ruleLimits(limits), (code, data) =>
    found.push(finding(code, where, data)),
  );
  return found;
}

/** Runs every rule over the figures of a protocol; `report` takes what is wrong, in the order of the rules. */
export function checkFigures(
  figures: Figures,
  limits: RuleLimits,
  report: (code: FindingCode, data: Finding['data']) => void,
): void {
  for (const { code, rule } of rules) {
    const data = rule(figures, limits);
    if (data !== null) report(code, data);
  }
}

const rules: readonly { readonly code: FindingCode; readonly rule: Rule }[] = [
  { code: 'votes-invalid-cast', rule: votesInvalidCast },
  { code: 'votes-valid', rule: votesValid },
  { code: 'cast-over-issued', rule: over('cast', 'issued') },
  { code: 'issued-over-registered', rule: over('issued', 'registered') },
  { code: 'turnout-over-100', rule: over('cast', 'registered') },
  { code: 'received-issued-unused', rule: receivedIssuedUnused },
  { code: 'invalid-share-high', rule: invalidShareHigh },
  { code: 'no-votes', rule: ({ byOption, votes }) => (byOption && votes === 0 ? {} : null) },
];

/** Too many is certain at once; too few only when every part of the sum is stated. */
function votesInvalidCast({ counts: { cast, invalid }, votes, complete }: Figures): Finding['data'] | null {
  if (votes === null || cast === undefined) return null;
  const sum = add(votes, invalid ?? 0);
  const tooFew = complete && invalid !== undefined && sum < cast;
  if (sum <= cast && !tooFew) return null;
  return { votes: `${votes}`, invalid: invalid ?? '—', sum: `${sum}`, cast };
}

function votesValid({ counts: { valid }, votes, complete, byOption }: Figures): Finding['data'] | null {
  if (!byOption || votes === null || valid === undefined) return null;
  if (equal(votes, valid) || (votes < valid && !complete)) return null;
  return { votes: `${votes}`, valid };
}

function receivedIssuedUnused({ counts: { received, issued, unused } }: Figures): Finding['data'] | null {
  if (received === undefined || issued === undefined || unused === undefined) return null;
  const sum = add(issued, unused);
  return equal(sum, received) ? null : { issued, unused, sum: `${sum}`, received };
}

/** Of the ballots cast; where they are not stated, of votes and invalid ballots together. */
function invalidShareHigh(
  { counts: { invalid, cast: stated }, votes, complete }: Figures,
  { invalidShare }: RuleLimits,
): Finding['data'] | null {
  if (invalid === undefined || (stated === undefined && (votes === null || !complete))) return null;
  const cast = stated ?? add(votes ?? 0, invalid);
  if (multiply(invalid, invalidShare.of) <= multiply(cast, invalidShare.most)) return null;
  return { invalid, cast: `${cast}`, limit: invalidShare.percent };
}

function over(name: CountField, boundName: CountField): Rule {
  return ({ counts: { [name]: value, [boundName]: bound } }) =>
    value === undefined || bound === undefined || value <= bound
      ? null
      : { [name]: value, [boundName]: bound };
}
