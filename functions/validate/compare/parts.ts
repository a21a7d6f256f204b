import type { AreaId, ContestId, StationId } from '../../model/ids.ts';
import { hasVotes, isVotesField, type Protocol } from '../../model/records/protocol.ts';
import { type Findings, shownList } from '../findings.ts';

/**
 * Where the protocols of an area come in parts (votes in one file, counts in another), those of which a part is in no file, though others of the area have
 * both. One finding a kind of part. `protocols` are those of all files.
 */
export function reportMissingParts(
  protocols: readonly Protocol[],
  contest: ContestId,
  area: AreaId,
  findings: Findings,
): void {
  const units = new Map<StationId | null, { votes: boolean; counts: boolean }>();
  for (const { station, values } of protocols) {
    const unit = units.get(station) ?? { votes: false, counts: false };
    const counts = [...values.keys()].some((field) => !isVotesField(field));
    units.set(station, { votes: unit.votes || hasVotes(values), counts: unit.counts || counts });
  }
  const all = [...units];
  if (!all.some(([, { votes, counts }]) => votes && counts)) return;
  for (const [given, missing] of parts) {
    const without = all.filter(([, unit]) => unit[given] && !unit[missing]);
    if (without.length === 0) continue;
    const data = {
      count: without.length,
      given,
      missing,
      units: shownList(without.map(([station]) => station ?? area)),
    };
    findings.add('part-missing', { contest, area }, data);
  }
}

const parts = [
  ['counts', 'votes'],
  ['votes', 'counts'],
] as const;
