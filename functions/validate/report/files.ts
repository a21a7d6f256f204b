import type { Report } from '../../model/generated/report.ts';
import { languages } from '../../model/text/languages.ts';
import type { Findings } from '../findings.ts';
import { reportCsv } from './csv.ts';
import { reportPage } from './markdown.ts';

/** What is written beside report.json: all findings as a table, and the report as a page by language. */
export interface ReportFiles {
  readonly csv: Iterable<Uint8Array>;
  readonly pages: ReadonlyMap<string, string>;
}

/** The files of a report, in each of its languages. */
export function reportFiles(report: Report, findings: Findings): ReportFiles {
  return {
    csv: reportCsv(findings),
    pages: new Map(languages.map((language) => [language, reportPage(report, language)])),
  };
}
