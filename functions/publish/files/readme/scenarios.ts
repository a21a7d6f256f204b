import type { Certificate } from '../../../model/generated/certificate.ts';
import { markdownTable } from '../../../model/text/markdown.ts';
import { certificateOf, computedSeats } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import type { Voice } from './voice.ts';

/** The scenarios in the README: what differs, and the seats of each contest beside those under the law in force; empty without any. */
export function scenariosSection(release: Release, voice: Voice): string {
  const { scenarios = [] } = release.definition;
  if (scenarios.length === 0) return '';
  const { title, disclaimer } = voice.words.scenarios;
  return [
    `## ${title}`,
    disclaimer,
    ...scenarios.flatMap(({ id, name, note }) => [
      `### ${voice.text(name)}`,
      ...(note ? [voice.text(note)] : []),
      ...release.scenarios
        .filter(({ scenario }) => scenario?.id === id)
        .map((certificate) => contestTable(release, certificate, voice)),
    ]),
  ].join('\n\n');
}

function contestTable(release: Release, { contest: id, outcome }: Certificate, voice: Voice): string {
  const contest = release.definition.contests.find((one) => one.id === id);
  if (!contest) return '';
  const { columns, comesOut } = voice.words.scenarios;
  const inForce = certificateOf(release, contest).outcome;
  const seats = (computed: number | null) => (computed === null ? '–' : voice.number(computed));
  const rows = contest.options
    .filter(({ kind }) => kind === 'list' || kind === 'candidate')
    .map((option) => [
      voice.text(option.name),
      seats(computedSeats(inForce, option.id)),
      seats(computedSeats(outcome, option.id)),
    ]);
  const table = markdownTable([voice.text(contest.name), ...columns], rows);
  if (outcome.status === 'allocated' || outcome.status === 'elected') return table;
  return `${table}\n\n${comesOut[outcome.status]}`;
}
