import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import { chartOptions } from '../../charts/from-summary.ts';
import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { type SheetColumn, sheet } from '../parts/table.ts';
import { completenessOf, leaderOf, totalOf, turnoutOf } from './measure.ts';

type Child = AreaResults['children'][number];

/** The areas within an area: a row each, a link into it, and its sums. */
export function childrenTable(
  area: AreaResults,
  contest: SummaryContest,
  expected: ReadonlyMap<string, number | null>,
  context: Context,
): Node {
  const { texts, format, link } = context;
  const options = chartOptions(contest, format);
  const total = ({ totals }: Child) => totalOf(totals, contest.contest);
  const columns: SheetColumn<Child>[] = [
    {
      title: texts.frame.views.area,
      cell: ({ area: id, name }) =>
        h('a', { href: link({ area: id, station: null }) }, format.text(name) || id),
    },
    {
      title: texts.shared.counts.registered,
      numeric: true,
      cell: (child) => format.number(total(child)?.counts.registered),
    },
    { title: texts.shared.turnout, numeric: true, cell: (child) => format.percent(turnoutOf(total(child))) },
    { title: texts.pages.areas.leader, cell: (child) => leaderOf(total(child), options)?.name ?? '—' },
    {
      title: texts.shared.completeness,
      numeric: true,
      cell: (child) => {
        const known = completenessOf(total(child), expected.get(child.area) ?? null);
        const reported = format.number(total(child)?.reported);
        return known === null ? reported : `${reported} (${format.percent(known, 0)})`;
      },
    },
  ];
  const title = format.fill(texts.pages.areas.within, { area: format.text(area.area.name) });
  return sheet(title, columns, area.children);
}
