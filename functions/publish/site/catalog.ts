import type { Catalog } from '../../model/generated/catalog.ts';
import { prettyJson } from '../../model/json/json.ts';
import type { Site } from './site.ts';

/** catalog.json of the root: the newest release of every election, ordered by id. Its shape is schemas/catalog.schema.json. */
export function catalogJson(site: Site): string {
  const catalog: Catalog = {
    elections: site.elections.map(
      ({ definition, latest: { election, version, revision, status, at, path, manifest } }) => ({
        election,
        name: definition.name,
        date: definition.date,
        synthetic: definition.synthetic ?? null,
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
      }),
    ),
  };
  return prettyJson(catalog);
}
