import type { AreaResults } from '../../functions/model/generated/area-results.ts';
import type { AreaId } from '../../functions/model/ids.ts';
import { tiles } from '../charts/tiles/tiles.ts';
import type { TileMap } from '../charts/tiles/told.ts';
import { turnout } from '../charts/turnout/turnout.ts';
import { type Snapshots, snapshotsIn } from '../data/turnout.ts';
import { fragment, h } from '../dom.ts';
import type { Context } from '../view.ts';
import { contestOf, releaseOf } from './parts/contest.ts';
import { tableOf } from './parts/csv.ts';
import { electionView, type OfElection } from './parts/election.ts';

interface Data extends OfElection {
  readonly area: AreaResults;
  /** The area that it lies in; null for the root. */
  readonly above: AreaResults | null;
  readonly snapshots: Snapshots;
  /** Address of the table; null where none is published. */
  readonly file: string | null;
}

/** Turnout through the day of an area, before the areas within it. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const summary = await release.summary();
    const area = await release.area(context.address.area ?? contestOf(summary, context).area);
    const parent = area.area.parent;
    const above = parent === null ? null : await release.area(parent);
    const table = await tableOf(release, 'turnout.csv', Number.POSITIVE_INFINITY);
    return {
      release,
      summary,
      area,
      above,
      snapshots: snapshotsIn(table?.rows ?? []),
      file: table && release.url('turnout.csv'),
    };
  },
  head: ({ area }, { texts, format }) => ({
    title: format.fill(texts.turnoutDay.title, { area: format.text(area.area.name) }),
    contest: null,
    lead: null,
  }),
  render({ area, above, snapshots, file }, context) {
    const { texts, format } = context;
    const voice = { texts: texts.charts, format };
    const name = format.text(area.area.name);
    const courseOf = (id: AreaId, named: string) => ({
      area: id,
      name: named,
      snapshots: snapshots.get(id) ?? [],
    });
    const children = area.children.map((child) => courseOf(child.area, format.text(child.name)));
    const others = children.filter((child) => child.snapshots.length > 0);
    return fragment(
      turnout({ focus: courseOf(area.area.id, name), others }, voice),
      up(above, context),
      others.length === 0
        ? null
        : h(
            'section',
            {},
            h('h2', {}, format.fill(texts.turnoutDay.areas, { area: name })),
            tiles(mapOf(area, snapshots, context), voice),
          ),
      file === null ? null : h('p', {}, h('a', { href: file, download: true }, texts.turnoutDay.file)),
    );
  },
});

/** The last number of each area within, as a map that leads into it. */
function mapOf({ children }: AreaResults, snapshots: Snapshots, { texts, format, link }: Context): TileMap {
  return {
    measure: texts.turnoutDay.measure,
    shows: 'percent',
    areas: children
      .filter(({ area, tile }) => tile || snapshots.has(area))
      .map(({ area, name, tile }) => ({
        area,
        name: format.text(name) || area,
        href: snapshots.has(area) ? link({ area }) : null,
        ...(tile && { tile }),
        percent: snapshots.get(area)?.at(-1)?.percent ?? null,
        leader: null,
      })),
  };
}

function up(above: AreaResults | null, { texts, format, link }: Context): HTMLElement | null {
  if (!above) return null;
  const { id, name } = above.area;
  return h(
    'p',
    {},
    h('a', { href: link({ area: id }) }, format.fill(texts.turnoutDay.up, { area: format.text(name) })),
  );
}
