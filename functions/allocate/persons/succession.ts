import type { PersonStep } from '../../model/generated/certificate.ts';
import type { Vacancy } from '../../model/generated/election.ts';
import type { Mandates } from './mandates.ts';
import type { Seated } from './one-mandate.ts';
import type { OpenReason, Ranked } from './ranking/ranked.ts';
import { type Away, type Seating, seat } from './seating.ts';

/** Those of a slate who may still follow. */
export interface Line {
  /** Who follows in one seat: the next whose turn it is, or whom the party has named. Nobody follows twice. */
  next(vacancy: Vacancy, mandates: Mandates): Seating;
}

/**
 * The line of succession of a slate: who has not had their turn. Where the party decides, it does so for each vacancy: those left of its decisions
 * follow, or whom it names then; nobody follows by the alphabet.
 */
export function lineOf(seated: Seated): Line {
  const { slate, ranking } = seated;
  const ofParty = slate.rule.rule === 'party-decides';
  const groups = ranking.groups.filter(([first]) => !ofParty || first?.basis === 'party-decision');
  const byOrder = new Map(slate.candidates.map((candidate) => [candidate.order, candidate]));
  const done = new Set<number>();
  const note = ({ holders, steps }: Seating) => {
    for (const { candidate } of holders) done.add(candidate.order);
    for (const { order } of steps.filter((step) => step.rule === 'passed-over'))
      if (seated.away.has(order)) done.add(order);
  };
  // Vacancies come one by one: whoever has had their turn is not asked again.
  let first = 0;
  function* waiting() {
    while (groups[first]?.every(({ candidate }) => done.has(candidate.order)) === true) first += 1;
    for (let place = first; place < groups.length; place += 1)
      yield (groups[place] ?? []).filter(({ candidate }) => !done.has(candidate.order));
  }
  note(seated.seating);
  return {
    next({ successor }, mandates) {
      const away: Away = {
        get(order) {
          const candidate = byOrder.get(order);
          return seated.away.get(order) ?? (candidate && mandates.absence(slate, candidate));
        },
      };
      const rest = ofParty ? 'party-undecided' : ranking.rest;
      const named = ofParty && successor !== undefined;
      const candidate = named && !done.has(successor) ? byOrder.get(successor) : undefined;
      if (named && candidate === undefined) return cannotFollow(seated, successor, byOrder.has(successor));
      const chosen: Ranked[][] = candidate
        ? [[{ candidate, basis: 'party-decision', law: slate.vacancyLaw }]]
        : [];
      const following = seat(slate, { groups: named ? chosen : waiting(), rest }, 1, away);
      note(following);
      const left = () =>
        slate.candidates.some(({ order }) => !done.has(order) && away.get(order) === undefined);
      return { ...following, reason: reasonOf(following, left) };
    },
  };
}

/** The party has named somebody who is not on the list, or has had a seat already. */
function cannotFollow({ slate }: Seated, order: number, listed: boolean): Seating {
  const because = listed ? 'named-twice' : 'not-on-list';
  const step: PersonStep = {
    rule: 'passed-over',
    law: slate.vacancyLaw,
    option: slate.option.id,
    order,
    because,
  };
  return { holders: [], open: 1, reason: 'party-undecided', steps: [step] };
}

/** Where nobody is left to be named, the party has nothing to decide: the seat stays vacant. */
function reasonOf({ open, reason }: Seating, left: () => boolean): OpenReason {
  return open > 0 && reason === 'party-undecided' && !left() ? 'list-exhausted' : reason;
}
