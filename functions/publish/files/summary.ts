import type { Certificate } from '../../model/generated/certificate.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import { catalogue, type FindingCode } from '../../model/generated/findings.ts';
import { indicators } from '../../model/generated/indicators.ts';
import type { Summary } from '../../model/generated/summary.ts';
import { prettyJson } from '../../model/json/json.ts';
import { pendingRejections } from '../../model/state.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Completeness } from '../figures/completeness.ts';
import { certificateOf, computedSeats, contestSum, declaredSeats, votesOf } from '../figures/contest.ts';
import { countTotal, exactCount, percentOf, shareOf } from '../figures/shares.ts';
import { statusOf } from '../figures/status.ts';
import type { Release } from '../release.ts';
import { document } from '../write/blocks.ts';
import { documentFile, type Writing } from './file.ts';

/** summary.json: the release on one page, for a web page or a newsroom. Its shape is schemas/summary.schema.json. */
export const summaryJson = documentFile({
  path: 'summary.json',
  mediaType: 'application/json',
  description:
    'The release on one page: completeness, turnout, votes, seats, outcome, what is not published.',
  content: summaryDocument,
});

async function* summaryDocument(writing: Writing): AsyncGenerator<Uint8Array> {
  yield* document(prettyJson(await summary(writing)));
}

async function summary({ release, findings, completeness, indications }: Writing): Promise<Summary> {
  const { definition, version, at, state } = release;
  const { id, name, date, country, languages, authority, synthetic, licence } = definition;
  const contests = definition.contests.map((contest) => ({
    ...contestSummary(release, contest),
    completeness: completenessMembers(completeness.get(contest.id)),
  }));
  return {
    election: id,
    name,
    date,
    country,
    languages,
    authority,
    version,
    revision: state.revision,
    at,
    status: statusMembers(release),
    synthetic: synthetic ?? null,
    contests,
    notPublished: contests.filter(({ published }) => !published).map(({ contest }) => contest),
    snapshots: await lastSnapshots(release),
    rejected: rejectedUploads(release),
    findings: findingCounts(findings),
    indicators: indicatorCounts(indications),
    notes: definition.notes ?? [],
    licence,
    sources: definition.sources,
  };
}

function statusMembers(release: Release): Summary['status'] {
  const { status, by, at, reason } = statusOf(release);
  return { status, by, at, reason };
}

/** Of the contest as a whole, as completeness.csv has it. */
function completenessMembers(whole: Completeness | undefined): ContestSummary['completeness'] {
  const { missing = null, rejected = 0, codes = [], corrected = 0, first = null, last = null } = whole ?? {};
  return { missing, rejected, codes: [...codes], corrected, first, last };
}

type ContestSummary = Summary['contests'][number];

function contestSummary(release: Release, contest: Contest): Omit<ContestSummary, 'completeness'> {
  const sum = contestSum(release, contest);
  const certificate = certificateOf(release, contest);
  const count = (name: 'registered' | 'issued' | 'cast' | 'invalid' | 'valid') => countTotal(sum, name);
  return {
    contest: contest.id,
    name: contest.name,
    area: contest.area,
    system: release.definition.systems[contest.system]?.type ?? 'plurality',
    expected: sum.expected,
    reported: sum.reported,
    provisional: sum.provisional,
    published: contest.options.some(({ id }) => votesOf(sum, id) !== null),
    counts: {
      registered: count('registered'),
      issued: count('issued'),
      cast: count('cast'),
      invalid: count('invalid'),
      valid: count('valid'),
    },
    turnout: {
      castPercent: shareOf(sum, 'cast', 'registered'),
      issuedPercent: shareOf(sum, 'issued', 'registered'),
    },
    options: optionSummaries(release.definition, contest, sum, certificate.outcome),
    outcome: { ...certificate.outcome },
    margins: marginsMembers(certificate),
    declaredOutcome: contest.declared?.outcome ?? null,
    note: contest.note ?? null,
  };
}

function marginsMembers({ margins }: Certificate): Summary['contests'][number]['margins'] {
  if (!margins) return null;
  const { state, missing, needed, seats } = margins;
  return { state, missing, needed, seats };
}

function optionSummaries(
  { parties = [] }: Pick<ElectionDefinition, 'parties'>,
  contest: Contest,
  sum: ReturnType<typeof contestSum>,
  outcome: ReturnType<typeof certificateOf>['outcome'],
): Summary['contests'][number]['options'] {
  const votes = contest.options.map(({ id }) => votesOf(sum, id));
  const all = votes.some((count) => count === null)
    ? null
    : votes.reduce<bigint>((total, count) => total + (count ?? 0n), 0n);
  const colours = new Map(parties.map(({ id, colour }) => [id, colour]));
  return contest.options.map(({ id, name, kind, party }, index) => {
    const count = votes[index] ?? null;
    const colour = party === undefined ? undefined : colours.get(party);
    return {
      option: id,
      name,
      kind,
      party: party ?? null,
      ...(colour !== undefined && { colour }),
      votes: count === null ? null : exactCount(count),
      percent: percentOf(count, all),
      seats: computedSeats(outcome, id),
      declared: declaredSeats(contest, id),
    };
  });
}

async function lastSnapshots({ records }: Release): Promise<Summary['snapshots']> {
  const snapshots: Summary['snapshots'] = [];
  for await (const page of records.turnout()) {
    const last = page.at(-1);
    if (!last) continue;
    const { area, time, registered, issued, percent } = last;
    snapshots.push({ area, time, registered, issued, percent });
  }
  return snapshots;
}

/** Of every kind: completeness.csv has those of results alone, since nothing else is of a contest. */
function rejectedUploads({ ledger, state }: Release): Summary['rejected'] {
  return pendingRejections(ledger, state).map(({ file, kind, contest, codes, errors, areas, at }) => {
    const protocols = areas.reduce((sum, one) => sum + one.protocols, 0);
    return { file, kind, contest, codes: [...codes], errors, protocols, at };
  });
}

function findingCounts(findings: ReadonlyMap<FindingCode, number>): Summary['findings'] {
  return [...findings]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([code, count]) => ({ code, title: catalogue[code].title, count }));
}

function indicatorCounts(indications: Writing['indications']): Summary['indicators'] {
  return [...indications]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([indicator, { rows, flagged }]) => ({
      indicator,
      title: indicators[indicator].title,
      caveat: indicators[indicator].caveat,
      rows,
      flagged,
    }));
}
