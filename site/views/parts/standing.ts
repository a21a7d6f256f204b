import { painted } from '../../charts/colour/paint.ts';
import { type ChartOption, keyOf } from '../../charts/option.ts';
import { h, styled } from '../../dom.ts';
import type { Context } from '../../view.ts';

/** The seats after a step as one strip, each option as long as it has seats; in words beside it. */
export function standingStrip(
  standing: readonly { readonly option: string; readonly seats: number }[],
  options: readonly ChartOption[],
  { texts, format }: Context,
): HTMLElement {
  const byId = new Map(options.map((option) => [option.id, option]));
  const parts = standing.flatMap(({ option, seats }) => {
    const known = byId.get(option);
    return known && seats > 0 ? [{ option: known, seats }] : [];
  });
  return h(
    'div',
    { class: 'standing' },
    h('span', { class: 'standing-title' }, texts.certificate.standing),
    h(
      'ul',
      { class: 'standing-strip' },
      parts.map(({ option, seats }) =>
        styled(
          painted(
            h(
              'li',
              { title: `${option.name}: ${seats}` },
              h('span', { 'aria-hidden': 'true' }, `${keyOf(option.place)} ${format.number(seats)}`),
              h('span', { class: 'unseen' }, `${option.name}: ${format.number(seats)}`),
            ),
            option,
          ),
          { '--seats': String(seats) },
        ),
      ),
    ),
  );
}
