import type { Folder } from '../../model/generated/folder.ts';
import { prettyJson } from '../../model/json/json.ts';
import { documentFile, type Writing } from '../files/file.ts';
import { document } from '../write/blocks.ts';

/** index.json: every file of the release, those that are written after it too, for whoever walks the site. */
export const indexJson = documentFile({
  path: 'index.json',
  mediaType: 'application/json',
  description: 'What lies in this folder: every file with its media type and size.',
  content: (writing) => document(prettyJson(folder(writing))),
});

function folder({ release, files, planned }: Writing): Folder {
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return {
    path: `elections/${release.election}/${release.version}/`,
    parent: '../index.json',
    entries: planned.map(({ path, mediaType, description }) => {
      const bytes = sizes.get(path);
      return { name: path, mediaType, ...(bytes !== undefined && { bytes }), description };
    }),
  };
}
