import type { Where } from '../../model/finding.ts';
import type { Contest } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { type CountField, type Field, type Protocol, type Value, votesField } from '../../model/protocol.ts';
import type { Findings } from '../findings.ts';
import type { Unit } from '../references/units.ts';
import type { Located } from './content.ts';

/** A protocol that is being put together from its rows. */
export interface Draft {
  readonly unit: Unit;
  /** The row that it was first named in. */
  readonly row: number;
  readonly values: Map<Field, Given>;
}

/** The protocols of a file while it is being read. */
export interface Drafts {
  /** The draft of a unit; the same one each time. */
  open(unit: Unit, row: number): Draft;
  /** Gives a count (null: missing) to a draft (null: of no known unit); reports when another row gives it differently. */
  count(draft: Draft | null, field: CountField, count: number | null, source: string, row: number): void;
  /** Gives the votes of an option; reports when another row has given them. */
  votes(draft: Draft | null, option: OptionId, count: number | null, source: string, row: number): void;
  /** Where the unit of a draft is, as far as it is known. */
  where(draft: Draft | null): Where;
  /** The protocols of all units that have a value. */
  finish(): Located<Protocol>[];
}

interface Given extends Value {
  readonly row: number;
}

/** An empty set of drafts for a contest. */
export function draftsOf(contest: Contest, findings: Findings): Drafts {
  const drafts = new Map<string, Draft>();
  // Put together once: a million rows name the same few options.
  const fields = new Map<OptionId, Field>(contest.options.map(({ id }) => [id, votesField(id)]));
  const where = (draft: Draft | null): Where => {
    if (draft === null) return { contest: contest.id };
    const { area, station } = draft.unit;
    return { contest: contest.id, area, ...(station !== null && { station }) };
  };
  return {
    open(unit, row) {
      const name = unitName(unit);
      const known = drafts.get(name);
      if (known !== undefined) return known;
      const draft = { unit, row, values: new Map() };
      drafts.set(name, draft);
      return draft;
    },
    count(draft, field, count, source, row) {
      if (draft === null || count === null) return;
      const before = draft.values.get(field);
      if (before === undefined) draft.values.set(field, { count, source, row });
      else if (before.count !== count) {
        const data = { field, value: count, other: before.count, first: before.row };
        findings.add('count-conflict', { row, ...where(draft), column: field }, data);
      }
    },
    votes(draft, option, count, source, row) {
      if (draft === null || count === null) return;
      const field = fields.get(option) ?? votesField(option);
      const before = draft.values.get(field);
      if (before === undefined) draft.values.set(field, { count, source, row });
      else {
        const data = { what: `${unitName(draft.unit)} / ${option}`, first: before.row };
        findings.add('row-duplicate', { row, ...where(draft), option }, data);
      }
    },
    where,
    finish: () =>
      [...drafts.values()]
        .filter(({ values }) => values.size > 0)
        .map(({ unit, row, values }) => ({
          record: { contest: contest.id, ...unit, values: withoutRows(values) },
          row,
        })),
  };
}

/** The id of the station, or of the area where that reports. */
export function unitName({ area, station }: Unit): string {
  return station ?? area;
}

function withoutRows(values: ReadonlyMap<Field, Given>): Map<Field, Value> {
  const plain = new Map<Field, Value>();
  for (const [field, { count, source }] of values) plain.set(field, { count, source });
  return plain;
}
