import { isObject } from '../../functions/model/json/json.ts';

/** Keeps in the history, before a page is left by one of its links, which one it was and how far the page was scrolled. */
export function rememberLeaving(link: Element): void {
  const href = link.getAttribute('href');
  history.replaceState({ href, place: linksTo(href).indexOf(link), top: scrollY }, '');
}

/** After going back: to the link by which the page was left, where it was on the screen. False where the history knows of none, or the page has it no more. */
export function returnToLink(): boolean {
  const state: unknown = history.state;
  if (!isLeaving(state)) return false;
  const link = linksTo(state.href)[state.place];
  if (!(link instanceof HTMLElement)) return false;
  link.focus({ preventScroll: true });
  scrollTo({ top: state.top });
  return true;
}

interface Leaving {
  readonly href: string;
  /** Among the links to the same page, as the tile and the row of an area are. */
  readonly place: number;
  readonly top: number;
}

function isLeaving(state: unknown): state is Leaving {
  return (
    isObject(state) &&
    typeof state.href === 'string' &&
    typeof state.place === 'number' &&
    typeof state.top === 'number'
  );
}

function linksTo(href: string | null): Element[] {
  return [...document.querySelectorAll('a')].filter((one) => one.getAttribute('href') === href);
}
