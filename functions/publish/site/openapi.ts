import { prettyJson } from '../../model/json/json.ts';
import type { Site } from './site.ts';

/** openapi.json: what can be asked of the site (OpenAPI 3.1). Each release has an openapi.json of its own, with its files and columns. */
export function openapi({ base, elections }: Site): string {
  return prettyJson({
    openapi: '3.1.1',
    info: {
      title: 'Election results',
      description:
        'Static files, read with GET. Follow latest.json of an election to its newest release, whose own openapi.json describes every file in it.',
      version: '1.0.0',
    },
    servers: [{ url: base ?? './' }],
    paths: {
      '/catalog.json': endpoint(
        'catalog',
        'The newest release of every election.',
        'application/json',
        catalog,
      ),
      '/catalog.jsonld': endpoint('catalog-dcat', 'The same as DCAT-AP.', 'application/ld+json', object),
      '/feed.json': endpoint(
        'feed-json',
        'Releases, newest first: JSON Feed 1.1.',
        'application/feed+json',
        object,
      ),
      '/feed.xml': endpoint('feed-atom', 'Releases, newest first: Atom.', 'application/atom+xml', text),
      '/openapi.json': endpoint('openapi', 'This document.', 'application/json', object),
      '/elections/{election}/latest.json': {
        parameters: [electionParameter(elections.map(({ definition }) => definition.id))],
        ...endpoint('latest', 'Which release is the newest.', 'application/json', latest),
      },
      '/elections/{election}/{version}/{file}': {
        parameters: [
          electionParameter(elections.map(({ definition }) => definition.id)),
          parameter('version', 'SemVer of the release, as in latest.json.', {
            pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
          }),
          parameter('file', 'As manifest.json and the openapi.json of the release list them.', {}),
        ],
        ...endpoint('release-file', 'A file of a release. It never changes.', '*/*', {}),
      },
    },
    components: { schemas: { Latest: latestSchema, Catalog: catalogSchema } },
  });
}

function endpoint(name: string, description: string, mediaType: string, schema: object) {
  return {
    get: {
      operationId: `get-${name}`,
      description,
      responses: {
        200: { description, content: { [mediaType]: { schema } } },
        404: { description: 'It is not there.' },
      },
    },
  };
}

function electionParameter(ids: readonly string[]) {
  return parameter('election', 'Id of an election.', ids.length > 0 ? { enum: ids } : {});
}

function parameter(name: string, description: string, schema: object) {
  return { name, in: 'path', required: true, description, schema: { type: 'string', ...schema } };
}

const object = { type: 'object' };
const text = { type: 'string' };
const latest = { $ref: '#/components/schemas/Latest' };
const catalog = { $ref: '#/components/schemas/Catalog' };

const release = {
  election: { type: 'string', description: 'Id of the election.' },
  version: { type: 'string', description: 'SemVer of the release.' },
  revision: { type: 'integer', description: 'Number of the last ledger entry that the release holds.' },
  status: { type: 'string', description: 'How far the election is.' },
  at: { type: 'string', format: 'date-time', description: 'When the release was begun.' },
  path: { type: 'string', description: 'Where the release lies, from the root.' },
  manifest: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of manifest.json.' },
};
const latestSchema = { type: 'object', required: Object.keys(release), properties: release };
const catalogSchema = {
  type: 'object',
  required: ['elections'],
  properties: { elections: { type: 'array', items: latest } },
};
