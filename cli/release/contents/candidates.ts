import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { isPersonId } from '../../../functions/model/ids.ts';
import type { Candidate, CandidateStatus } from '../../../functions/model/records/roll.ts';
import { cellText } from '../../../functions/model/text/text.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import type { ReleaseFolder } from '../folder.ts';
import { cellPlace, countIn, type TableRow, tableRows } from '../table.ts';

const file = 'candidates.csv';

/**
 * Lists and candidates of a release; none when it has no such table. Throws ReleaseDefect for a row that speaks of what the definition has
 * not, or in which a cell is not what its column holds.
 */
export async function readCandidates(
  folder: ReleaseFolder,
  { contests }: ElectionDefinition,
): Promise<Candidate[]> {
  if ((await folder.size(file)) === null) return [];
  const known = new Map<string, Pick<Candidate, 'contest' | 'option'>>(
    contests.flatMap(({ id, options }) =>
      options.map((option) => [`${id},${option.id}`, { contest: id, option: option.id }] as const),
    ),
  );
  const candidates: Candidate[] = [];
  for await (const row of tableRows(folder, file, columns)) {
    const place = known.get(`${row.cell('contest')},${row.cell('option')}`);
    if (!place) throw unexpected(row, 'option', 'an option of the contest');
    candidates.push({ ...place, ...personIn(row) });
  }
  return candidates;
}

const columns = [
  ...['contest', 'option', 'order', 'name_en', 'name_kk', 'name_ru', 'woman', 'youth', 'disability'],
  ...['independent', 'source', 'person', 'status', 'preferences', 'sort_name'],
];

function personIn(row: TableRow): Omit<Candidate, 'contest' | 'option'> {
  const person = row.cell('person');
  if (person !== '' && !isPersonId(person)) throw unexpected(row, 'person', 'the id of a person');
  const status = statusIn(row);
  const sortName = textIn(row, 'sort_name');
  return {
    order: Number(countIn(row, 'order', file)),
    name: nameIn(row),
    woman: flagIn(row, 'woman'),
    youth: flagIn(row, 'youth'),
    disability: flagIn(row, 'disability'),
    independent: flagIn(row, 'independent'),
    ...(person !== '' && { person }),
    ...(status !== null && { status }),
    ...(row.cell('preferences') !== '' && { preferences: Number(countIn(row, 'preferences', file)) }),
    ...(sortName !== '' && { sortName }),
    source: row.cell('source'),
  };
}

function nameIn(row: TableRow): Record<string, string> {
  const names = ['en', 'kk', 'ru'].map((language) => [language, textIn(row, `name_${language}`)] as const);
  return Object.fromEntries(names.filter(([, name]) => name !== ''));
}

/** A text as it was reported (docs/formats.md). */
function textIn(row: TableRow, column: string): string {
  return cellText(row.cell(column));
}

function flagIn(row: TableRow, column: string): boolean | null {
  const flags = new Map<string, boolean | null>([
    ['true', true],
    ['false', false],
    ['', null],
  ]);
  const flag = flags.get(row.cell(column));
  if (flag === undefined) throw unexpected(row, column, 'true, false or an empty cell');
  return flag;
}

function statusIn(row: TableRow): CandidateStatus | null {
  const status = row.cell('status');
  if (status === 'withdrawn' || status === 'deceased') return status;
  if (status === '') return null;
  throw unexpected(row, 'status', 'withdrawn, deceased or an empty cell');
}

function unexpected(row: TableRow, column: string, expected: string): ReleaseDefect {
  const found = shown(row.cell(column));
  return new ReleaseDefect({ file, at: cellPlace(row, column), expected, found });
}
