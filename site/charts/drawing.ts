import { h } from '../../dom.ts';

/** What Plot draws, drawn anew when its width changes; the sentence stands for it where nobody sees it. */
export function drawnAt(
  sentence: string,
  draw: (width: number) => Element,
  shape: 'wide' | 'square',
): HTMLElement {
  const frame = h('div', { class: `glance-plot glance-${shape}`, role: 'img', 'aria-label': sentence });
  const show = (width: number): void => {
    const shown = draw(width);
    // The library writes its own style sheet into the drawing, which the content security policy forbids; site/style/stations.css has its rules.
    for (const sheet of shown.querySelectorAll('style')) sheet.remove();
    shown.setAttribute('aria-hidden', 'true');
    frame.replaceChildren(shown);
  };
  show(640);
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width > 0) show(width);
  }).observe(frame);
  return frame;
}
