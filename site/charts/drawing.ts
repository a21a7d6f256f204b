import { h } from '../dom.ts';

/** What Plot draws of a chart. */
export interface Drawing {
  /** Stands for it where nobody sees it. */
  readonly sentence: string;
  /** Classes of its frame, beside `plot`. */
  readonly frame: string;
  /** Pixels at first, until the page tells how wide it is. */
  readonly width: number;
  draw(width: number): Element;
}

/** A drawing in a frame, drawn anew when the width of that changes. */
export function drawn({ sentence, frame: name, width: first, draw }: Drawing): HTMLElement {
  const frame = h('div', { class: `plot ${name}`, role: 'img', 'aria-label': sentence });
  const show = (width: number): void => {
    const shown = draw(width);
    // The library writes its own style sheet into the drawing, which the content security policy forbids; site/style/charts/ has its rules.
    for (const sheet of shown.querySelectorAll('style')) sheet.remove();
    shown.setAttribute('aria-hidden', 'true');
    frame.replaceChildren(shown);
  };
  show(first);
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width > 0) show(width);
  }).observe(frame);
  return frame;
}
