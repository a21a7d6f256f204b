import schema from '../../../schemas/election.schema.json' with { type: 'json' };
import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { ElectionId } from '../../model/ids.ts';
import { type Findings, shown } from '../findings.ts';
import { checkDefinition } from '../references/definition.ts';
import { parseJson } from './json.ts';
import { compileSchema, schemaProblems } from './schema.ts';

// Compiled with the first definition that comes, then kept: it costs more than most definitions take to check.
let compiled: ReturnType<typeof compileSchema<ElectionDefinition>> | null = null;

/** Reads election.json: its schema first, then all that one part of it says of another. Null when it does not fit the schema. */
export async function readDefinition(
  text: string,
  election: ElectionId,
  findings: Findings,
): Promise<ElectionDefinition | null> {
  const value = parseJson(text, findings);
  if (value === undefined) return null;
  compiled ??= compileSchema<ElectionDefinition>(schema);
  const fits = await compiled;
  if (!fits(value)) {
    for (const problem of schemaProblems(fits.errors ?? []))
      findings.add('definition-invalid', {}, { ...problem });
    return null;
  }
  if (value.id !== election)
    findings.add('election-id-mismatch', {}, { id: shown(value.id), expected: election });
  checkDefinition(value, findings);
  return value;
}
