import type { SummaryContest } from '../../charts/from-summary.ts';
import type { Context } from '../../view.ts';

/** How a contest ended, in words: as `elected: A. Person`, with what can still change. */
export function outcomeText(contest: SummaryContest, context: Context): string {
  const { texts } = context;
  const state = contest.margins === null || contest.margins.state === 'final' ? null : contest.margins.state;
  return [capital(ended(contest, context)), state === null ? '' : texts.pages.margins[state]]
    .filter(Boolean)
    .join(' ');
}

/** The same as a part of a sentence. */
export function ended({ outcome, options }: SummaryContest, { texts, format }: Context): string {
  const template = texts.shared.outcome[outcome.status] ?? outcome.status;
  const ids = [outcome.option, ...(Array.isArray(outcome.options) ? outcome.options : [])];
  const names = options.filter(({ option }) => ids.includes(option)).map(({ name }) => format.text(name));
  return format.fill(template, { names: format.list(names) });
}

function capital(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase()}${text.slice(1)}.`;
}
