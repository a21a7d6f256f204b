import { isAreaId, isContestId } from '../../model/ids.ts';
import { isCount, isString } from '../../model/json/shape.ts';
import type { AreaTotals, FieldTotal } from '../../model/records/batch.ts';
import type { Field } from '../../model/records/protocol.ts';
import { decodeField, encodeField } from './protocol.ts';
import { corrupt, parseJson } from './shape.ts';

/** Packs totals: contest, area, reported, then field, sum, units, field, sum, units… Sums are strings: they may pass 2^53. */
export function encodeTotals({ contest, area, reported, values }: AreaTotals): string {
  const parts: (string | number)[] = [];
  for (const [field, { sum, units }] of values) parts.push(encodeField(field), sum.toString(), units);
  return JSON.stringify([contest, area, reported, parts]);
}

/** Unpacks totals. Throws `StoreError` code `corrupt` when they are none; `where` names the item. */
export function decodeTotals(text: string, where: string): AreaTotals {
  const parts = parseJson(text, where);
  if (!Array.isArray(parts)) throw corrupt(where, 'is not a total');
  const [contest, area, reported, values]: unknown[] = parts;
  const valid = isString(contest) && isContestId(contest) && isString(area) && isAreaId(area);
  if (!valid || !isCount(reported) || !Array.isArray(values)) throw corrupt(where, 'is not a total');
  return { contest, area, reported, values: decodeValues(values, where) };
}

function decodeValues(parts: readonly unknown[], where: string): Map<Field, FieldTotal> {
  const values = new Map<Field, FieldTotal>();
  for (let index = 0; index < parts.length; index += 3) {
    const field = decodeField(parts[index]);
    const sum = parts[index + 1];
    const units = parts[index + 2];
    if (field === null || !isString(sum) || !/^[0-9]{1,40}$/.test(sum) || !isCount(units))
      throw corrupt(where, `has a sum that is none, the ${index / 3 + 1}th`);
    values.set(field, { sum: BigInt(sum), units });
  }
  return values;
}
