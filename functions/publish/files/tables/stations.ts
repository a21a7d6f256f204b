import { filesOfKind } from '../../../model/state.ts';
import { tableFile } from '../file.ts';

/** stations.csv: the register, once one is in. */
export const stationsCsv = tableFile(
  'stations',
  ({ release }) => release.records.stations(),
  ({ state }) => filesOfKind(state, 'stations').length > 0,
);
