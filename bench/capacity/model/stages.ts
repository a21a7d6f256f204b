import { byStage } from '../measure/meter.ts';
import { noUsage, type Usage } from '../measure/usage.ts';
import { mostNistStations, sizes } from './measured.ts';

/** How far an election has come when a Lambda runs. */
export interface Standing {
  /** Files with a register, and with results, that are in. */
  readonly registers: number;
  readonly results: number;
  /** Stations in a file, all being of the same size. */
  readonly perFile: number;
  /** Entries of the ledger, and as many of them as the process has read before: it does not read them again (functions/store/ledger.ts). */
  readonly entries: number;
  readonly known: number;
}

/** What a release follows: none is all noughts. */
export interface Before {
  /** Results files that the release before had. */
  readonly results: number;
  /** Protocols that are new or changed since. */
  readonly changed: number;
  /** Entries of the log. */
  readonly logged: number;
}

/** The check of a definition. */
export function checkDefinition(): Usage {
  return { ...checked(1, 0, 0), puts: 3, writeUnits: 7, items: 4, itemBytes: 4_660, s3BytesOut: 45_000 };
}

/** The check of a register: the roll of every register that is in is read, since a station stands in one alone. */
export function checkRegister(at: Standing): Usage {
  const { perFile, registers } = at;
  const usage = checked(perFile, sizes.stationItem, sizes.registerRow);
  // Its own roll; that it is cut where an item is full is left out.
  usage.batchWrites += 1;
  usage.items += 1;
  usage.itemBytes += rollBytes(perFile);
  usage.writeUnits += Math.ceil(rollBytes(perFile) / 1024);
  readRolls(usage, registers, perFile);
  return withLedger(usage, at);
}

/** The check of results: it reads the rolls of the whole register, and the headers of the results that are in. */
export function checkResults(at: Standing): Usage {
  const { perFile, registers, results } = at;
  const usage = checked(perFile, sizes.protocolItem, sizes.resultsRow);
  // What the protocols of the area sum to.
  usage.batchWrites += 1;
  usage.items += 1;
  usage.itemBytes += sizes.protocolItem;
  usage.writeUnits += 1;
  readRolls(usage, registers, perFile);
  usage.gets += results;
  usage.readUnits += results;
  return withLedger(usage, at);
}

/** A check of results that is made again in the same run: the ledger, a header of what has come, and the report. Its records are written. */
export function checkAgain(at: Standing): Usage {
  const usage = { ...noUsage(), gets: 1, readUnits: 1, puts: 1, writeUnits: 1, s3Writes: 5, s3Reads: 1 };
  return withLedger({ ...usage, s3BytesIn: sizes.report }, at);
}

/**
 * The computation of the seats: the definition, totals of all results, and the headers of the registers, which tell the voters of areas without any.
 * Areas that have reported in part are read besides; here each file has all of its area.
 */
export function allocate(at: Standing): Usage {
  const { registers, results } = at;
  const usage = { ...noUsage(), invocations: 1, batchWrites: 1, items: 1 };
  const bytes = results === 0 ? 3_000 : sizes.certificateItem;
  usage.itemBytes = bytes;
  usage.writeUnits = Math.ceil(bytes / 1024);
  usage.gets = registers;
  usage.queries = results + 1;
  usage.readUnits = usage.gets + usage.queries;
  return withLedger(usage, at);
}

/**
 * A release that is written: five readings of the protocols (seven where it has a NIST report by station) and three of the registers (four), every
 * file of it, and two files of the log for each 256 protocols that are new or changed since `before`.
 */
export function publish(at: Standing, before: Before): Usage {
  const { perFile, registers, results } = at;
  const stations = perFile * results;
  const nist = perFile * registers <= mostNistStations;
  const usage = { ...noUsage(), invocations: 1, puts: 2, writeUnits: 2, items: 2, itemBytes: 755, kms: 6 };
  usage.gets =
    3 * (1 + registers + results) + (before.results > 0 ? 3 * (1 + registers + before.results) : 0);
  usage.readUnits = usage.gets + Math.ceil(sizes.certificateItem / 4096) * 5;
  readPartitions(usage, results * (nist ? 7 : 5), perFile, sizes.protocolItem);
  readPartitions(usage, registers * (nist ? 4 : 3), perFile, sizes.stationItem);
  // Totals by area, certificates, definitions.
  usage.queries += results + 7;
  usage.readUnits += results + 7;
  usage.s3BytesIn = sizes.release + stations * (sizes.releaseStation + (nist ? sizes.releaseNist : 0));
  // Files by themselves, the log, and the parts of those over 8 MB.
  usage.s3Writes = 82 + 2 * Math.ceil(before.changed / 256) + Math.floor(usage.s3BytesIn / 8_388_608);
  // Pointers, indexes and pages as they are, and the summary that the pages are made from.
  usage.s3Reads = 25;
  usage.s3BytesOut = before.results > 0 ? 64_000 + headOf(before.logged) : 13_000;
  return withLedger(usage, at, ledgerReadings.publish);
}

/** A publisher that finds its revision in a release: it looks after the pointers. */
export function covered(at: Standing, logged: number): Usage {
  const usage = { ...noUsage(), invocations: 1, s3Writes: 2, s3Reads: 25, kms: 2 };
  usage.s3BytesOut = 65_000 + headOf(logged);
  return withLedger(usage, at, ledgerReadings.covered);
}

/** A publisher that has nothing to publish, or has to wait for its turn. */
export function idle(at: Standing): Usage {
  return withLedger({ ...noUsage(), invocations: 1 }, at);
}

/** What any check does with a file of so many rows: it reads it twice, writes its records and five files of a report. */
function checked(rows: number, itemBytes: number, rowBytes: number): Usage {
  const usage = { ...noUsage(), invocations: 1, puts: 2, s3Writes: 5, s3Reads: 3 };
  usage.batchWrites = Math.ceil(rows / 25);
  usage.items = rows + 2;
  usage.itemBytes = rows * itemBytes + sizes.ledgerItem + sizes.headerItem;
  usage.writeUnits = rows * Math.ceil(itemBytes / 1024) + 2;
  usage.s3BytesIn = sizes.report;
  usage.s3BytesOut = 2 * rows * rowBytes;
  // The definition.
  usage.queries = rowBytes === 0 ? 0 : 1;
  usage.readUnits = usage.queries;
  return usage;
}

/** Header and roll of each register lie side by side: one query. */
function readRolls(usage: Usage, registers: number, perFile: number): void {
  const bytes = sizes.headerItem + rollBytes(perFile);
  usage.queries += registers * Math.ceil(bytes / 1_048_576);
  usage.readUnits += registers * Math.ceil(bytes / 4096);
}

function rollBytes(stations: number): number {
  return sizes.rollItem + stations * sizes.rollStation;
}

/** Partitions of so many items, each in pages of a megabyte; what is left of a page's last 4 KB is paid as well. */
function readPartitions(usage: Usage, partitions: number, items: number, itemBytes: number): void {
  const bytes = items * itemBytes;
  const pages = Math.max(1, Math.ceil(bytes / 1_048_576));
  usage.queries += partitions * pages;
  usage.readUnits += partitions * (bytes / 4096 + pages / 2);
}

/** The right edge of the log, which whoever grows it reads: hashes and entries of the last tile. */
function headOf(logged: number): number {
  return (logged % 256) * 380;
}

/** How often a Lambda reads the ledger. */
export const ledgerReadings = { ...byStage(() => 1), publish: 4, covered: 3 };

/** Read units of so many readings of the ledger: the first is of the entries that are new and of the last that was known, the others of the last. */
export function ledgerUnits(at: Standing, readings: number): number {
  return Math.max(1, Math.ceil((newEntries(at) * sizes.ledgerItem) / 4096)) + readings - 1;
}

function withLedger(usage: Usage, at: Standing, readings = 1): Usage {
  usage.queries += Math.max(1, Math.ceil((newEntries(at) * sizes.ledgerItem) / 1_048_576)) + readings - 1;
  usage.readUnits += ledgerUnits(at, readings);
  return usage;
}

function newEntries({ entries, known }: Standing): number {
  return known > 0 ? entries - known + 1 : entries;
}
