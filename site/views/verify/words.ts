import type { Step } from '../../compute/verify/step.ts';
import type { Format } from '../../text/format.ts';
import type { Context } from '../../view.ts';

/** What a step has found, in a sentence: names, hashes and numbers as they are. */
export function detailOf(detail: Step['detail'], { texts, format }: Context): string {
  const { details, steps } = texts.verification;
  const template = detail.code === 'signed' && detail.own ? details['signed-own'] : details[detail.code];
  const values = new Map(Object.entries(detail).map(([name, value]) => [name, shown(value, format)]));
  if (detail.code === 'earlier-failed') values.set('step', steps[detail.step]);
  return format.fill(template, Object.fromEntries(values));
}

/** Most of a text that a forger may have written. */
const longest = 400;

function shown(value: unknown, format: Format): string {
  if (typeof value === 'number') return format.number(value);
  const text = String(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
