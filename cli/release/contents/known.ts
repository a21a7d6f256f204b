import type { Contest, ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId, ContestId } from '../../../functions/model/ids.ts';
import { countFields, type Field, votesField } from '../../../functions/model/records/protocol.ts';

/** What the rows of a contest may speak of, by the cells that name it. */
export interface Known {
  readonly id: ContestId;
  /** Whether its protocols are those of areas, without stations. */
  readonly byArea: boolean;
  /** Its own area and all that lie in it. */
  readonly areas: ReadonlyMap<string, AreaId>;
  readonly fields: ReadonlyMap<string, Field>;
}

/** The contests of an election by their ids. */
export function knownContests(definition: ElectionDefinition): Map<string, Known> {
  return new Map(
    definition.contests.map((contest) => [
      contest.id,
      {
        id: contest.id,
        byArea: contest.reportedBy === 'area',
        areas: areasWithin(definition, contest.area),
        fields: fieldsOf(contest),
      },
    ]),
  );
}

/** The field that the cells `measure` and `option` name; null when the contest has none such. */
export function fieldIn({ fields }: Known, measure: string, option: string): Field | null {
  return fields.get(`${measure},${option}`) ?? null;
}

/** The cells `measure` and `option` of a field, separated by a comma. */
export function cellsOf(field: Field): string {
  return field.startsWith('votes:') ? field.replace(':', ',') : `${field},`;
}

/** An area and all in it: parents stand before their children, so one pass finds them. */
export function areasWithin({ areas }: ElectionDefinition, root: AreaId): Map<string, AreaId> {
  const within = new Map<string, AreaId>([[root, root]]);
  for (const { id, parent } of areas) if (parent !== undefined && within.has(parent)) within.set(id, id);
  return within;
}

function fieldsOf({ options }: Contest): Map<string, Field> {
  const fields: Field[] = [...countFields, ...options.map(({ id }) => votesField(id))];
  return new Map(fields.map((field) => [cellsOf(field), field]));
}
