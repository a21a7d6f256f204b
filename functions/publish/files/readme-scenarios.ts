import type { Certificate } from '../../model/generated/certificate.ts';
import { markdownTable, plain } from '../../model/markdown.ts';
import { inLanguage } from '../../model/text.ts';
import { certificateOf, computedSeats } from '../figures/contest.ts';
import type { Release } from '../release.ts';

/** The scenarios in README.md: what differs, and the seats of each contest beside those under the law in force; empty without any. */
export function scenariosSection(release: Release): string {
  const { scenarios = [] } = release.definition;
  if (scenarios.length === 0) return '';
  return [
    '## The same votes under other rules',
    'Nobody voted under these rules, and some voters and parties would have acted otherwise under them: this is arithmetic, not a forecast.',
    ...scenarios.flatMap(({ id, name, note }) => [
      `### ${plain(inLanguage(name, 'en'))}`,
      ...(note ? [plain(inLanguage(note, 'en'))] : []),
      ...release.scenarios
        .filter(({ scenario }) => scenario?.id === id)
        .map((certificate) => contestTable(release, certificate)),
    ]),
  ].join('\n\n');
}

function contestTable(release: Release, { contest: id, outcome }: Certificate): string {
  const contest = release.definition.contests.find((one) => one.id === id);
  if (!contest) return '';
  const inForce = certificateOf(release, contest).outcome;
  const rows = contest.options
    .filter(({ kind }) => kind === 'list' || kind === 'candidate')
    .map((option) => [
      plain(inLanguage(option.name, 'en')),
      seats(computedSeats(inForce, option.id)),
      seats(computedSeats(outcome, option.id)),
    ]);
  const title = plain(inLanguage(contest.name, 'en'));
  const table = markdownTable([title, 'Seats under the law in force', 'Seats under these rules'], rows);
  const known = outcome.status === 'allocated' || outcome.status === 'elected';
  return known ? table : `${table}\n\nUnder these rules it comes out as ${outcome.status}.`;
}

function seats(computed: number | null): string {
  return computed === null ? '–' : String(computed);
}
