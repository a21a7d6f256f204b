import type { Fault } from '../../finding.ts';
import type { CountField } from '../../records/protocol.ts';
import type { StationRule } from './rule.ts';

/** Counts that cannot be greater than another: those who voted and those who could, ballots that were used and those that were there. */
export const boundRules: readonly StationRule[] = [
  over('cast', 'issued', (cast, issued) => ({ code: 'cast-over-issued', data: { cast, issued } })),
  over('issued', 'registered', (issued, registered) => ({
    code: 'issued-over-registered',
    data: { issued, registered },
  })),
  over('cast', 'registered', (cast, registered) => ({
    code: 'turnout-over-100',
    data: { cast, registered },
  })),
  // Where both parts of what was received are stated, their sum says it.
  unless(
    'unused',
    over('issued', 'received', (issued, received) => ({
      code: 'issued-over-received',
      data: { issued, received },
    })),
  ),
  unless(
    'issued',
    over('cast', 'received', (cast, received) => ({ code: 'cast-over-received', data: { cast, received } })),
  ),
  unless(
    'issued',
    over('unused', 'received', (unused, received) => ({
      code: 'unused-over-received',
      data: { unused, received },
    })),
  ),
  over('outside', 'issued', (outside, issued) => ({
    code: 'outside-over-issued',
    data: { outside, issued },
  })),
  over('absentee', 'issued', (absentee, issued) => ({
    code: 'absentee-over-issued',
    data: { absentee, issued },
  })),
];

function over(
  name: CountField,
  boundName: CountField,
  fault: (value: number, bound: number) => Fault,
): StationRule {
  return ({ counts: { [name]: value, [boundName]: bound } }) =>
    value === undefined || bound === undefined || value <= bound ? null : fault(value, bound);
}

/** A rule for protocols that do not state a count with which another rule says more. */
function unless(name: CountField, rule: StationRule): StationRule {
  return (figures, limits) => (figures.counts[name] === undefined ? rule(figures, limits) : null);
}
