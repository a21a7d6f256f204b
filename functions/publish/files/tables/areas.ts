import { inLanguage } from '../../../model/text/text.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/** areas.csv: the tree of areas, a parent before its children. */
export const areasCsv = tableFile('areas', ({ release }) => onePage(rows(release)));

function* rows({ definition }: Release): Generator<Row<'areas'>> {
  const language = definition.languages[0] ?? 'en';
  for (const { id, type, parent, name, note, source } of definition.areas)
    yield {
      area: id,
      type,
      parent: parent ?? null,
      name_en: name.en ?? null,
      name_kk: name.kk ?? null,
      name_ru: name.ru ?? null,
      note: note ? inLanguage(note, language) : null,
      source: source ?? null,
    };
}
