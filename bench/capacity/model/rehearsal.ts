import { byStage, type Counted, stages } from '../measure/meter.ts';
import type { Measured } from '../measure/run.ts';
import { kinds, sumOf, type Usage } from '../measure/usage.ts';
import { Processes } from './processes.ts';
import { allocate, checkDefinition, checkRegister, checkResults, covered, idle, publish } from './stages.ts';

/** What the model says of a run as `measure` makes it: the definition, the registers, the results, and releases in between. */
export function rehearse(
  stations: number,
  files: number,
  releasesAfter: readonly number[],
): Record<Counted, Usage> {
  const runs = byStage<Usage[]>(() => []);
  const perFile = stations / files;
  let [registers, results, entries, released, logged] = [0, 0, 0, 0, 0];
  const processes = new Processes();
  const at = (stage: Counted) => {
    const known = processes.take(stage, 0);
    processes.give(stage, entries, 0);
    return { registers, results, perFile, entries, known };
  };
  const seats = () => {
    entries += 1;
    runs.allocate.push(allocate(at('allocate')));
  };
  runs.definition.push(checkDefinition());
  seats();
  runs.idle.push(idle(at('idle')));
  for (; registers < files; runs.idle.push(idle(at('idle')))) {
    runs.register.push(checkRegister(at('register')));
    registers += 1;
    seats();
  }
  while (results < files) {
    runs.results.push(checkResults(at('results')));
    results += 1;
    seats();
    if (!releasesAfter.includes(results)) continue;
    const changed = (results - released) * perFile;
    runs.publish.push(publish(at('publish'), { results: released, changed, logged }));
    entries += 2;
    released = results;
    logged += changed + 1;
    runs.covered.push(covered(at('covered'), logged));
  }
  return byStage((stage) => sumOf(runs[stage]));
}

/** One line of the comparison. */
export interface Compared {
  readonly stage: Counted;
  readonly kind: keyof Usage;
  readonly model: number;
  readonly measured: number;
  /** Whether the model is within a quarter of what was measured, or two where little was. */
  readonly agrees: boolean;
}

/** The model beside what was measured, each kind of each stage of which there was any. */
export function compare(model: Readonly<Record<Counted, Usage>>, { usage }: Measured): Compared[] {
  return stages.flatMap((stage) =>
    kinds.flatMap((kind) => {
      const [said, seen] = [model[stage][kind], usage[stage][kind]];
      if (said === 0 && seen === 0) return [];
      const agrees = Math.abs(said - seen) <= Math.max(seen / 4, 2);
      return { stage, kind, model: said, measured: seen, agrees };
    }),
  );
}
