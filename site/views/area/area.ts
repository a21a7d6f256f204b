import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { isAreaId } from '../../../functions/model/ids.ts';
import { chartOptions, type SummaryContest } from '../../charts/from-summary.ts';
import { tiles } from '../../charts/tiles/tiles.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { contestOf, releaseOf } from '../parts/contest.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { childrenTable } from './children.ts';
import { type Measure, mapOf, measureOf, measures } from './measure.ts';
import { stationsOf } from './stations.ts';

interface Data extends OfElection {
  readonly contest: SummaryContest;
  readonly area: AreaResults;
  readonly definition: ElectionDefinition;
}

/** An area: the areas in it as a map and a table, then its protocols. Only the file of this area is loaded, however many stations there are. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const [summary, definition] = await Promise.all([release.summary(), release.definition()]);
    const contest = contestOf(summary, context);
    const area = await release.area(context.address.area ?? contest.area);
    return { release, summary, contest, area, definition };
  },
  head: (data, context) => ({
    title: context.format.text(data.area.area.name),
    contest: context.format.text(data.contest.name),
    lead: context.format.text(data.contest.name),
    above: trail(data, context),
  }),
  render(data, context) {
    const { area, release, contest } = data;
    const { texts } = context;
    return fragment(
      area.children.length > 0 && within(data, context),
      stationsOf(area, contest, context),
      h(
        'p',
        {},
        h('a', { href: release.url(`areas/${area.area.id}.json`), download: true }, texts.pages.areas.file),
      ),
    );
  },
});

/** The areas that this one lies in, each a link. */
function trail({ area, definition }: Data, { format, link, texts }: Context): Node | null {
  const above = area.path.slice(0, -1);
  if (above.length === 0) return null;
  const names = new Map(definition.areas.map(({ id, name }) => [id, name]));
  return h(
    'nav',
    { 'aria-label': texts.frame.views.area },
    h(
      'ol',
      { class: 'trail' },
      above.map((id) =>
        h(
          'li',
          {},
          h(
            'a',
            { href: link({ area: isAreaId(id) ? id : null, station: null }) },
            format.text(names.get(id) ?? {}) || id,
          ),
        ),
      ),
      h('li', { 'aria-current': 'page' }, format.text(area.area.name)),
    ),
  );
}

function within({ area, contest, definition }: Data, context: Context): Node {
  const { texts, format, address } = context;
  const measure = measureOf(address.settings.show);
  const title = format.fill(texts.pages.areas.within, { area: format.text(area.area.name) });
  const options = chartOptions(contest, format);
  const expected = expectedIn(definition, contest);
  return h(
    'section',
    {},
    h('h2', {}, title),
    choices(measure, context),
    tiles(mapOf(area, contest, options, measure, expected, context), { texts: texts.charts, format }),
    childrenTable(area, contest, expected, context),
  );
}

/** Protocols expected in each area: of stations where they report, one where the area itself does; null where nobody has said. */
function expectedIn(
  { areas, contests }: ElectionDefinition,
  { contest }: SummaryContest,
): ReadonlyMap<string, number | null> {
  const defined = contests.find(({ id }) => id === contest);
  if (defined?.reportedBy === 'station')
    return new Map(areas.map(({ id, stations }) => [id, stations ?? null]));
  return new Map((defined?.reportingAreas ?? []).map((id) => [id, 1]));
}

/** What the map is coloured by: links, so that a choice has an address. */
function choices(chosen: Measure, { texts, link, address }: Context): Node {
  return h(
    'nav',
    { class: 'choices', 'aria-label': texts.pages.areas.measure },
    measures.map((measure) =>
      h(
        'a',
        {
          href: link({ settings: { ...address.settings, show: measure } }),
          'aria-current': measure === chosen ? 'true' : null,
        },
        texts.pages.areas[measure],
      ),
    ),
  );
}
