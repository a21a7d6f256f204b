import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Contest } from '../../functions/model/generated/election.ts';
import type { OptionId } from '../../functions/model/ids.ts';
import { type CountField, isCountField } from '../../functions/model/records/protocol.ts';
import { SynthesisError } from './errors.ts';
import type { Totals } from './synthesize.ts';

/**
 * Sums the protocols of a contest in the folder of an election that has the canonical header, long or wide, as the examples have. Throws `SynthesisError`
 * `totals-unreadable` for a cell that is not a count or an option that the contest does not have, `votes-missing` when there are no results.
 */
export async function readTotals(folder: string, contest: Pick<Contest, 'id' | 'options'>): Promise<Totals> {
  const results = join(folder, 'results', contest.id);
  const names = (await readdir(results).catch(() => [])).filter((name) => name.endsWith('.csv')).sort();
  const options = new Map<string, OptionId>(contest.options.map(({ id }) => [id, id]));
  const totals = { votes: new Map<OptionId, bigint>(), counts: new Map<CountField, bigint>() };
  for (const name of names) {
    const file = join(results, name);
    for (const row of await readRows(file)) addRow(totals, row, options, file);
  }
  if (totals.votes.size > 0) return totals;
  throw new SynthesisError('votes-missing', `${results} holds no votes: there is nothing to sum to.`);
}

async function readRows(file: string): Promise<Record<string, string>[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function addRow(
  { votes, counts }: { votes: Map<OptionId, bigint>; counts: Map<CountField, bigint> },
  row: Readonly<Record<string, string>>,
  options: ReadonlyMap<string, OptionId>,
  file: string,
): void {
  for (const [column, cell] of Object.entries(row)) {
    if (cell === '') continue;
    const option = column === 'votes' ? optionOf(row.option ?? '', options, file) : options.get(column);
    if (option !== undefined) add(votes, option, countOf(cell, column, file));
    else if (isCountField(column)) add(counts, column, countOf(cell, column, file));
  }
}

function optionOf(label: string, options: ReadonlyMap<string, OptionId>, file: string): OptionId | undefined {
  const option = options.get(label);
  if (option !== undefined || label === '') return option;
  throw new SynthesisError('totals-unreadable', `${file}: the contest has no option "${label}".`);
}

function countOf(cell: string, column: string, file: string): bigint {
  if (/^[0-9]{1,16}$/.test(cell)) return BigInt(cell);
  throw new SynthesisError(
    'totals-unreadable',
    `${file}: "${cell}" in column ${column} is not a whole number.`,
  );
}

function add<Key>(sums: Map<Key, bigint>, key: Key, count: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + count);
}
