import { h, styled } from '../../dom.ts';
import { painted } from '../colour/paint.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import { type ChartOption, canWin } from '../option.ts';
import { swatch } from '../swatch.ts';
import type { Voice } from '../voice.ts';
import { barsSentence, barsTable, isBelow, rankedOf, shareOf, type Votes } from './told.ts';

/** Votes as bars on one scale, with the threshold as a line through all of them. Against all stands apart: it can win nothing. */
export function bars(votes: Votes, voice: Voice): HTMLElement {
  const sentence = barsSentence(votes, voice);
  if (votes.options.every(({ votes: own }) => own === null)) return emptyFigure('bars', sentence);
  const drawing = h(
    'ol',
    { class: 'bars' },
    rankedOf(votes).map((option) => bar(option, votes, voice)),
  );
  const longest = Math.max(...votes.options.map(shareOf), Number(votes.threshold ?? 0), 1);
  return figureOf(
    {
      name: 'bars',
      sentence,
      drawing: [thresholdLabel(votes, longest, voice), styled(drawing, { '--longest': String(longest) })],
      table: barsTable(votes, voice),
    },
    voice,
  );
}

function bar(option: ChartOption, { threshold }: Votes, { texts, format }: Voice): HTMLElement {
  const below = isBelow(option, threshold);
  const track = h(
    'span',
    { class: 'bar-track', 'aria-hidden': 'true' },
    styled(painted(h('span', { class: below ? 'bar-fill bar-below' : 'bar-fill' }), option), {
      '--share': String(shareOf(option)),
    }),
    hasLine(threshold) && option.kind === 'list'
      ? styled(h('span', { class: 'bar-threshold' }), { '--share': threshold })
      : null,
  );
  const remark = canWin(option.kind) ? (below ? texts.bars.below : null) : texts.bars.cannotWin;
  return h(
    'li',
    { class: 'bar-row' },
    h(
      'span',
      { class: 'bar-name' },
      swatch(option),
      h('span', {}, option.name, remark === null ? null : [' ', h('small', {}, `(${remark})`)]),
    ),
    track,
    h('span', { class: 'bar-share' }, format.percent(option.percent)),
    h('span', { class: 'bar-votes' }, format.number(option.votes)),
  );
}

/** Over the bars, where the line begins. It is said in the sentence too. */
function thresholdLabel({ threshold }: Votes, longest: number, { texts, format }: Voice): HTMLElement | null {
  if (!hasLine(threshold)) return null;
  const text = format.fill(texts.bars.threshold, { threshold: format.percent(threshold, 0) });
  const label = h(
    'div',
    { class: 'bars-head', 'aria-hidden': 'true' },
    h('span', { class: 'bars-threshold' }, text),
  );
  return styled(label, { '--longest': String(longest), '--share': threshold });
}

function hasLine(threshold: string | null): threshold is string {
  return threshold !== null && Number(threshold) > 0;
}
