import { areaTree } from '../../functions/model/areas.ts';
import type { Area, Contest, ElectionDefinition, System } from '../../functions/model/generated/election.ts';
import { type AreaId, type ElectionId, isElectionId } from '../../functions/model/ids.ts';
import { areasOf } from '../../functions/model/law/systems.ts';
import type { CountField } from '../../functions/model/records/protocol.ts';
import { SynthesisError } from './errors.ts';
import { syntheticName, syntheticNotes } from './texts.ts';

/** The id of the source that every made-up row names. */
export const syntheticSource = 'SYNTHETIC';

/** What the made-up election is derived from. */
export interface SyntheticParts {
  readonly definition: ElectionDefinition;
  readonly contest: Contest;
  readonly areas: readonly AreaId[];
  readonly seed: number;
  readonly madeUp: readonly CountField[];
}

/**
 * The definition of the made-up election `<id>-synthetic`: the one contest, reported by station, with the real areas, law and declared result,
 * marked as synthetic in its member `synthetic`, its name, its notes and its source. Throws `SynthesisError`.
 */
export function syntheticDefinition({
  definition,
  contest,
  areas,
  seed,
  madeUp,
}: SyntheticParts): ElectionDefinition {
  const system = definition.systems[contest.system];
  if (definition.synthetic || !system)
    throw new SynthesisError(
      'already-synthetic',
      `${definition.id} is made up itself; name the real election.`,
    );
  if (system.type === 'party-list' && system.compensation)
    throw new SynthesisError(
      'parameter-invalid',
      `Seats of other contests count in ${contest.id}, which cannot be made up without them; choose another contest.`,
    );
  const parties = new Set(contest.options.map(({ party }) => party));
  return {
    id: syntheticId(definition.id),
    name: syntheticName(definition.name),
    ...commonParts(definition),
    sources: [
      ...declaredSources(definition, contest),
      {
        id: syntheticSource,
        title: `Made up: protocols that sum to the totals of ${definition.id}, seed ${seed}`,
      },
    ],
    synthetic: { of: definition.id, seed },
    notes: syntheticNotes(definition, seed, madeUp),
    areas: keptAreas(definition, contest, system, areas),
    parties: definition.parties.filter(({ id }) => parties.has(id)),
    systems: { [contest.system]: system },
    contests: [stationContest(contest)],
  };
}

function commonParts(definition: ElectionDefinition) {
  const { date, country, languages, utcOffset, authority, licence, laws, severity, limits } = definition;
  return {
    ...{ date, country, languages, utcOffset, authority, licence, laws },
    ...(severity ? { severity } : {}),
    ...(limits ? { limits } : {}),
  };
}

function syntheticId(of: ElectionId): ElectionId {
  const id = `${of}-synthetic`;
  if (isElectionId(id)) return id;
  throw new SynthesisError(
    'parameter-invalid',
    `The id ${id} is longer than 64 characters; shorten that of the election.`,
  );
}

function declaredSources(
  { sources }: ElectionDefinition,
  { declared }: Contest,
): ElectionDefinition['sources'] {
  const ids = new Set(declared?.source.split(';'));
  return sources.filter(({ id }) => ids.has(id));
}

/** The areas that get stations, those above them, and those that the system names; their numbers of real stations are left behind. */
function keptAreas(
  definition: ElectionDefinition,
  contest: Contest,
  system: System,
  areas: readonly AreaId[],
): Area[] {
  const tree = areaTree(definition);
  const named = areasOf(system);
  const kept = new Set([contest.area, ...areas, ...named].flatMap((area) => tree.path(area)));
  return definition.areas
    .filter(({ id }) => kept.has(id))
    .map(({ id, type, parent, name, tile }) => ({
      id,
      type,
      ...(parent === undefined ? {} : { parent }),
      name,
      ...(tile ? { tile } : {}),
    }));
}

function stationContest(contest: Contest): Contest {
  const { id, name, area, system, options, declared, lots } = contest;
  return {
    ...{ id, name, area, reportedBy: 'station', system, options },
    ...(declared ? { declared } : {}),
    ...(lots ? { lots } : {}),
  };
}
