import { inLanguage } from '../../model/text/text.ts';
import { type StatedStatus, statusOf } from '../figures/status.ts';
import type { Release } from '../release.ts';
import { onePage } from '../write/blocks.ts';
import { ballotCounts } from './ballots.ts';
import { contestPieces } from './contests.ts';
import { areaUnit, type Element, element, internationalized, opened } from './element.ts';
import { type DetailLevel, detailLevel } from './level.ts';
import { peopleOf } from './people.ts';
import { unitElements } from './units.ts';

/**
 * The release as an ElectionReport of NIST SP 1500-100 version 2, as JSON piece by piece. docs/nist.md says what it leaves out.
 * Of the counts, those of one contest are in memory.
 */
export async function* nistReport(release: Release): AsyncGenerator<Iterable<string>> {
  const { contests } = release.definition;
  const level = detailLevel(release);
  const { parties, offices, persons, candidates } = await peopleOf(release);
  const head = { ...reportHead(release, level), Party: parties, Office: offices, Person: persons };
  yield [opened(head), ',"GpUnit":[\n'];
  yield* separated(written(unitElements(release, level)));
  yield ['\n],"Election":[', opened(electionHead(release)), ',"Candidate":[\n'];
  yield* separated(written(onePage(candidates)));
  yield ['\n],"BallotCounts":[\n'];
  yield* separated(inTurn(contests, (contest) => ballotCounts(release, contest, level)));
  yield ['\n],"Contest":[\n'];
  for (const [place, contest] of contests.entries()) {
    if (place > 0) yield [',\n'];
    yield* contestPieces(release, contest, level);
  }
  yield ['\n]}]}\n'];
}

function reportHead(release: Release, level: DetailLevel): Element {
  const { definition, election, version, state } = release;
  const { status, by, at, reason } = statusOf(release);
  const said = by === null ? [] : [`Status ${status} by ${by}, ${at}: ${reason}`];
  return element('ElectionReport', {
    Format: level,
    GeneratedDate: release.at.replace(/\.\d+Z$/, 'Z'),
    Issuer: inLanguage(definition.authority.name, definition.languages[0] ?? 'en'),
    IssuerAbbreviation: definition.country,
    Status: resultsStatus[status],
    IsTest: definition.synthetic !== undefined,
    TestType: definition.synthetic && 'synthetic',
    SequenceStart: 1,
    SequenceEnd: 1,
    VendorApplicationId: `sailau ${release.codeVersion}`,
    Notes: [`Release ${version} of ${election}, revision ${state.revision}`, ...said, leftOut].join('. '),
  });
}

const leftOut =
  'A projection: thresholds, steps of the allocation, findings and sources stand in the other files of the release';

// The standard has no word for data that must not be used any more: it is claimed to be as little as there is.
const resultsStatus: Readonly<Record<StatedStatus['status'], string>> = {
  partial: 'unofficial-partial',
  complete: 'unofficial-complete',
  certified: 'certified',
  corrected: 'correction',
  withdrawn: 'unofficial-partial',
};

function electionHead({ definition }: Release): Element {
  const { contests, systems, areas, date, name } = definition;
  const used = contests.map(({ system }) => systems[system]);
  const isRunoff = used.some((system) => system?.type === 'two-round' && system.round === 2);
  const [scope] = areas;
  return element('Election', {
    Name: internationalized(name),
    StartDate: date,
    EndDate: date,
    ElectionScopeId: scope && areaUnit(scope.id),
    ...(used.every((system) => system?.type === 'referendum')
      ? { Type: 'other', OtherType: 'referendum' }
      : { Type: isRunoff ? 'runoff' : 'general' }),
  });
}

async function* written(pages: AsyncIterable<Iterable<Element>>): AsyncGenerator<Iterable<string>> {
  for await (const page of pages) yield Iterator.from(page).map((one) => JSON.stringify(one));
}

async function* inTurn<T>(
  items: Iterable<T>,
  pagesOf: (item: T) => AsyncIterable<Iterable<string>>,
): AsyncGenerator<Iterable<string>> {
  for (const item of items) yield* pagesOf(item);
}

/** The elements of a list over all pages, with a comma between any two. */
async function* separated(pages: AsyncIterable<Iterable<string>>): AsyncGenerator<Iterable<string>> {
  let first = true;
  for await (const page of pages)
    yield Iterator.from(page).map((text) => {
      const piece = first ? text : `,\n${text}`;
      first = false;
      return piece;
    });
}
