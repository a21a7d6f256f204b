import { type ColumnProfile, isIdLabel, knownShare } from './profile.ts';
import { type CanonicalName, wordScore } from './words.ts';

/** Ids that the definition and its registers know: a column that holds them needs no telling name. */
export interface KnownIds {
  readonly areas: ReadonlySet<string>;
  readonly stations: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
}

/** Which column is which. */
export type Assignment = ReadonlyMap<CanonicalName, ColumnProfile>;

/**
 * Gives each canonical name the column that fits it best: by the ids in it, by the words in its header, by what its cells are like. The clearest first; a
 * column has one name. Columns that are mostly empty have none.
 */
export function assignColumns(
  profiles: readonly ColumnProfile[],
  names: readonly CanonicalName[],
  known: KnownIds,
): Assignment {
  const pairs = names.flatMap((name) =>
    profiles.map((profile) => ({ name, profile, score: scoreOf(profile, name, known) })),
  );
  const assigned = new Map<CanonicalName, ColumnProfile>();
  const taken = new Set<number>();
  for (const { name, profile, score } of pairs.sort(
    (a, b) => b.score - a.score || a.profile.index - b.profile.index,
  )) {
    if (score <= 0) break;
    if (assigned.has(name) || taken.has(profile.index)) continue;
    assigned.set(name, profile);
    taken.add(profile.index);
  }
  return assigned;
}

// Columns of numbers; the others hold names, ids or times.
const counts: ReadonlySet<CanonicalName> = new Set([
  'registered',
  'issued',
  'cast',
  'invalid',
  'valid',
  'received',
  'unused',
  'absentee',
  'outside',
  'votes',
  'percent',
]);

/** How well a column fits a name; 0 not at all. Ids that are known tell more than words, and words more than the look of the cells. */
function scoreOf(profile: ColumnProfile, name: CanonicalName, known: KnownIds): number {
  // Protocols leave these out more often than others.
  const least = name === 'valid' || name === 'invalid' ? 0.3 : 0.8;
  if (profile.filled < least) return 0;
  const word = wordScore(profile.label, name);
  if (counts.has(name)) return profile.numeric < 0.9 || isIdLabel(profile.label) ? 0 : word;
  if (name === 'station') return stationScore(profile, word, known);
  if (name === 'area') return areaScore(profile, word, known);
  if (name === 'option') return optionScore(profile, word, known);
  return profile.numeric > 0.5 ? 0 : word;
}

/** A column of stations has many values; without a word, one that is headed as a column of ids will do. */
function stationScore(profile: ColumnProfile, word: number, { stations }: KnownIds): number {
  if (knownShare(profile, stations) > 0.9) return 60 + word;
  const told = word + (isIdLabel(profile.label) ? 8 : 0);
  return told === 0 ? 0 : told + 10 * profile.distinct;
}

/** Of several columns whose values are ids of areas, the one that names most of them. */
function areaScore(profile: ColumnProfile, word: number, { areas }: KnownIds): number {
  const named = knownShare(profile, areas) > 0.9 ? 40 + (10 * profile.values.size) / areas.size : 0;
  return named + word === 0 ? 0 : named + word + (isIdLabel(profile.label) ? 8 : 0);
}

/** A column of options repeats a few values. */
function optionScore(profile: ColumnProfile, word: number, { options }: KnownIds): number {
  if (profile.distinct > 0.5) return 0;
  const named = knownShare(profile, options) > 0.9 ? 50 : 0;
  return named + word + (isIdLabel(profile.label) ? 6 : 0);
}
