import { type Child, h } from '../../dom.ts';

/** A column of a table on a page. */
export interface SheetColumn<Row> {
  readonly title: string;
  readonly numeric?: boolean;
  cell(row: Row): Child;
}

/** A table whose first column names the row, in a frame that scrolls and that the keyboard reaches. */
export function sheet<Row>(
  caption: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): HTMLElement {
  return h(
    'div',
    { class: 'sheet', tabindex: 0, role: 'region', 'aria-label': caption },
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
          columns.map(({ title, numeric }) => h('th', { scope: 'col', class: numeric && 'number' }, title)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            columns.map(({ cell, numeric }, place) =>
              place === 0
                ? h('th', { scope: 'row' }, cell(row))
                : h('td', { class: numeric && 'number' }, cell(row)),
            ),
          ),
        ),
      ),
    ),
  );
}
