import type { Fault } from '../../finding.ts';
import type { Figures, RuleLimits } from '../figures.ts';

/**
 * A rule on the figures of one protocol: what is wrong, with the facts that its message names; null when nothing is, or when a number that it
 * needs is not stated. It runs for millions of protocols: what it makes, it makes only for a fault.
 */
export type StationRule = (figures: Figures, limits: RuleLimits) => Fault | null;
