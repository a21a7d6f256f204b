import type { ElectionGrounds } from '../../../functions/allocate/election.ts';
import { electionCertificates } from '../../../functions/allocate/election.ts';
import type { Certificate } from '../../../functions/model/generated/certificate.ts';
import type { Allocation, Trace } from '../../../functions/model/law/allocation.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';
import { parsed, readText } from '../../release/documents.ts';
import type { ReleaseFolder } from '../../release/folder.ts';

/** A certificate that was computed anew. */
export interface Recomputed {
  /** The file of the release that should hold it. */
  readonly file: string;
  readonly certificate: Certificate;
}

/**
 * Every certificate that the release should hold, by the allocation engine: under the law in force, then under each scenario. Of the steps, as many
 * are told as the published certificate has and one more: a definition with a million seats must not fill the memory where somebody publishes
 * three steps.
 */
export async function recomputed(folder: ReleaseFolder, grounds: ElectionGrounds): Promise<Recomputed[]> {
  const steps = await publishedSteps(folder, grounds.definition);
  const told = ({ contest, scenario }: Named, allocation: Allocation) => ({
    ...allocation,
    steps: firstSteps(allocation.steps, (steps.get(fileOf(contest.id, scenario)) ?? 0) + 1),
  });
  const { inForce, scenarios } = await computing(() => electionCertificates(grounds, told));
  return [...inForce, ...scenarios].map((certificate) => ({
    file: fileOf(certificate.contest, certificate.scenario),
    certificate,
  }));
}

type Scenario = { readonly id: string } | null | undefined;
type Named = { readonly contest: { readonly id: string }; readonly scenario?: Scenario };

/** Under the law in force the contest names the file, under a scenario both do. */
function fileOf(contest: string, scenario: Scenario): string {
  return `allocation/${contest}${scenario ? `.${scenario.id}` : ''}.json`;
}

/** How many steps each published certificate has. */
async function publishedSteps(
  folder: ReleaseFolder,
  { contests, scenarios = [] }: ElectionGrounds['definition'],
): Promise<Map<string, number>> {
  const steps = new Map<string, number>();
  for (const { id } of contests)
    for (const scenario of [null, ...scenarios]) {
      const file = fileOf(id, scenario);
      if ((await folder.size(file)) !== null) steps.set(file, await stepsIn(folder, file));
    }
  return steps;
}

/** None where a certificate cannot be read, which the comparison will say. */
async function stepsIn(folder: ReleaseFolder, file: string): Promise<number> {
  try {
    const value = parsed(await readText(folder, file), file);
    const steps = typeof value === 'object' && value !== null && 'steps' in value ? value.steps : null;
    return Array.isArray(steps) ? steps.length : 0;
  } catch (error) {
    if (error instanceof ReleaseDefect) return 0;
    throw error;
  }
}

function firstSteps(steps: Trace, most: number): Trace {
  return { [Symbol.iterator]: () => Iterator.from(steps).take(most) };
}

/** The engine takes definitions that the validator has let in; one that it has not is the release's fault. */
async function computing<T>(compute: () => Promise<T>): Promise<T> {
  try {
    return await compute();
  } catch (error) {
    throw new ReleaseDefect({
      file: 'election.json',
      at: '',
      expected: 'a definition by which the election can be allocated',
      found: `one where that fails: ${shown(error instanceof Error ? error.message : error)}`,
    });
  }
}
