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
  const altered = error instanceof DataError && error.code === 'altered';
  const message =
    error instanceof DataError
      ? format.fill(errors[error.code], { path: error.path })
      : format.fill(errors.view, { message: error instanceof Error ? error.message : String(error) });
  const retry = h('button', { type: 'button', class: 'button', onclick: again }, errors.again);
  return {
    title: `${errors.title} – ${site}`,
    content: h(
      'section',
      { class: altered ? 'failure failure-altered' : 'failure', role: 'alert', 'data-fault': faultOf(error) },
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

function faultOf(error: unknown): string {
  return error instanceof DataError ? error.code : 'view';
}
