import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import { type Child, h } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** Status, protocols, turnout, seats and release at a glance. */
export function factsOf(summary: Summary, contest: SummaryContest, context: Context): HTMLElement {
  const { texts, format } = context;
  const { status, by, at } = summary.status;
  const declared =
    by === null
      ? texts.shared.undeclared
      : format.fill(texts.shared.declared, { by, at: at === null ? '' : format.date(at) });
  return h(
    'dl',
    { class: 'facts' },
    fact(texts.shared.status, h('span', { class: `mark mark-${status}` }, texts.shared.is[status]), declared),
    protocolsFact(contest, context),
    turnoutFact(summary, contest, context),
    fact(texts.shared.release, h('span', { class: 'figure' }, summary.version), format.time(summary.at)),
  );
}

function protocolsFact(contest: SummaryContest, context: Context): Node {
  return fact(
    context.texts.shared.completeness,
    h('span', { class: 'figure' }, reportedOf(contest, context)),
    contest.provisional ? context.texts.shared.provisional : '',
  );
}

/** Protocols that are in, of those expected where that is known. */
export function reportedOf({ reported, expected }: SummaryContest, { texts, format }: Context): string {
  if (expected === null) return format.number(reported);
  return format.fill(texts.shared.reported, {
    reported: format.number(reported),
    expected: format.number(expected),
  });
}

/** The best turnout there is: of who took part, of ballots issued, or the last report of the day. */
function turnoutFact(summary: Summary, contest: SummaryContest, { texts, format }: Context): Node {
  const { castPercent, issuedPercent } = contest.turnout;
  const snapshot = summary.snapshots.find(({ area, percent }) => area === contest.area && percent !== null);
  const [percent, of] =
    castPercent !== null
      ? [castPercent, texts.pages.turnoutCast]
      : issuedPercent !== null
        ? [issuedPercent, texts.pages.turnoutIssued]
        : [snapshot?.percent ?? null, snapshot ? texts.pages.turnoutSnapshot : ''];
  return fact(texts.shared.turnout, h('span', { class: 'figure' }, format.percent(percent)), of);
}

function fact(name: string, value: Child, note: string): Node {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value, note !== '' && h('small', {}, note)));
}
