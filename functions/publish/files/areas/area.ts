import type { AreaResults } from '../../../model/generated/area-results.ts';
import type { Area } from '../../../model/generated/election.ts';
import type { AreaId, ContestId } from '../../../model/ids.ts';
import { type AreaSum, sumsByArea } from '../../figures/contest.ts';
import { exactCount } from '../../figures/shares.ts';
import { statusOf } from '../../figures/status.ts';
import type { Release } from '../../release.ts';
import { blocks } from '../../write/blocks.ts';
import type { FileKind, PlannedFile } from '../file.ts';
import { type Layout, protocolText, tableLayout } from '../results/text.ts';
import { type Measure, measuresOf } from '../tables/results.ts';

/** areas/<area>.json: the results of one area. Their shape is schemas/area-results.schema.json. */
export const areaFiles: FileKind = (release) => {
  const contests = onceOnly(() =>
    release.definition.contests.map((contest) => contestSums(release, contest)),
  );
  return release.definition.areas.map((area) => areaFile(release, contests, area));
};

/** Where the file of an area lies. */
export function areaPath(area: AreaId): string {
  return `areas/${area}.json`;
}

/** A contest with its sums in each area of it. */
interface ContestSums {
  readonly contest: ContestId;
  readonly layout: Layout;
  readonly sums: ReadonlyMap<AreaId, AreaSum>;
}

function contestSums(release: Release, contest: Release['definition']['contests'][number]): ContestSums {
  const layout = tableLayout(measuresOf(contest));
  return { contest: contest.id, layout, sums: sumsByArea(release, contest) };
}

function areaFile(release: Release, contests: () => readonly ContestSums[], area: Area): PlannedFile {
  return {
    path: areaPath(area.id),
    mediaType: 'application/json',
    description: `The results of area ${area.id}: its sums, those of the areas in it, its protocols.`,
    table: null,
    listedIn: 'areas.json',
    content: () => blocks(pages(release, contests(), area)),
  };
}

async function* pages(
  release: Release,
  contests: readonly ContestSums[],
  area: Area,
): AsyncGenerator<Iterable<string>> {
  yield [`${JSON.stringify(head(release, contests, area)).slice(0, -1)},"protocols":[`];
  const layouts = new Map(contests.map((one) => [one.contest, one.layout]));
  const protocols = await release.records.protocolsIn(area.id);
  yield Iterator.from(protocols).map((protocol, index) => {
    const text = protocolText(protocol, layouts.get(protocol.contest) ?? noLayout);
    return `${index === 0 ? '\n' : ',\n'}${text}`;
  });
  yield ['\n]}\n'];
}

function head(
  release: Release,
  contests: readonly ContestSums[],
  { id, type, parent, name }: Area,
): Omit<AreaResults, 'protocols'> {
  const { definition, version, state, tree } = release;
  return {
    election: definition.id,
    version,
    revision: state.revision,
    status: statusOf(release).status,
    synthetic: definition.synthetic !== undefined,
    area: { id, type, parent: parent ?? null, name },
    path: [...tree.path(id)],
    totals: totalsOf(contests, id),
    children: tree.children(id).map((child) => {
      const { name = {}, tile } = tree.area(child) ?? {};
      return { area: child, name, ...(tile && { tile: { ...tile } }), totals: totalsOf(contests, child) };
    }),
  };
}

function totalsOf(contests: readonly ContestSums[], area: AreaId): AreaResults['totals'] {
  return contests.flatMap(({ contest, layout, sums }) => {
    const sum = sums.get(area);
    return sum ? [{ contest, reported: sum.reported, ...numbers(sum, layout.measures) }] : [];
  });
}

function numbers({ values }: AreaSum, measures: readonly Measure[]) {
  const counts: [string, number | string][] = [];
  const votes: [string, number | string][] = [];
  for (const { field, measure, option } of measures) {
    const total = values.get(field);
    if (!total) continue;
    if (option === null) counts.push([measure, exactCount(total.sum)]);
    else votes.push([option, exactCount(total.sum)]);
  }
  return { counts: Object.fromEntries(counts), votes: Object.fromEntries(votes) };
}

const noLayout = tableLayout([]);

/** The files are planned for every release and asked for later: the sums are made for the first, and kept for the rest. */
function onceOnly<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
