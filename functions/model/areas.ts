import type { Area, ElectionDefinition } from './generated/election.ts';
import type { AreaId } from './ids.ts';

/** The areas of an election as a tree. Of an area that the definition does not name, every answer is empty or false. */
export interface AreaTree {
  /** The area as the definition has it. */
  area(id: AreaId): Area | undefined;
  /** The areas directly in it, in the order of the definition. */
  children(id: AreaId): readonly AreaId[];
  /** From the root down to the area itself. */
  path(id: AreaId): readonly AreaId[];
  /** The area itself and all that lie in it, parents before children. */
  subtree(id: AreaId): readonly AreaId[];
  /** Whether `id` is `ancestor` or lies in it. */
  within(id: AreaId, ancestor: AreaId): boolean;
}

/**
 * The tree of the definition's areas. A parent counts only where it stands before its child, so a circle in a definition that
 * nobody has checked cannot become an endless loop; of two areas with one id the first counts.
 */
export function areaTree(definition: Pick<ElectionDefinition, 'areas'>): AreaTree {
  const areas = new Map<AreaId, Area>();
  const paths = new Map<AreaId, readonly AreaId[]>();
  const children = new Map<AreaId, AreaId[]>();
  for (const area of definition.areas) {
    if (areas.has(area.id)) continue;
    const above = area.parent === undefined ? [] : (paths.get(area.parent) ?? []);
    if (area.parent !== undefined) children.get(area.parent)?.push(area.id);
    areas.set(area.id, area);
    paths.set(area.id, [...above, area.id]);
    children.set(area.id, []);
  }
  return {
    area: (id) => areas.get(id),
    children: (id) => children.get(id) ?? [],
    path: (id) => paths.get(id) ?? [],
    subtree: (id) => (areas.has(id) ? subtreeOf(id, children) : []),
    within: (id, ancestor) => paths.get(id)?.includes(ancestor) ?? false,
  };
}

function subtreeOf(root: AreaId, children: ReadonlyMap<AreaId, readonly AreaId[]>): AreaId[] {
  const found = [root];
  // The list grows while it is walked: that is the walk, without a stack that deep trees could exhaust.
  for (const id of found) found.push(...(children.get(id) ?? []));
  return found;
}
