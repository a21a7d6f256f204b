import type { Turnout } from '../../model/records/roll.ts';
import type { Limits } from '../../model/rules/limits.ts';
import { turnoutFindings } from '../../model/rules/turnout.ts';
import { type Current, headerOf, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Located } from '../readers/content.ts';
import { snapshotKey } from '../readers/turnout.ts';

/** A snapshot comes from one file; falls are looked for over the snapshots of all files. */
export async function compareTurnout(
  file: string,
  turnout: readonly Located<Turnout>[],
  limits: Limits,
  current: Current,
  findings: Findings,
): Promise<void> {
  const rows = new Map(turnout.map(({ record, row }) => [snapshotKey(record), row]));
  const all = turnout.map(({ record }) => record);
  for (const { snapshot, other } of await otherSnapshots(file, turnout, current)) {
    const { area, time } = snapshot;
    const row = rows.get(snapshotKey(snapshot));
    if (row === undefined) all.push(snapshot);
    else findings.add('snapshot-elsewhere', { row, area }, { area, time, other });
  }
  for (const found of turnoutFindings(all, limits)) {
    const { area } = found.where;
    const at = (time: string | number) => area && rows.get(snapshotKey({ area, time: String(time) }));
    const row = at(found.data.time) ?? ('earlier' in found.data ? at(found.data.earlier) : undefined);
    // A fall between two snapshots of other files has had its warning with the later of them.
    if (row !== undefined) findings.addAll([{ ...found, where: { row, ...found.where } }]);
  }
}

/** What other files say of the areas of this one. */
async function otherSnapshots(file: string, turnout: readonly Located<Turnout>[], current: Current) {
  const areas = new Set(turnout.map(({ record }) => record.area));
  const found: { snapshot: Turnout; other: string }[] = [];
  for (const other of otherFiles(current, 'turnout', file)) {
    const shared = (await headerOf(current, other)).areas.filter(({ area }) => areas.has(area));
    for (const { area } of shared)
      for (const snapshot of await current.batches.turnout(current.election, other.batch, area))
        found.push({ snapshot, other: other.file });
  }
  return found;
}
