import type { AreaTotals } from '../model/batch.ts';
import type { Folder } from '../model/generated/folder.ts';
import type { Latest } from '../model/generated/latest.ts';
import type { Protocol } from '../model/protocol.ts';
import type { Candidate, Station, Turnout } from '../model/roll.ts';
import { byCodePoint } from '../model/text.ts';

/** Protocols by contest, then station; an area as a whole stands first. */
export function byContestAndStation(a: Protocol, b: Protocol): number {
  return byCodePoint(a.contest, b.contest) || byCodePoint(a.station ?? '', b.station ?? '');
}

/** Stations by id. */
export function byStation(a: Station, b: Station): number {
  return byCodePoint(a.station, b.station);
}

/** Candidates by contest, option and place on the list. */
export function byPlace(a: Candidate, b: Candidate): number {
  return byCodePoint(a.contest, b.contest) || byCodePoint(a.option, b.option) || a.order - b.order;
}

/** Snapshots by time as written. */
export function byTime(a: Turnout, b: Turnout): number {
  return byCodePoint(a.time, b.time);
}

/** Totals by contest, then area. */
export function byTotal(a: AreaTotals, b: AreaTotals): number {
  return byCodePoint(a.contest, b.contest) || byCodePoint(a.area, b.area);
}

/** Whether a pointer may replace another: a higher version of the same or a later revision. Anything else would lead back. */
export function supersedes(next: Latest, current: Latest): boolean {
  return next.revision >= current.revision && compareVersions(next.version, current.version) > 0;
}

/** Whether an index of a folder may replace another: it has more folders in it, as an election has with every release. */
export function extendsFolder(next: Folder, current: Folder): boolean {
  return folders(next) > folders(current);
}

function folders({ entries }: Folder): number {
  return entries.filter(({ name }) => name.endsWith('/')).length;
}

/** Negative, zero or positive as version `a` (three numbers, SemVer 2.0.0 section 11) is lower than, equal to or higher than `b`. */
function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (const place of [0, 1, 2]) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
