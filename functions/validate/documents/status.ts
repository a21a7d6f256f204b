import schema from '../../../schemas/status.schema.json' with { type: 'json' };
import type { StatusFile } from '../../model/generated/status.ts';
import type { Status } from '../../model/ledger.ts';
import type { Findings } from '../findings.ts';
import { parseJson } from './json.ts';
import { unprintableTexts } from './printable.ts';
import { schemaChecker } from './schema.ts';

/** Reads status.json; null with findings when it does not fit its schema. */
export async function readStatus(text: string, findings: Findings): Promise<Status | null> {
  const value = parseJson(text, findings);
  if (value === undefined) return null;
  const checker = await schemaChecker<StatusFile>(schema);
  const problems = checker.fits(value) ? unprintableTexts(value) : checker.problems(value);
  for (const problem of problems) findings.add('status-invalid', {}, { ...problem });
  if (problems.length === 0 && checker.fits(value)) return statusIn(value);
  return null;
}

function statusIn({ status, by, at, reason, withdrawn = [] }: StatusFile): Status {
  const stated = { status, by, at, reason };
  return withdrawn.length > 0 ? { ...stated, withdrawn } : stated;
}
