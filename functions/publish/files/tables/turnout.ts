import { filesOfKind } from '../../../model/state.ts';
import { tableFile } from '../file.ts';

/** turnout.csv: how far voting had come in each area at each time, once snapshots are in. */
export const turnoutCsv = tableFile(
  'turnout',
  ({ release }) => release.records.turnout(),
  ({ state }) => filesOfKind(state, 'turnout').length > 0,
);
