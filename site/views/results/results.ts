import type { Certificate } from '../../../functions/model/generated/certificate.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import { isWeb } from '../../../functions/publish/site/pages/web.ts';
import { bars } from '../../charts/bars/bars.ts';
import { beside } from '../../charts/beside/beside.ts';
import { chartOptions, type SummaryContest } from '../../charts/from-summary.ts';
import { hemicycle } from '../../charts/hemicycle/hemicycle.ts';
import { thresholdOfSystem } from '../../charts/threshold.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { contestOf, releaseOf } from '../parts/contest.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { factsOf } from './facts.ts';
import { otherContests } from './others.ts';
import { outcomeText } from './outcome.ts';

interface Data extends OfElection {
  readonly contest: SummaryContest;
  readonly certificate: Certificate;
}

/** An election: what came out, how complete it is, and how to go on from there. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const summary = await release.summary();
    const contest = contestOf(summary, context);
    return { release, summary, contest, certificate: await release.certificate(contest.contest) };
  },
  head: ({ summary, contest }, { texts, format, address }) => ({
    title: format.text(summary.name),
    contest: address.contest === null ? null : format.text(contest.name),
    lead: [
      h('time', { datetime: summary.date }, format.date(summary.date)),
      summary.contests.length > 1 && ` · ${format.plural(summary.contests.length, texts.pages.contests)}`,
    ],
  }),
  render(data, context) {
    const { summary, contest } = data;
    const { format } = context;
    return fragment(
      factsOf(summary, contest, context),
      h('h2', {}, format.text(contest.name)),
      h('p', { class: 'prose' }, outcomeText(contest, context)),
      contest.published ? charts(data, context) : unpublished(contest, context),
      otherContests(summary, contest, context),
      notesOf(summary, context),
    );
  },
});

function charts({ contest, certificate }: Data, context: Context): Node {
  const { texts, format, link } = context;
  const voice = { texts: texts.charts, format };
  const options = chartOptions(contest, format);
  const own = { contest: contest.contest, settings: {} };
  const manySeats = options.reduce((sum, { seats }) => sum + (seats ?? 0), 0) > 1;
  const declared = beside(options, voice);
  return fragment(
    manySeats && [h('h3', {}, texts.pages.seats), hemicycle(options, voice)],
    h('h3', {}, texts.pages.votes),
    bars({ options, threshold: thresholdOfSystem(certificate.system) }, voice),
    declared && [h('h3', {}, texts.pages.beside), declared],
    contest.note && h('p', { class: 'prose' }, format.text(contest.note)),
    h(
      'ul',
      { class: 'actions' },
      h('li', {}, h('a', { href: link({ view: 'certificate', ...own }) }, texts.pages.explain)),
      contest.system === 'party-list' &&
        h('li', {}, h('a', { href: link({ view: 'what-if', ...own }) }, texts.pages.whatIf)),
      h('li', {}, h('a', { href: link({ view: 'area', area: contest.area, ...own }) }, texts.pages.toAreas)),
      h('li', {}, h('a', { href: link({ view: 'stations', ...own }) }, texts.stations.link)),
    ),
  );
}

function unpublished(contest: SummaryContest, { texts, format }: Context): Node {
  return fragment(
    h('p', { class: 'notice' }, texts.shared.unpublished),
    contest.note && h('p', { class: 'prose' }, format.text(contest.note)),
  );
}

function notesOf({ notes, sources, licence, authority }: Summary, { texts, format }: Context): Node {
  return fragment(
    notes.length > 0 && [
      h('h2', {}, texts.shared.notes),
      h(
        'ul',
        { class: 'prose' },
        notes.map((note) => h('li', {}, format.text(note))),
      ),
    ],
    h('h2', {}, texts.shared.sources),
    h(
      'ul',
      { class: 'prose' },
      sources.map(({ title, url }) =>
        h('li', {}, isWeb(url) ? h('a', { href: url, rel: 'noopener' }, title) : title),
      ),
    ),
    h(
      'p',
      {},
      `${texts.shared.authority}: ${format.text(authority.name)}. ${texts.shared.licence}: `,
      isWeb(licence.url)
        ? h('a', { href: licence.url, rel: 'license noopener' }, licence.title)
        : licence.title,
    ),
  );
}
