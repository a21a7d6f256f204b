import type { Table } from '../../model/generated/election.ts';
import type { Encoding } from '../decode/encoding.ts';
import type { Unpacked } from '../decode/inspect.ts';
import { decodedText, notIn, unmarked } from '../decode/text.ts';
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
  /** The same as bytes, where the table is text in UTF-8; null where it is not. */
  readonly utf8: Utf8Bytes | null;
}

/** Bytes in UTF-8, without a byte order mark. */
export interface Utf8Bytes {
  open(): AsyncIterable<Uint8Array>;
  /** The error for a reader that finds that they are not. */
  notUtf8(): Error;
}

/** The rows of an unpacked file, as the mapping of the definition describes it. */
export function rowSource(content: Unpacked, mapping: Table | null, findings: Findings): RowSource {
  const header = headerSpan(mapping);
  if (content.form === 'workbook')
    return {
      header,
      ragged: true,
      blocks: () => sheetRows(content.archive, mapping?.sheet, findings),
      utf8: null,
    };
  const text = () => decodedText(content, content.encoding);
  // The names in the objects are its header, whatever stands above the table of another file of the same mapping.
  if (content.form === 'json')
    return { header: headerSpan(null), ragged: true, blocks: () => readObjects(text()), utf8: null };
  const blocks = () => readRows(text(), header.last);
  return { header, ragged: false, blocks, utf8: utf8Of(content) };
}

function utf8Of(content: Extract<Unpacked, { encoding: Encoding }>): Utf8Bytes | null {
  const { encoding } = content;
  if (encoding.name !== 'utf-8') return null;
  return { open: () => unmarked(content, encoding), notUtf8: () => notIn(encoding) };
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
