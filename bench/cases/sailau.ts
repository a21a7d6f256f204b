import { ruleLimits } from '../../functions/model/rules/figures.ts';
import { checkFigures } from '../../functions/model/rules/protocol.ts';
import { fileBytes } from '../../functions/validate/bytes/file.ts';
import { decodedText } from '../../functions/validate/decode/text.ts';
import { createFindings } from '../../functions/validate/findings.ts';
import { readResults } from '../../functions/validate/readers/results.ts';
import { bookOf } from '../../functions/validate/references/book.ts';
import { registerBuilder } from '../../functions/validate/references/register.ts';
import { definitionOf } from '../definition.ts';
import type { Size } from '../generate.ts';
import { stationOf } from '../generate.ts';
import type { Job, Outcome } from '../job.ts';

/** The job in Sailau's own code: as in `validate`, the hash of the file and the comparison with other files left out. */
export function sailau(path: string, size: Size, way: 'bytes' | 'papaparse'): Job {
  const definition = definitionOf(size);
  const book = bookOf(definition);
  const builder = registerBuilder();
  for (let number = 0; number < size.stations; number += 1) builder.add(stationOf(number, size));
  const register = builder.finish();
  return async () => {
    const [contest] = definition.contests;
    if (contest === undefined) throw new RangeError('no contest');
    const findings = createFindings();
    const open = () => fileBytes(path);
    const text = decodedText({ name: path, open }, { name: 'utf-8', mark: 0 });
    const bytes = open();
    const input = { text, bytes, mapping: null, findings, papaparseOnly: way === 'papaparse' };
    const protocols = await readResults(input, { contest, book, register });
    const limits = ruleLimits(definition.limits);
    for (const { area } of protocols.areas)
      protocols.showFigures(area, (figures) =>
        checkFigures(figures, limits, (code) => findings.add(code, {})),
      );
    const totals = new Map<string, bigint>();
    for (const { area, values } of protocols.totals())
      for (const [field, { sum }] of values) totals.set(`${area} ${field}`, sum);
    const outcome: Outcome = { counts: Object.fromEntries(findings.counts), totals };
    return outcome;
  };
}
