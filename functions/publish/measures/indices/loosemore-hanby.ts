import { fraction } from '../../../model/fraction.ts';
import { percentage } from './decimals.ts';
import type { Shares } from './shares.ts';

/**
 * ½ Σ |v − s|, in percentage points: the share of the seats that would have to change hands; null without votes or seats. Loosemore and
 * Hanby, “The theoretical limits of maximum distortion”, British Journal of Political Science 1 (1971).
 */
export function loosemoreHanby({ parties, votes, seats }: Shares): string | null {
  if (votes === 0n || seats === 0n) return null;
  const distances = parties.reduce((sum, party) => {
    const difference = party.votes * seats - party.seats * votes;
    return sum + (difference < 0n ? -difference : difference);
  }, 0n);
  return percentage(fraction(distances, 2n * votes * seats));
}
