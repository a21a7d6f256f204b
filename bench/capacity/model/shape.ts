/** The size of an election and of its night: what the plan is reckoned from. */
export interface Shape {
  readonly name: string;
  readonly stations: number;
  /** Areas with stations. Each has one register file and one results file. */
  readonly files: number;
  /** Versions of each results file in the night: as stations report, and as mistakes are corrected. */
  readonly versions: number;
  /** Seconds over which the results files come, evenly. */
  readonly seconds: number;
  /** Bytes that the public downloads in the month of the election. */
  readonly publicBytes: number;
  /** Requests of the public in that month. */
  readonly publicRequests: number;
}

/**
 * The three sizes of docs/capacity.md. Kazakhstan had 10,223 stations in 20 regions in 2023 (its electoral commission). India had 1.05 million
 * and 543 constituencies in 2024 (its electoral commission). What the public reads is assumed: ten thousand downloads of a tenth of
 * the data for each ten thousand stations.
 */
export const shapes: readonly Shape[] = [
  shape('Kazakhstan', 10_000, 20),
  shape('India', 1_050_000, 543),
  shape('India × 10', 10_500_000, 5_430),
];

function shape(name: string, stations: number, files: number): Shape {
  const downloads = stations;
  return {
    name,
    stations,
    files,
    versions: 3,
    seconds: 8 * 3600,
    publicBytes: downloads * 5_000_000,
    publicRequests: downloads * 50,
  };
}
