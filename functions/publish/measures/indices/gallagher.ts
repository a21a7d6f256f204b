import { fraction } from '../../../model/fraction.ts';
import { rootPercentage } from './decimals.ts';
import type { Shares } from './shares.ts';

/**
 * The least squares index √(½ Σ (v − s)²), in percentage points; null without votes or seats. Gallagher, “Proportionality, disproportionality
 * and electoral systems”, Electoral Studies 10 (1991).
 */
export function gallagher({ parties, votes, seats }: Shares): string | null {
  if (votes === 0n || seats === 0n) return null;
  const squares = parties.reduce((sum, party) => {
    const difference = party.votes * seats - party.seats * votes;
    return sum + difference * difference;
  }, 0n);
  return rootPercentage(fraction(squares, 2n * votes * votes * seats * seats));
}
