import type { Certificate } from '../../../model/generated/certificate.ts';
import { inLanguage } from '../../../model/text.ts';
import { certificateOf, computedSeats, contestSum, declaredSeats, votesOf } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/**
 * seats.csv: seats by contest and option, computed beside declared; then the same votes under each scenario, for which nobody declares
 * anything. Options that can win no seat by their kind are left out.
 */
export const seatsCsv = tableFile('seats', ({ release }) =>
  onePage(
    [
      ...release.definition.contests.map((contest) => certificateOf(release, contest)),
      ...release.scenarios,
    ].flatMap((certificate) => seatRows(release, certificate)),
  ),
);

/** The rows of one contest under one law, in ballot order. */
function seatRows(release: Release, { contest: id, outcome, scenario }: Certificate): Row<'seats'>[] {
  const contest = release.definition.contests.find((one) => one.id === id);
  if (!contest) return [];
  const sum = contestSum(release, contest);
  const language = release.definition.languages[0] ?? 'en';
  return contest.options
    .filter(({ kind }) => kind === 'list' || kind === 'candidate')
    .map((option) => ({
      contest: contest.id,
      option: option.id,
      party: option.party ?? null,
      name: inLanguage(option.name, language),
      votes: votesOf(sum, option.id),
      seats: computedSeats(outcome, option.id),
      declared: scenario ? null : declaredSeats(contest, option.id),
      provisional: sum.provisional,
      scenario: scenario?.id ?? null,
    }));
}
