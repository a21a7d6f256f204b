import type { Versions } from '../../../functions/model/generated/versions.ts';
import { DataError } from '../../data/errors.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { releaseOf } from '../parts/contest.ts';
import { type CsvRow, tableOf } from '../parts/csv.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { sheet } from '../parts/table.ts';

interface Data extends OfElection {
  readonly versions: Versions;
  readonly changes: { readonly rows: readonly CsvRow[]; readonly count: number } | null;
}

const mostRows = 50;

/** Every release of the election, and what the one that is shown has changed. */
export const view = electionView<Data>({
  async load(context) {
    const { address, published } = context;
    if (address.election === null) throw new DataError('no-release', '');
    const [release, versions] = await Promise.all([releaseOf(context), published.versions(address.election)]);
    const [summary, changes] = await Promise.all([
      release.summary(),
      tableOf(release, 'changes.csv', mostRows),
    ]);
    return { release, summary, versions, changes };
  },
  head: (_data, { texts }) => ({
    title: texts.pages.versions.title,
    contest: null,
    lead: texts.pages.versions.lead,
  }),
  render({ release, versions, changes }, context) {
    return fragment(list(versions, release, context), changed(release, versions, changes, context));
  },
});

function list({ releases, latest }: Versions, shown: ReleaseFiles, { texts, format, link }: Context): Node {
  const words = texts.pages.versions;
  return sheet(
    words.title,
    [
      {
        title: words.version,
        cell: ({ version }) => [
          h(
            'a',
            {
              href: link({ version: version === latest ? null : version }),
              'aria-current': version === shown.version ? 'true' : null,
            },
            version,
          ),
          version === latest && ` (${words.newest})`,
        ],
      },
      { title: words.at, cell: ({ at }) => format.time(at) },
      {
        title: words.status,
        cell: ({ status }) =>
          h('span', { class: `mark mark-${status.status}` }, texts.shared.is[status.status]),
      },
      {
        title: words.why,
        cell: ({ status }) => [status.by, status.reason].filter((text) => text !== null).join(': '),
      },
      { title: texts.pages.files.checksum, cell: ({ manifest }) => h('code', { class: 'hash' }, manifest) },
    ],
    releases,
  );
}

function changed(
  release: ReleaseFiles,
  versions: Versions,
  changes: Data['changes'],
  { texts, format }: Context,
): Node {
  const words = texts.pages.versions;
  const previous = versions.releases.find(({ version }) => version === release.version)?.previous ?? null;
  const against = previous === null ? words.first : format.fill(words.from, { version: previous });
  return fragment(
    h('h2', {}, `${words.changes}: ${release.version}`),
    h('p', {}, against),
    changes === null || changes.count === 0
      ? h('p', {}, words.noChanges)
      : sheet(
          words.changes,
          [
            { title: words.field, cell: ({ field }) => h('code', {}, field ?? '') },
            {
              title: words.where,
              cell: ({ contest, area, station }) => [contest, area, station].filter(Boolean).join(' · '),
            },
            { title: words.before, cell: ({ before }) => before || '—' },
            { title: words.after, cell: ({ after }) => after || '—' },
            { title: words.why, cell: ({ reason }) => reason ?? '' },
          ],
          changes.rows,
        ),
    changes !== null &&
      changes.count > changes.rows.length &&
      h('p', {}, format.plural(changes.count - changes.rows.length, words.more)),
    changes !== null && h('p', {}, h('a', { href: release.url('changes.csv'), download: true }, words.all)),
  );
}
