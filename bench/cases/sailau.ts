import { findingOf } from '../../functions/model/finding.ts';
import { isAreaId, isStationId } from '../../functions/model/ids.ts';
import { ruleLimits } from '../../functions/model/rules/figures.ts';
import { checkFigures } from '../../functions/model/rules/protocol.ts';
import { decodedText, notIn } from '../../functions/validate/decode/text.ts';
import { createFindings } from '../../functions/validate/findings.ts';
import { readResults } from '../../functions/validate/readers/results.ts';
import { bookOf } from '../../functions/validate/references/book.ts';
import { type Register, registerBuilder } from '../../functions/validate/references/register.ts';
import { readRows } from '../../functions/validate/table/rows.ts';
import type { RowSource } from '../../functions/validate/table/source.ts';
import { definitionOf } from '../definition.ts';
import { fileBytes } from '../file.ts';
import type { Size } from '../generate.ts';
import { stationOf } from '../generate.ts';
import type { Job, Outcome } from '../job.ts';

/** The job in Sailau's own code: as in `validate`, the hash of the file and the comparison with other files left out. */
export function sailau(path: string, size: Size, way: 'bytes' | 'papaparse'): Job {
  const definition = definitionOf(size);
  const book = bookOf(definition);
  const register = registerOf(size);
  return async () => {
    const [contest] = definition.contests;
    if (contest === undefined) throw new RangeError('no contest');
    const findings = createFindings();
    const rows = rowsOf(path);
    const input = { rows, mapping: null, findings, papaparseOnly: way === 'papaparse' };
    const protocols = await readResults(input, { contest, book, register });
    const limits = ruleLimits(definition.limits);
    for (const { area } of protocols.areas)
      protocols.showFigures(area, (figures) =>
        checkFigures(figures, limits, (fault) => findings.addAll([findingOf(fault, {})])),
      );
    const totals = new Map<string, bigint>();
    for (const { area, values } of protocols.totals())
      for (const [field, { sum }] of values) totals.set(`${area} ${field}`, sum);
    const outcome: Outcome = { counts: Object.fromEntries(findings.counts), totals };
    return outcome;
  };
}

function registerOf(size: Size): Register {
  const builder = registerBuilder();
  for (let number = 0; number < size.stations; number += 1) {
    const { station, area } = stationOf(number, size);
    if (isStationId(station) && isAreaId(area)) builder.add({ station, area });
  }
  return builder.finish();
}

/** The rows as `validate` gets them of a file that it has found to be UTF-8. */
function rowsOf(path: string): RowSource {
  const open = () => fileBytes(path);
  const encoding = { name: 'utf-8', mark: 0 } as const;
  return {
    header: { first: 1, last: 1 },
    ragged: false,
    blocks: () => readRows(decodedText({ open }, encoding), 1),
    utf8: { open, notUtf8: () => notIn(encoding) },
  };
}
