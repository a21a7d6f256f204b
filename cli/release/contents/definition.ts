import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import { readDocument } from '../documents.ts';
import type { ReleaseFolder } from '../folder.ts';

/** The file that holds the definition. */
export const definitionFile = 'election.json';

/**
 * The definition that a release rests on: it keeps to the schema, no id comes twice, areas stand after the areas that they lie in,
 * contests name areas and systems that are there. Throws ReleaseDefect where it does not.
 */
export async function releaseDefinition(folder: ReleaseFolder): Promise<ElectionDefinition> {
  const definition = await readDocument(folder, definitionFile, 'election');
  const { areas, contests, systems } = definition;
  const known = new Set<string>();
  for (const [index, { id, parent }] of areas.entries()) {
    if (parent !== undefined && !known.has(parent))
      throw defect(`/areas/${index}/parent`, 'the id of an area that stands before', parent);
    if (known.has(id)) throw defect(`/areas/${index}/id`, 'an id of its own', id);
    known.add(id);
  }
  const named = new Set<string>();
  for (const [index, { id, area, system, options }] of contests.entries()) {
    const at = `/contests/${index}`;
    if (named.has(id)) throw defect(`${at}/id`, 'an id of its own', id);
    if (!known.has(area)) throw defect(`${at}/area`, 'the id of an area', area);
    if (!Object.hasOwn(systems, system)) throw defect(`${at}/system`, 'the id of a system', system);
    const ids = options.map((option) => option.id);
    const twice = ids.find((option, place) => ids.indexOf(option) < place);
    if (twice !== undefined) throw defect(`${at}/options`, 'each option once', twice);
    named.add(id);
  }
  return definition;
}

function defect(at: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file: definitionFile, at, expected, found: shown(found) });
}
