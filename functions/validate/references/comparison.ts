import { add, compare, fraction, parseFraction } from '../../model/fraction.ts';
import type { ComparedContest, ElectionDefinition } from '../../model/generated/election.ts';
import type { DefinitionCheck } from './definition.ts';

/** Checks what the definition says of the earlier election that it is compared with. */
export function checkComparison(definition: ElectionDefinition, check: DefinitionCheck): void {
  const { comparedWith, contests, sources } = definition;
  if (!comparedWith) return;
  const at = '/comparedWith';
  for (const source of comparedWith.source.split(';').map((id) => id.trim()))
    check.refers(
      sources.some(({ id }) => id === source),
      'source',
      source,
      `${at}/source`,
    );
  const compared = comparedWith.contests;
  check.unique(
    'compared contest',
    compared.map(({ contest }) => contest),
    (index) => `${at}/contests/${index}/contest`,
  );
  for (const [index, part] of compared.entries()) {
    const place = `${at}/contests/${index}`;
    const contest = contests.find(({ id }) => id === part.contest);
    check.refers(contest !== undefined, 'contest', part.contest, `${place}/contest`);
    if (contest) checkParties(part, new Set<string>(contest.options.map(({ id }) => id)), place, check);
  }
}

/** All parties are counted alike: votes of each, or the percent of each, of which there are no more than a hundred. */
function checkParties(
  { parties }: ComparedContest,
  options: ReadonlySet<string>,
  at: string,
  check: DefinitionCheck,
): void {
  for (const [index, { continuedBy }] of parties.entries())
    check.refers(
      continuedBy !== undefined && options.has(continuedBy),
      'option',
      continuedBy,
      `${at}/parties/${index}/continuedBy`,
    );
  const alike = parties.every(({ votes, percent }) => (votes !== undefined) !== (percent !== undefined));
  const byVotes = parties.filter(({ votes }) => votes !== undefined).length;
  if (!alike || (byVotes > 0 && byVotes < parties.length))
    check.invalid(
      `${at}/parties`,
      'some parties have votes and others a percent, or one has both or neither: give every party its `votes`, or every party its `percent`',
    );
  else if (byVotes > 0 && parties.every(({ votes }) => votes === 0))
    check.invalid(`${at}/parties`, 'no party has a vote: there is nothing to compare with');
  else if (byVotes === 0) checkPercent(parties, at, check);
}

function checkPercent(parties: ComparedContest['parties'], at: string, check: DefinitionCheck): void {
  const sum = parties.reduce((total, { percent = '0' }) => add(total, parseFraction(percent)), fraction(0n));
  if (compare(sum, fraction(100n)) > 0)
    check.invalid(`${at}/parties`, 'the shares of the parties sum to more than 100 per cent');
}
