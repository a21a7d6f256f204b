import { counted } from '../../outcome.ts';
import { cellsOf } from '../../release/contents/known.ts';
import type { Check } from '../check.ts';
import { areaSums } from '../recompute/tree.ts';
import { type Cells, rowsDiffer } from '../rows.ts';

/** totals.csv is what results.csv adds up to, area by area. */
export const totals: Check = {
  name: 'totals',
  async run({ folder, definition: read, sums }) {
    const [definition, { totals: own }] = [await read(), await sums()];
    const rows = new Map<string, Cells>();
    for (const contest of definition.contests)
      for (const [area, { values }] of areaSums(definition, contest, own))
        for (const [field, { sum, units }] of values)
          rows.set(`${contest.id},${area},${cellsOf(field)}`, {
            count: String(sum),
            protocols: String(units),
          });
    const differs = await rowsDiffer(folder, 'totals.csv', ['contest', 'area', 'measure', 'option'], rows);
    if (differs) return { differs };
    return { holds: `${counted(rows.size, 'sum')}, recomputed from results.csv` };
  },
};
