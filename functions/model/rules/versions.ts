import { type Finding, finding, type Where } from '../finding.ts';
import type { Protocol } from '../records/protocol.ts';

/** The numbers of a protocol that are smaller than in the version in force. While counting goes on, numbers grow. */
export function fallFindings(before: Protocol, after: Protocol, where: Where): Finding[] {
  return [...before.values].flatMap(([field, { count }]) => {
    const now = after.values.get(field)?.count;
    if (now === undefined || now >= count) return [];
    return [finding('count-falls', { ...where, column: field }, { field, before: count, after: now })];
  });
}

/** A protocol of the version in force that the new version does not have. */
export function vanishedFinding({ contest, area, station }: Protocol): Finding {
  const where: Where = { contest, area, ...(station !== null && { station }) };
  return finding('station-vanishes', where, { unit: station ?? area });
}
