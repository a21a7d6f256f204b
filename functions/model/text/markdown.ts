/**
 * A text as plain words of a Markdown document, on one line. Names come from files that strangers have written: no markup, no
 * HTML, no link and no line of its own can come out of them.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]#!|~$]/g, (sign) => `\\${sign}`)
    .replaceAll(/[&<>@]/g, (sign) => entity(sign))
    .replaceAll(/:(?=\/)/g, entity(':'))
    .replaceAll(/(?<=www)\./gi, entity('.'))
    .replace(/^([0-9]*)([-+=.])(?!\d)/, (_whole, digits: string, sign: string) => digits + entity(sign));
}

/** GitHub links bare addresses and mentions in spite of a backslash; an entity is never markup. */
function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/** A table of Markdown; the cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A web address as a link; anything else as plain words. */
export function link(address: string): string {
  return /^https?:\/\/[^\s<>"\\`]+$/.test(address) ? `<${address}>` : plain(address);
}
