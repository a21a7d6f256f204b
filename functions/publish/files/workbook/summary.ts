import type { Contest } from '../../../model/generated/election.ts';
import { inLanguage } from '../../../model/text/text.ts';
import { contestSum } from '../../figures/contest.ts';
import { countTotal, shareOf } from '../../figures/shares.ts';
import { statusOf } from '../../figures/status.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { SheetCell } from '../../write/workbook/cell.ts';
import type { Sheet } from '../../write/workbook/sheet.ts';

/** The first sheet: what the release is, then a row a contest. An empty cell was not reported. */
export function summarySheet(release: Release): Sheet {
  return { name: 'summary', columns: ['item', 'value'], rows: onePage(rows(release)) };
}

function rows(release: Release): SheetCell[][] {
  return [
    ...facts(release),
    [],
    ['contest', 'name', 'expected', 'reported', 'provisional', 'registered', 'cast', 'invalid', 'turnout %'],
    ...release.definition.contests.map((contest) => contestRow(release, contest)),
  ];
}

function facts(release: Release): SheetCell[][] {
  const { definition, version, state, at } = release;
  const { status, by, reason } = statusOf(release);
  return [
    ['election', definition.id],
    ...Object.entries(definition.name).map(([language, name]) => [`name (${language})`, name]),
    ['date', definition.date],
    ['country', definition.country],
    ['authority', inLanguage(definition.authority.name, definition.languages[0] ?? 'en')],
    [
      'synthetic',
      definition.synthetic ? `These protocols are made up; they sum to ${definition.synthetic.of}` : false,
    ],
    ['version', version],
    ['revision', state.revision],
    ['begun', at],
    ['status', status],
    ['status set by', by],
    ['reason', reason],
    ['licence', `${definition.licence.title} ${definition.licence.url}`],
    ['empty cell', 'not reported; never zero'],
  ];
}

function contestRow(release: Release, contest: Contest): SheetCell[] {
  const sum = contestSum(release, contest);
  const turnout = shareOf(sum, 'cast', 'registered');
  return [
    contest.id,
    inLanguage(contest.name, release.definition.languages[0] ?? 'en'),
    sum.expected,
    sum.reported,
    sum.provisional,
    countTotal(sum, 'registered'),
    countTotal(sum, 'cast'),
    countTotal(sum, 'invalid'),
    turnout === null ? null : Number(turnout),
  ];
}
