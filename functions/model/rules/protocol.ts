import { type Fault, type Finding, findingOf, type Where } from '../finding.ts';
import type { Contest } from '../generated/election.ts';
import type { MergedProtocol } from '../records/protocol.ts';
import { type Figures, figuresOf, type RuleLimits, ruleLimits } from './figures.ts';
import type { Limits } from './limits.ts';
import { boundRules } from './station/bounds.ts';
import type { StationRule } from './station/rule.ts';
import { shareRules } from './station/shares.ts';
import { sumRules } from './station/sums.ts';

/**
 * The warnings that the arithmetic of one protocol gives, on all that the uploads together say of it. A rule is silent where a number that it
 * needs is not stated: an empty cell is missing, never zero. `limits` are those of the election's definition.
 */
export function protocolFindings(
  protocol: MergedProtocol,
  contest: Pick<Contest, 'options'>,
  limits: Limits,
): Finding[] {
  const { area, station } = protocol;
  const where: Where = { contest: protocol.contest, area, ...(station !== null && { station }) };
  const found: Finding[] = [];
  checkFigures(figuresOf(protocol, contest), ruleLimits(limits), (fault) =>
    found.push(findingOf(fault, where)),
  );
  return found;
}

/** Runs every rule over the figures of a protocol; `report` takes what is wrong, in the order of the rules. */
export function checkFigures(figures: Figures, limits: RuleLimits, report: (fault: Fault) => void): void {
  for (const rule of rules) {
    const fault = rule(figures, limits);
    if (fault !== null) report(fault);
  }
}

/** What a protocol must satisfy: the sums that its law states, the bounds of its counts, and shares that are out of the ordinary. */
const rules: readonly StationRule[] = [...sumRules, ...boundRules, ...shareRules];
