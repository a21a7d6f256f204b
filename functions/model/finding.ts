import { catalogue, type FindingCode, type FindingData, type PlainCode } from './generated/findings.ts';
import type { AreaId, ContestId, OptionId, StationId } from './ids.ts';
import { inLanguage } from './text/text.ts';

export type { FindingCode, FindingData } from './generated/findings.ts';

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

/** What is wrong, where, and the facts that its message names: those of its code. */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly level: Level;
  readonly where: Where;
  readonly data: FindingData[Code];
}

/** The facts that a finding is made with: none where the texts of its code name none. */
export type FactsOf<Code extends FindingCode> = [Code] extends [PlainCode]
  ? [data?: FindingData[Code]]
  : [data: FindingData[Code]];

/** What is wrong, before it is known where. */
export type Fault = { readonly [Code in FindingCode]: Pick<Finding<Code>, 'code' | 'data'> }[FindingCode];

/** A finding of the catalogue at the level that the catalogue gives it. */
export function finding<Code extends FindingCode>(
  code: Code,
  where: Where,
  ...[data = noFacts]: FactsOf<Code>
): Finding<Code> {
  return { code, level: catalogue[code].level, where, data };
}

/** The finding of a fault, at a place. */
export function findingOf({ code, data }: Fault, where: Where): Finding {
  return { code, level: catalogue[code].level, where, data };
}

const noFacts = {};

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
  const facts = new Map<string, string | number>(Object.entries(data));
  return template.replace(/\{([a-z]+)\}/gi, (whole, name: string) => String(facts.get(name) ?? whole));
}
