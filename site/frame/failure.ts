import { DataError, type FaultyPart } from '../data/errors.ts';
import { h } from '../dom.ts';
import type { Context } from '../view.ts';

/** What tries again, and what stands on it. */
export interface Retry {
  readonly label: string;
  readonly again: () => void;
}

/** The page that says why another cannot be shown, and what to do. Data that was changed has a red one of its own. */
export function failure(
  error: unknown,
  { texts, format }: Context,
  again: () => void,
): { readonly title: string; readonly content: Node } {
  const { errors, site } = texts.frame;
  const heading = h('h1', { tabindex: -1 }, sign(error), errors.title);
  return {
    title: `${errors.title} – ${site}`,
    content: section(error, { texts, format }, heading, { label: errors.again, again }),
  };
}

/** The same as a section of a page of which the rest can be shown. */
export function sectionFailure(error: unknown, { texts, format }: Context, retry: Retry): HTMLElement {
  const heading = h('h2', {}, sign(error), texts.frame.errors.section);
  return section(error, { texts, format }, heading, retry);
}

type Words = Pick<Context, 'texts' | 'format'>;

function section(error: unknown, words: Words, heading: Node, { label, again }: Retry): HTMLElement {
  const { fault, message } = toldOf(error, words);
  const altered = isAltered(error);
  return h(
    'section',
    { class: altered ? 'failure failure-altered' : 'failure', role: 'alert', 'data-fault': fault },
    heading,
    h('p', {}, message),
    altered && h('p', {}, words.texts.frame.errors.alteredWhy),
    h('button', { type: 'button', class: 'button', onclick: again }, label),
  );
}

function sign(error: unknown): Node | false {
  return isAltered(error) && h('span', { class: 'failure-sign', 'aria-hidden': 'true' }, '✕');
}

function isAltered(error: unknown): boolean {
  return error instanceof DataError && error.code === 'altered';
}

/** What went wrong: by its code, `view` for a fault of the explorer itself, and in words. */
export function toldOf(
  error: unknown,
  { texts, format }: Words,
): { readonly fault: string; readonly message: string } {
  const { errors } = texts.frame;
  if (error instanceof DataError) {
    const message = format.fill(errors[error.code], { path: error.path });
    return { fault: error.code, message: `${message}${partTold(error.part, { texts, format })}` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { fault: 'view', message: format.fill(errors.view, { message }) };
}

function partTold(part: FaultyPart | null, { texts, format }: Words): string {
  const { errors } = texts.frame;
  if (part === null) return '';
  if (part.part === 'footer') return `. ${errors.alteredFooter}`;
  const [group, groups] = [format.number(part.number), format.number(part.of)];
  return `. ${format.fill(errors.alteredGroup, { group, groups })}`;
}
