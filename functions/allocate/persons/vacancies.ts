import type { ElectedPerson, PersonStep } from '../../model/generated/certificate.ts';
import type { OneMandate, Vacancy } from '../../model/generated/election.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { type Mandates, mandatesOf } from './mandates.ts';
import type { Seated } from './one-mandate.ts';
import type { OpenReason, Ranked } from './ranking/ranked.ts';
import type { Seating } from './seating.ts';
import { type Line, lineOf } from './succession.ts';

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
  const mandates = mandatesOf(all, rule);
  const events = posts.flatMap((post) => vacanciesOf(post).map((vacancy) => ({ post, vacancy })));
  events.sort((a, b) => byCodePoint(a.vacancy.date, b.vacancy.date));
  for (const { post, vacancy } of events) vacate(post, vacancy, mandates);
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
  readonly line: Line;
  /** In the order of time. */
  readonly tenures: Tenure[];
  /** Where among `tenures` the one of somebody who sits is, by place on the list. */
  readonly sitting: Map<number, number>;
  readonly open: OpenReason[];
  readonly steps: PersonStep[];
}

function postOf(seated: Seated): Post {
  const { holders, open, reason } = seated.seating;
  return {
    seated,
    line: lineOf(seated),
    tenures: holders.map((holder, place) => ({ seat: place + 1, holder, since: null, left: null })),
    sitting: new Map(holders.map(({ candidate }, place) => [candidate.order, place])),
    open: Array.from({ length: open }, () => reason),
    steps: [],
  };
}

function vacanciesOf({ seated: { slate } }: Post): Vacancy[] {
  return (slate.contest.vacancies ?? []).filter(({ option }) => option === slate.option.id);
}

/** The person leaves, and whoever follows by law takes the same seat. */
function vacate(post: Post, vacancy: Vacancy, mandates: Mandates): void {
  const { slate } = post.seated;
  const { date, source, reason } = vacancy;
  const order = vacancy.person ?? (slate.rule.rule === 'ballot' ? slate.candidates[0]?.order : undefined);
  const place = order === undefined ? undefined : post.sitting.get(order);
  const tenure = place === undefined ? undefined : post.tenures[place];
  const step = { law: slate.vacancyLaw, option: slate.option.id, date, source };
  if (order === undefined || place === undefined || tenure === undefined) {
    post.steps.push({ rule: 'vacancy-unused', ...step, ...(order !== undefined && { order }) });
    return;
  }
  post.tenures[place] = { ...tenure, left: { date, reason } };
  post.sitting.delete(order);
  mandates.leaves(slate, tenure.holder.candidate, reason);
  const following = post.line.next(vacancy, mandates);
  const successor = follow(post, tenure.seat, date, following, mandates);
  post.steps.push(...following.steps, {
    rule: 'vacancy',
    ...step,
    seat: tenure.seat,
    order,
    reason,
    successor,
  });
}

/** Puts whoever follows into the seat; gives the place on the list, null where the seat stays open. */
function follow(
  post: Post,
  seat: number,
  since: string,
  { holders, reason }: Seating,
  mandates: Mandates,
): number | null {
  const [holder] = holders;
  if (holder === undefined) {
    post.open.push(reason);
    return null;
  }
  const { order } = holder.candidate;
  post.sitting.set(order, post.tenures.length);
  post.tenures.push({ seat, holder, since, left: null });
  mandates.takes(post.seated.slate, holder.candidate);
  return order;
}
