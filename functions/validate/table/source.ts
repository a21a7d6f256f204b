import type { Table } from '../../model/generated/election.ts';
import type { Unpacked } from '../decode/inspect.ts';
import { decodedText } from '../decode/text.ts';
import { type Findings, shown, shownList } from '../findings.ts';
import { openSheet } from '../workbook/workbook.ts';
import { type HeaderSpan, headerSpan } from './heading.ts';
import { readObjects } from './json/objects.ts';
import { type RowBlock, readRows } from './rows.ts';

/** Where the rows of a table come from. */
export interface RowSource {
  /** Where its header stands. */
  readonly header: HeaderSpan;
  /** Whether rows end with their last value, as those of a workbook do, instead of having as many cells as the header. */
  readonly ragged: boolean;
  /** The rows, each time from the start. Throws `DecodeError`. */
  blocks(): AsyncIterable<RowBlock>;
}

/** The rows of an unpacked file, as the mapping of the definition describes it. */
export function rowSource(content: Unpacked, mapping: Table | null, findings: Findings): RowSource {
  const header = headerSpan(mapping);
  if (content.form === 'workbook')
    return { header, ragged: true, blocks: () => sheetRows(content.archive, mapping?.sheet, findings) };
  const text = () => decodedText(content, content.encoding);
  // The names in the objects are its header, whatever stands above the table of another file of the same mapping.
  if (content.form === 'json')
    return { header: headerSpan(null), ragged: true, blocks: () => readObjects(text()) };
  return { header, ragged: false, blocks: () => readRows(text(), header.last) };
}

async function* sheetRows(
  archive: Extract<Unpacked, { form: 'workbook' }>['archive'],
  name: string | undefined,
  findings: Findings,
): AsyncGenerator<RowBlock> {
  const { sheet, others, rows } = await openSheet(archive, name);
  if (name === undefined && others.length > 0)
    findings.add('sheets-unread', {}, { sheet: shown(sheet.name), others: shownList(others) });
  yield* rows();
}
