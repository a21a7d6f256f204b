import type { Base, Option, Share } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { countOf, isWinnable, type Tally, votesOf } from './tally.ts';

/** A number of votes or voters, as far as it was published. */
export interface Figure {
  /** Null when a figure that it is made of was not published. */
  readonly votes: bigint | null;
  /** What is published of it: the true figure is not below. */
  readonly atLeast: bigint;
  /** What was not published: ids of options, names of counts. */
  readonly missing: readonly string[];
}

/** What a share is taken of. */
export interface BaseFigure extends Figure {
  readonly base: Base;
}

/** The figure that `base` names, from the published votes and counts. */
export function baseFigure(base: Base, tally: Tally): BaseFigure {
  return { base, ...bases[base](tally) };
}

/**
 * The votes of a base as a threshold needs them; null where they are not known. A line of the ballot for which no votes were published
 * (against all, a withdrawn list) counts as none here: commissions have declared seats without printing it, and one absent line should
 * not leave every seat open. The base step names it.
 */
export function publishedVotes({ base, votes, atLeast }: BaseFigure): bigint | null {
  const ofVotes = base === 'option-votes' || base === 'valid-votes';
  return ofVotes ? atLeast : votes;
}

/** The votes of one option. */
export function votesFigure(option: OptionId, tally: Tally): Figure {
  const votes = votesOf(tally, option);
  return { votes, atLeast: votes ?? 0n, missing: votes === null ? [option] : [] };
}

/** The step that states a base. */
export function baseStep(figure: BaseFigure, { law }: { readonly law?: Share['law'] }): Step {
  const { base, votes, atLeast, missing } = figure;
  return {
    rule: 'base',
    law,
    base,
    votes: votes === null ? null : jsonCount(votes),
    atLeast: jsonCount(atLeast),
    missing: [...missing],
  };
}

const bases: Readonly<Record<Base, (tally: Tally) => Figure>> = {
  'option-votes': (tally) => votesFor(tally, isWinnable),
  'valid-votes': (tally) => votesFor(tally, isCounted),
  cast: castFigure,
  registered: registeredFigure,
};

function isCounted(option: Option): boolean {
  return isWinnable(option) || option.kind === 'against-all';
}

function votesFor(tally: Tally, included: (option: Option) => boolean): Figure {
  let sum = 0n;
  const missing: string[] = [];
  for (const option of tally.contest.options.filter(included)) {
    const votes = votesOf(tally, option.id);
    if (votes === null) missing.push(option.id);
    sum += votes ?? 0n;
  }
  return { votes: missing.length === 0 ? sum : null, atLeast: sum, missing };
}

/** Voters who took part: as reported, else every ballot that was found, valid or not. */
export function castFigure(tally: Tally): Figure {
  const cast = countOf(tally, 'cast');
  if (cast !== null) return { votes: cast, atLeast: cast, missing: [] };
  const ballots = votesFor(tally, () => true);
  const invalid = countOf(tally, 'invalid');
  if (ballots.votes === null || invalid === null)
    return { votes: null, atLeast: ballots.atLeast, missing: ['cast'] };
  const sum = ballots.votes + invalid;
  return { votes: sum, atLeast: sum, missing: [] };
}

function registeredFigure(tally: Tally): Figure {
  const registered = countOf(tally, 'registered');
  return {
    votes: registered,
    atLeast: registered ?? castFigure(tally).atLeast,
    missing: registered === null ? ['registered'] : [],
  };
}
