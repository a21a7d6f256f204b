import type { Certificate } from '../../model/generated/certificate.ts';
import type { Contest } from '../../model/generated/election.ts';
import { markdownTable, plain } from '../../model/markdown.ts';
import { inLanguage } from '../../model/text.ts';
import {
  certificateOf,
  computedSeats,
  contestSum,
  declaredSeats,
  type Outcome,
  votesOf,
} from '../figures/contest.ts';
import { shareOf } from '../figures/shares.ts';
import type { Release } from '../release.ts';

/** The results in README.md: a section for each contest with votes, and one table of those without. */
export function resultsSection(release: Release): string {
  const { contests } = release.definition;
  const published = contests.filter((contest) => contestSum(release, contest).reported > 0);
  const others = contests.filter((contest) => !published.includes(contest));
  return [
    '## Results',
    ...published.map((contest) => contestSection(release, contest)),
    ...(others.length > 0 ? [unpublishedSection(others)] : []),
  ].join('\n\n');
}

function contestSection(release: Release, contest: Contest): string {
  const sum = contestSum(release, contest);
  const cast = shareOf(sum, 'cast', 'registered');
  const issued = shareOf(sum, 'issued', 'registered');
  const facts = [
    `${sum.reported} of ${sum.expected ?? 'an unknown number of'} protocols${sum.provisional ? ': **provisional**' : ''}.`,
    cast === null ? '' : `Of the registered voters ${cast} % took part.`,
    issued === null ? '' : `Ballots were issued to ${issued} % of the registered voters.`,
    outcomeSentence(contest, certificateOf(release, contest).outcome),
    marginSentence(certificateOf(release, contest)),
    contest.declared?.outcome === undefined ? '' : `Declared: ${contest.declared.outcome}.`,
  ];
  return [
    `### ${plain(inLanguage(contest.name, 'en'))}`,
    facts.filter((fact) => fact !== '').join(' '),
    ...(contest.note ? [plain(inLanguage(contest.note, 'en'))] : []),
    optionTable(release, contest),
  ].join('\n\n');
}

function optionTable(release: Release, contest: Contest): string {
  const sum = contestSum(release, contest);
  const { outcome } = certificateOf(release, contest);
  const number = (value: number | bigint | null) => (value === null ? '–' : String(value));
  return markdownTable(
    ['Option', 'Votes', 'Seats computed', 'Seats declared'],
    contest.options.map(({ id, kind, name }) => {
      const canWin = kind === 'list' || kind === 'candidate';
      return [
        plain(inLanguage(name, 'en')),
        number(votesOf(sum, id)),
        number(canWin ? computedSeats(outcome, id) : null),
        number(canWin ? declaredSeats(contest, id) : null),
      ];
    }),
  );
}

function outcomeSentence(contest: Contest, outcome: Outcome): string {
  const names = (ids: readonly string[]) =>
    contest.options
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => plain(inLanguage(name, 'en')))
      .join(', ');
  switch (outcome.status) {
    case 'elected':
      return `Elected: ${names([outcome.option])}.`;
    case 'runoff':
      return `No majority; a second round between ${names(outcome.options)}.`;
    case 'repeat-voting':
      return `Another vote among ${names(outcome.options)}.`;
    case 'repeat-election':
      return `${whyRepeated[outcome.reason]}: a new election.`;
    case 'lots-required':
      return `A tie that the law leaves to lots, among ${names(outcome.ties.flatMap(({ options }) => options))}.`;
    case 'undetermined':
      return `The law gives no result: ${plain(outcome.reason)}`;
    case 'adopted':
    case 'rejected':
    case 'invalid':
      return `Outcome: ${outcome.status}${outcome.undetermined.length > 0 ? `, as far as published figures tell (not known: ${plain(outcome.undetermined.join(', '))})` : ''}.`;
    default:
      return '';
  }
}

/** What the missing protocols can still change; empty where none are missing. */
function marginSentence({ margins }: Certificate): string {
  if (!margins || margins.state === 'final') return '';
  const { missing, needed, state } = margins;
  const turn = needed === null ? '' : ` It stands while fewer than ${needed} voters are missing.`;
  const missed = `${missing.voters ?? 'an unknown number of'} voters are registered where protocols are missing`;
  switch (state) {
    case 'decided':
      return `**Decided**: ${missed}; whatever they vote, this is the result.${turn}`;
    case 'open':
      return `**Open**: ${missed}; the result can still change.${turn}`;
    case 'unbounded':
      return `**Open**: what can still come is not bounded.${turn}`;
  }
}

const whyRepeated = {
  turnout: 'Too few took part',
  minimum: 'Not every seat has a candidate with the votes that the law asks for',
  'against-all': 'Against all has more votes',
  tie: 'The only candidates are tied',
} as const;

function unpublishedSection(contests: readonly Contest[]): string {
  const rows = contests.map(({ name, declared, note }) => [
    plain(inLanguage(name, 'en')),
    (declared?.elected ?? []).map((person) => plain(inLanguage(person.name, 'en'))).join(', ') || '–',
    note ? plain(inLanguage(note, 'en')) : '',
  ]);
  return [
    '### Contests without published votes',
    'No votes of these contests have been published; nothing is computed for them.',
    markdownTable(['Contest', 'Declared elected', 'Note'], rows),
  ].join('\n\n');
}
