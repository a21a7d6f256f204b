import { isAreaId, isBatchId, isContestId, isElectionId, isOptionId } from '../../model/ids.ts';
import { id, isCount, isString, listOf, oneOf, optional, orNull, shape } from '../../model/json/shape.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import { decode } from './shape.ts';

/** A header, and of a register how many chunks its roll of stations has: null when it was written before there were rolls. */
export interface RolledHeader {
  readonly header: BatchHeader;
  readonly chunks: number | null;
}

/** The JSON of a header. Sums are texts: they may pass 2^53. */
export function encodeHeader({ header, chunks }: RolledHeader): string {
  const areas = header.areas.map(({ voters, ...area }) => ({
    ...area,
    ...(voters !== undefined && { voters: voters === null ? null : voters.toString() }),
  }));
  return JSON.stringify({ ...header, areas, ...(chunks !== null && { roll: chunks }) });
}

/** Reads what `encodeHeader` has written. Throws `StoreError` code `corrupt` when it is none; `where` names the item. */
export function decodeHeader(text: string, where: string): RolledHeader {
  const { roll, areas, ...rest } = decode(text, isStored, where);
  const header = {
    ...rest,
    areas: areas.map(({ voters, ...area }) => ({
      ...area,
      ...(voters !== undefined && { voters: voters === null ? null : BigInt(voters) }),
    })),
  };
  return { header, chunks: roll ?? null };
}

type Stored = Omit<BatchHeader, 'areas'> & {
  readonly areas: readonly (Omit<BatchHeader['areas'][number], 'voters'> & {
    readonly voters?: string | null;
  })[];
  readonly roll?: number;
};

function isStored(value: unknown): value is Stored {
  return storedShape(value);
}

const isSum = (value: unknown) => isString(value) && /^[0-9]{1,40}$/.test(value);

const storedShape = shape({
  election: id(isElectionId),
  batch: id(isBatchId),
  kind: oneOf('definition', 'stations', 'candidates', 'results', 'turnout'),
  file: isString,
  records: isCount,
  areas: listOf(shape({ area: id(isAreaId), records: isCount, voters: optional(orNull(isSum)) })),
  references: listOf(shape({ contest: id(isContestId), options: listOf(id(isOptionId)) })),
  sources: listOf(isString),
  roll: optional(isCount),
});
