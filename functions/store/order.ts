import type { Folder } from '../model/generated/folder.ts';
import type { AreaTotals } from '../model/records/batch.ts';
import type { Protocol } from '../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../model/records/roll.ts';
import { byCodePoint } from '../model/text/text.ts';

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

/**
 * Whether what follows from one state of a ledger may replace what follows from another: it rests on a later entry. A higher version would not
 * do, since the pointer goes back when the newest release is withdrawn.
 */
export function supersedes(next: { readonly entry: number }, current: { readonly entry: number }): boolean {
  return next.entry > current.entry;
}

/** Whether an index of a folder may replace another: it has more folders in it, as an election has with every release. */
export function extendsFolder(next: Folder, current: Folder): boolean {
  return folders(next) > folders(current);
}

function folders({ entries }: Folder): number {
  return entries.filter(({ name }) => name.endsWith('/')).length;
}
