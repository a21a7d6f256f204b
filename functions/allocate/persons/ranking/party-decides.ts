import type { PersonStep } from '../../../model/generated/certificate.ts';
import type { PartyDecides, PartyDecision } from '../../../model/generated/election.ts';
import type { Candidate } from '../../../model/records/roll.ts';
import type { Slate } from '../slate.ts';
import { type Collation, collationKey, compareCollation } from './alphabet.ts';
import { type Ranked, type Ranking, rankingStep } from './ranked.ts';

type Otherwise = PartyDecides['otherwise'];

/**
 * Those whom the party has named, in the order of its decisions. Once a decision says that the party names nobody more, and the law knows what
 * follows, the others come by the alphabet; until then the seats stay open: nobody can know whom a party will name.
 */
export function partyDecides(slate: Slate, otherwise: Otherwise | null): Ranking {
  const decisions = (slate.contest.decisions ?? []).filter(({ option }) => option === slate.option.id);
  const named = namedBy(slate, decisions);
  const groups = named.candidates.map((candidate): Ranked[] => [
    { candidate, basis: 'party-decision', law: slate.law },
  ]);
  const steps = [...named.steps, rankingStep(slate, 'party-decision', groups)];
  const end = decisions.find(({ persons }) => persons.length === 0);
  if (end === undefined || otherwise === null) return { groups, rest: 'party-undecided', steps };
  const taken = new Set(named.candidates);
  const left = slate.candidates.filter((candidate) => !taken.has(candidate));
  const rest = alphabetical(slate, left, otherwise, end);
  return { groups: [...groups, ...rest.groups], rest: rest.rest, steps: [...steps, ...rest.steps] };
}

/** The candidates at the places named, each once. */
function namedBy({ candidates, option, law }: Slate, decisions: readonly PartyDecision[]) {
  const byOrder = new Map(candidates.map((candidate) => [candidate.order, candidate]));
  const named = new Set<Candidate>();
  const steps: PersonStep[] = [];
  for (const order of decisions.flatMap(({ persons }) => persons)) {
    const candidate = byOrder.get(order);
    const because =
      candidate === undefined ? 'not-on-list' : named.has(candidate) ? 'named-twice' : undefined;
    if (because !== undefined) steps.push({ rule: 'passed-over', law, option: option.id, order, because });
    else if (candidate !== undefined) named.add(candidate);
  }
  return { candidates: [...named], steps };
}

/** Nobody is ranked while one of the names cannot be: the seat of another would depend on it. */
function alphabetical(
  { option, law }: Slate,
  left: readonly Candidate[],
  { language, law: own }: Otherwise,
  end: PartyDecision,
): Ranking {
  const standing = left.filter(({ status }) => status === undefined);
  const keyed = standing.flatMap((candidate) => {
    const key = collationKey(candidate.sortName ?? candidate.name[language] ?? '', language);
    return key === null ? [] : [{ candidate, key }];
  });
  if (keyed.length < standing.length) return { groups: [], rest: 'name-missing', steps: [] };
  const groups = equalTogether(keyed.sort((a, b) => compareCollation(a.key, b.key) || byOrder(a, b)));
  const step: PersonStep = {
    rule: 'alphabet',
    law: own ?? law,
    option: option.id,
    language,
    date: end.date,
    source: end.source,
    orders: groups.flat().map(({ order }) => order),
  };
  return {
    groups: groups.map((group) =>
      group.map((candidate): Ranked => ({ candidate, basis: 'alphabet', law: own ?? law })),
    ),
    rest: 'list-exhausted',
    steps: [step],
  };
}

interface Keyed {
  readonly candidate: Candidate;
  readonly key: Collation;
}

function byOrder(a: Keyed, b: Keyed): number {
  return a.candidate.order - b.candidate.order;
}

/** Namesakes stand together: the alphabet does not tell them apart. */
function equalTogether(sorted: readonly Keyed[]): Candidate[][] {
  const groups: Candidate[][] = [];
  for (const [index, { candidate, key }] of sorted.entries()) {
    const before = sorted[index - 1];
    const group = groups.at(-1);
    if (group !== undefined && before !== undefined && compareCollation(before.key, key) === 0)
      group.push(candidate);
    else groups.push([candidate]);
  }
  return groups;
}
