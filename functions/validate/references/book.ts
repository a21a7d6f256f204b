import { type AreaTree, areaTree } from '../../model/areas.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import { type AreaId, isAreaId } from '../../model/ids.ts';
import { lookalikeFinder } from '../spelling/lookalikes.ts';

/** A definition opened for looking things up; every answer to an unknown name is null. */
export interface Book {
  readonly definition: ElectionDefinition;
  readonly tree: AreaTree;
  contest(id: string): Contest | null;
  area(id: string): AreaId | null;
  /** The area whose id looks the same as `id`, see `lookalikeFinder`. */
  areaLike(id: string): AreaId | null;
  hasSource(id: string): boolean;
}

/** The book of a definition. */
export function bookOf(definition: ElectionDefinition): Book {
  const tree = areaTree(definition);
  const contests = new Map<string, Contest>(definition.contests.map((contest) => [contest.id, contest]));
  const sources = new Set(definition.sources.map(({ id }) => id));
  return {
    definition,
    tree,
    contest: (id) => contests.get(id) ?? null,
    area: (id) => (isAreaId(id) ? (tree.area(id)?.id ?? null) : null),
    areaLike: lookalikeFinder(() => definition.areas.map(({ id }) => id)),
    hasSource: (id) => sources.has(id),
  };
}

/** The ids of all areas. */
export function areaIds({ definition }: Book): AreaId[] {
  return definition.areas.map(({ id }) => id);
}

/** The areas that report a contest for themselves: its reporting areas, else its own. */
export function reportingAreas(contest: Contest): readonly AreaId[] {
  return contest.reportingAreas ?? [contest.area];
}
