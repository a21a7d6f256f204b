import type { Contest } from '../../../model/generated/election.ts';
import { inLanguage } from '../../../model/text.ts';
import { certificateOf, computedSeats, contestSum, declaredSeats, votesOf } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/** seats.csv: seats by contest and option, computed beside declared; options that can win no seat by their kind are left out. */
export const seatsCsv = tableFile('seats', ({ release }) =>
  onePage(release.definition.contests.values().flatMap((contest) => seatRows(release, contest))),
);

/** The rows of one contest, in ballot order. */
function seatRows(release: Release, contest: Contest): Row<'seats'>[] {
  const sum = contestSum(release, contest);
  const { outcome } = certificateOf(release, contest);
  const language = release.definition.languages[0] ?? 'en';
  return contest.options
    .filter(({ kind }) => kind === 'list' || kind === 'candidate')
    .map(({ id, name, party }) => ({
      contest: contest.id,
      option: id,
      party: party ?? null,
      name: inLanguage(name, language),
      votes: votesOf(sum, id),
      seats: computedSeats(outcome, id),
      declared: declaredSeats(contest, id),
      provisional: sum.provisional,
    }));
}
