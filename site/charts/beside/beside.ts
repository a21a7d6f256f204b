import { h, styled } from '../../dom.ts';
import { painted } from '../colour/paint.ts';
import { figureOf } from '../figure.ts';
import type { ChartOption } from '../option.ts';
import { swatch } from '../swatch.ts';
import type { Voice } from '../voice.ts';
import { besideSentence, besideTable, isWorthDrawing, type Pair, pairsOf, signed } from './told.ts';

/** Seats as computed (a dot) beside seats as declared (a ring): where they agree, the ring lies around the dot. Null where there is nothing to compare. */
export function beside(options: readonly ChartOption[], voice: Voice): HTMLElement | null {
  const pairs = pairsOf(options);
  if (!isWorthDrawing(pairs)) return null;
  const most = Math.max(1, ...pairs.flatMap(({ computed, declared }) => [computed, declared]));
  const rows = h(
    'ol',
    { class: 'beside' },
    pairs.map((pair) => row(pair, voice)),
  );
  return figureOf(
    {
      name: 'beside',
      sentence: besideSentence(pairs, voice),
      drawing: [key(voice), styled(rows, { '--longest': String(most) })],
      table: besideTable(pairs, voice),
    },
    voice,
  );
}

function row({ option, computed, declared }: Pair, { format, texts }: Voice): HTMLElement {
  const differs = computed !== declared;
  const [low, high] = [Math.min(computed, declared), Math.max(computed, declared)];
  const track = h(
    'span',
    { class: 'beside-track', 'aria-hidden': 'true' },
    differs
      ? styled(h('span', { class: 'beside-gap' }), { '--from': String(low), '--to': String(high) })
      : null,
    styled(h('span', { class: 'beside-dot' }), { '--at': String(computed) }),
    styled(h('span', { class: 'beside-ring' }), { '--at': String(declared) }),
  );
  const numbers = differs
    ? `${format.number(computed)} ≠ ${format.number(declared)} (${signed(computed - declared, (value) => format.number(value))})`
    : `${format.number(computed)} = ${format.number(declared)}`;
  return h(
    'li',
    { class: differs ? 'bar-row differs' : 'bar-row' },
    h('span', { class: 'bar-name' }, swatch(option), h('span', {}, option.name)),
    painted(track, option),
    h('span', { class: 'bar-share', title: `${texts.computed}, ${texts.declared}` }, numbers),
  );
}

function key({ texts }: Voice): HTMLElement {
  return h(
    'p',
    { class: 'beside-key', 'aria-hidden': 'true' },
    h('span', { class: 'beside-dot' }),
    ` ${texts.computed} `,
    h('span', { class: 'beside-ring' }),
    ` ${texts.declared}`,
  );
}
