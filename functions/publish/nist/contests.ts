import type { Contest, Option, System } from '../../model/generated/election.ts';
import { votesField } from '../../model/records/protocol.ts';
import { inLanguage } from '../../model/text/text.ts';
import { certificateOf, computedSeats, contestSum } from '../figures/contest.ts';
import type { Release } from '../release.ts';
import { statedCounts, type UnitCounts, unitCounts } from './counts.ts';
import { areaUnit, type Element, element, internationalized, opened, optionElement } from './element.ts';
import type { DetailLevel } from './level.ts';
import { isCandidateContest, officeOf, partyOfList } from './people.ts';

/** A contest with its selections, the votes of each by unit, and the blank ballots, as JSON piece by piece. */
export async function* contestPieces(
  release: Release,
  contest: Contest,
  level: DetailLevel,
): AsyncGenerator<Iterable<string>> {
  const fields = contest.options.map(({ id }) => votesField(id));
  const counts = await unitCounts(release, contest, [...fields, 'blank'], level);
  yield [opened(contestHead(release, contest)), ',"ContestSelection":[\n'];
  for (const [place, option] of contest.options.entries()) {
    const head = opened(selectionHead(contest, option, place + 1));
    yield [`${place === 0 ? '' : ',\n'}${head},"VoteCounts":[`];
    yield commaSeparated(voteCounts(release, contest, option, counts));
    yield [']}'];
  }
  yield ['\n],"OtherCounts":['];
  yield commaSeparated(blankBallots(counts));
  yield [']}'];
}

/** Items with a comma between them. */
export function* commaSeparated(items: Iterable<string>): Generator<string> {
  let separator = '';
  for (const item of items) {
    yield separator + item;
    separator = ',\n';
  }
}

function contestHead(release: Release, contest: Contest): Element {
  const { languages, systems } = release.definition;
  const system = systems[contest.system];
  const { reported, expected, provisional } = contestSum(release, contest);
  const common = {
    '@id': `contest.${contest.id}`,
    Name: inLanguage(contest.name, languages[0] ?? 'en'),
    BallotTitle: internationalized(contest.name),
    ElectionDistrictId: areaUnit(contest.area),
    VoteVariation: variationOf(system),
    SubUnitsReported: reported,
    TotalSubUnits: expected ?? undefined,
    CountStatus: [
      element('CountStatus', { Type: 'total', Status: countStatus(reported, expected, provisional) }),
    ],
  };
  if (system?.type === 'referendum')
    return element('BallotMeasureContest', { ...common, Type: 'referendum' });
  if (!isCandidateContest(release, contest)) return element('PartyContest', common);
  return element('CandidateContest', {
    ...common,
    OfficeIds: [officeOf(contest)],
    NumberElected: seatsOf(system),
    VotesAllowed: 1,
  });
}

function countStatus(reported: number, expected: number | null, provisional: boolean): string {
  if (expected === null) return 'unknown';
  if (reported === 0) return 'not-processed';
  return provisional ? 'in-process' : 'completed';
}

function variationOf(system: System | undefined): string {
  if (system?.type === 'plurality') return 'plurality';
  if (system?.type === 'two-round' || system?.type === 'referendum') return 'majority';
  return 'proportional';
}

function seatsOf(system: System | undefined): number {
  return system?.type === 'plurality' ? (system.seats ?? 1) : 1;
}

/** Against all and ballots that count for no option are selections of their own: an answer that is neither party nor person. */
function selectionHead(contest: Contest, option: Option, place: number): Element {
  const common = { '@id': optionElement('selection', contest.id, option.id), SequenceOrder: place };
  if (option.kind === 'list')
    return element('PartySelection', { ...common, PartyIds: [partyOfList(contest, option)] });
  if (option.kind === 'candidate')
    return element('CandidateSelection', {
      ...common,
      CandidateIds: [optionElement('candidate', contest.id, option.id)],
      EndorsementPartyIds: option.party === undefined ? undefined : [`party.${option.party}`],
    });
  return element('BallotMeasureSelection', { ...common, Selection: internationalized(option.name) });
}

/** Votes by unit; of a list its seats too, once the certificate has them: the standard counts them as votes of the type `seats`. */
function* voteCounts(
  release: Release,
  contest: Contest,
  option: Option,
  counts: UnitCounts,
): Generator<string> {
  const field = votesField(option.id);
  for (const { unit, counts: stated } of statedCounts(counts, [field]))
    yield voteCount(unit, 'total', stated.get(field) ?? 0);
  if (option.kind !== 'list') return;
  const seats = computedSeats(certificateOf(release, contest).outcome, option.id);
  if (seats !== null) yield voteCount(areaUnit(contest.area), 'seats', seats);
}

// Written by hand: sums are exact whatever their size, and JSON.stringify has no bigint.
function voteCount(unit: string, type: 'total' | 'seats', count: bigint | number): string {
  return `{"@type":"ElectionResults.VoteCounts","GpUnitId":${JSON.stringify(unit)},"Type":"${type}","Count":${count}}`;
}

function* blankBallots(counts: UnitCounts): Generator<string> {
  for (const { unit, counts: stated } of statedCounts(counts, ['blank']))
    yield `{"@type":"ElectionResults.OtherCounts","GpUnitId":${JSON.stringify(unit)},"Undervotes":${stated.get('blank')}}`;
}
