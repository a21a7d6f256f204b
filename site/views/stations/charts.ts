import { histogram } from '../../charts/glance/histogram.ts';
import { glanceMap } from '../../charts/glance/map.ts';
import type { Glance } from '../../compute/stations/collector.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import type { SummaryOption } from './leader.ts';

/** The two charts of the stations of a contest, each with what its numbers are. */
export function chartsOf(
  { stations, voters, bins }: Glance,
  leader: SummaryOption | null,
  { texts, format }: Context,
): Node {
  const { stations: words, charts } = texts;
  if (stations === 0) return h('p', { class: 'notice' }, words.none);
  const voice = { texts: charts, words, format };
  const name = leader ? format.text(leader.name) || leader.option : '';
  return fragment(
    h('p', { role: 'status' }, format.plural(stations, texts.pages.stations)),
    h('h2', {}, words.turnout.heading),
    h('p', { class: 'prose' }, words[voters]),
    histogram(bins, voice),
    h('h2', {}, words.map.heading),
    leader
      ? [h('p', { class: 'prose' }, format.fill(words.share, { leader: name })), glanceMap(bins, name, voice)]
      : h('p', { class: 'notice' }, words.noLeader),
  );
}
