import type { System } from '../../functions/model/generated/election.ts';
import type { Outcome } from '../../functions/model/law/allocation.ts';
import { inLanguage } from '../../functions/model/text/text.ts';
import { counted } from '../outcome.ts';
import type { Comparison, OptionComparison, Result } from './comparison.ts';

/** A comparison as lines for people: the rules, what they lead to, and the seats by option. */
export function comparisonLines(comparison: Comparison): string[] {
  const { contest, name, provisional, inForce, changed, options } = comparison;
  const open = provisional ? ' (provisional: votes are missing, or it is not known that none are)' : '';
  return [
    `${contest}  ${inLanguage(name, 'en')}${open}`,
    ...resultLines('in force', inForce),
    ...(changed ? resultLines('changed', changed) : []),
    ...table(options, changed !== null),
  ];
}

function resultLines(when: string, { system, outcome }: Result): string[] {
  const result = outcomeText(outcome);
  const rule = `  ${`${when}:`.padEnd(10)} ${systemText(system)}`;
  return result === '' ? [rule] : [rule, `  ${''.padEnd(10)} ${result}`];
}

function systemText(system: System): string {
  if (system.type !== 'party-list') return system.type;
  const { seats, threshold, formula } = system;
  const { type, law: _law, ...parameters } = formula;
  return [
    counted(seats, 'seat'),
    `${type} (${Object.values(parameters).map(parameterText).join(', ')})`,
    threshold ? `threshold ${thresholdText(threshold)}` : 'no threshold',
  ].join(', ');
}

function parameterText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function thresholdText(threshold: object): string {
  const { percent, base, ...others } = { percent: null, base: null, ...threshold };
  return percent === null ? JSON.stringify(others) : `${percent} % of ${base}`;
}

/** What a reader must know of an outcome beside the seats; empty where they say all. */
function outcomeText(outcome: Outcome): string {
  switch (outcome.status) {
    case 'allocated':
    case 'elected':
      return '';
    case 'lots-required': {
      const ties = outcome.ties.map(
        ({ options, seats }) => `${options.join(', ')} for ${counted(seats, 'seat')}`,
      );
      return `lots are required: ${ties.join('; ')}`;
    }
    case 'undetermined':
      return `undetermined: ${outcome.reason}`;
    case 'runoff':
    case 'repeat-voting':
      return `${outcome.status}: ${outcome.options.join(', ')}`;
    default:
      return outcome.status;
  }
}

function table(options: readonly OptionComparison[], both: boolean): string[] {
  const head = ['', 'votes', 'in force', ...(both ? ['changed', 'difference'] : [])];
  const rows = options.map(({ name, votes, inForce, changed, difference }) => [
    inLanguage(name, 'en'),
    text(votes),
    text(inForce),
    ...(both
      ? [text(changed), difference !== null && difference > 0 ? `+${difference}` : text(difference)]
      : []),
  ]);
  const lines = [head, ...rows];
  const widths = head.map((_name, place) => Math.max(...lines.map((row) => (row[place] ?? '').length)));
  return lines.map((row) =>
    `  ${row.map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0))).join('  ')}`.trimEnd(),
  );
}

function text(value: number | string | null): string {
  return value === null ? '—' : String(value);
}
