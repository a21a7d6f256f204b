import type { Certificate } from '../../model/generated/certificate.ts';
import type { Contest } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import { type FieldTotal, sumTotals } from '../../model/records/batch.ts';
import { expectedUnits, isProvisional } from '../../model/records/expected.ts';
import { type Field, votesField } from '../../model/records/protocol.ts';
import { PublishError } from '../errors.ts';
import type { Release } from '../release.ts';

/** The sums of an area and all that lie in it. */
export interface AreaSum {
  readonly area: AreaId;
  readonly reported: number;
  readonly values: ReadonlyMap<Field, FieldTotal>;
}

/** Sums of a contest for its area and every area in it, parents before children; areas with nothing reported have empty sums. */
export function sumsByArea(release: Release, contest: Contest): Map<AreaId, AreaSum> {
  const own = Map.groupBy(release.totals.get(contest.id) ?? [], ({ area }) => area);
  const areas = release.definition.areas
    .map(({ id }) => id)
    .filter((id) => release.tree.within(id, contest.area));
  const sums = new Map<AreaId, AreaSum>();
  for (const area of areas.toReversed()) {
    const parts = [...(own.get(area) ?? [])];
    for (const child of release.tree.children(area)) {
      const sum = sums.get(child);
      if (sum) parts.push({ contest: contest.id, ...sum });
    }
    sums.set(area, { area, ...sumTotals(parts) });
  }
  return new Map([...sums].reverse());
}

/** What follows from the votes under the law, as the certificate has it. */
export type Outcome = Certificate['outcome'];

/** What has been published of a contest as a whole. */
export interface ContestSum {
  readonly reported: number;
  /** Protocols expected; null where nobody has said. */
  readonly expected: number | null;
  /** Whether protocols, or votes in them, are missing, or it is not known that none are. */
  readonly provisional: boolean;
  readonly values: ReadonlyMap<Field, FieldTotal>;
}

/** Sum and completeness of a contest. */
export function contestSum(release: Release, contest: Contest): ContestSum {
  const inside = (release.totals.get(contest.id) ?? []).filter(({ area }) =>
    release.tree.within(area, contest.area),
  );
  const { reported, values } = sumTotals(inside);
  const expected = expectedUnits(contest, release.tree, release.stations);
  const provisional = isProvisional(contest, expected, { reported, values });
  return { reported, expected, provisional, values };
}

/** Votes of an option, null where none are published. */
export function votesOf(sum: Pick<ContestSum, 'values'>, option: OptionId): bigint | null {
  return sum.values.get(votesField(option))?.sum ?? null;
}

/** The certificate of a contest at the revision of the release. Throws when the allocation has left the contest out. */
export function certificateOf(release: Release, contest: Contest): Certificate {
  const certificate = release.certificates.find((one) => one.contest === contest.id);
  if (!certificate)
    throw new PublishError(
      'certificate-missing',
      `${release.election}: revision ${release.state.revision} has no certificate of contest "${contest.id}"; run the allocation of that revision again`,
    );
  return certificate;
}

/** Seats computed for an option: null where the law or the data do not give them. */
export function computedSeats(outcome: Outcome, option: OptionId): number | null {
  if (outcome.status === 'elected') return outcome.option === option ? 1 : 0;
  if (outcome.status === 'repeat-voting' && outcome.options.includes(option)) return null;
  if (outcome.status === 'lots-required' && outcome.ties.some(({ options }) => options.includes(option)))
    return null;
  if (!('seats' in outcome) || !outcome.seats) return null;
  return outcome.seats.find((seats) => seats.option === option)?.seats ?? 0;
}

/** Seats that the authority has declared for an option: null where it has declared none of the contest. */
export function declaredSeats(contest: Contest, option: OptionId): number | null {
  const seats = contest.declared?.seats;
  if (seats) return Object.hasOwn(seats, option) ? (seats[option] ?? null) : 0;
  const named = contest.declared?.elected?.filter((person) => person.option !== undefined) ?? [];
  if (named.length === 0) return null;
  return named.filter((person) => person.option === option).length;
}
