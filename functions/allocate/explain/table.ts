/** The lines of a Markdown table that reads well as it stands: columns of one width, all but the first to the right. */
export function alignedTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = header.map((title, column) =>
    Math.max(3, length(title), ...rows.map((row) => length(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)];
}

function padded(cell: string, width: number, column: number): string {
  const space = ' '.repeat(width - length(cell));
  return column === 0 ? cell + space : space + cell;
}

function length(text: string): number {
  return [...text].length;
}
