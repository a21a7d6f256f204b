import type { ChartOption } from '../option.ts';
import { type ChartTable, numbers, words } from '../table.ts';
import type { Voice } from '../voice.ts';
import type { Tile } from './layout.ts';

/** An area on a map of tiles. */
export interface TileArea {
  readonly area: string;
  readonly name: string;
  /** Where a click leads to; null for an area without a page. */
  readonly href: string | null;
  readonly tile?: Tile;
  /** A percentage, decimal text; null where it is not published, and where `leader` is shown. */
  readonly percent: string | null;
  /** Who has most votes; null where the map shows a percentage, or none are published. */
  readonly leader: ChartOption | null;
}

/** What a map shows: a percentage, as turnout, or who leads. */
export interface TileMap {
  /** Its name, as `Turnout`. */
  readonly measure: string;
  readonly shows: 'percent' | 'leader';
  readonly areas: readonly TileArea[];
}

/** Steps of the colour scale. */
export const steps = 5;

/** The step of a value between the least and the greatest, from 1; the middle one where all are the same. */
export function stepOf(value: number, [least, greatest]: readonly [number, number]): number {
  if (greatest <= least) return Math.ceil(steps / 2);
  return Math.min(steps, 1 + Math.floor(((value - least) / (greatest - least)) * steps));
}

/** The least and the greatest value; null where there is none. */
export function rangeOf({ areas }: TileMap): readonly [number, number] | null {
  const values = areas.flatMap(({ percent }) => (percent === null ? [] : [Number(percent)]));
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

/** Between which areas the values lie, or who leads in how many. */
export function tilesSentence(map: TileMap, voice: Voice): string {
  const { texts, format } = voice;
  if (map.shows === 'leader') return leadersSentence(map, voice);
  const known = map.areas.filter(({ percent }) => percent !== null);
  const ranked = known.toSorted((a, b) => Number(a.percent) - Number(b.percent));
  const [low, high] = [ranked.at(0), ranked.at(-1)];
  if (!low || !high) return format.fill(texts.tiles.none, { measure: map.measure });
  return format.fill(texts.tiles.range, {
    measure: map.measure,
    low: format.percent(low.percent),
    lowest: low.name,
    high: format.percent(high.percent),
    highest: high.name,
  });
}

/** The value of an area in words. */
export function shownValue({ percent, leader }: TileArea, { texts, format }: Voice): string {
  if (leader) return leader.name;
  return percent === null ? texts.tiles.missing : format.percent(percent);
}

/** The value of every area, in the order of the definition. */
export function tilesTable(map: TileMap, voice: Voice): ChartTable {
  const { texts, format } = voice;
  const column = map.shows === 'leader' ? words(map.measure) : numbers(map.measure);
  return {
    caption: format.fill(texts.tiles.caption, { measure: map.measure }),
    columns: [words(texts.area), column],
    rows: map.areas.map((area) => [area.name, shownValue(area, voice)]),
  };
}

function leadersSentence({ measure, areas }: TileMap, { texts, format }: Voice): string {
  const leaders = Map.groupBy(
    areas.flatMap(({ leader }) => (leader ? [leader] : [])),
    ({ name }) => name,
  );
  if (leaders.size === 0) return format.fill(texts.tiles.none, { measure });
  const leads = [...leaders]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, own]) => format.plural(own.length, { ...texts.tiles.lead }, { name }));
  return format.fill(texts.tiles.leaders, { leads: format.list(leads) });
}
