import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { sheet } from '../parts/table.ts';
import { reportedOf } from './facts.ts';
import { ended } from './outcome.ts';

/** The other contests of the election, each with how it ended; nothing where there is one alone. */
export function otherContests({ contests }: Summary, shown: SummaryContest, context: Context): Node {
  const others = contests.filter(({ contest }) => contest !== shown.contest);
  if (others.length === 0) return fragment();
  const { texts, format, link } = context;
  return fragment(
    h('h2', {}, texts.pages.others),
    sheet(
      texts.pages.others,
      [
        {
          title: texts.shared.contest,
          cell: ({ contest, name }) =>
            h('a', { href: link({ view: 'results', contest, settings: {} }) }, format.text(name) || contest),
        },
        {
          title: texts.shared.completeness,
          numeric: true,
          cell: (contest) => reportedOf(contest, context),
        },
        { title: texts.shared.status, cell: (contest) => ended(contest, context) },
      ],
      others,
    ),
  );
}
