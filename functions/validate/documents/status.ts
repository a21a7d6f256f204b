import schema from '../../../schemas/status.schema.json' with { type: 'json' };
import type { StatusFile } from '../../model/generated/status.ts';
import type { Status } from '../../model/ledger.ts';
import type { Findings } from '../findings.ts';
import { parseJson } from './json.ts';
import { compileSchema, schemaProblems } from './schema.ts';

/** Reads status.json; null with findings when it does not fit its schema. */
export async function readStatus(text: string, findings: Findings): Promise<Status | null> {
  const value = parseJson(text, findings);
  if (value === undefined) return null;
  const fits = await compileSchema<StatusFile>(schema);
  if (fits(value)) return { status: value.status, by: value.by, at: value.at, reason: value.reason };
  for (const problem of schemaProblems(fits.errors ?? [])) findings.add('status-invalid', {}, { ...problem });
  return null;
}
