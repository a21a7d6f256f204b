import type { Catalog } from '../model/generated/catalog.ts';
import type { Latest } from '../model/generated/latest.ts';
import { prettyJson } from '../model/json.ts';
import { byCodePoint } from '../model/text.ts';

/** catalog.json of the root: the newest release of every election, ordered by id. Its shape is schemas/catalog.schema.json. */
export function describeCatalog(pointers: readonly Latest[]): string {
  const catalog: Catalog = {
    elections: pointers
      .toSorted((a, b) => byCodePoint(a.election, b.election))
      .map(({ election, version, revision, status, at, path, manifest }) => ({
        election,
        version,
        revision,
        status,
        at,
        path,
        manifest,
        latest: `elections/${election}/latest.json`,
        versions: `elections/${election}/versions.json`,
        summary: `${path}summary.json`,
        datapackage: `${path}datapackage.json`,
      })),
  };
  return prettyJson(catalog);
}
