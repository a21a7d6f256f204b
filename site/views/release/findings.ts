import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { releaseOf } from '../parts/contest.ts';
import { type CsvRow, tableOf } from '../parts/csv.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { sheet } from '../parts/table.ts';

interface Data extends OfElection {
  /** The first of the findings; null where there are none, or their table is long. */
  readonly examples: readonly CsvRow[] | null;
}

// A table of findings that is longer is a download: this page says how many there are of each.
const mostBytes = 200_000;
const mostRows = 100;

/** What does not fit in the data, what the indicators ask, and what was rejected. */
export const view = electionView<Data>({
  async load(context) {
    const release = await releaseOf(context);
    const file = release.manifest.files.find(({ path }) => path === 'findings.csv');
    const table = file && file.bytes <= mostBytes ? await tableOf(release, 'findings.csv', mostRows) : null;
    return { release, summary: await release.summary(), examples: table?.rows ?? null };
  },
  head: (_data, { texts }) => ({
    title: texts.pages.findings.title,
    contest: null,
    lead: texts.pages.findings.lead,
  }),
  render(data, context) {
    return fragment(findings(data, context), indicators(data, context), rejected(data.summary, context));
  },
});

function findings({ summary, examples, release }: Data, { texts, format }: Context): Node {
  const words = texts.pages.findings;
  if (summary.findings.length === 0) return h('p', {}, words.none);
  return fragment(
    sheet(
      words.code,
      [
        { title: words.code, cell: ({ title, code }) => [format.text(title), ' ', h('code', {}, code)] },
        { title: words.count, numeric: true, cell: ({ count }) => format.number(count) },
      ],
      summary.findings,
    ),
    examples !== null &&
      examples.length > 0 &&
      sheet(
        words.message,
        [
          { title: texts.frame.views.area, cell: ({ area }) => area ?? '' },
          { title: texts.pages.areas.station, cell: ({ station }) => station ?? '' },
          { title: words.code, cell: ({ code }) => h('code', {}, code ?? '') },
          { title: words.message, cell: ({ message }) => h('span', { lang: 'en' }, message ?? '') },
        ],
        examples,
      ),
    download(release, 'findings.csv', words.details),
  );
}

function indicators({ summary, release }: Data, { texts, format }: Context): Node {
  const words = texts.pages.findings;
  return fragment(
    h('h2', {}, words.indicators),
    h('p', { class: 'prose' }, words.indicatorsLead),
    summary.indicators.length === 0
      ? h('p', {}, words.noIndicators)
      : sheet(
          words.indicators,
          [
            {
              title: words.indicator,
              cell: ({ title, indicator }) => [format.text(title), ' ', h('code', {}, indicator)],
            },
            { title: words.count, numeric: true, cell: ({ rows }) => format.number(rows) },
            { title: words.flagged, numeric: true, cell: ({ flagged }) => format.number(flagged) },
            { title: words.caveat, cell: ({ caveat }) => format.text(caveat) },
          ],
          summary.indicators,
        ),
    download(release, 'indicators.csv', words.indicatorDetails),
  );
}

function rejected({ rejected: uploads }: Summary, { texts, format }: Context): Node {
  if (uploads.length === 0) return fragment();
  const words = texts.pages.findings;
  return fragment(
    h('h2', {}, words.rejected),
    sheet(
      words.rejected,
      [
        { title: words.rejectedFile, cell: ({ file }) => h('code', {}, file) },
        { title: words.code, cell: ({ codes }) => h('code', {}, codes.join(', ')) },
        { title: words.rejectedErrors, numeric: true, cell: ({ errors }) => format.number(errors) },
        { title: words.rejectedAt, cell: ({ at }) => format.time(at) },
      ],
      uploads,
    ),
  );
}

function download(release: ReleaseFiles, path: string, title: string): Node | null {
  if (!release.manifest.files.some((file) => file.path === path)) return null;
  return h('p', {}, h('a', { href: release.url(path), download: true }, title));
}
