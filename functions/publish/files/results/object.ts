import type { Results } from '../../../model/generated/results.ts';
import { isVotesField, type MergedProtocol } from '../../../model/protocol.ts';
import type { Measure } from '../tables/results.ts';

/** A protocol as the JSON files have it. */
export type ProtocolObject = Results['protocols'][number];

/** The protocol with its numbers by name, in the order of the tables; what is not stated is not there. */
export function protocolObject(
  { contest, area, station, values }: MergedProtocol,
  measures: readonly Measure[],
): ProtocolObject {
  const counts: [string, number][] = [];
  const votes: [string, number][] = [];
  const sources = new Set<string>();
  const uploads = new Set<string>();
  for (const { field, measure, option } of measures) {
    const value = values.get(field);
    if (!value) continue;
    if (isVotesField(field) && option !== null) votes.push([option, value.count]);
    else counts.push([measure, value.count]);
    uploads.add(value.upload);
    for (const source of value.source.split(';')) if (source !== '') sources.add(source);
  }
  return {
    contest,
    area,
    station,
    counts: Object.fromEntries(counts),
    votes: Object.fromEntries(votes),
    sources: [...sources],
    uploads: [...uploads],
  };
}
