import type { AreaTree } from '../../model/areas.ts';
import type { Contest } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import type { DefinitionCheck } from './definition.ts';

/** Parts of a contest lie in its area, and none in another: votes would be counted twice. `pointer` gives the place of each. */
export function checkParts(
  areas: readonly AreaId[],
  contest: Contest,
  tree: AreaTree,
  pointer: (place: number) => string,
  check: DefinitionCheck,
): void {
  const parts = new Set(areas);
  for (const [place, area] of areas.entries()) {
    const kind = tree.area(area) === undefined ? 'area' : `area inside ${contest.area}`;
    check.refers(tree.within(area, contest.area), kind, area, pointer(place));
    const around = tree.path(area).find((above) => above !== area && parts.has(above));
    check.refers(around === undefined, `area outside ${around}`, area, pointer(place));
  }
}
