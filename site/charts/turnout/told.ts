import { type ChartTable, numbers, words } from '../table.ts';
import type { Voice } from '../voice.ts';

/** Turnout of an area at one time. */
export interface Snapshot {
  /** As published, ISO 8601 with the offset of the place. */
  readonly at: string;
  /** Exact percent of the registered voters, decimal text. */
  readonly percent: string;
}

/** Turnout of an area through the day, in order of time. */
export interface Course {
  readonly area: string;
  readonly name: string;
  readonly snapshots: readonly Snapshot[];
}

/** Turnout through the day: the area that is looked at, and its sisters or children behind it. */
export interface Day {
  readonly focus: Course;
  readonly others: readonly Course[];
}

/** The time of day by the clock of the place, as it was published. */
export function clockOf(at: string): string {
  return /T(\d\d:\d\d)/.exec(at)?.[1] ?? at;
}

/** The instant on a time axis that shows the clock of the place, whatever that of the reader. */
export function wallClock(at: string): Date {
  return new Date(`${at.replace(/(Z|[+-]\d\d:?\d\d)$/, '')}Z`);
}

/** Whether a later number is lower than an earlier one: turnout cannot fall, so one of the two is wrong. */
export function falls({ snapshots }: Course): boolean {
  return snapshots.some(({ percent }, place) => Number(percent) < Number(snapshots[place - 1]?.percent ?? 0));
}

/** The last number of the area, and where numbers fall. */
export function turnoutSentence({ focus, others }: Day, { texts, format }: Voice): string {
  const last = focus.snapshots.at(-1);
  if (!last) return texts.turnout.none;
  const stated = format.fill(texts.turnout.last, {
    area: focus.name,
    percent: format.percent(last.percent),
    time: clockOf(last.at),
  });
  const falling = [focus, ...others].filter(falls).map(({ name }) => name);
  if (falling.length === 0) return stated;
  return `${stated} ${format.fill(texts.turnout.falls, { areas: format.list(falling) })}`;
}

/** A row an area, a column a time. */
export function turnoutTable({ focus, others }: Day, { texts, format }: Voice): ChartTable {
  const courses = [focus, ...others];
  const times = [...new Set(courses.flatMap(({ snapshots }) => snapshots.map(({ at }) => at)))].sort();
  return {
    caption: texts.turnout.caption,
    columns: [words(texts.area), ...times.map((at) => numbers(clockOf(at)))],
    rows: courses.map(({ name, snapshots }) => [
      name,
      ...times.map((time) => format.percent(snapshots.find(({ at }) => at === time)?.percent)),
    ]),
  };
}
