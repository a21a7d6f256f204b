import { type Child, h } from '../dom.ts';
import type { ChartTable } from './table.ts';
import type { Voice } from './voice.ts';

/** What a chart is made of: what it says in a sentence, the drawing, and the table of its numbers. */
export interface ChartParts {
  /** The class `chart-<name>` is for its style. */
  readonly name: string;
  readonly sentence: string;
  readonly drawing: Child;
  readonly table: ChartTable;
}

/** A chart. Each has a sentence and a table: for who does not see the drawing, and for who wants the numbers. */
export function figureOf({ name, sentence, drawing, table }: ChartParts, { texts }: Voice): HTMLElement {
  return h(
    'figure',
    { class: `chart chart-${name}` },
    h('figcaption', {}, sentence),
    h('div', { class: 'chart-drawing' }, drawing),
    h('details', { class: 'chart-table' }, h('summary', {}, texts.asTable), tableOf(table)),
  );
}

/** A chart of which there is nothing to show: the sentence says why. */
export function emptyFigure(name: string, sentence: string): HTMLElement {
  return h('figure', { class: `chart chart-${name} chart-empty` }, h('figcaption', {}, sentence));
}

/** The table of a chart. */
export function tableOf({ caption, columns, rows }: ChartTable): HTMLElement {
  return framedTable('chart-table-frame', caption, columns, rows);
}

/** A table in a frame that scrolls where it is wider than the page, and that the keyboard reaches. The first cell of a row names it. */
export function framedTable(
  frame: string,
  caption: string,
  columns: readonly { readonly title: string; readonly numeric?: boolean }[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  const classAt = (place: number) => (columns[place]?.numeric ? 'number' : null);
  return h(
    'div',
    { class: frame, tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(({ title }, place) => h('th', { scope: 'col', class: classAt(place) }, title)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell, place) =>
              place === 0 ? h('th', { scope: 'row' }, cell) : h('td', { class: classAt(place) }, cell),
            ),
          ),
        ),
      ),
    ),
  );
}
