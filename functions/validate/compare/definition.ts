import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import { type Current, type CurrentFile, headersOf } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import { type Book, bookOf, reportingAreas } from '../references/book.ts';

/** A new definition keeps every contest, option, area and source that accepted records refer to, and the way the contest is reported. */
export async function compareDefinition(
  definition: ElectionDefinition,
  current: Current,
  findings: Findings,
): Promise<void> {
  const book = bookOf(definition);
  const former = [...current.files.values()].find(({ kind }) => kind === 'definition');
  if (former === undefined) return;
  const before = bookOf(await current.batches.definition(current.election, former.batch));
  const files = [...current.files.values()].filter(({ kind }) => kind !== 'definition');
  for await (const [file, header] of headersOf(current, files))
    for (const [kind, id] of orphansOf(book, before, file, header))
      findings.add('definition-orphans', {}, { kind, id, file: file.file });
}

type Orphan = readonly [kind: string, id: string];

function orphansOf(book: Book, before: Book, file: CurrentFile, header: BatchHeader): Orphan[] {
  const areas = header.areas.filter(({ area }) => book.area(area) === null);
  const contest = file.contest === null ? null : book.contest(file.contest);
  const formerly = file.contest === null ? null : before.contest(file.contest);
  return [
    ...header.references.flatMap((reference) => missingReferences(book, reference)),
    ...areas.map(({ area }): Orphan => ['area', area]),
    ...header.sources.filter((source) => !book.hasSource(source)).map((source): Orphan => ['source', source]),
    ...(contest !== null && formerly !== null ? misplaced(book, contest, formerly, header) : []),
  ];
}

function missingReferences(
  book: Book,
  { contest: id, options }: BatchHeader['references'][number],
): Orphan[] {
  const contest = book.contest(id);
  if (contest === null) return [['contest', id]];
  const known = new Set<string>(contest.options.map((option) => option.id));
  return options.filter((option) => !known.has(option)).map((option) => [`option of ${id}`, option]);
}

/** What the contest still has, but not in the way that the records need it. */
function misplaced(book: Book, contest: Contest, formerly: Contest, { areas }: BatchHeader): Orphan[] {
  if (contest.reportedBy !== formerly.reportedBy)
    return [[`contest reported by ${formerly.reportedBy}`, contest.id]];
  const known = areas.map(({ area }) => area).filter((area) => book.area(area) !== null);
  const fits =
    contest.reportedBy === 'area'
      ? new Set(reportingAreas(contest))
      : new Set(book.tree.subtree(contest.area));
  return known.filter((area) => !fits.has(area)).map((area) => [`area of contest ${contest.id}`, area]);
}
