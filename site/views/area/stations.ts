import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { type SheetColumn, sheet } from '../parts/table.ts';

type Protocol = AreaResults['protocols'][number];

// As many as a reader scans; a page of them is built, however many an area has.
const perPage = 50;

/** The protocols of an area, a page of them at a time, with a search by the number of the station. */
export function stationsOf(area: AreaResults, contest: SummaryContest, context: Context): Node {
  const { texts, format, address } = context;
  const all = area.protocols.filter((one) => one.contest === contest.contest);
  const title = format.fill(texts.pages.areas.stations, { area: format.text(area.area.name) });
  if (all.length === 0) {
    const isEmpty = area.children.every(({ totals }) => totals.every(({ reported }) => reported === 0));
    return isEmpty ? h('p', { class: 'notice' }, texts.pages.areas.noTotals) : fragment();
  }
  const find = address.settings.find ?? '';
  const found = find === '' ? all : all.filter(({ station }) => (station ?? '').includes(find));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Number.parseInt(address.settings.page ?? '1', 10) || 1));
  return h(
    'section',
    {},
    h('h2', {}, title),
    h('p', {}, format.plural(found.length, texts.pages.stations)),
    all.length > perPage && search(find, context),
    sheet(title, columnsOf(contest, context), found.slice((page - 1) * perPage, page * perPage)),
    pages > 1 && pager(page, pages, context),
  );
}

function columnsOf({ options }: SummaryContest, context: Context): SheetColumn<Protocol>[] {
  const { texts, format, link } = context;
  const name = ({ station }: Protocol): string => station ?? texts.pages.areas.whole;
  const counts = ['registered', 'issued', 'cast', 'invalid'] as const;
  return [
    { title: texts.pages.areas.station, cell: name },
    ...counts.map((count) => ({
      title: texts.shared.counts[count],
      numeric: true,
      cell: ({ counts: own }: Protocol) => format.number(own[count]),
    })),
    ...options.map(({ option, name: label }) => ({
      title: format.text(label) || option,
      numeric: true,
      cell: ({ votes }: Protocol) => format.number(votes[option]),
    })),
    {
      title: texts.pages.areas.verify,
      cell: (protocol) =>
        h(
          'a',
          {
            href: link({ view: 'verify', area: protocol.area, station: protocol.station, settings: {} }),
            'aria-label': format.fill(texts.pages.areas.verifyLabel, { station: name(protocol) }),
          },
          texts.pages.areas.verify,
        ),
    },
  ];
}

function search(find: string, { texts, address, go }: Context): Node {
  const input = h('input', {
    id: 'find-station',
    type: 'search',
    value: find,
    maxlength: 64,
    autocomplete: 'off',
  });
  const look = (event: Event): void => {
    event.preventDefault();
    const { page: _first, find: _before, ...others } = address.settings;
    const asked = input.value.trim();
    go({ settings: asked === '' ? others : { ...others, find: asked } }, 'push');
  };
  return h(
    'form',
    { class: 'pager', role: 'search', onsubmit: look },
    h('label', { for: 'find-station' }, texts.pages.areas.filter),
    input,
    h('button', { type: 'submit', class: 'button' }, texts.pages.areas.filter),
  );
}

function pager(page: number, pages: number, { texts, format, address, link }: Context): Node {
  const to = (other: number): string => link({ settings: { ...address.settings, page: String(other) } });
  return h(
    'nav',
    { class: 'pager', 'aria-label': texts.pages.areas.station },
    page > 1 && h('a', { href: to(page - 1), rel: 'prev' }, texts.pages.areas.previous),
    h(
      'span',
      {},
      format.fill(texts.pages.areas.pageOf, { page: format.number(page), pages: format.number(pages) }),
    ),
    page < pages && h('a', { href: to(page + 1), rel: 'next' }, texts.pages.areas.next),
  );
}
