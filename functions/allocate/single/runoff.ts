import type { TwoRound } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Step } from '../../model/law/allocation.ts';
import { minimum } from '../count/conditions.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, decided, follow, goOn, type Progress, undetermined } from '../progress.ts';
import { type Places, places } from './places.ts';
import { told } from './told-apart.ts';

/** Who goes on to the second round: the first by votes, and those with a share that suffices where the law has one. */
export function runoff(system: TwoRound, tally: Tally, candidates: readonly Contender[]): Decision {
  const withVotes = candidates.filter(({ votes }) => votes > 0n);
  const first = places(withVotes, system.advance ?? 2);
  return follow(withShare(system, tally, withVotes), (sharers) => {
    const advancing = follow(lastPlaces(system, tally, first, sharers), (last) => {
      const on = new Set([...first.certain.map(({ option }) => option), ...last, ...sharers]);
      return goOn(byVotes(withVotes, on), []);
    });
    return follow(advancing, (options) => secondRoundAmong(system, options));
  });
}

/** Candidates with the share that takes them to the second round by itself. */
function withShare(
  { advanceShare: share }: TwoRound,
  tally: Tally,
  candidates: readonly Contender[],
): Progress<readonly OptionId[]> {
  if (!share) return goOn([], []);
  const checks = candidates.map(({ option }) => ({ option, ...minimum(share, tally, option) }));
  const steps = checks.flatMap((check, index) => (index === 0 ? check.steps : check.steps.slice(1)));
  const open = checks.find(({ verdict }) => verdict === 'undetermined');
  if (open)
    return undetermined(
      'figures-missing',
      `The share that leads to the second round cannot be checked: ${open.missing.join(', ')} has not been published.`,
      steps,
    );
  return goOn(
    checks.flatMap(({ option, verdict }) => (verdict === 'holds' ? [option] : [])),
    steps,
  );
}

/** Who of those tied for the last places goes on. All do who have the share anyway. */
function lastPlaces(
  system: TwoRound,
  tally: Tally,
  { certain, tie }: Places,
  sharers: readonly OptionId[],
): Progress<readonly OptionId[]> {
  if (!tie || tie.options.every((option) => sharers.includes(option))) return goOn([], []);
  const { runoffTie: rule = 'undetermined' } = system;
  if (rule === 'all-tied-advance') return goOn(tie.options, []);
  const law = system.runoffTieLaw ?? system.runoffLaw;
  if (rule !== 'undetermined') return told(tie, rule, law, tally);
  const options = [...certain.map(({ option }) => option), ...tie.options];
  return undetermined(
    'second-place-tied',
    `${tie.options.join(', ')} are tied for a place in the second round: the law does not say who goes on.`,
    [runoffStep(system, options)],
  );
}

function runoffStep(system: TwoRound, options: readonly OptionId[]): Step {
  const { advance, advanceShare } = system;
  const places = advance !== undefined || advanceShare ? { places: advance ?? 2 } : {};
  return { rule: 'runoff', law: system.runoffLaw, options: [...options], ...places };
}

/** Most votes first. */
function byVotes(candidates: readonly Contender[], on: ReadonlySet<OptionId>): OptionId[] {
  return places(candidates, candidates.length)
    .certain.map(({ option }) => option)
    .filter((option) => on.has(option));
}

function secondRoundAmong(system: TwoRound, options: readonly OptionId[]): Decision {
  const step = runoffStep(system, options);
  if (options.length >= 2) return decided({ status: 'runoff', options: [...options] }, [step]);
  return undetermined(
    'no-second',
    `${options.join(', ')} has no majority, and no other candidate has a vote: the law does not say what then.`,
    [step],
  );
}
