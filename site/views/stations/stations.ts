import { areaTree } from '../../../functions/model/areas.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import { isAreaId } from '../../../functions/model/ids.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { type Group, groupsOf } from '../../data/results-parquet.ts';
import { fragment, h } from '../../dom.ts';
import { type Context, defineView } from '../../view.ts';
import { contestOf, heading, releaseOf } from '../parts/contest.ts';
import { notices } from '../parts/notices.ts';
import { chartsOf } from './charts.ts';
import { leaderOf } from './leader.ts';
import { readStations } from './read.ts';
import { readingPlace } from './reading.ts';

interface Data {
  readonly release: ReleaseFiles;
  readonly summary: Summary;
  readonly contest: SummaryContest;
  readonly definition: ElectionDefinition;
  /** From the root of the site. */
  readonly path: string;
  /** Whether the release has the file. */
  readonly isListed: boolean;
  /** None where it has not, or the contest is not reported by station. */
  readonly groups: readonly Group[];
}

const file = 'results.parquet';

/**
 * Turnout and share of every station of a contest, read from results.parquet by parts. Opening the page reads the end of the file alone, which says
 * how many bytes the rest would be.
 */
export const view = defineView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const [summary, definition] = await Promise.all([release.summary(), release.definition()]);
    const isByStation = (id: string): boolean =>
      definition.contests.some((one) => one.id === id && one.reportedBy === 'station');
    const contest = contestOf(summary, context, (one) => isByStation(one.contest));
    const listed = release.manifest.files.find(({ path }) => path === file);
    const path = `elections/${release.election}/${release.version}/${file}`;
    const groups =
      listed && isByStation(contest.contest)
        ? await groupsOf(context.published.parts(path, listed.bytes), path, contest.contest)
        : [];
    return { release, summary, contest, definition, path, isListed: listed !== undefined, groups };
  },
  title: ({ contest }, { texts, format }) =>
    format.fill(texts.stations.title, { contest: format.text(contest.name) }),
  render(data, context) {
    const { release, summary, contest, isListed, groups } = data;
    const { texts, format, link } = context;
    const { stations: words } = texts;
    const title = format.fill(words.title, { contest: format.text(contest.name) });
    return fragment(
      heading(title, `${words.lead} ${format.text(summary.name)}.`),
      notices(release, summary, context),
      groups.length === 0
        ? h('p', { class: 'notice' }, isListed ? words.none : words.noFile)
        : [
            h('p', { class: 'prose' }, texts.pages.findings.indicatorsLead),
            placeOf(data, context),
            h('p', { class: 'prose' }, words.unchecked),
            h(
              'p',
              {},
              h('a', { href: release.url(file), download: true }, file),
              ' · ',
              h('a', { href: link({ view: 'files', settings: {} }) }, words.verify),
            ),
          ],
    );
  },
});

function placeOf({ contest, definition, path, groups }: Data, context: Context): Node {
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
