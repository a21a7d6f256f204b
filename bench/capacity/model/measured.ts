/**
 * What the model takes from measurements: `node bench/capacity/capacity.ts --measure` prints them anew, and test/bench/capacity holds them to
 * what the handlers do. Measured with 13 numbers a protocol and one contest, as the synthetic elections have them.
 */
export const sizes = {
  /** Bytes of an item of the table, names and keys counted in. */
  protocolItem: 306,
  stationItem: 191,
  /** The roll of a register: for itself, and for each station where ids count up, as they mostly do. */
  rollItem: 150,
  rollStation: 0.15,
  ledgerItem: 410,
  headerItem: 520,
  certificateItem: 38_000,
  definitionItem: 4_000,
  /** Bytes of a row of the files that are uploaded. */
  registerRow: 54,
  resultsRow: 70,
  /** What the five files of a report have together. */
  report: 2_100,
  /** Bytes of a release: for itself, for each station, and for each where it has the NIST report. */
  release: 1_200_000,
  releaseStation: 2_450,
  releaseNist: 1_330,
} as const;

/** Above so many stations a release has no station-level NIST report (functions/publish/nist/level.ts). */
export const mostNistStations = 20_000;

/**
 * Seconds of a processor, of runs with 10, 40 and 160 thousand stations. The S3 server of the local stack ran in the same process, so that a
 * release in AWS takes less.
 */
export const cpu = {
  /** To take in a file, for itself, for each record that is written, and for each station that a roll names. */
  validate: 0.12,
  written: 60e-6,
  named: 1.4e-6,
  /** To ask DynamoDB for an item or a page, where hundreds are asked for at once (measured by itself, with the table of the local stack). */
  asked: 1.1e-3,
  /** To check a file again when another upload has come first. */
  again: 0.02,
  allocate: 0.045,
  /** For itself, and for each station. */
  publish: 1.5,
  published: 295e-6,
  covered: 0.07,
} as const;
