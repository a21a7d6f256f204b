import type { Where } from '../../model/finding.ts';
import { isVotesField } from '../../model/records/protocol.ts';
import type { Findings } from '../findings.ts';
import type { Sheet } from './sheet.ts';

/** Enters what rows say into a sheet, and reports what does not fit: however a row was read, its values pass here. */
export interface Entries {
  readonly sheet: Sheet;
  /** Enters a count (null: missing) of a unit (null: not known); false when another row gives it differently, which it reports. */
  count(unit: number | null, slot: number, count: number | null, source: number, row: number): boolean;
  /** Enters the votes of an option; false when another row has given them, which it reports. */
  votes(unit: number | null, slot: number, count: number | null, source: number, row: number): boolean;
  /** Where a unit (null: not known) is. */
  where(unit: number | null): Where;
  /** The id of the station, or of the area where that reports. */
  nameOf(unit: number): string;
}

/** Entries into this sheet. */
export function entriesOf(sheet: Sheet, findings: Findings): Entries {
  const { units, contest } = sheet;
  const where: Entries['where'] = (unit) => {
    if (unit === null) return { contest: contest.id };
    const station = units.stationOf(unit);
    return { contest: contest.id, area: units.areaOf(unit), ...(station !== null && { station }) };
  };
  const nameOf = (unit: number) => units.stationOf(unit) ?? units.areaOf(unit);
  return {
    sheet,
    count(unit, slot, count, source, row) {
      if (unit === null || count === null) return true;
      if (sheet.put(unit, slot, count, source, row) || sheet.count(unit, slot) === count) return true;
      const field = sheet.fields[slot] ?? '';
      const data = { field, value: count, other: sheet.count(unit, slot), first: sheet.row(unit, slot) };
      findings.add('count-conflict', { row, ...where(unit), column: field }, data);
      return false;
    },
    votes(unit, slot, count, source, row) {
      if (unit === null || count === null) return true;
      if (sheet.put(unit, slot, count, source, row)) return true;
      const option = optionOf(sheet, slot);
      const data = { what: `${nameOf(unit)} / ${option}`, first: sheet.row(unit, slot) };
      findings.add('row-duplicate', { row, ...where(unit), ...(option !== undefined && { option }) }, data);
      return false;
    },
    where,
    nameOf,
  };
}

function optionOf({ fields, optionSlots }: Sheet, slot: number) {
  const field = fields[slot];
  return optionSlots
    .keys()
    .find((option) => field !== undefined && isVotesField(field) && optionSlots.get(option) === slot);
}
