import type { Certificate } from '../../functions/allocate/index.ts';
import { bars } from '../charts/bars/bars.ts';
import { beside } from '../charts/beside/beside.ts';
import { chartOptions, type SummaryContest } from '../charts/from-summary.ts';
import type { ChartOption } from '../charts/option.ts';
import { thresholdOfSystem } from '../charts/threshold.ts';
import { type ExplainedStep, type Section, sectionsOf } from '../compute/certificate/sections.ts';
import { fragment, h } from '../dom.ts';
import type { Context } from '../view.ts';
import { contestOf, namingOf, releaseOf } from './parts/contest.ts';
import { electionView, type OfElection } from './parts/election.ts';
import { standingStrip } from './parts/standing.ts';
import { linked } from './parts/words.ts';

interface Data extends OfElection {
  readonly contest: SummaryContest;
  readonly certificate: Certificate;
  readonly file: string;
}

/** The certificate of a contest, step by step, and its result computed anew in the browser. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const summary = await release.summary();
    const contest = contestOf(summary, context);
    const certificate = await release.certificate(contest.contest);
    const file = release.url(`allocation/${contest.contest}.json`);
    return { release, summary, contest, certificate, file };
  },
  head: ({ contest }, { texts, format }) => ({
    title: format.fill(texts.certificate.title, { contest: format.text(contest.name) }),
    contest: null,
    lead: contest.published ? texts.certificate.intro : texts.certificate.none,
  }),
  render({ contest, certificate, file }, context) {
    const { texts, format, language } = context;
    const options = chartOptions(contest, format);
    if (!contest.published) return fragment();
    const voice = { texts: texts.charts, format };
    const sections = sectionsOf(certificate, language);
    return fragment(
      recomputed(contest, certificate, context),
      bars({ options, threshold: thresholdOfSystem(certificate.system) }, voice),
      h('h2', {}, texts.certificate.steps),
      h(
        'ol',
        { class: 'steps' },
        sections.map((section, place) => sectionOf(section, place, options, context)),
      ),
      beside(options, voice),
      h(
        'p',
        { class: 'actions' },
        h('a', { href: file, download: true }, texts.certificate.file),
        ' ',
        contest.system === 'party-list'
          ? h(
              'a',
              { href: context.link({ view: 'what-if', contest: contest.contest }) },
              texts.certificate.change,
            )
          : null,
      ),
    );
  },
});

function sectionOf(
  { title, asks, steps }: Section,
  place: number,
  options: readonly ChartOption[],
  context: Context,
): HTMLElement {
  const { texts, format } = context;
  const last = steps.findLast(({ standing }) => standing !== null)?.standing;
  return h(
    'li',
    { class: 'step' },
    h(
      'h3',
      {},
      h(
        'span',
        { class: 'unseen' },
        `${format.fill(texts.certificate.step, { number: format.number(place + 1) })}: `,
      ),
      title,
    ),
    asks.map((words) => h('p', { class: 'step-law' }, linked(words))),
    steps.length === 0 ? null : h('ul', { class: 'step-list' }, steps.map(stepOf)),
    last ? standingStrip(last, options, context) : null,
  );
}

function stepOf({ sentence }: ExplainedStep): HTMLElement {
  return h('li', {}, linked(sentence));
}

/** The engine is loaded beside the page, which does not wait for it. */
function recomputed(contest: SummaryContest, certificate: Certificate, { texts }: Context): HTMLElement {
  const badge = h('p', { class: 'badge badge-open', role: 'status' }, texts.certificate.checking);
  const show = (state: 'holds' | 'fails' | 'unknown') => {
    badge.className = `badge badge-${state === 'unknown' ? 'open' : state}`;
    badge.textContent = texts.certificate[state];
  };
  import('../compute/what-if/recompute.ts')
    .then(({ recompute }) => show(recompute(certificate, namingOf(contest))))
    .catch(() => show('unknown'));
  return badge;
}
