import type { OneMandate } from '../../model/generated/election.ts';
import type { PersonId } from '../../model/ids.ts';
import type { Ranking } from './ranking/ranked.ts';
import { rankingOf } from './ranking/ranking.ts';
import { type Absence, type Seating, seat } from './seating.ts';
import type { Slate } from './slate.ts';

/** A slate whose seats have been given. */
export interface Seated {
  readonly slate: Slate;
  readonly ranking: Ranking;
  /** Who cannot take a seat of it, by place on the list. */
  readonly away: ReadonlyMap<number, Absence>;
  readonly seating: Seating;
}

/**
 * Seats every slate of an election, in the order given. Where nobody may hold two mandates, who wins several keeps the one that the law puts first,
 * and the others go to whoever follows there; that may give a second mandate to somebody else, so it is done until nobody has two. Each turn
 * takes one person at least out of a slate for good: it ends.
 */
export function seatAll(slates: readonly Slate[], rule: OneMandate | undefined): Seated[] {
  const seated = slates.map((slate) => seatOne(slate, rankingOf(slate), absences(slate)));
  for (;;) {
    const given = rule === undefined ? [] : givenUp(seated, rule);
    if (given.length === 0) return seated;
    for (const [place, absent] of Map.groupBy(given, (one) => one.place)) {
      const before = seated[place];
      if (before === undefined) continue;
      const away = new Map(before.away);
      for (const { order, absence } of absent) away.set(order, absence);
      seated[place] = seatOne(before.slate, before.ranking, away);
    }
  }
}

function seatOne(slate: Slate, ranking: Ranking, away: Seated['away']): Seated {
  return { slate, ranking, away, seating: seat(slate, ranking, slate.seats, away) };
}

/** Who was out before the vote was counted: by the candidates table, or because the same person stands higher on the list. */
function absences({ candidates }: Slate): Seated['away'] {
  const away = new Map<number, Absence>();
  const seen = new Set<PersonId>();
  for (const { order, status, person } of candidates) {
    if (status !== undefined) away.set(order, { because: status });
    else if (person !== undefined && seen.has(person)) away.set(order, { because: 'named-twice' });
    if (person !== undefined) seen.add(person);
  }
  return away;
}

interface GivenUp {
  readonly place: number;
  readonly order: number;
  readonly absence: Absence;
}

/** The mandates that are not kept. Who has declined one does not hold it, and keeps another. */
function givenUp(seated: readonly Seated[], rule: OneMandate): GivenUp[] {
  const held = Map.groupBy(
    seated.flatMap(({ slate, seating }, place) =>
      seating.holders.flatMap(({ candidate: { order, person } }) =>
        person === undefined || hasDeclined(slate, order) ? [] : [{ person, order, place, slate }],
      ),
    ),
    ({ person }) => person,
  );
  return [...held.values()].flatMap((mandates) => {
    const [kept, ...others] = mandates.sort(
      (a, b) => precedence(a.slate, rule) - precedence(b.slate, rule) || a.place - b.place,
    );
    return others.map(({ place, order }) => ({
      place,
      order,
      absence: { because: 'other-mandate', ...(kept && { contest: kept.slate.contest.id }), law: rule.law },
    }));
  });
}

function precedence({ contest }: Slate, { keeps }: OneMandate): number {
  const place = keeps.indexOf(contest.system);
  return place === -1 ? keeps.length : place;
}

function hasDeclined({ contest, option, rule }: Slate, order: number): boolean {
  return (contest.vacancies ?? []).some(
    (vacancy) =>
      vacancy.reason === 'declined' &&
      vacancy.option === option.id &&
      (vacancy.person ?? (rule.rule === 'ballot' ? order : undefined)) === order,
  );
}
