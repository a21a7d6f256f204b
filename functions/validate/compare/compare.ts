import type { Upload } from '../../model/upload.ts';
import type { Basis } from '../basis.ts';
import type { Current } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Content } from '../readers/content.ts';
import { compareCandidates } from './candidates.ts';
import { compareDefinition } from './definition.ts';
import { compareResults } from './results.ts';
import { compareStations } from './stations.ts';
import { compareStatus } from './status.ts';
import { compareTurnout } from './turnout.ts';

/**
 * Checks a file that has been read against the files in force: conflicts with other files, records that it would orphan, and the rules
 * that need all that is known of a station, an area or a list. The file's own former version is left out: it is what this one replaces.
 */
export async function compareWithCurrent(
  upload: Upload,
  content: Content,
  basis: Basis | null,
  current: Current,
  findings: Findings,
): Promise<void> {
  if (content.kind === 'status') return compareStatus(content.status, current, findings);
  if (content.kind === 'definition') return compareDefinition(content.definition, current, findings);
  if (basis === null) throw new RangeError(`${upload.file} was read without a definition`);
  const { definition } = basis.book;
  switch (content.kind) {
    case 'stations':
      return compareStations(upload.file, content.stations, definition.limits, current, findings);
    case 'candidates':
      return compareCandidates(upload.file, content.candidates, definition, current, findings);
    case 'results':
      return compareResults(upload.file, content.contest, content.protocols, definition, current, findings);
    case 'turnout':
      return compareTurnout(upload.file, content.turnout, definition.limits, current, findings);
  }
}
