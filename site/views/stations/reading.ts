import type { Glance } from '../../compute/stations/collector.ts';
import { type Child, h } from '../../dom.ts';
import { sectionFailure } from '../../frame/failure.ts';
import type { Context } from '../../view.ts';
import type { Progress } from './read.ts';

/** A reading that may be long: how many bytes it is of, what does it, and what is made of what came. */
export interface Reading {
  readonly bytes: number;
  read(progress: Progress): Promise<Glance | null>;
  show(glance: Glance): Node;
}

/** Bytes that are read as soon as the page is open: as much as a page of pictures. More is read when somebody asks. */
export const mostUnasked = 2_000_000;

/** The place where charts of stations come: at once where they are small; else after a click, with progress, and a way to stop. */
export function readingPlace(reading: Reading, context: Context): HTMLElement {
  const { texts, format } = context;
  const { stations: words } = texts;
  const place = h('section', { class: 'glance', 'data-reading': 'asks', tabindex: -1 });
  const size = format.bytes(reading.bytes);
  const put = (state: string, ...content: readonly Child[]): void => {
    const hasFocus = place.contains(document.activeElement);
    place.dataset.reading = state;
    place.replaceChildren(h('div', {}, content));
    // The button that was pressed is gone: whoever has no mouse goes on from the one in its place.
    if (hasFocus) (place.querySelector('button') ?? place).focus({ preventScroll: true });
  };
  const button = (label: string): HTMLElement =>
    h('button', { type: 'button', class: 'button', onclick: () => void begin() }, label);
  const begin = async (): Promise<void> => {
    const bar = progressOf(reading.bytes, context);
    put('reads', bar.element);
    try {
      const glance = await reading.read({ at: bar.at, stopped: bar.stopped, left: () => !place.isConnected });
      if (glance) put('done', reading.show(glance));
      else put('stopped', h('p', { class: 'notice', role: 'status' }, words.stopped), button(words.again));
    } catch (error) {
      put('failed', sectionFailure(error, context, { label: words.again, again: () => void begin() }));
    }
  };
  put('asks', h('p', {}, format.fill(words.ask, { size })), button(format.fill(words.read, { size })));
  // In the next turn: by then the place stands in the page.
  if (reading.bytes <= mostUnasked) setTimeout(() => void begin());
  return place;
}

function progressOf(bytes: number, { texts, format }: Context) {
  const { stations: words } = texts;
  const told = (done: number): string =>
    format.fill(words.reading, { done: format.bytes(done), size: format.bytes(bytes) });
  const bar = h('progress', { max: bytes, value: 0, 'aria-label': told(0) });
  const text = h('span', { role: 'status' }, told(0));
  const stopping = new AbortController();
  const stop = h('button', { type: 'button', class: 'button', onclick: () => stopping.abort() }, words.stop);
  let tenth = 0;
  return {
    element: h('div', { class: 'glance-reading' }, bar, text, stop),
    stopped: stopping.signal,
    at(done: number) {
      bar.value = done;
      // Told ten times and not for each group: a screen reader says every change.
      if (Math.floor((done / bytes) * 10) === tenth) return;
      tenth = Math.floor((done / bytes) * 10);
      text.textContent = told(done);
    },
  };
}
