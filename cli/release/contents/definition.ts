import type { ElectionDefinition, Scenario } from '../../../functions/model/generated/election.ts';
import { underScenario } from '../../../functions/model/law/scenarios.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import { checkedValue, readDocument } from '../documents.ts';
import type { ReleaseFolder } from '../folder.ts';

/** The file that holds the definition. */
export const definitionFile = 'election.json';

/**
 * The definition that a release rests on: it keeps to the schema, under every scenario too, no id comes twice, areas stand after those that they
 * lie in, contests name areas and systems that are there. Throws ReleaseDefect where it does not.
 */
export async function releaseDefinition(folder: ReleaseFolder): Promise<ElectionDefinition> {
  const definition = await readDocument(folder, definitionFile, 'election');
  checkAreas(definition);
  checkContests(definition);
  checkScenarios(definition);
  return definition;
}

function checkAreas({ areas }: ElectionDefinition): void {
  const known = new Set<string>();
  for (const [index, { id, parent }] of areas.entries()) {
    if (parent !== undefined && !known.has(parent))
      throw defect(`/areas/${index}/parent`, 'the id of an area that stands before', parent);
    if (known.has(id)) throw defect(`/areas/${index}/id`, 'an id of its own', id);
    known.add(id);
  }
}

function checkContests({ areas, contests, systems }: ElectionDefinition): void {
  const [known, named] = [new Set<string>(areas.map(({ id }) => id)), new Set<string>()];
  for (const [index, { id, area, system, options }] of contests.entries()) {
    const at = `/contests/${index}`;
    if (named.has(id)) throw defect(`${at}/id`, 'an id of its own', id);
    if (!known.has(area)) throw defect(`${at}/area`, 'the id of an area', area);
    if (!Object.hasOwn(systems, system)) throw defect(`${at}/system`, 'the id of a system', system);
    if (new Set(options.map((option) => option.id)).size < options.length)
      throw defect(`${at}/options`, 'each option once', 'one twice');
    named.add(id);
  }
}

/** A scenario is a patch: only what comes out of it can be held against the schema. */
function checkScenarios(definition: ElectionDefinition): void {
  const named = new Set<string>();
  for (const [index, scenario] of (definition.scenarios ?? []).entries()) {
    const at = `/scenarios/${index}`;
    if (named.has(scenario.id)) throw defect(`${at}/id`, 'an id of its own', scenario.id);
    named.add(scenario.id);
    checkedValue(changed(definition, scenario, at), `${definitionFile} under ${at}`, 'election');
  }
}

function changed(definition: ElectionDefinition, scenario: Scenario, at: string): ElectionDefinition {
  try {
    return underScenario(definition, scenario);
  } catch (error) {
    throw defect(at, 'changes to systems', error instanceof Error ? error.message : String(error));
  }
}

function defect(at: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file: definitionFile, at, expected, found: shown(found) });
}
