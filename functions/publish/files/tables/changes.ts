import { tableFile } from '../file.ts';

/** changes.csv: what differs from the release before. */
export const changesCsv = tableFile('changes', ({ release }) => release.changes());
