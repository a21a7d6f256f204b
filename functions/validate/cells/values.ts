import { isPersonId, type PersonId } from '../../model/ids.ts';
import type { CandidateStatus } from '../../model/records/roll.ts';

/** A percentage from 0 to 100 as published, exact; null when the cell is none. */
export function parsePercent(cell: string): string | null {
  const match = /^([0-9]{1,3})(?:\.([0-9]{1,12}))?$/.exec(cell);
  if (!match) return null;
  const whole = Number(match[1]);
  return whole < 100 || (whole === 100 && /^0*$/.test(match[2] ?? '')) ? cell : null;
}

/**
 * A date and time to the minute with its offset, as `2023-03-19T10:00+06:00`; `offset` is that of times without one. Seconds are left out. Null
 * when the cell is no time, or one that the calendar does not have.
 */
export function parseTime(cell: string, offset: string): string | null {
  const match =
    /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::[0-5][0-9])?(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?$/.exec(
      cell,
    );
  if (!match) return null;
  const [, date = '', clock = '', zone = offset] = match;
  const there = new Date(`${date}T${clock}:00Z`);
  // Date takes 30 February and 24:00 for days that follow.
  if (Number.isNaN(there.getTime()) || there.toISOString().slice(0, 16) !== `${date}T${clock}`) return null;
  return `${date}T${clock}${zone === 'Z' ? '+00:00' : zone}`;
}

/** yes or no, in any case; null when the cell is neither. */
export function parseFlag(cell: string): boolean | null {
  const word = cell.toLowerCase();
  if (word === 'yes') return true;
  return word === 'no' ? false : null;
}

/** A place on a list, from 1; null when the cell is none. */
export function parseOrder(cell: string): number | null {
  return /^[1-9][0-9]{0,6}$/.test(cell) ? Number(cell) : null;
}

/** A date of birth, or a year alone; null when the cell is neither, or a day that the calendar does not have. */
export function parseBirthDate(cell: string): string | null {
  if (/^[0-9]{4}$/.test(cell)) return cell;
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(cell)) return null;
  const day = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell) ? cell : null;
}

/** Why a candidate can take no seat, in any case; null when the cell says no such thing. */
export function parseStatus(cell: string): CandidateStatus | null {
  const word = cell.toLowerCase();
  return word === 'withdrawn' || word === 'deceased' ? word : null;
}

/** Id of a person; null when the cell is none. */
export function parsePerson(cell: string): PersonId | null {
  return isPersonId(cell) ? cell : null;
}
