import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import { counted } from '../../outcome.ts';
import { stationsByArea } from '../../release/contents/register.ts';
import type { Check } from '../check.ts';
import type { Evidence } from '../evidence.ts';
import { arrivalsOf } from '../recompute/arrivals.ts';
import { expectedIn } from '../recompute/expected.ts';
import { areaSums } from '../recompute/tree.ts';
import { type Cells, rowsDiffer } from '../rows.ts';

/** completeness.csv states what results.csv holds, what register and definition expect, and what the ledger says of what came. */
export const completeness: Check = {
  name: 'completeness',
  async run(evidence) {
    const definition = await evidence.definition();
    const stations = stationsByArea(await evidence.register());
    const rows = new Map<string, Cells>();
    for (const contest of definition.contests)
      for (const [area, cells] of await rowsOf(evidence, definition, contest, stations))
        rows.set(`${contest.id},${area}`, cells);
    const differs = await rowsDiffer(evidence.folder, 'completeness.csv', ['contest', 'area'], rows);
    if (differs) return { differs };
    return {
      holds: `${counted(rows.size, 'row')}, recomputed from results.csv, stations.csv, the definition and the ledger`,
    };
  },
};

async function rowsOf(
  evidence: Evidence,
  definition: ElectionDefinition,
  contest: ElectionDefinition['contests'][number],
  stations: ReadonlyMap<AreaId, number>,
): Promise<Map<AreaId, Cells>> {
  const [{ totals }, entries] = [await evidence.sums(), await evidence.entries()];
  const expected = expectedIn(definition, contest, stations);
  const arrivals = arrivalsOf(definition, contest, totals, entries);
  const rows = new Map<AreaId, Cells>();
  for (const [area, { reported }] of areaSums(definition, contest, totals)) {
    const units = expected.get(area) ?? null;
    const arrival = arrivals.get(area);
    // Areas of which nothing is expected and nothing has come are left out, but for the contest's own.
    if (area !== contest.area && reported === 0 && (units ?? 0) === 0 && !arrival?.rejected) continue;
    const missing = units === null ? '' : String(Math.max(0, units - reported));
    rows.set(area, { expected: String(units ?? ''), reported: String(reported), missing, ...arrival?.cells });
  }
  return rows;
}
