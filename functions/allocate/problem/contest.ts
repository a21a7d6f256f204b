import type { Contest, Option, System } from '../../model/generated/election.ts';
import type { Problem } from '../../model/generated/problem.ts';
import type { OptionId } from '../../model/ids.ts';
import { shown } from '../../model/text/shown.ts';
import { type Fault, schemaFaults } from './fault.ts';
import { unknownOption } from './figures.ts';
import type { Checkers } from './schemas.ts';

/** The system that the contest names or holds; null with faults. */
export function readSystem(
  { contest, systems = {} }: Problem,
  check: Checkers,
  faults: Fault[],
): System | null {
  const named = typeof contest.system === 'string' ? contest.system : null;
  const value: unknown = named === null ? contest.system : own(systems, named);
  if (value === undefined) {
    faults.push({
      pointer: '/contest/system',
      reason: `the contest names the system "${shown(named ?? '')}", which \`systems\` has not`,
      remedy: 'Put the system itself in its place, or add it to `systems` beside `contest`.',
    });
    return null;
  }
  if (check.system.fits(value)) return value;
  const at = named === null ? '/contest/system' : `/systems/${named}`;
  faults.push(...schemaFaults(check.system.problems(value), at, asInElection));
  return null;
}

/** The contest with what was left out filled in, but for options that are to be taken from the votes; null with faults. */
export function readContest(
  { contest, lots = [] }: Problem,
  system: System,
  id: string,
  check: Checkers,
  faults: Fault[],
): Contest | null {
  const { options = [] } = contest;
  const value: unknown = {
    id,
    name: { en: contest.id ?? id },
    area: 'all',
    reportedBy: 'area',
    ...contest,
    system: typeof contest.system === 'string' ? contest.system : 'system',
    options: options.map((option) => ({
      kind: kindOf(option.id, system),
      name: { en: option.id },
      ...option,
    })),
  };
  if (!check.contest.fits(value)) {
    faults.push(...schemaFaults(check.contest.problems(value), '/contest', asInElection));
    return null;
  }
  const drawn = lots.map((lot) => ({
    among: lot.among.filter(isOptionName),
    seats: lot.seats,
    won: lot.won.filter(isOptionName),
    source: lot.source ?? 'not stated',
  }));
  return { ...value, lots: [...(value.lots ?? []), ...drawn] };
}

/** The contest with an option for each name, in the order given. */
export function withOptions(contest: Contest, names: Iterable<string>, system: System): Contest {
  const options = [...names]
    .filter(isOptionName)
    .map((id): Option => ({ id, kind: kindOf(id, system), name: { en: id } }));
  return { ...contest, options };
}

/** Lots among names that are no options. */
export function checkLots(
  { lots = [] }: Problem,
  options: ReadonlyMap<string, OptionId>,
  faults: Fault[],
): void {
  for (const [index, { among, won }] of lots.entries())
    for (const [member, names] of Object.entries({ among, won }))
      for (const [place, name] of names.entries())
        if (!options.has(name))
          faults.push(unknownOption(`/lots/${index}/${member}/${place}`, name, options.keys()));
}

/**
 * Whether a text can stand for an option here. The ids of election.json are headers of columns too and therefore narrower; the name of a
 * party is enough for a problem.
 */
export function isOptionName(text: string): text is OptionId {
  return text.length > 0 && text.length <= 200 && text.trim() === text && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

const asInElection = 'Write it as in election.json; docs/formats.md describes every member.';

/** What an option is where its kind is not given. */
function kindOf(id: string, { type }: System): Option['kind'] {
  if (id === 'against-all') return 'against-all';
  if (type === 'referendum') return id === 'yes' || id === 'no' ? id : 'not-counted';
  return type === 'plurality' || type === 'two-round' ? 'candidate' : 'list';
}

function own(members: object, name: string): unknown {
  return Object.entries(members).find(([key]) => key === name)?.[1];
}
