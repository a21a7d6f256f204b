import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingMessage } from '../functions/model/finding.ts';
import type { ElectionDefinition } from '../functions/model/generated/election.ts';
import { isElectionId } from '../functions/model/ids.ts';
import { readDefinition } from '../functions/validate/documents/definition.ts';
import { createFindings } from '../functions/validate/findings.ts';
import { UsageError } from './command.ts';
import { idOf } from './files.ts';

/** The definition in the folder of an election. Throws UsageError, with every finding, when it is not there or not valid. */
export async function loadDefinition(folder: string): Promise<ElectionDefinition> {
  const path = join(folder, 'election.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new UsageError(`There is no ${path}. Name the folder of an election.`);
  const id = idOf(text);
  if (id === null || !isElectionId(id)) throw new UsageError(`${path} has no valid id.`);
  const findings = createFindings();
  const definition = await readDefinition(text, id, findings);
  if (definition && findings.errors === 0) return definition;
  const messages = findings.kept.map((found) => `  ${findingMessage(found, 'en')}`);
  throw new UsageError(`${path} is not valid:\n${messages.join('\n')}`);
}
