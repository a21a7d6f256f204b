import { counted } from '../../outcome.ts';
import { stationsByArea } from '../../release/contents/register.ts';
import type { Check } from '../check.ts';
import { expectedIn } from '../expected.ts';
import { type Cells, rowsDiffer } from '../rows.ts';
import { areaSums } from '../tree.ts';

/** completeness.csv states as many protocols as results.csv holds, and expects those that register and definition name. */
export const completeness: Check = {
  name: 'completeness',
  async run({ folder, definition: read, sums, register }) {
    const [definition, { totals }] = [await read(), await sums()];
    const stations = stationsByArea(await register());
    const rows = new Map<string, Cells>();
    for (const contest of definition.contests) {
      const expected = expectedIn(definition, contest, stations);
      for (const [area, { reported }] of areaSums(definition, contest, totals)) {
        const units = expected.get(area) ?? null;
        // Areas of which nothing is expected and nothing has come are left out, but for the contest's own.
        if (area !== contest.area && reported === 0 && (units ?? 0) === 0) continue;
        rows.set(`${contest.id},${area}`, { expected: String(units ?? ''), reported: String(reported) });
      }
    }
    const differs = await rowsDiffer(folder, 'completeness.csv', ['contest', 'area'], rows);
    if (differs) return { differs };
    return {
      holds: `${counted(rows.size, 'row')}, recomputed from results.csv, stations.csv and the definition`,
    };
  },
};
