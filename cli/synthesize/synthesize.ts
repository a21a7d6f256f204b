import type { Contest, ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { ContestId, OptionId } from '../../functions/model/ids.ts';
import { type CountField, countFields } from '../../functions/model/records/protocol.ts';
import { sumOf } from './apportion.ts';
import { type CompleteCounts, completeCounts } from './counts.ts';
import { syntheticDefinition } from './definition.ts';
import { SynthesisError } from './errors.ts';
import { randomOf } from './random.ts';
import { type Region, type RegionWeight, regionWeights, shareStations } from './regions.ts';
import { makeStations, type SyntheticStation } from './stations.ts';

/** The published totals of a contest; what is not in them is not known. */
export interface Totals {
  readonly votes: ReadonlyMap<OptionId, bigint>;
  readonly counts: ReadonlyMap<CountField, bigint>;
}

/** What protocols are made up from. */
export interface SynthesisOptions {
  /** The real election. */
  readonly definition: ElectionDefinition;
  readonly contest: ContestId;
  readonly totals: Totals;
  /** How many stations to make up, from 1. */
  readonly stations: number;
  /** A whole number from 0; the same options with the same seed give the same bytes. */
  readonly seed: number;
  /** The areas that get stations and their weights; by default what `regionWeights` says. */
  readonly regions?: readonly RegionWeight[];
  /** Voters that no station exceeds where the totals allow it; 3,000 unless given (Art. 23 of the election law of Kazakhstan). */
  readonly maximumVoters?: number;
}

/** A made-up election: its definition, what its protocols state, and its stations, to be read once or again with the same result. */
export interface Synthesis {
  readonly definition: ElectionDefinition;
  readonly contest: ContestId;
  readonly regions: readonly Region[];
  /** The options whose votes are known, in the order of the ballot: `votes` of every station is in this order. */
  readonly options: readonly OptionId[];
  readonly counts: CompleteCounts;
  stations(): Generator<SyntheticStation>;
}

/**
 * Makes up protocols of as many stations as asked that sum exactly to the totals of a contest, option by option and count by count. Pure; the stations
 * come one at a time, in constant memory. Throws `SynthesisError`.
 */
export function synthesize(options: SynthesisOptions): Synthesis {
  requireCount(options.stations, 1, 'stations');
  requireCount(options.seed, 0, 'seed');
  const contest = contestOf(options.definition, options.contest);
  const votes = votesOf(contest, options.totals);
  const counts = completeCounts(sumOf([...votes.values()]), options.totals.counts);
  const regions = shareStations(
    options.stations,
    options.regions ?? regionWeights(options.definition, contest),
  );
  const areas = regions.map(({ area }) => area);
  const { seed } = options;
  const electorate = { votes: [...votes.values()], counts, maximum: maximumOf(options, counts.registered) };
  return {
    definition: syntheticDefinition({ ...options, contest, areas, seed, madeUp: counts.madeUp }),
    contest: contest.id,
    regions,
    options: [...votes.keys()],
    counts,
    stations: () => makeStations(electorate, regions, randomOf(seed)),
  };
}

function requireCount(value: number, minimum: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= minimum) return;
  throw new SynthesisError('parameter-invalid', `${name} is ${value}; give a whole number from ${minimum}.`);
}

function contestOf(definition: ElectionDefinition, id: ContestId): Contest {
  const contest = definition.contests.find((candidate) => candidate.id === id);
  if (contest) return contest;
  const known = definition.contests.map((candidate) => candidate.id).join(', ');
  throw new SynthesisError('contest-unknown', `${definition.id} has no contest ${id}; it has ${known}.`);
}

/** The known votes in ballot order. */
function votesOf({ id, options }: Contest, { votes }: Totals): Map<OptionId, bigint> {
  const known = new Map<OptionId, bigint>();
  for (const option of options) {
    const count = votes.get(option.id);
    if (count === undefined) continue;
    if (reservedColumns.has(option.id))
      throw new SynthesisError(
        'option-name',
        `The option ${option.id} has the name of a column; rename it to write it as one.`,
      );
    known.set(option.id, count);
  }
  if (known.size > 0) return known;
  throw new SynthesisError(
    'votes-missing',
    `No votes are known of contest ${id}: there is nothing to sum to.`,
  );
}

const reservedColumns: ReadonlySet<string> = new Set([
  ...countFields,
  'area',
  'station',
  'option',
  'votes',
  'source',
]);

/** Where the totals do not allow the limit, twice the mean. */
function maximumOf({ maximumVoters = 3000, stations }: SynthesisOptions, registered: bigint): bigint {
  requireCount(maximumVoters, 1, 'maximumVoters');
  const [maximum, count] = [BigInt(maximumVoters), BigInt(stations)];
  return maximum * count >= registered ? maximum : 2n * (registered / count + 1n);
}
