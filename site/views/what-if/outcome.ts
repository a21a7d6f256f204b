import type { Outcome } from '../../../functions/allocate/index.ts';
import { bars } from '../../charts/bars/bars.ts';
import { signed } from '../../charts/beside/told.ts';
import { tableOf } from '../../charts/figure.ts';
import { hemicycle } from '../../charts/hemicycle/hemicycle.ts';
import type { ChartOption } from '../../charts/option.ts';
import { numbers, words } from '../../charts/table.ts';
import { type Change, thresholdOf } from '../../compute/what-if/rules.ts';
import type { Laboratory, WhatIf } from '../../compute/what-if/what-if.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** What follows from a change, as a page and in a sentence for who listens. */
export function outcome(
  laboratory: Laboratory,
  change: Change,
  options: readonly ChartOption[],
  context: Context,
): { readonly content: Node; readonly sentence: string } {
  const { texts, format } = context;
  const result = computed(laboratory, change);
  if (typeof result === 'string' || result.options.length === 0) {
    const reason = typeof result === 'string' ? result : reasonOf(result.outcome);
    const sentence = format.fill(texts.whatIf.notAllocated, { reason });
    return { content: h('p', { class: 'badge badge-open' }, sentence), sentence };
  }
  const sentence = sentenceOn(result, change, options, context);
  const changed = new Map(result.options.map((one) => [one.option, one.changed]));
  const seated = options.map((option) => ({
    ...option,
    seats: changed.get(option.id) ?? (option.kind === 'list' ? 0 : null),
  }));
  const voice = { texts: texts.charts, format };
  return {
    sentence,
    content: fragment(
      h('p', { class: 'what-if-sentence' }, sentence),
      hemicycle(seated, voice),
      differences(result, options, context),
      bars({ options: seated, threshold: thresholdOf(result.system) }, voice),
    ),
  };
}

function computed(laboratory: Laboratory, change: Change): WhatIf | string {
  try {
    return laboratory.under(change);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return error.message;
    throw error;
  }
}

function sentenceOn(
  { options: lists, unrepresented }: WhatIf,
  change: Change,
  options: readonly ChartOption[],
  { texts, format }: Context,
): string {
  const names = new Map(options.map(({ id, name }) => [id, name]));
  const moved = lists.filter(({ inForce, changed }) => inForce !== changed);
  const changes = moved.map(
    ({ option, inForce, changed }) =>
      `${names.get(option) ?? option} ${signed(changed - inForce, (value) => format.number(value))}`,
  );
  const against =
    Object.keys(change).length === 0
      ? texts.whatIf.same
      : moved.length === 0
        ? texts.whatIf.noChange
        : format.fill(texts.whatIf.differs, { changes: changes.join('; ') });
  const admitted = lists.filter((list) => list.admitted).length;
  return [
    against,
    format.plural(admitted, { ...texts.whatIf.admitted }),
    format.fill(texts.whatIf.unrepresented, { votes: format.number(unrepresented) }),
  ].join(' ');
}

/** The reason is one of the law or of the figures, and stands in English in the certificate too. */
function reasonOf(outcome: Outcome): string {
  return 'reason' in outcome ? outcome.reason : outcome.status;
}

function differences(
  { options: lists }: WhatIf,
  options: readonly ChartOption[],
  { texts, format }: Context,
): HTMLElement {
  const names = new Map(options.map(({ id, name }) => [id, name]));
  const { option, votes, lawSeats, otherSeats, difference } = texts.whatIf;
  return tableOf({
    caption: texts.whatIf.result,
    columns: [words(option), numbers(votes), numbers(lawSeats), numbers(otherSeats), numbers(difference)],
    rows: lists.map((list) => [
      names.get(list.option) ?? list.option,
      format.number(list.votes),
      format.number(list.inForce),
      format.number(list.changed),
      signed(list.changed - list.inForce, (value) => format.number(value)),
    ]),
  });
}
