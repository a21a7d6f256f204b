import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import { fragment, h } from '../../dom.ts';
import type { Context } from '../../view.ts';
import { releaseOf } from '../parts/contest.ts';
import { electionView, type OfElection } from '../parts/election.ts';
import { sheet } from '../parts/table.ts';
import { codeFor } from './code.ts';

type File = Manifest['files'][number];

/** Every file of the release with its size, format and checksum, and how to read the results in R, Python and DuckDB. */
export const view = electionView<OfElection>({
  async load(context) {
    const release = await releaseOf(context);
    return { release, summary: await release.summary() };
  },
  head: ({ release }, { texts, format }) => ({
    title: texts.pages.files.title,
    contest: null,
    lead: format.fill(texts.pages.files.lead, {
      version: release.version,
      count: format.plural(release.manifest.files.length, texts.pages.files.count),
    }),
  }),
  render({ release, summary }, context) {
    const words = context.texts.pages.files;
    const { files } = release.manifest;
    return fragment(
      groups.map(([title, holds]) => group(words[title], files.filter(holds), release, summary, context)),
      code(release, context),
    );
  },
});

const isCalculation = ({ path }: File): boolean => path.startsWith('allocation/') || path === 'measures.json';
const isData = ({ path }: File): boolean =>
  /\.(csv|csv\.gz|parquet|ndjson|xlsx)$/.test(path) || /^(results|summary|election)\.json$/.test(path);

const isArea = ({ path }: File): boolean => path.startsWith('areas/');

const groups: readonly (readonly [
  'data' | 'calculation' | 'areas' | 'descriptions',
  (file: File) => boolean,
])[] = [
  ['data', (file) => isData(file) && !isCalculation(file)],
  ['calculation', isCalculation],
  ['areas', isArea],
  ['descriptions', (file) => !isData(file) && !isCalculation(file) && !isArea(file)],
];

function group(
  title: string,
  files: readonly File[],
  release: ReleaseFiles,
  summary: Summary,
  context: Context,
): Node {
  const { texts, format } = context;
  const words = texts.pages.files;
  if (files.length === 0) return fragment();
  return fragment(
    h('h2', {}, title),
    sheet(
      title,
      [
        { title: words.file, cell: ({ path }) => h('a', { href: release.url(path), download: true }, path) },
        {
          title: words.holds,
          cell: ({ path }) => h('span', { class: 'holds' }, holds(path, summary, context)),
        },
        { title: words.size, numeric: true, cell: ({ bytes }) => format.bytes(bytes) },
        {
          title: words.format,
          cell: ({ mediaType }) => typeOf(mediaType),
        },
        { title: words.checksum, cell: ({ sha256 }) => h('code', { class: 'hash' }, sha256) },
      ],
      files,
    ),
  );
}

/** A media type without its parameters, that may be broken after its parts and nowhere else. */
function typeOf(mediaType: string): Node {
  const parts = mediaType.replace(/;.*/, '').split(/(?<=[/.-])/);
  return h(
    'span',
    { class: 'media-type' },
    parts.map((part, place) => [place > 0 && h('wbr'), part]),
  );
}

function holds(path: string, { contests }: Summary, { texts, format }: Context): string {
  const words = texts.pages.files;
  const known = Object.hasOwn(words.kinds, path) ? words.kinds[path] : undefined;
  if (known !== undefined) return known;
  const [, id, kind] = /^allocation\/([a-z0-9-]+)(?:\.[\w-]+)?\.(json|md)$/.exec(path) ?? [];
  const contest = contests.find((one) => one.contest === id);
  if (!contest) return '';
  const template = kind === 'md' ? words.explanation : words.allocation;
  return format.fill(template, { contest: format.text(contest.name) });
}

function code(release: ReleaseFiles, { texts }: Context): Node {
  const words = texts.pages.files;
  return fragment(
    h('h2', {}, words.code),
    codeFor(release).map(({ language, line }) =>
      fragment(h('h3', {}, language), h('code', { class: 'code', tabindex: 0 }, line)),
    ),
    h('h2', {}, words.check),
    h(
      'code',
      { class: 'code', tabindex: 0 },
      'sha256sum -c SHA256SUMS && minisign -Vm SHA256SUMS -p minisign.pub',
    ),
  );
}
