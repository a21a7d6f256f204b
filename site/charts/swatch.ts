import { h } from '../dom.ts';
import { type ChartOption, keyOf, seriesOf } from './option.ts';

/** The key of an option on its colour. Beside its name it says nothing more, so it is not read out. */
export function swatch(option: Pick<ChartOption, 'place' | 'kind'>): HTMLElement {
  return h('span', { class: `swatch ${seriesOf(option)}`, 'aria-hidden': 'true' }, keyOf(option.place));
}
