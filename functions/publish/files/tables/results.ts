import type { Contest } from '../../../model/generated/election.ts';
import {
  countFields,
  type Field,
  isVotesField,
  type MergedProtocol,
  votesField,
} from '../../../model/records/protocol.ts';
import type { Row } from '../../write/csv.ts';

/** A number of a protocol as the columns `measure` and `option` name it. */
export interface Measure {
  readonly field: Field;
  readonly measure: string;
  readonly option: string | null;
}

/** What the protocols of a contest may state, in the order of the tables: counts, then votes as on the ballot. */
export function measuresOf(contest: Contest): Measure[] {
  const fields: Field[] = [...countFields, ...contest.options.map(({ id }) => votesField(id))];
  return fields.map((field) =>
    isVotesField(field)
      ? { field, measure: 'votes', option: field.slice('votes:'.length) }
      : { field, measure: field, option: null },
  );
}

/** The rows of results.csv that hold these protocols of one contest. */
export function* resultRows(
  protocols: readonly MergedProtocol[],
  measures: readonly Measure[],
): Generator<Row<'results'>> {
  for (const { contest, area, station, values } of protocols)
    for (const { field, measure, option } of measures) {
      const value = values.get(field);
      if (!value) continue;
      const { count, source, upload } = value;
      yield { contest, area, station, measure, option, count, source, upload };
    }
}
