import type { FileKind } from './file.ts';
import { tablesParquet } from './parquet.ts';
import { areasCsv } from './tables/areas.ts';
import { candidatesCsv } from './tables/candidates.ts';
import { changesCsv } from './tables/changes.ts';
import { completenessCsv } from './tables/completeness.ts';
import { electedCsv } from './tables/elected.ts';
import { findingsCsv } from './tables/findings.ts';
import { indicatorsCsv } from './tables/indicators.ts';
import { seatsCsv } from './tables/seats.ts';
import { stationsCsv } from './tables/stations.ts';
import { totalsCsv } from './tables/totals.ts';
import { turnoutCsv } from './tables/turnout.ts';

/** The published tables but for results.csv, most wanted first. */
export const tableKinds: readonly FileKind[] = [
  totalsCsv,
  seatsCsv,
  electedCsv,
  areasCsv,
  stationsCsv,
  candidatesCsv,
  turnoutCsv,
  findingsCsv,
  completenessCsv,
  indicatorsCsv,
  changesCsv,
  ...tablesParquet,
];
