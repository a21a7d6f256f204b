import { areaTree } from '../../../functions/model/areas.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { isAreaId } from '../../../functions/model/ids.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { type Group, groupsOf } from '../../data/results-parquet.ts';
import { openResults } from '../../data/results-parts.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { contestOf, releaseOf } from '../parts/contest.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { chartsOf } from './charts.ts';
import { leaderOf } from './leader.ts';
import { readStations } from './read.ts';
import { mostUnasked, readingPlace } from './reading.ts';

interface Data extends OfElection {
  readonly contest: SummaryContest;
  readonly definition: ElectionDefinition;
  /** Of the file, as the manifest says; null where the release has none. */
  readonly bytes: number | null;
  /** None where it has none, or the contest is not reported by station; null where the file cannot be checked without loading all of it. */
  readonly results: Results | null;
}

interface Results {
  /** Of the file, from the root of the site. */
  readonly path: string;
  readonly groups: readonly Group[];
}

const file = 'results.parquet';

/**
 * Turnout and share of every station of a contest, read from results.parquet by parts, each of which is checked first. Opening the page reads the end of the file
 * alone, which says how many bytes the rest would be.
 */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const [summary, definition] = await Promise.all([release.summary(), release.definition()]);
    const isByStation = (id: string): boolean =>
      definition.contests.some((one) => one.id === id && one.reportedBy === 'station');
    const contest = contestOf(summary, context, (one) => isByStation(one.contest));
    const bytes = release.manifest.files.find(({ path }) => path === file)?.bytes ?? null;
    const isRead = bytes !== null && isByStation(contest.contest);
    const results = isRead ? await resultsOf(release, contest, context) : { path: file, groups: [] };
    return { release, summary, contest, definition, bytes, results };
  },
  head: ({ contest }, { texts, format }) => ({
    title: format.fill(texts.stations.title, { contest: format.text(contest.name) }),
    contest: null,
    lead: texts.stations.lead,
  }),
  render: contentOf,
});

async function resultsOf(
  release: ReleaseFiles,
  { contest }: SummaryContest,
  { published }: Context,
): Promise<Results | null> {
  const results = await openResults(release, published.parts, mostUnasked);
  return results && { path: results.path, groups: await groupsOf(results, contest) };
}

function contentOf(data: Data, context: Context): Node {
  const { release, bytes, results } = data;
  const { texts, format, link } = context;
  const { stations: words } = texts;
  const notice = (text: string): Node => h('p', { class: 'notice' }, text);
  if (bytes === null) return notice(words.noFile);
  if (results?.groups.length === 0) return notice(words.none);
  return fragment(
    results
      ? [
          h('p', { class: 'prose' }, texts.pages.findings.indicatorsLead),
          placeOf(data, results, context),
          h('p', { class: 'prose' }, words.checked),
        ]
      : notice(format.fill(words.unproved, { size: format.bytes(bytes) })),
    h(
      'p',
      {},
      h('a', { href: release.url(file), download: true }, file),
      ' · ',
      h('a', { href: link({ view: 'files', settings: {} }) }, words.verify),
    ),
  );
}

function placeOf({ contest, definition }: Data, { path, groups }: Results, context: Context): Node {
  const leader = leaderOf(contest);
  const tree = areaTree(definition);
  const question = {
    contest: contest.contest,
    leader: leader?.option ?? null,
    within: (area: string) => isAreaId(area) && isAreaId(contest.area) && tree.within(area, contest.area),
  };
  return readingPlace(
    {
      bytes: groups.reduce((sum, { bytes }) => sum + bytes, 0),
      read: (progress) => readStations(groups, question, path, progress),
      show: (glance) => chartsOf(glance, leader, context),
    },
    context,
  );
}
