import type { Area } from '../../../functions/model/generated/election.ts';
import { counted } from '../../outcome.ts';
import type { Difference } from '../../release/defect.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import type { Check } from '../check.ts';
import { firstDifference } from '../compare.ts';
import { type Cells, heldText, rowsDiffer } from '../rows.ts';

/** election.json keeps to its schema, is that of the manifest, and areas.csv shows its areas. */
export const definition: Check = {
  name: 'definition',
  async run({ folder, manifest, definition: read }) {
    const { election, synthetic, uploads } = await manifest();
    const { id, synthetic: made, areas, contests, languages } = await read();
    const expected = { election: id, synthetic: made !== undefined, definition: true };
    const stated = { election, synthetic, definition: uploads.some(({ file }) => file === 'election.json') };
    const difference = firstDifference(expected, stated);
    if (difference) return { differs: { file: 'manifest.json', ...difference } };
    const differs = await areasDiffer(folder, areas, languages[0] ?? 'en');
    if (differs) return { differs };
    return {
      holds: `${counted(contests.length, 'contest')}, ${counted(areas.length, 'area')}, the same as in areas.csv`,
    };
  },
};

async function areasDiffer(
  folder: ReleaseFolder,
  areas: readonly Area[],
  language: string,
): Promise<Difference | null> {
  const rows = new Map(areas.map((area) => [area.id, areaCells(area, language)]));
  return rowsDiffer(folder, 'areas.csv', ['area'], rows);
}

function areaCells({ type, parent, name, note, source }: Area, language: string): Cells {
  return {
    type,
    parent: parent ?? '',
    name_en: heldText(name.en),
    name_kk: heldText(name.kk),
    name_ru: heldText(name.ru),
    note: heldText(note && (note[language] ?? note.en ?? Object.values(note)[0])),
    source: heldText(source),
  };
}
