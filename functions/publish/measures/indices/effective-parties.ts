import { fraction } from '../../../model/fraction.ts';
import { decimal } from './decimals.ts';

/**
 * The effective number of parties 1 / Σp², where p is a part of `total`; null without any. Laakso and Taagepera, “Effective number of
 * parties: a measure with application to West Europe”, Comparative Political Studies 12 (1979).
 */
export function laaksoTaagepera(parts: readonly bigint[], total: bigint): string | null {
  const squares = parts.reduce((sum, part) => sum + part * part, 0n);
  return squares === 0n ? null : decimal(fraction(total * total, squares));
}

/**
 * The effective number of parties Σ p / (p + p₁² − p²), where p₁ is the greatest share; null without any. Each term is taken to thirty
 * decimals before they are added: exact fractions of many parties have no common denominator of bearable length. Golosov, “The effective number
 * of parties: a new approach”, Party Politics 16 (2010).
 */
export function golosov(parts: readonly bigint[], total: bigint): string | null {
  const greatest = parts.reduce((most, part) => (part > most ? part : most), 0n);
  if (greatest === 0n) return null;
  const terms = parts.map((part) => {
    const [share, below] = [part * total, part * total + greatest * greatest - part * part];
    return (share * unit) / below;
  });
  return decimal(
    fraction(
      terms.reduce((sum, term) => sum + term, 0n),
      unit,
    ),
  );
}

const unit = 10n ** 30n;
