import type { Certificate } from '../../../functions/allocate/index.ts';
import { chartOptions, type SummaryContest } from '../../charts/from-summary.ts';
import type { Laboratory, NoLaboratory } from '../../compute/what-if/what-if.ts';
import { h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { contestOf, namingOf, releaseOf } from '../parts/contest.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { changeIn, controls } from './controls.ts';
import { outcome } from './outcome.ts';

interface Data extends OfElection {
  readonly contest: SummaryContest;
  readonly certificate: Certificate;
  readonly laboratory: Laboratory | NoLaboratory;
}

/** The seats of a contest under another threshold, formula or number of seats, computed in the browser by the allocation engine itself. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const summary = await release.summary();
    const contest = contestOf(summary, context, ({ system }) => system === 'party-list');
    const certificate = await release.certificate(contest.contest);
    const { laboratoryOf } = await import('../../compute/what-if/what-if.ts');
    return {
      release,
      summary,
      contest,
      certificate,
      laboratory: laboratoryOf(certificate, namingOf(contest)),
    };
  },
  head: ({ contest, laboratory }, { texts, format }) => ({
    title: format.fill(texts.whatIf.title, { contest: format.text(contest.name) }),
    contest: null,
    lead: typeof laboratory === 'string' ? null : texts.whatIf.intro,
  }),
  render({ contest, laboratory }, context) {
    const { texts, format } = context;
    if (typeof laboratory === 'string')
      return h(
        'p',
        { class: laboratory === 'differs' ? 'badge badge-fails' : 'lead' },
        reasonIn(laboratory, context),
      );
    const options = chartOptions(contest, format);
    const shown = h('div', { class: 'what-if-result' });
    const said = h('p', { class: 'unseen', role: 'status' });
    const show = (settings: Readonly<Record<string, string>>) => {
      const { content, sentence } = outcome(laboratory, changeIn(settings, laboratory), options, context);
      shown.replaceChildren(content);
      said.textContent = sentence;
    };
    show(context.address.settings);
    return h(
      'div',
      { class: 'what-if' },
      controls(laboratory, context, show),
      h('section', {}, h('h2', {}, texts.whatIf.result), said, shown),
    );
  },
});

function reasonIn(reason: NoLaboratory, { texts }: Context): string {
  const { noList, noSeats, wrong } = texts.whatIf;
  return { 'no-list': noList, 'not-allocated': noSeats, differs: wrong }[reason];
}
