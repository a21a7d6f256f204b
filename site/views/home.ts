import type { Catalog } from '../../functions/model/generated/catalog.ts';
import { isElectionId } from '../../functions/model/ids.ts';
import { DataError } from '../data/errors.ts';
import { fragment, h } from '../dom.ts';
import { type Context, defineView } from '../view.ts';

type Listed = Catalog['elections'][number];

/** All elections that have been published, the last one first. */
export const view = defineView<Catalog>({
  async load({ published }) {
    try {
      return await published.catalog();
    } catch (error) {
      // Before the first release there is no catalogue: that is no fault.
      if (error instanceof DataError && error.code === 'missing') return { elections: [] };
      throw error;
    }
  },
  title: (_catalog, { texts }) => texts.shared.site,
  render({ elections }, context) {
    const { texts } = context;
    const ordered = elections.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
    return fragment(
      h('h1', {}, texts.shared.site),
      h('p', { class: 'lead' }, texts.shared.lead),
      ordered.length === 0
        ? h('p', { class: 'notice' }, texts.shared.none)
        : h(
            'ul',
            { class: 'elections' },
            ordered.map((one) => card(one, context)),
          ),
    );
  },
});

function card(
  { election, name, date, status, version, synthetic }: Listed,
  { texts, format, link }: Context,
): Node {
  const href = isElectionId(election) ? link({ election, view: 'results' }) : null;
  return h(
    'li',
    {},
    h('p', {}, h('time', { datetime: date }, format.date(date))),
    h('h2', {}, h('a', { href }, format.text(name) || election)),
    h(
      'p',
      {},
      h('span', { class: `mark mark-${status}` }, texts.shared.is[status]),
      ` ${texts.shared.release} ${version}`,
    ),
    synthetic && h('p', {}, h('strong', {}, format.fill(texts.shared.synthetic, { of: synthetic.of }))),
  );
}
