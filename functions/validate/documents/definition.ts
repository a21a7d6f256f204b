import schema from '../../../schemas/election.schema.json' with { type: 'json' };
import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { ElectionId } from '../../model/ids.ts';
import { type Findings, shown } from '../findings.ts';
import { checkDefinition, definitionCheck } from '../references/definition.ts';
import { parseJson } from './json.ts';
import { unprintableTexts } from './printable.ts';
import { checkScenarios } from './scenarios.ts';
import { type SchemaChecker, schemaChecker } from './schema.ts';

// Compiled with the first definition that comes, then kept: it costs more than most definitions take to check.
let compiled: Promise<SchemaChecker<ElectionDefinition>> | null = null;

/** Reads election.json: its schema first, then all that one part of it says of another. Null when it does not fit the schema. */
export async function readDefinition(
  text: string,
  election: ElectionId,
  findings: Findings,
): Promise<ElectionDefinition | null> {
  const value = parseJson(text, findings);
  if (value === undefined) return null;
  compiled ??= schemaChecker<ElectionDefinition>(schema);
  const checker = await compiled;
  if (!checker.fits(value)) {
    for (const problem of checker.problems(value)) findings.add('definition-invalid', {}, { ...problem });
    return null;
  }
  for (const problem of unprintableTexts(value)) findings.add('definition-invalid', {}, { ...problem });
  if (value.id !== election)
    findings.add('election-id-mismatch', {}, { id: shown(value.id), expected: election });
  const before = findings.errors;
  checkDefinition(value, findings);
  // A scenario is a change of the law in force: where that is not in order, every scenario would repeat its errors.
  if (findings.errors === before) checkScenarios(value, checker, definitionCheck(findings));
  return value;
}
