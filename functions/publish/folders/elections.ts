import type { Folder } from '../../model/generated/folder.ts';
import type { Latest } from '../../model/generated/latest.ts';
import { prettyJson } from '../../model/json/json.ts';
import { byCodePoint } from '../../model/text/text.ts';

/** index.json of the folder of all elections, ordered by id. catalog.json tells more of each. */
export function describeElections(pointers: readonly Latest[]): string {
  const folder: Folder = {
    path: 'elections/',
    entries: pointers
      .toSorted((a, b) => byCodePoint(a.election, b.election))
      .map(({ election, version, status }) => ({
        name: `${election}/`,
        description: `Newest release ${version}, ${status}.`,
      })),
  };
  return prettyJson(folder);
}
