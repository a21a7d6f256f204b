import { DataError } from '../data/errors.ts';
import { h } from '../dom.ts';
import type { Context } from '../view.ts';

/** The page that says why another cannot be shown, and what to do. Data that was changed has a red one of its own. */
export function failure(
  error: unknown,
  { texts, format }: Context,
  again: () => void,
): { readonly title: string; readonly content: Node } {
  const { errors, site } = texts.frame;
  const { fault, message } = toldOf(error, { texts, format });
  const altered = fault === 'altered';
  const retry = h('button', { type: 'button', class: 'button', onclick: again }, errors.again);
  return {
    title: `${errors.title} – ${site}`,
    content: h(
      'section',
      { class: altered ? 'failure failure-altered' : 'failure', role: 'alert', 'data-fault': fault },
      h(
        'h1',
        { tabindex: -1 },
        altered && h('span', { class: 'failure-sign', 'aria-hidden': 'true' }, '✕'),
        errors.title,
      ),
      h('p', {}, message),
      altered && h('p', {}, errors.alteredWhy),
      retry,
    ),
  };
}

/** What went wrong: by its code, `view` for a fault of the explorer itself, and in words. */
export function toldOf(
  error: unknown,
  { texts, format }: Pick<Context, 'texts' | 'format'>,
): { readonly fault: string; readonly message: string } {
  const { errors } = texts.frame;
  if (error instanceof DataError)
    return { fault: error.code, message: format.fill(errors[error.code], { path: error.path }) };
  const message = error instanceof Error ? error.message : String(error);
  return { fault: 'view', message: format.fill(errors.view, { message }) };
}
