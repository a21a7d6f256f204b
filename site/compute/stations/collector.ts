import { type Bins, emptyBins, type Fraction } from './bins.ts';

/** Rows of results.parquet, column by column: cells of a place belong together. */
export interface ResultRows {
  readonly contest: readonly unknown[];
  readonly area: readonly unknown[];
  readonly station: readonly unknown[];
  readonly measure: readonly unknown[];
  readonly option: readonly unknown[];
  readonly count: readonly unknown[];
}

/** What is asked of the stations. */
export interface Question {
  readonly contest: string;
  /** The option whose share is looked at; null where there is none. */
  readonly leader: string | null;
  /** Whether an area lies in that of the contest. */
  within(area: string): boolean;
}

/** What the stations of a contest say. */
export interface Glance {
  readonly stations: number;
  /** What stands for the voters who took part. */
  readonly voters: 'cast' | 'issued';
  readonly bins: Bins;
}

/** Takes rows in the order of the file and keeps bins of them: memory does not grow with the stations. */
export interface Collector {
  /** Throws RangeError where a row has not the form of results.csv. */
  add(rows: ResultRows): void;
  /** When all rows are in. */
  end(): Glance;
}

/** One row of them. */
interface ResultRow {
  readonly area: string;
  readonly station: string | null;
  readonly measure: string;
  readonly option: string | null;
  readonly count: bigint;
}

/** A station, or an area as a whole, whose rows are coming. */
interface Open {
  readonly area: string;
  readonly station: string | null;
  /** False for what is passed over. */
  readonly counts: boolean;
  registered: bigint | null;
  cast: bigint | null;
  issued: bigint | null;
  leader: bigint | null;
  all: bigint;
}

/**
 * Looks at stations as the indicators do (docs/indicators.md): turnout is the voters who took part by the registered, which are the ballots issued where
 * more protocols state those than the ballots cast; the share is the votes of the leader by the votes of all options. Protocols of areas as a whole, and of areas
 * outside the contest, are passed over. The rows of a station stand together, and may go on in the next row group.
 */
export function collector({ contest, leader, within }: Question): Collector {
  const filling = { cast: emptyBins(), issued: emptyBins() };
  const stated = { cast: 0, issued: 0 };
  let stations = 0;
  let open: Open | null = null;
  const close = (): void => {
    if (!open?.counts) return;
    stations += 1;
    const share = shareOf(open.leader, open.all);
    filling.cast.add(shareOf(open.cast, open.registered), share);
    filling.issued.add(shareOf(open.issued, open.registered), share);
  };
  const take = ({ area, station, measure, option, count }: ResultRow): void => {
    if (measure === 'cast' || measure === 'issued') stated[measure] += 1;
    if (open?.area !== area || open.station !== station) {
      close();
      open = opened(area, station, station !== null && within(area));
    }
    put(open, measure, option === leader, count);
  };
  return {
    add(rows) {
      for (let row = 0; row < rows.contest.length; row += 1)
        if (rows.contest[row] === contest) take(rowAt(rows, row));
    },
    end() {
      close();
      open = null;
      const voters = stated.issued > stated.cast ? 'issued' : 'cast';
      return { stations, voters, bins: filling[voters].bins() };
    },
  };
}

function opened(area: string, station: string | null, counts: boolean): Open {
  return { area, station, counts, registered: null, cast: null, issued: null, leader: null, all: 0n };
}

function put(open: Open, measure: string, leads: boolean, count: bigint): void {
  if (measure === 'votes') {
    open.all += count;
    if (leads) open.leader = count;
  } else if (measure === 'registered' || measure === 'cast' || measure === 'issued') open[measure] = count;
}

function shareOf(part: bigint | null, whole: bigint | null): Fraction {
  return part === null || whole === null || whole === 0n ? null : { part, whole };
}

function rowAt(rows: ResultRows, row: number): ResultRow {
  const [area, station, measure, option, count] = [
    rows.area[row],
    rows.station[row] ?? null,
    rows.measure[row],
    rows.option[row] ?? null,
    rows.count[row],
  ];
  if (typeof area !== 'string' || typeof measure !== 'string' || typeof count !== 'bigint' || count < 0n)
    throw new RangeError(`Row ${row + 1} of a row group has not the form of results.csv`);
  if ((station !== null && typeof station !== 'string') || (option !== null && typeof option !== 'string'))
    throw new RangeError(`Row ${row + 1} of a row group has a station or an option that is no text`);
  return { area, station, measure, option, count };
}
