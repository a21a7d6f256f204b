import { h } from '../dom.ts';
import type { Coloured } from './colour/colour-of.ts';
import { painted } from './colour/paint.ts';
import { keyOf } from './option.ts';

/**
 * The key of an option on its colour. Beside its name it says nothing more, so it is not read out.
 *
 * @param outlined for an option that the drawing shows as an outline
 */
export function swatch(option: Coloured, outlined = false): HTMLElement {
  const look = outlined ? 'swatch swatch-outline' : 'swatch';
  return painted(h('span', { class: look, 'aria-hidden': 'true' }, keyOf(option.place)), option);
}
