import type { Archive } from '../decode/archive.ts';
import { DecodeError, undecodable } from '../decode/source.ts';
import { shown, shownList } from '../findings.ts';
import { readXml } from './xml.ts';

/** A worksheet as the workbook lists it. */
export interface Sheet {
  readonly name: string;
  /** Its path in the archive. */
  readonly part: string;
  readonly hidden: boolean;
}

/** Where the parts of a workbook lie. */
export interface Parts {
  readonly sheets: readonly Sheet[];
  /** Path of the shared strings; null when there are none. */
  readonly strings: string | null;
  /** Path of the styles; null when there are none. */
  readonly styles: string | null;
  /** Whether days are counted from 1 January 1904 (ECMA-376 part 1, 18.17.4.1). */
  readonly from1904: boolean;
}

/** Finds the parts of a workbook by its relationships (ECMA-376 part 2). Throws `DecodeError` when it is none. */
export async function readParts(archive: Archive): Promise<Parts> {
  const root = await relationsOf(archive, '');
  const book = root.find(({ type }) => type === 'officeDocument')?.target;
  if (book === undefined) throw undecodable('it is no .xlsx workbook');
  const relations = await relationsOf(archive, book);
  const found: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(book, archive.read(book, partLimit), {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      found.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', hidden });
    },
  });
  const part = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  const sheets = found.flatMap(({ name, id, hidden }) => {
    const target = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    return target === undefined ? [] : [{ name, part: target, hidden }];
  });
  return { sheets, strings: part('sharedStrings'), styles: part('styles'), from1904 };
}

/** The sheet of this name, else the first that is not hidden. Throws `DecodeError` when there is none. */
export function chosenSheet(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const sheet =
    name === undefined ? sheets.find(({ hidden }) => !hidden) : sheets.find((one) => one.name === name);
  if (sheet !== undefined) return sheet;
  const known = shownList(sheets.map((one) => one.name));
  throw new DecodeError({ code: 'sheet-missing', sheet: shown(name ?? '—'), known });
}

// The list of sheets and relationships is some kilobytes.
const partLimit = 4 * 1024 * 1024;

interface Relation {
  readonly id: string;
  /** The last part of its type: `worksheet`, `styles`. */
  readonly type: string;
  readonly target: string;
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const [folder, file] = splitPath(part);
  const path = `${folder}_rels/${file}.rels`;
  const relations: Relation[] = [];
  await readXml(path, archive.read(path, partLimit), {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = attribute('Type')?.split('/').at(-1) ?? '';
      relations.push({
        id: attribute('Id') ?? '',
        type,
        target: resolved(folder, attribute('Target') ?? ''),
      });
    },
  });
  return relations;
}

function splitPath(part: string): [folder: string, file: string] {
  const slash = part.lastIndexOf('/') + 1;
  return [part.slice(0, slash), part.slice(slash)];
}

/** A target is relative to the folder of its part, or absolute in the archive. The path names a file of the archive, never one of the disk. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
