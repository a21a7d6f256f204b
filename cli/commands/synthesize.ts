import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { ContestId } from '../../functions/model/ids.ts';
import { type Command, type Invocation, UsageError, wholeNumber } from '../command.ts';
import { loadDefinition } from '../definition.ts';
import { SynthesisError } from '../synthesize/errors.ts';
import { readTotals } from '../synthesize/totals.ts';
import { writeSynthetic } from '../synthesize/write.ts';

/** Stations of the election of 2023, the size that a country of twelve million voters has. */
const defaultStations = 10_223;

/** `sailau synthesize`: made-up protocols that sum to real totals. */
export const synthesize: Command = {
  name: 'synthesize',
  summary: 'Make up station protocols that sum exactly to the totals of an election',
  usage: '<election folder>',
  options: [
    { name: 'contest', value: 'ID', help: 'The contest (default: the first with published votes)' },
    { name: 'stations', value: 'N', help: `How many stations (default ${defaultStations})` },
    { name: 'seed', value: 'N', help: 'Same seed, same bytes (default 1)' },
    {
      name: 'out',
      value: 'DIR',
      help: 'Where the folder <id>-synthetic is made (default: the current folder)',
    },
  ],
  examples: [
    'sailau synthesize examples/kz-mazhilis-2023 --out elections',
    'sailau synthesize examples/kz-president-2022 --stations 1000000 --seed 7 --out elections',
  ],
  run: runSynthesize,
};

async function runSynthesize(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value } = invocation;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new UsageError('Name the folder of one election. See `sailau synthesize --help`.');
  const definition = await loadDefinition(folder);
  try {
    const { contest, totals } = await contestWithTotals(folder, definition, value('contest'));
    const written = await writeSynthetic({
      definition,
      contest,
      totals,
      stations: wholeNumber('stations', value('stations'), defaultStations, 1),
      seed: wholeNumber('seed', value('seed'), 1),
      folder: value('out') ?? '.',
      onProgress: (stations, total) => terminal.progress.update(stations, total, 'stations'),
    });
    terminal.line(`Made up ${written.stations} stations in ${written.files.length} files: ${written.folder}`);
    terminal.line('Every file says that it is synthetic. Upload it with `sailau upload`.');
    terminal.document(written);
    return 0;
  } catch (error) {
    if (error instanceof SynthesisError) throw new UsageError(error.message);
    throw error;
  }
}

/** The contest that was asked for, else the first whose votes are published. */
async function contestWithTotals(
  folder: string,
  { contests }: ElectionDefinition,
  asked: string | undefined,
) {
  const candidates = asked === undefined ? contests : contests.filter(({ id }) => id === asked);
  if (candidates.length === 0)
    throw new UsageError(
      `The election has no contest "${asked}"; it has ${contests.map(({ id }) => id).join(', ')}.`,
    );
  for (const [index, contest] of candidates.entries()) {
    try {
      return { contest: contest.id satisfies ContestId, totals: await readTotals(folder, contest) };
    } catch (error) {
      const last = index === candidates.length - 1;
      if (last || !(error instanceof SynthesisError) || error.code !== 'votes-missing') throw error;
    }
  }
  throw new UsageError('The election has no contests.');
}
