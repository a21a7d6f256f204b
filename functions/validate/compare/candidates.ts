import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { Candidate } from '../../model/roll.ts';
import { listQuotaFindings } from '../../model/rules/lists.ts';
import { type Current, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import { placeKey } from '../readers/candidates.ts';
import type { Located } from '../readers/content.ts';

/** A place on a list comes from one file; the quota of a list is counted over all files that name its candidates. */
export async function compareCandidates(
  file: string,
  candidates: readonly Located<Candidate>[],
  definition: ElectionDefinition,
  current: Current,
  findings: Findings,
): Promise<void> {
  const rows = new Map(candidates.map(({ record, row }) => [placeKey(record), row]));
  const all = candidates.map(({ record }) => record);
  for (const other of otherFiles(current, 'candidates', file))
    for (const candidate of await current.batches.candidates(current.election, other.batch)) {
      const row = rows.get(placeKey(candidate));
      const { contest, option, order } = candidate;
      if (row === undefined) all.push(candidate);
      else
        findings.add('candidate-elsewhere', { row, contest, option }, { order, option, other: other.file });
    }
  reportQuotas(candidates, all, definition, findings);
}

/** A list that this file does not touch has had its warning with the file that brought it. */
function reportQuotas(
  here: readonly Located<Candidate>[],
  all: readonly Candidate[],
  { contests, systems }: ElectionDefinition,
  findings: Findings,
): void {
  const firstRows = new Map(here.toReversed().map(({ record, row }) => [listKey(record), row]));
  for (const contest of contests) {
    const system = systems[contest.system];
    for (const found of system === undefined ? [] : listQuotaFindings(all, contest, system)) {
      const row = firstRows.get(listKey(found.where));
      if (row !== undefined) findings.addAll([{ ...found, where: { row, ...found.where } }]);
    }
  }
}

function listKey({ contest, option }: { readonly contest?: string; readonly option?: string }): string {
  return `${contest}#${option}`;
}
