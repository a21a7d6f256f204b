import type { NumberKind } from './styles.ts';

/**
 * The number of a cell as text. Whole ones in digits; others with the 15 significant digits that a spreadsheet keeps. A percentage is what it shows
 * (0.4914 as 49.14), a date is ISO 8601 (`2023-03-19`, `2023-03-19T10:00`, `10:00`), a number shown with leading zeros has them. What is no number stays
 * as it is, for the reader of the column to refuse.
 */
export function numberText(stored: string, kind: NumberKind, from1904: boolean): string {
  const number = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(number)) return stored;
  if (kind === 'date') return dateText(number, from1904) ?? stored;
  if (kind === 'percent') return decimalText(number * 100);
  if (kind === 'plain') return decimalText(number);
  return Number.isInteger(number) && number >= 0
    ? String(number).padStart(kind.digits, '0')
    : decimalText(number);
}

function decimalText(number: number): string {
  // Digits beyond the fifteenth are noise of binary fractions; of whole numbers they are digits.
  const kept = Number.isInteger(number) ? number : Number(number.toPrecision(15));
  return Number.isInteger(kept) ? BigInt(kept).toString() : String(kept);
}

const dayMs = 86_400_000;

/** Days since the eve of 1 January 1900, in which 1900 is wrongly a leap year, or since 1904 (ECMA-376 part 1, 18.17.4.1). */
function dateText(serial: number, from1904: boolean): string | null {
  if (serial < 0 || serial >= 2_958_466) return null;
  const days = from1904 ? serial + 1_462 : serial;
  const seconds = Math.round((days % 1) * 86_400);
  const date = new Date(Date.UTC(1899, 11, days < 61 ? 31 : 30) + Math.floor(days) * dayMs + seconds * 1_000);
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time;
  if (!from1904 && serial < 1) return clock;
  return seconds === 0 ? day : `${day}T${clock}`;
}
