import { catalogue, type FindingCode } from './generated/findings.ts';
import type { AreaId, ContestId, OptionId, StationId } from './ids.ts';
import { inLanguage } from './text.ts';

export type { FindingCode } from './generated/findings.ts';

/** An error rejects the file; a warning is published with it. */
export type Level = 'error' | 'warning';

/** Where a finding applies. Rows count from 1 and include the header, as a spreadsheet shows them. */
export interface Where {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly contest?: ContestId;
  readonly area?: AreaId;
  readonly station?: StationId;
  readonly option?: OptionId;
}

/** What is wrong, where, and the facts that its message names. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: Level;
  readonly where: Where;
  readonly data: Readonly<Record<string, string | number>>;
}

/** A finding of the catalogue at the level that the catalogue gives it. */
export function finding(code: FindingCode, where: Where, data: Finding['data'] = {}): Finding {
  return { code, level: catalogue[code].level, where, data };
}

/** The finding, as an error where the election's `severity` says so. */
export function raised(found: Finding, severity: Readonly<Record<string, 'error'>> | undefined): Finding {
  return severity !== undefined && Object.hasOwn(severity, found.code) ? { ...found, level: 'error' } : found;
}

/** The message in `language`, with its facts filled in. */
export function findingMessage(found: Finding, language: string): string {
  return fill(inLanguage(catalogue[found.code].message, language), found.data);
}

/** How to mend it, in `language`. */
export function findingRemedy(found: Finding, language: string): string {
  return fill(inLanguage(catalogue[found.code].remedy, language), found.data);
}

function fill(template: string, data: Finding['data']): string {
  return template.replace(/\{([a-z]+)\}/gi, (whole, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : whole,
  );
}
