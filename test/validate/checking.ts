import type { Finding, FindingCode } from '../../functions/model/finding.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { checkFiles } from '../../functions/validate/check.ts';
import { type MemoryCurrent, memoryCurrent } from '../../functions/validate/current/memory.ts';
import type { FileVersion, Verdict } from '../../functions/validate/validate.ts';
import { anElection, bytesOf, electionId, registerCsv } from '../support/builders.ts';

type Content = string | Uint8Array;

/** Files by name, or one after another where a name comes twice. */
export type Files =
  | Readonly<Record<string, Content>>
  | readonly (readonly [name: string, content: Content])[];

/** The verdict on the last of `files` (names after `uploads/xx-2024/`), when those before it have been taken in one after another. */
export async function verdictOn(files: Files, current = memoryCurrent(electionId('xx-2024'))) {
  let verdict: Exclude<Verdict, { outcome: 'waiting' }> | null = null;
  for (const [name, content] of Array.isArray(files) ? files : Object.entries(files))
    for await (const checked of checkFiles(current.election, [fileOf(name, content)], current))
      verdict = checked.verdict;
  if (verdict === null) throw new RangeError('no file to check');
  return verdict;
}

/** The verdict on a file in an election that has its definition and its register. */
export async function verdictIn(name: string, content: Content, definition = anElection()) {
  return verdictOn({
    'election.json': JSON.stringify(definition),
    'stations/register.csv': registerCsv,
    ...{ [name]: content },
  });
}

/** An election in memory with these files taken in; throws when one is rejected. */
export async function electionWith(
  files: Readonly<Record<string, Content>>,
  definition: ElectionDefinition = anElection(),
) {
  const current: MemoryCurrent = memoryCurrent(electionId('xx-2024'));
  const all = { 'election.json': JSON.stringify(definition), 'stations/register.csv': registerCsv, ...files };
  for (const [name, content] of Object.entries(all)) {
    const verdict = await verdictOn({ [name]: content }, current);
    if (verdict.outcome === 'rejected') throw new Error(`${name}: ${JSON.stringify(verdict.findings.kept)}`);
  }
  return current;
}

export function fileOf(name: string, content: Content): FileVersion {
  const upload = parseUploadKey(`uploads/xx-2024/${name}`);
  if (upload === null) throw new RangeError(`${name} is no file that Sailau reads`);
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return { upload, open: () => pieces(bytes) };
}

/** The facts of a finding, whatever its code. */
export function factsOf({ data }: Pick<Finding, 'data'>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(data));
}

export function codesOf(verdict: {
  readonly findings: { readonly kept: readonly Finding[] };
}): FindingCode[] {
  return verdict.findings.kept.map(({ code }) => code);
}

/** The records of an accepted file; throws with the findings of a rejected one. */
export function recordsOf(verdict: Verdict) {
  if (verdict.outcome === 'accepted' && verdict.result.kind === 'batch') return verdict.result.batch.records;
  throw new Error(`not accepted: ${JSON.stringify('findings' in verdict ? verdict.findings.kept : verdict)}`);
}

export function protocolsOf(verdict: Verdict) {
  const records = recordsOf(verdict);
  if (records.kind !== 'results') throw new Error(`${records.kind} rather than results`);
  return [...records.protocols];
}

// Uneven pieces, shorter than a line: nothing may depend on where a piece ends.
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = bytes.length > 100_000 ? 65_521 : 37;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
