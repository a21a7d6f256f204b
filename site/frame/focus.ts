import { isObject } from '../../functions/model/json/json.ts';

/** A place of the page that has the focus, as it is found again after the page was made anew. */
export interface Place {
  restore(): void;
}

/**
 * Remembers what has the focus before the page is made anew with another setting: by its id, else by its place among what can have it in the same part
 * of the page. Null where nothing has it.
 */
export function focusedPlace(): Place | null {
  const focused = document.activeElement;
  const part = focused?.closest('#header, #main, #footer');
  if (!(focused instanceof HTMLElement) || !part) return null;
  const { id } = focused;
  const place = focusable(part).indexOf(focused);
  return {
    restore() {
      const found =
        id === '' ? focusable(document.getElementById(part.id))[place] : document.getElementById(id);
      found?.focus({ preventScroll: true });
    },
  };
}

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

function focusable(part: Element | null): HTMLElement[] {
  return [
    ...(part?.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex]') ?? []),
  ];
}
