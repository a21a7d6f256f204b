import { filesOfKind } from '../../../model/state.ts';
import type { Release } from '../../release.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/** candidates.csv: lists and candidates, once they are in. */
export const candidatesCsv = tableFile(
  'candidates',
  ({ release }) => pages(release),
  ({ state }) => filesOfKind(state, 'candidates').length > 0,
);

async function* pages({ records }: Release): AsyncGenerator<Iterable<Row<'candidates'>>> {
  for await (const candidates of records.candidates())
    yield candidates.map(({ name, ...candidate }) => ({
      ...candidate,
      name_en: name.en ?? null,
      name_kk: name.kk ?? null,
      name_ru: name.ru ?? null,
    }));
}
