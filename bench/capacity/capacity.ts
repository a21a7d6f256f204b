import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stages } from './measure/meter.ts';
import { measure } from './measure/run.ts';
import { cpu } from './model/measured.ts';
import { compare, rehearse } from './model/rehearsal.ts';
import { withTables } from './page.ts';
import { capacityTables } from './tables.ts';

/*
 * node bench/capacity/capacity.ts                       prints the tables of docs/capacity.md
 * node bench/capacity/capacity.ts --write               writes them into the page
 * node bench/capacity/capacity.ts --measure [stations]  runs an election over the local servers and prints model and measurement side by side;
 *                                                       exits with 1 where they are more than a quarter apart
 */
const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, measure: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.measure === true) await printMeasured(Number(positionals[0] ?? 10_000));
else if (values.write === true) writePage(join(import.meta.dirname, '..', '..', 'docs', 'capacity.md'));
else for (const [name, table] of capacityTables()) console.log(`\n${name}\n\n${table}`);

function writePage(path: string): void {
  writeFileSync(path, withTables(readFileSync(path, 'utf8'), capacityTables()));
}

async function printMeasured(stations: number): Promise<void> {
  if (!Number.isSafeInteger(stations) || stations < 20)
    throw new RangeError(`--measure takes a whole number of stations from 20, not ${positionals[0]}`);
  // What the handlers log of every Lambda.
  console.info = () => undefined;
  const releasesAfter = [20];
  const measured = await measure({ stations, releasesAfter });
  const compared = compare(rehearse(stations, measured.files, releasesAfter), measured);
  console.log('| stage | | model | measured | |\n|---|---|--:|--:|---|');
  for (const { stage, kind, model, measured: seen, agrees } of compared)
    console.log(`| ${stage} | ${kind} | ${Math.round(model)} | ${seen} | ${agrees ? '' : 'APART'} |`);
  console.log('\n| stage | Lambdas | CPU seconds |\n|---|--:|--:|');
  for (const stage of stages)
    console.log(`| ${stage} | ${measured.usage[stage].invocations} | ${measured.cpu[stage].toFixed(2)} |`);
  const said = cpu.publish + stations * cpu.published;
  console.log(
    `\nA release: ${measured.cpu.publish.toFixed(1)} CPU seconds, ${said.toFixed(1)} in the model.`,
  );
  if (compared.some(({ agrees }) => !agrees)) process.exitCode = 1;
}
