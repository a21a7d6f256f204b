import { open } from 'node:fs/promises';

/** A size of election: its stations, each with a row an option, and whether the rows are in the order of the register. */
export interface Size {
  readonly stations: number;
  readonly areas: number;
  readonly order: 'sorted' | 'shuffled';
}

/** Files that hold the same bytes whenever they are made. */
export const sizes: Readonly<Record<string, Size>> = {
  '82k': { stations: 6_834, areas: 20, order: 'sorted' },
  '1M': { stations: 83_334, areas: 100, order: 'sorted' },
  '1M-shuffled': { stations: 83_334, areas: 100, order: 'shuffled' },
  // India in 2024: 1.05 million stations, 543 seats.
  '12.6M': { stations: 1_050_000, areas: 543, order: 'sorted' },
};

/** The options of the contest. */
export const options: readonly string[] = Array.from({ length: 12 }, (_, index) => `list-${two(index + 1)}`);

/** The columns of the file. */
export const columns = [
  'station',
  'area',
  'registered',
  'issued',
  'cast',
  'invalid',
  'option',
  'votes',
  'source',
] as const;

/** Id of an area by its number from 0. */
export function areaName(area: number): string {
  return `C-${five(area + 1)}`;
}

/** Area and id of a station by its number from 0; stations of one area stand together. */
export function stationOf(number: number, { stations, areas }: Size): { area: string; station: string } {
  const area = Math.floor((number * areas) / stations);
  const first = Math.ceil((area * stations) / areas);
  const name = areaName(area);
  return { area: name, station: `${name}-${five(number - first + 1)}` };
}

/**
 * Writes a file of results that is accepted, with warnings: one station in 500 states a cast that its votes do not sum to, one in 700 more
 * cast than registered.
 */
export async function generate(path: string, size: Size): Promise<{ rows: number; bytes: number }> {
  const file = await open(path, 'w');
  const rows = size.stations * options.length;
  let bytes = 0;
  const order = size.order === 'shuffled' ? shuffled(rows) : null;
  let lines = `${columns.join(',')}\n`;
  const write = async () => {
    bytes += (await file.write(lines)).bytesWritten;
    lines = '';
  };
  for (let index = 0; index < rows; index += 1) {
    lines += rowAt(order?.[index] ?? index, size);
    if (lines.length > 1_000_000) await write();
  }
  await write();
  await file.close();
  return { rows, bytes };
}

/** The row of a station and an option by its number in the sorted file. */
function rowAt(index: number, size: Size): string {
  const number = Math.floor(index / options.length);
  const option = index % options.length;
  const { area, station } = stationOf(number, size);
  const { registered, issued, cast, invalid, votes } = protocolOf(number);
  return `${station},${area},${registered},${issued},${cast},${invalid},${options[option]},${votes[option]},EC-24\n`;
}

interface Numbers {
  readonly registered: number;
  readonly issued: number;
  readonly cast: number;
  readonly invalid: number;
  readonly votes: readonly number[];
}

let last: { readonly number: number; readonly protocol: Numbers } | null = null;

function protocolOf(number: number): Numbers {
  if (last?.number !== number) last = { number, protocol: makeProtocol(number) };
  return last.protocol;
}

function makeProtocol(number: number): Numbers {
  const votes = options.map((_, option) => mixed(number * 16 + option) % 180);
  const invalid = mixed(number * 16 + 13) % 20;
  const sum = votes.reduce((total, count) => total + count, invalid);
  const cast = number % 500 === 7 ? sum + 1 : sum;
  const registered = number % 700 === 11 ? cast - 1 : cast + (mixed(number * 16 + 14) % 500);
  return { registered, issued: Math.min(registered, cast), cast, invalid, votes };
}

/** A number from 0 to 2^32 − 1 that looks drawn at random (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The rows in an order that looks drawn at random, the same each time (Fisher and Yates). */
function shuffled(rows: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, index) => index);
  for (let index = rows - 1; index > 0; index -= 1) {
    const other = mixed(index) % (index + 1);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function five(number: number): string {
  return String(number).padStart(5, '0');
}
