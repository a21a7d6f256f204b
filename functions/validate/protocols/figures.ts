import type { CountField } from '../../model/records/protocol.ts';
import { add, type Exact } from '../../model/rules/exact.ts';
import type { Figures } from '../../model/rules/figures.ts';
import { pageBits, pageMask } from './page.ts';
import type { Sheet } from './sheet.ts';
import { firstOptionOf } from './totals.ts';

type Counts = Record<CountField, number | undefined>;

/**
 * Gives the figures of a unit for the rules: what `figuresOf` gives for its protocol when no other file says anything of it. The object is the
 * same each time: it holds until the next is asked for.
 */
export function figureReader(sheet: Sheet): (unit: number) => Figures {
  const { pages, fields } = sheet;
  const slots = fields.length;
  const firstOption = firstOptionOf(sheet);
  const named = [...sheet.countSlots];
  const counts = emptyCounts();
  const figures: { -readonly [Name in keyof Figures]: Figures[Name] } = {
    counts,
    votes: null,
    complete: true,
    byOption: false,
  };
  return (unit) => {
    const page = pages[unit >>> pageBits];
    const values = page?.counts ?? [];
    const start = (unit & pageMask) * slots;
    for (const [field, slot] of named) counts[field] = stated(values[start + slot]);
    let votes: Exact = 0;
    let options = 0;
    for (let slot = firstOption; slot < slots; slot += 1) {
      const value = values[start + slot] ?? 0;
      if (value === 0) continue;
      options += 1;
      votes = add(votes, value - 1);
    }
    figures.byOption = options > 0;
    figures.votes = options > 0 ? votes : (counts.valid ?? null);
    figures.complete = options === 0 || options === slots - firstOption;
    return figures;
  };
}

function stated(value: number | undefined): number | undefined {
  return value === undefined || value === 0 ? undefined : value - 1;
}

function emptyCounts(): Counts {
  return {
    registered: undefined,
    issued: undefined,
    cast: undefined,
    invalid: undefined,
    blank: undefined,
    valid: undefined,
    received: undefined,
    unused: undefined,
    absentee: undefined,
    outside: undefined,
  };
}
