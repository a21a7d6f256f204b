import { allocate } from '../../functions/allocate/allocate.ts';
import { certificateOf } from '../../functions/allocate/certificate.ts';
import { allocationInputs } from '../../functions/allocate/input.ts';
import { scenarioInputs } from '../../functions/allocate/scenarios.ts';
import type { AllocationInput, Trace } from '../../functions/model/allocation.ts';
import type { AreaTotals } from '../../functions/model/batch.ts';
import type { Certificate } from '../../functions/model/generated/certificate.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { AreaId } from '../../functions/model/ids.ts';
import { ReleaseDefect, shown } from '../release/defect.ts';
import { parsed, readText } from '../release/documents.ts';
import type { ReleaseFolder } from '../release/folder.ts';

/** A certificate that was computed anew. */
export interface Recomputed {
  /** The file of the release that should hold it. */
  readonly file: string;
  readonly certificate: Certificate;
}

/** What the certificates of a release follow from. */
export interface Grounds {
  readonly definition: ElectionDefinition;
  readonly revision: number;
  readonly totals: readonly AreaTotals[];
  readonly stations: ReadonlyMap<AreaId, number>;
}

/**
 * Every certificate that the release should hold, by the allocation engine: under the law in force, then under each scenario. Of the steps, as many are told as the published certificate has and one
 * more: a definition with a million seats must not fill the memory where somebody publishes three steps.
 */
export async function recomputed(folder: ReleaseFolder, grounds: Grounds): Promise<Recomputed[]> {
  const { definition, revision } = grounds;
  const certificates: Recomputed[] = [];
  for (const input of inputsOf(grounds)) {
    const file = fileOf(input);
    const steps = (await publishedSteps(folder, file)) + 1;
    const certificate = computing(input.contest.id, () => {
      const allocation = allocate(input);
      return certificateOf(definition.id, revision, input, {
        ...allocation,
        steps: firstSteps(allocation.steps, steps),
      });
    });
    certificates.push({ file, certificate });
  }
  return certificates;
}

function inputsOf({ definition, totals, stations }: Grounds): AllocationInput[] {
  return computing('the election', () => [
    ...allocationInputs(definition, totals, stations),
    ...scenarioInputs(definition, totals, stations),
  ]);
}

/** Under the law in force the contest names the file, under a scenario both do. */
function fileOf({ contest, scenario }: AllocationInput): string {
  return `allocation/${contest.id}${scenario ? `.${scenario.id}` : ''}.json`;
}

/** How many steps a published certificate has; none where it cannot be read, which the comparison will say. */
async function publishedSteps(folder: ReleaseFolder, file: string): Promise<number> {
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
function computing<T>(what: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw new ReleaseDefect({
      file: 'election.json',
      at: '',
      expected: `a definition by which ${what} can be allocated`,
      found: `one where that fails: ${shown(error instanceof Error ? error.message : error)}`,
    });
  }
}
