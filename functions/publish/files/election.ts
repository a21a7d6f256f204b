import type { ElectionDefinition } from '../../model/generated/election.ts';
import { prettyJson } from '../../model/json/json.ts';
import { document } from '../write/blocks.ts';
import { documentFile } from './file.ts';

/** election.json: the definition that the release rests on, so that whoever has the release has the law with its parameters. */
export const electionJson = documentFile({
  path: 'election.json',
  mediaType: 'application/json',
  description: 'The definition: areas, parties, contests, electoral systems with their articles, sources.',
  content: ({ release }) => document(prettyJson(withoutSchema(release.definition))),
});

/** Where the schema lies is a matter of the folder that the definition was written in: the path would lead nowhere from here. */
function withoutSchema({ $schema: _path, ...definition }: ElectionDefinition) {
  return definition;
}
