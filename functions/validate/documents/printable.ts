import type { SchemaProblem } from '../../model/json/schema.ts';
import { unprintable } from '../../model/text/printable.ts';
import { shown } from '../findings.ts';

/**
 * Every text of a document that holds a character which nobody can have meant (`unprintable`); names of members are texts too. A scenario may nest as
 * deep as its author likes, so nothing here calls itself.
 */
export function unprintableTexts(document: unknown): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const left: [value: unknown, pointer: string][] = [[document, '']];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, pointer] = next;
    if (typeof value === 'string') problems.push(...problemIn(value, pointer));
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value).reverse()) {
      const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      problems.push(...problemIn(name, place));
      left.push([member, place]);
    }
  }
  return problems;
}

function problemIn(text: string, pointer: string): SchemaProblem[] {
  const character = unprintable(text);
  if (character === null) return [];
  const reason = `the text holds ${character}, which cannot be seen or turns the direction of writing; type it anew`;
  return [{ pointer: shown(pointer), reason }];
}
