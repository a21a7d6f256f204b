import type { AreaIndex } from '../../../model/generated/area-index.ts';
import { blocks } from '../../write/blocks.ts';
import { documentFile, type Writing } from '../file.ts';
import { areaPath } from './area.ts';

/** areas.json: the index of the files in areas/, one area a line. Its shape is schemas/area-index.schema.json. */
export const areasJson = documentFile({
  path: 'areas.json',
  mediaType: 'application/json',
  description:
    'The index of areas/<area>.json, one file an area: its sums, those of the areas in it, its protocols. A page about an area loads that file alone.',
  content: (writing) => blocks(pages(writing)),
});

async function* pages({ release, files }: Writing): AsyncGenerator<Iterable<string>> {
  const { definition, version } = release;
  const head: Omit<AreaIndex, 'areas'> = { election: definition.id, version };
  const written = new Map(files.map((file) => [file.path, file]));
  const lines = definition.areas.flatMap(({ id, parent }): string[] => {
    const file = written.get(areaPath(id));
    if (!file) return [];
    const { path, bytes, sha256 } = file;
    const entry: AreaIndex['areas'][number] = { area: id, parent: parent ?? null, path, bytes, sha256 };
    return [JSON.stringify(entry)];
  });
  yield [`${JSON.stringify(head).slice(0, -1)},"areas":[\n`, lines.join(',\n'), '\n]}\n'];
}
