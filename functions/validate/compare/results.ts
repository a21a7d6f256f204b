import { findingOf } from '../../model/finding.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { AreaId, StationId } from '../../model/ids.ts';
import { hasVotes, isVotesField, mergeProtocols, type Protocol } from '../../model/records/protocol.ts';
import { contestRule } from '../../model/rules/contests.ts';
import { type RuleLimits, ruleLimits } from '../../model/rules/figures.ts';
import { checkFigures, protocolFindings } from '../../model/rules/protocol.ts';
import { type Current, type CurrentFile, filesByArea, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Located, ReadProtocols } from '../protocols/table.ts';
import { compareContests, otherContestsByArea } from './contests.ts';
import { reportMissingParts } from './parts.ts';
import { compareVersions, formerVersion, reportVanishedAreas } from './versions.ts';

interface Part {
  readonly upload: string;
  readonly protocol: Protocol;
}

/**
 * Votes of a station come from one file, and so does each of its counts. Where the files fit together, the rules of arithmetic
 * look at all that they say of the station; then the area is compared with other contests and with the former version. One area after another, so that only one is in memory.
 */
export async function compareResults(
  file: string,
  contest: Contest,
  protocols: ReadProtocols,
  definition: ElectionDefinition,
  current: Current,
  findings: Findings,
): Promise<void> {
  const others = await othersByArea(file, contest, current);
  const contests = await otherContestsByArea(contest, current);
  const former = await formerVersion(file, current);
  const limits = ruleLimits(definition.limits);
  const rule = contestRule(definition.limits);
  for (const { area } of protocols.areas) {
    const parts = await partsByStation(others.get(area) ?? [], area, contest, current);
    if (parts.size === 0) checkAlone(protocols, area, limits, findings);
    else {
      for (const located of protocols.located(area))
        compareOne(file, contest, located, parts, definition, findings);
      reportMissingParts(allOf(parts, protocols.inArea(area)), contest.id, area, findings);
    }
    await compareContests(protocols.located(area), area, contests.get(area) ?? [], rule, current, findings);
    await compareVersions(protocols.located(area), area, former, current, findings);
  }
  const reported = new Set(protocols.areas.map(({ area }) => area));
  await reportVanishedAreas(reported, former, current, findings);
}

function allOf(parts: ReadonlyMap<StationId | null, readonly Part[]>, here: Iterable<Protocol>): Protocol[] {
  const others = [...parts.values()].flat().map(({ protocol }) => protocol);
  return [...others, ...here];
}

/** An area of which no other file says anything: the rules look at this one's columns. */
function checkAlone(protocols: ReadProtocols, area: AreaId, limits: RuleLimits, findings: Findings): void {
  protocols.showFigures(area, (figures, unit) =>
    checkFigures(figures, limits, (fault) => {
      const { row, contest, station } = protocols.placeOf(unit);
      findings.addAll([findingOf(fault, { row, contest, area, ...(station !== null && { station }) })]);
    }),
  );
}

function compareOne(
  file: string,
  contest: Contest,
  { record, row }: Located<Protocol>,
  parts: ReadonlyMap<StationId | null, readonly Part[]>,
  definition: ElectionDefinition,
  findings: Findings,
): void {
  const known = parts.get(record.station) ?? [];
  const fits = known.map((part) => agrees(record, row, part, findings)).every(Boolean);
  // Two files that contradict each other have no sum to check.
  if (!fits) return;
  const merged = mergeProtocols([...known, { upload: file, protocol: record }]);
  for (const found of protocolFindings(merged, contest, definition.limits))
    findings.addAll([{ ...found, where: { row, ...found.where } }]);
}

/** What the other files say of the stations of an area (of the area itself under null). */
async function partsByStation(
  others: readonly CurrentFile[],
  area: AreaId,
  contest: Contest,
  current: Current,
): Promise<Map<StationId | null, Part[]>> {
  const parts: Part[] = [];
  for (const { file, batch } of others)
    for (const protocol of await current.batches.protocols(current.election, batch, area))
      if (protocol.contest === contest.id) parts.push({ upload: file, protocol });
  return Map.groupBy(parts, ({ protocol }) => protocol.station);
}

/** The contest's other files, by the areas that they report. */
function othersByArea(file: string, { id }: Contest, current: Current) {
  return filesByArea(
    current,
    otherFiles(current, 'results', file).filter(({ contest }) => contest === id),
  );
}

/** Whether nothing stands in both; reports what does. */
function agrees(record: Protocol, row: number, { upload, protocol }: Part, findings: Findings): boolean {
  const { contest, area, station } = record;
  const where = { row, contest, area, ...(station !== null && { station }) };
  const twiceVotes = hasVotes(record.values) && hasVotes(protocol.values);
  if (twiceVotes) findings.add('votes-conflict', where, { other: upload });
  const twice = [...record.values.keys()].filter(
    (field) => !isVotesField(field) && protocol.values.has(field),
  );
  for (const field of twice)
    findings.add('field-conflict', { ...where, column: field }, { field, other: upload });
  return !twiceVotes && twice.length === 0;
}
