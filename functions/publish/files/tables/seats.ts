import type { Certificate } from '../../../model/generated/certificate.ts';
import type { Contest } from '../../../model/generated/election.ts';
import { inLanguage } from '../../../model/text/text.ts';
import { certificateOf, computedSeats, contestSum, declaredSeats, votesOf } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/**
 * seats.csv: seats by contest and option, computed beside declared; then the same votes under each scenario, for which nobody declares
 * anything. Options that can win no seat by their kind are left out.
 */
export const seatsCsv = tableFile('seats', ({ release }) => onePage(seatRows(release)));

function seatRows(release: Release): Row<'seats'>[] {
  const { contests } = release.definition;
  const byId = new Map(contests.map((contest) => [contest.id, contest]));
  return [
    ...contests.flatMap((contest) => contestRows(release, contest, certificateOf(release, contest))),
    ...release.scenarios.flatMap((certificate) => {
      const contest = byId.get(certificate.contest);
      return contest ? contestRows(release, contest, certificate) : [];
    }),
  ];
}

/** The rows of one contest under one law, in ballot order. */
function contestRows(release: Release, contest: Contest, { outcome, scenario }: Certificate): Row<'seats'>[] {
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
