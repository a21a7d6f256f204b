import { type AreaId, type ContestId, isAreaId, type OptionId } from '../../model/ids.ts';
import { isObject } from '../../model/json/json.ts';
import type { AreaTotals, FieldTotal } from '../../model/records/batch.ts';
import { countFields, type Field, isCountField, votesField } from '../../model/records/protocol.ts';
import { shown, shownList } from '../../model/text/shown.ts';
import { type Fault, pointerStep } from './fault.ts';

/** Numbers by name; null where one was not published. */
type Figures = ReadonlyMap<string, bigint | null>;

/** Numbers by name, in one area or in each of several. Null stands for the one area of a contest that is not divided. */
export type ByArea = ReadonlyMap<AreaId | null, Figures>;

/** Reads `votes` or `counts`, which stand at `at`: flat, or by area. Every number that is none, and every mixture, is a fault. */
export function readFigures(value: object, at: string, faults: Fault[]): ByArea {
  const entries: [string, unknown][] = Object.entries(value);
  const areas = entries.filter(([, member]) => isObject(member));
  if (areas.length === 0) return new Map([[null, readArea(value, at, faults)]]);
  const figures = new Map<AreaId, Figures>();
  for (const [name, member] of entries) {
    const pointer = at + pointerStep(name);
    if (!isObject(member)) faults.push({ pointer, ...mixed });
    else if (!isAreaId(name))
      faults.push({ pointer, reason: `"${shown(name)}" cannot be the id of an area`, remedy: areaForm });
    else figures.set(name, readArea(member, pointer, faults));
  }
  return figures;
}

/** The contest that totals are of, with its options by the names that the problem gives them. */
export interface Named {
  readonly id: ContestId;
  readonly area: AreaId;
  readonly options: ReadonlyMap<string, OptionId>;
}

/** The totals of a contest, an area each. Votes of a name that is no option, and counts that no protocol has, are faults. */
export function totalsOf(votes: ByArea, counts: ByArea, contest: Named, faults: Fault[]): AreaTotals[] {
  const areas = new Set([...votes.keys(), ...counts.keys()]);
  if (areas.size > 1 && areas.has(null)) faults.push(apart);
  return [...areas].map((area) => {
    const at = area === null ? '' : pointerStep(area);
    const given = new Map([
      ...votesIn(votes.get(area) ?? new Map(), `/votes${at}`, contest.options, faults),
      ...countsIn(counts.get(area) ?? new Map(), `/counts${at}`, faults),
    ]);
    const reported = votes
      .get(area)
      ?.values()
      .some((sum) => sum !== null)
      ? 1
      : 0;
    return { contest: contest.id, area: area ?? contest.area, reported, values: published(given) };
  });
}

function votesIn(
  figures: Figures,
  at: string,
  options: Named['options'],
  faults: Fault[],
): [Field, bigint | null][] {
  return [...figures].flatMap(([name, sum]) => {
    const option = options.get(name);
    if (option) return [[votesField(option), sum]];
    faults.push(unknownOption(at + pointerStep(name), name, options.keys()));
    return [];
  });
}

function countsIn(figures: Figures, at: string, faults: Fault[]): [Field, bigint | null][] {
  return [...figures].flatMap(([name, sum]) => {
    if (isCountField(name)) return [[name, sum]];
    faults.push(unknownCount(at + pointerStep(name), name));
    return [];
  });
}

function published(figures: ReadonlyMap<Field, bigint | null>): Map<Field, FieldTotal> {
  const values = new Map<Field, FieldTotal>();
  for (const [field, sum] of figures) if (sum !== null) values.set(field, { sum, units: 1 });
  return values;
}

/** A name that is none of the options. */
export function unknownOption(pointer: string, name: string, options: Iterable<string>): Fault {
  return {
    pointer,
    reason: `"${shown(name)}" is no option of the contest, which has ${shownList(options)}`,
    remedy: 'Correct the id, or add the option to `contest.options`.',
  };
}

function unknownCount(pointer: string, name: string): Fault {
  return {
    pointer,
    reason: `"${shown(name)}" is no count of a protocol`,
    remedy: `The counts are ${countFields.join(', ')}.`,
  };
}

function readArea(value: object, at: string, faults: Fault[]): Figures {
  const figures = new Map<string, bigint | null>();
  for (const [name, member] of Object.entries(value) satisfies [string, unknown][]) {
    const number = readCount(member);
    if (number === null || typeof number === 'bigint') figures.set(name, number);
    else faults.push({ pointer: at + pointerStep(name), ...number });
  }
  return figures;
}

/** A number of votes. A JSON number above 2^53 − 1 may have lost digits before it came here, and nothing would show it. */
function readCount(value: unknown): bigint | null | Omit<Fault, 'pointer'> {
  if (value === null) return null;
  if (typeof value === 'string') return /^[0-9]{1,60}$/.test(value) ? BigInt(value) : notDigits(value);
  if (typeof value !== 'number') return notANumber;
  if (value < 0) return { reason: `${value} is negative`, remedy: 'Votes are whole numbers from 0 on.' };
  if (value > Number.MAX_SAFE_INTEGER) return tooLarge;
  if (!Number.isInteger(value))
    return { reason: `${value} is not a whole number`, remedy: 'Votes are whole numbers from 0 on.' };
  return BigInt(value);
}

function notDigits(value: string): Omit<Fault, 'pointer'> {
  return {
    reason: `"${shown(value)}" is not a whole number`,
    remedy: 'Write 1 to 60 digits and nothing else: no sign, no separators, no decimals.',
  };
}

const notANumber = {
  reason: 'the value is not a number of votes',
  remedy: 'Write a whole number, digits in quotes, or null where it was not published.',
};

const tooLarge = {
  reason: 'a JSON number above 9007199254740991 (2^53 − 1) loses digits',
  remedy: 'Write it as a string: "9007199254740993".',
};

const mixed = {
  reason: 'some members are numbers and others are areas',
  remedy: 'Give either numbers by name, or for every area an object with its numbers.',
};

const areaForm = 'Use letters, digits, dots, hyphens and underscores, at most 64 characters.';

const apart: Fault = {
  pointer: '/counts',
  reason: 'votes and counts are not both by area',
  remedy: 'Give `counts` by area where `votes` are, and flat where they are.',
};
