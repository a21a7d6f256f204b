import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Report } from '../../functions/model/generated/report.ts';
import { prettyJson } from '../../functions/model/json/json.ts';
import { reportCsvKey, reportKey, reportPageKey } from '../../functions/store/objects.ts';
import type { Findings } from '../../functions/validate/findings.ts';
import { reportFiles } from '../../functions/validate/report/files.ts';

/** Writes the report on a file into `folder`, under the names that the pipeline gives it: report.json, report.csv and the pages. */
export async function writeReport(folder: string, report: Report, findings: Findings): Promise<void> {
  const { election, file, versionId } = report;
  const { csv, pages } = reportFiles(report, findings);
  const table = join(folder, reportCsvKey(election, file, versionId));
  await mkdir(dirname(table), { recursive: true });
  await pipeline(Readable.from(csv), createWriteStream(table));
  for (const [language, text] of pages)
    await writeFile(join(folder, reportPageKey(election, file, versionId, language)), text);
  await writeFile(join(folder, reportKey(election, file, versionId)), prettyJson(report));
}
