import { type Finding, type FindingCode, finding, type Where } from '../finding.ts';
import { parseFraction } from '../fraction.ts';
import type { Contest, ElectionDefinition } from '../generated/election.ts';
import { type CountField, isVotesField, type MergedProtocol, votesField } from '../protocol.ts';

/** What the rules look at: the counts that are stated, the votes, and whether every option has its number. */
interface Figures {
  readonly count: (field: CountField) => number | undefined;
  /** Sum of the votes that are stated; where there are none, the valid ballots; null when neither is stated. */
  readonly votes: bigint | null;
  /** Whether all options are stated: only then can the sum be too small. */
  readonly complete: boolean;
  /** Whether the votes of any option are stated. */
  readonly byOption: boolean;
  /** Invalid share, in percent, over which a protocol is reported. */
  readonly limit: string;
}

type Rule = (figures: Figures) => Finding['data'] | null;

/**
 * The warnings that the arithmetic of one protocol gives, on all that the uploads together say of it. A rule is silent where a number that it
 * needs is not stated: an empty cell is missing, never zero. `limits` are those of the election's definition.
 */
export function protocolFindings(
  protocol: MergedProtocol,
  contest: Pick<Contest, 'options'>,
  limits: ElectionDefinition['limits'],
): Finding[] {
  const figures = figuresOf(protocol, contest, limits);
  const { area, station } = protocol;
  const where: Where = { contest: protocol.contest, area, ...(station !== null && { station }) };
  return rules.flatMap(([code, rule]) => {
    const data = rule(figures);
    return data === null ? [] : [finding(code, where, data)];
  });
}

/** Share of invalid ballots, in percent, over which a protocol is reported when the definition does not say. */
const defaultInvalidSharePercent = '10';

const rules: readonly (readonly [FindingCode, Rule])[] = [
  ['votes-invalid-cast', votesInvalidCast],
  ['votes-valid', votesValid],
  ['cast-over-issued', ({ count }) => over('cast', count('cast'), 'issued', count('issued'))],
  [
    'issued-over-registered',
    ({ count }) => over('issued', count('issued'), 'registered', count('registered')),
  ],
  ['turnout-over-100', ({ count }) => over('cast', count('cast'), 'registered', count('registered'))],
  ['received-issued-unused', receivedIssuedUnused],
  ['invalid-share-high', invalidShareHigh],
  ['no-votes', ({ byOption, votes }) => (byOption && votes === 0n ? {} : null)],
];

function figuresOf(
  protocol: MergedProtocol,
  contest: Pick<Contest, 'options'>,
  limits: ElectionDefinition['limits'],
): Figures {
  let sum = 0n;
  let byOption = false;
  for (const [field, { count }] of protocol.values) {
    if (!isVotesField(field)) continue;
    sum += BigInt(count);
    byOption = true;
  }
  const valid = protocol.values.get('valid')?.count;
  return {
    count: (field) => protocol.values.get(field)?.count,
    votes: byOption ? sum : valid === undefined ? null : BigInt(valid),
    complete: !byOption || contest.options.every(({ id }) => protocol.values.has(votesField(id))),
    byOption,
    limit: limits?.invalidSharePercent ?? defaultInvalidSharePercent,
  };
}

/** Too many is certain at once; too few only when every part of the sum is stated. */
function votesInvalidCast({ count, votes, complete }: Figures): Finding['data'] | null {
  const cast = count('cast');
  const invalid = count('invalid');
  if (votes === null || cast === undefined) return null;
  const sum = votes + BigInt(invalid ?? 0);
  const tooFew = complete && invalid !== undefined && sum < BigInt(cast);
  if (sum <= BigInt(cast) && !tooFew) return null;
  return { votes: `${votes}`, invalid: invalid ?? '—', sum: `${sum}`, cast };
}

function votesValid({ count, votes, complete, byOption }: Figures): Finding['data'] | null {
  const valid = count('valid');
  if (!byOption || votes === null || valid === undefined) return null;
  if (votes === BigInt(valid) || (votes < BigInt(valid) && !complete)) return null;
  return { votes: `${votes}`, valid };
}

function receivedIssuedUnused({ count }: Figures): Finding['data'] | null {
  const [received, issued, unused] = [count('received'), count('issued'), count('unused')];
  if (received === undefined || issued === undefined || unused === undefined) return null;
  const sum = BigInt(issued) + BigInt(unused);
  return sum === BigInt(received) ? null : { issued, unused, sum: `${sum}`, received };
}

/** Of the ballots cast; where they are not stated, of votes and invalid ballots together. */
function invalidShareHigh({ count, votes, complete, limit }: Figures): Finding['data'] | null {
  const invalid = count('invalid');
  const stated = count('cast');
  if (invalid === undefined || (stated === undefined && (votes === null || !complete))) return null;
  const cast = stated === undefined ? (votes ?? 0n) + BigInt(invalid) : BigInt(stated);
  const { numerator, denominator } = parseFraction(limit);
  if (BigInt(invalid) * 100n * denominator <= cast * numerator) return null;
  return { invalid, cast: `${cast}`, limit };
}

function over(
  name: CountField,
  value: number | undefined,
  boundName: CountField,
  bound: number | undefined,
): Finding['data'] | null {
  if (value === undefined || bound === undefined || value <= bound) return null;
  return { [name]: value, [boundName]: bound };
}
