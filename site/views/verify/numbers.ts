import { isCountField } from '../../../functions/model/records/protocol.ts';
import type { InclusionProof } from '../../../functions/publish/verify/inclusion.ts';
import { tableOf } from '../../charts/figure.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import { numbers, words } from '../../charts/table.ts';
import type { PublishedProtocol } from '../../compute/verify/protocol.ts';
import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** The numbers of a protocol from the file that was checked; nothing where it does not hold. */
export function numbersOf(
  protocol: PublishedProtocol | null,
  { options }: SummaryContest,
  { texts, format }: Context,
): HTMLElement | null {
  if (!protocol) return null;
  const { verification } = texts;
  const names = new Map<string, string>(options.map(({ option, name }) => [option, format.text(name)]));
  const rows = [
    ...Object.entries(protocol.counts).map(([count, value]) => [
      isCountField(count) ? verification.counts[count] : count,
      format.number(value),
    ]),
    ...Object.entries(protocol.votes).map(([option, value]) => [
      format.fill(verification.votesFor, { option: names.get(option) ?? option }),
      format.number(value),
    ]),
  ];
  return h(
    'section',
    {},
    h('h3', {}, verification.numbers),
    tableOf({
      caption: verification.numbers,
      columns: [words(verification.name), numbers(verification.value)],
      rows,
    }),
  );
}

/** The proof as JSON, to be copied. */
export function proofOf(proof: InclusionProof | null, { texts }: Context): HTMLElement | null {
  if (!proof) return null;
  return h(
    'details',
    { class: 'proof' },
    h('summary', {}, texts.verification.proof),
    h('pre', { tabindex: 0 }, h('code', {}, JSON.stringify(proof, null, 2))),
  );
}
