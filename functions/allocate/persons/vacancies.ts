import type { ElectedPerson, PersonStep } from '../../model/generated/certificate.ts';
import type { OneMandate, Vacancy } from '../../model/generated/election.ts';
import type { PersonId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/text.ts';
import type { Seated } from './one-mandate.ts';
import type { OpenReason, Ranked, Ranking } from './ranked.ts';
import { type Absence, seat } from './seating.ts';

/** A seat with one who holds it, or held it. */
export interface Tenure {
  /** From 1, among the seats of the option. */
  readonly seat: number;
  readonly holder: Ranked;
  /** The day from which the seat was vacant before; null for who won it in the election. */
  readonly since: string | null;
  readonly left: { readonly date: string; readonly reason: NonNullable<ElectedPerson['ended']> } | null;
}

/** The seats of a slate after its vacancies. */
export interface Tenures {
  readonly seated: Seated;
  /** By seat, then time. */
  readonly tenures: readonly Tenure[];
  /** Why each seat is open that nobody holds. */
  readonly open: readonly OpenReason[];
  readonly steps: readonly PersonStep[];
}

/**
 * What the recorded vacancies make of the seats as won. They are taken in the order of their dates over all contests (on one day in that of the
 * definition), for somebody who sits in one contest may not follow in another.
 */
export function afterVacancies(all: readonly Seated[], rule: OneMandate | undefined): Tenures[] {
  const posts = all.map(postOf);
  const events = posts.flatMap((post) => vacanciesOf(post).map((vacancy) => ({ post, vacancy })));
  events.sort((a, b) => byCodePoint(a.vacancy.date, b.vacancy.date));
  for (const { post, vacancy } of events) vacate(post, vacancy, elsewhere(posts, post, rule));
  return posts.map(({ seated, tenures, open, steps }) => ({
    seated,
    tenures: tenures.toSorted((a, b) => a.seat - b.seat),
    open,
    steps,
  }));
}

/** What changes while vacancies are followed. */
interface Post {
  readonly seated: Seated;
  /** In the order of time. */
  readonly tenures: Tenure[];
  readonly open: OpenReason[];
  readonly steps: PersonStep[];
}

function postOf(seated: Seated): Post {
  const { holders, open, reason } = seated.seating;
  return {
    seated,
    tenures: holders.map((holder, place) => ({ seat: place + 1, holder, since: null, left: null })),
    open: Array.from({ length: open }, () => reason),
    steps: [],
  };
}

function vacanciesOf({ seated: { slate } }: Post): Vacancy[] {
  return (slate.contest.vacancies ?? []).filter(({ option }) => option === slate.option.id);
}

/** The person leaves, and whoever follows by law takes the same seat. */
function vacate(post: Post, vacancy: Vacancy, gone: ReadonlyMap<PersonId, Absence>): void {
  const { slate } = post.seated;
  const { date, source, reason } = vacancy;
  const order = vacancy.person ?? (slate.rule.rule === 'ballot' ? slate.candidates[0]?.order : undefined);
  const place = post.tenures.findIndex(
    ({ left, holder }) => left === null && holder.candidate.order === order,
  );
  const tenure = post.tenures[place];
  const step = { law: slate.vacancyLaw, option: slate.option.id, date, source };
  if (order === undefined || tenure === undefined) {
    post.steps.push({ rule: 'vacancy-unused', ...step, ...(order !== undefined && { order }) });
    return;
  }
  post.tenures[place] = { ...tenure, left: { date, reason } };
  const { holders, steps, reason: open } = succession(post, vacancy, gone);
  const [holder] = holders;
  if (holder === undefined) post.open.push(open);
  else post.tenures.push({ seat: tenure.seat, holder, since: date, left: null });
  const successor = holder?.candidate.order ?? null;
  post.steps.push(...steps, { rule: 'vacancy', ...step, seat: tenure.seat, order, reason, successor });
}

/** Who follows: the next who has not sat before, or whom the party has named. */
function succession(post: Post, vacancy: Vacancy, gone: ReadonlyMap<PersonId, Absence>) {
  const { seated, tenures } = post;
  const sat = new Set(tenures.map(({ holder }) => holder.candidate));
  const away = new Map(seated.away);
  for (const { order, person } of seated.slate.candidates) {
    const absence = person === undefined ? undefined : gone.get(person);
    if (absence !== undefined) away.set(order, absence);
  }
  const ranking = successors(seated, vacancy);
  const groups = ranking.groups.map((group) => group.filter(({ candidate }) => !sat.has(candidate)));
  const following = seat(seated.slate, { ...ranking, groups }, 1, away);
  const nobodyLeft = seated.slate.candidates.every(
    (candidate) => sat.has(candidate) || away.has(candidate.order),
  );
  const exhausted = following.reason === 'party-undecided' && nobodyLeft;
  return {
    ...following,
    reason: exhausted ? ('list-exhausted' as const) : following.reason,
    steps: [...ranking.steps, ...following.steps],
  };
}

/** Where the party decides, it does so for each vacancy: nobody follows by the alphabet. */
function successors({ slate, ranking }: Seated, { successor }: Vacancy): Ranking {
  if (slate.rule.rule !== 'party-decides') return { ...ranking, steps: [] };
  const rest = 'party-undecided';
  const law = slate.vacancyLaw;
  if (successor === undefined) {
    const named = ranking.groups.filter(([first]) => first?.basis === 'party-decision');
    return { groups: named, rest, steps: [] };
  }
  const candidate = slate.candidates.find(({ order }) => order === successor);
  if (candidate !== undefined)
    return { groups: [[{ candidate, basis: 'party-decision', law }]], rest, steps: [] };
  const step: PersonStep = {
    rule: 'passed-over',
    law,
    option: slate.option.id,
    order: successor,
    because: 'not-on-list',
  };
  return { groups: [], rest, steps: [step] };
}

/** Who cannot follow: the dead, and where nobody may hold two mandates, who holds one in another contest. */
function elsewhere(
  posts: readonly Post[],
  here: Post,
  rule: OneMandate | undefined,
): ReadonlyMap<PersonId, Absence> {
  const gone = new Map<PersonId, Absence>();
  for (const post of posts)
    for (const { holder, left } of post.tenures) {
      const { person } = holder.candidate;
      if (person === undefined) continue;
      if (left?.reason === 'deceased') gone.set(person, { because: 'deceased' });
      else if (rule !== undefined && left === null && post !== here && !gone.has(person))
        gone.set(person, {
          because: 'other-mandate',
          contest: post.seated.slate.contest.id,
          law: rule.law,
        });
    }
  return gone;
}
