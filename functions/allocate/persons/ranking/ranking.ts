import type { Slate } from '../slate.ts';
import { partyDecides } from './party-decides.ts';
import { preferences } from './preferences.ts';
import { type Basis, type Ranked, type Ranking, rankingStep } from './ranked.ts';

/** The order in which the candidates of a slate take its seats, by the rule of its law. */
export function rankingOf(slate: Slate): Ranking {
  const { rule } = slate;
  if (rule.rule !== 'ballot' && slate.candidates.length === 0)
    return { groups: [], rest: 'candidates-missing', steps: [] };
  switch (rule.rule) {
    case 'ballot':
      return { groups: inOrder(slate, 'ballot'), rest: 'no-successor', steps: [] };
    case 'list-order':
      return listOrder(slate);
    case 'preferences':
      return preferences(slate, rule);
    case 'party-decides':
      return partyDecides(slate, 'otherwise' in rule ? rule.otherwise : null);
  }
}

function listOrder(slate: Slate): Ranking {
  const groups = inOrder(slate, 'list-order');
  return { groups, rest: 'list-exhausted', steps: [rankingStep(slate, 'list-order', groups)] };
}

function inOrder({ candidates, law }: Slate, basis: Basis): Ranked[][] {
  return candidates.map((candidate) => [{ candidate, basis, law }]);
}
