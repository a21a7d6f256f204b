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
    yield candidates.map(({ name, person, status, preferences, sortName, ...candidate }) => ({
      ...candidate,
      person: person ?? null,
      status: status ?? null,
      preferences: preferences ?? null,
      sort_name: sortName ?? null,
      name_en: name.en ?? null,
      name_kk: name.kk ?? null,
      name_ru: name.ru ?? null,
    }));
}
