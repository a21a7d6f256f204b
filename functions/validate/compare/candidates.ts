import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { Candidate } from '../../model/records/roll.ts';
import { listLengthFindings } from '../../model/rules/list-length.ts';
import { listQuotaFindings } from '../../model/rules/lists.ts';
import { repeatedPersons } from '../../model/rules/persons.ts';
import { type Current, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import { placeKey } from '../readers/candidates.ts';
import type { Located } from '../readers/content.ts';

/** A place on a list comes from one file; lists are counted, and persons looked for, over all files that name candidates. */
export async function compareCandidates(
  file: string,
  candidates: readonly Located<Candidate>[],
  definition: ElectionDefinition,
  current: Current,
  findings: Findings,
): Promise<void> {
  const rows = new Map(candidates.map(({ record, row }) => [placeKey(record), row]));
  const elsewhere: Candidate[] = [];
  for (const other of otherFiles(current, 'candidates', file))
    for (const candidate of await current.batches.candidates(current.election, other.batch)) {
      const row = rows.get(placeKey(candidate));
      const { contest, option, order } = candidate;
      if (row === undefined) elsewhere.push(candidate);
      else
        findings.add('candidate-elsewhere', { row, contest, option }, { order, option, other: other.file });
    }
  const all = [...elsewhere, ...candidates.map(({ record }) => record)];
  reportLists(candidates, all, definition, findings);
  for (const { candidate, finding } of repeatedPersons(all)) {
    const row = rows.get(placeKey(candidate));
    if (row !== undefined) findings.addAll([{ ...finding, where: { row, ...finding.where } }]);
  }
}

/** A list that this file does not touch has had its warning with the file that brought it. */
function reportLists(
  here: readonly Located<Candidate>[],
  all: readonly Candidate[],
  { contests, systems, limits }: ElectionDefinition,
  findings: Findings,
): void {
  const firstRows = new Map(here.toReversed().map(({ record, row }) => [listKey(record), row]));
  for (const contest of contests) {
    const system = systems[contest.system];
    if (system === undefined) continue;
    const found = [
      ...listQuotaFindings(all, contest, system),
      ...listLengthFindings(all, contest, system, limits),
    ];
    for (const one of found) {
      const row = firstRows.get(listKey(one.where));
      if (row !== undefined) findings.addAll([{ ...one, where: { row, ...one.where } }]);
    }
  }
}

function listKey({ contest, option }: { readonly contest?: string; readonly option?: string }): string {
  return `${contest}#${option}`;
}
