import type { Certificate } from '../../../model/generated/certificate.ts';
import type { Contest } from '../../../model/generated/election.ts';
import { markdownTable, plain } from '../../../model/text/markdown.ts';
import {
  certificateOf,
  computedSeats,
  contestSum,
  declaredSeats,
  type Outcome,
  votesOf,
} from '../../figures/contest.ts';
import { shareOf } from '../../figures/shares.ts';
import type { Release } from '../../release.ts';
import { allocationPath } from '../allocation.ts';
import type { Voice } from './voice.ts';

/** The results in the README: a section for each contest with votes, and one table of those without. */
export function resultsSection(release: Release, voice: Voice): string {
  const { contests } = release.definition;
  const published = contests.filter((contest) => contestSum(release, contest).reported > 0);
  const others = contests.filter((contest) => !published.includes(contest));
  return [
    `## ${voice.words.results.title}`,
    ...published.map((contest) => contestSection(release, contest, voice)),
    ...(others.length > 0 ? [unpublishedSection(others, voice)] : []),
  ].join('\n\n');
}

function contestSection(release: Release, contest: Contest, voice: Voice): string {
  const { results } = voice.words;
  const sum = contestSum(release, contest);
  const certificate = certificateOf(release, contest);
  const cast = shareOf(sum, 'cast', 'registered');
  const issued = shareOf(sum, 'issued', 'registered');
  const expected = sum.expected === null ? null : voice.number(sum.expected);
  const protocols = results.protocols(voice.number(sum.reported), expected);
  const declared = contest.declared?.outcome;
  const facts = [
    `${protocols}${sum.provisional ? `: **${results.provisional}**` : ''}.`,
    cast === null ? '' : results.cast(voice.number(cast)),
    issued === null ? '' : results.issued(voice.number(issued)),
    outcomeSentence(contest, certificate, voice),
    marginSentence(certificate, voice),
    declared === undefined ? '' : results.declared[declared],
  ];
  return [
    `### ${voice.text(contest.name)}`,
    facts.filter((fact) => fact !== '').join(' '),
    ...(contest.note ? [voice.text(contest.note)] : []),
    optionTable(sum, contest, certificate.outcome, voice),
  ].join('\n\n');
}

function optionTable(
  sum: Pick<ReturnType<typeof contestSum>, 'values'>,
  contest: Contest,
  outcome: Outcome,
  voice: Voice,
): string {
  const number = (value: number | bigint | null) => (value === null ? '–' : voice.number(value));
  return markdownTable(
    voice.words.results.columns,
    contest.options.map(({ id, kind, name }) => {
      const canWin = kind === 'list' || kind === 'candidate';
      return [
        voice.text(name),
        number(votesOf(sum, id)),
        number(canWin ? computedSeats(outcome, id) : null),
        number(canWin ? declaredSeats(contest, id) : null),
      ];
    }),
  );
}

function outcomeSentence(contest: Contest, certificate: Certificate, voice: Voice): string {
  const { outcome } = certificate;
  const say = voice.words.outcome;
  const names = (ids: readonly string[]) =>
    contest.options
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => voice.text(name))
      .join(', ');
  const path = `${allocationPath(certificate)}.${voice.language}.md`;
  const explanation = `[${path}](${path})`;
  switch (outcome.status) {
    case 'elected':
      return say.elected(names([outcome.option]));
    case 'runoff':
      return say.runoff(names(outcome.options));
    case 'repeat-voting':
      return say.repeatVoting(names(outcome.options));
    case 'repeat-election':
      return say.repeatElection[outcome.reason];
    case 'lots-required':
      return say.lots(names(outcome.ties.flatMap(({ options }) => options)));
    case 'undetermined':
      return say.undetermined(plain(outcome.reason), explanation);
    case 'adopted':
    case 'rejected':
    case 'invalid': {
      const unknown = outcome.undetermined.length > 0 ? plain(outcome.undetermined.join(', ')) : null;
      return say.decided[outcome.status](unknown, explanation);
    }
    default:
      return '';
  }
}

/** What the missing protocols can still change; empty where none are missing. */
function marginSentence({ margins }: Certificate, voice: Voice): string {
  if (!margins || margins.state === 'final') return '';
  const { missing, needed, state } = margins;
  const say = voice.words.margins;
  const sentence = say[state](say.missed(missing.voters === null ? null : voice.number(missing.voters)));
  if (state !== 'decided' || needed === null) return sentence;
  return `${sentence} ${say.turn(voice.number(needed))}`;
}

function unpublishedSection(contests: readonly Contest[], voice: Voice): string {
  const { title, text, columns } = voice.words.results.unpublished;
  const rows = contests.map(({ name, declared, note }) => [
    voice.text(name),
    (declared?.elected ?? []).map((person) => voice.text(person.name)).join(', ') || '–',
    note ? voice.text(note) : '',
  ]);
  return [`### ${title}`, text, markdownTable(columns, rows)].join('\n\n');
}
