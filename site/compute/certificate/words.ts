/** A text that may hold links, in order. */
export type Words = readonly (string | { readonly href: string })[];

/**
 * The words of a line of Markdown as functions/allocate writes it: escapes and entities become the signs that they stand for, `<https://…>` a link. Nothing else
 * is markup there, and nothing else is taken for it.
 */
export function wordsIn(markdown: string): Words {
  const words: (string | { href: string })[] = [];
  let text = '';
  for (const [token = '', href, escaped, entity] of markdown.matchAll(tokens)) {
    if (href === undefined) {
      text += entity === undefined ? (escaped ?? token) : String.fromCodePoint(Number(entity));
      continue;
    }
    if (text !== '') words.push(text);
    text = '';
    words.push({ href });
  }
  return text === '' ? words : [...words, text];
}

// A link, an escaped sign, an entity of an ASCII sign, or anything else as it stands.
const tokens = /<(https?:\/\/[^\s<>"\\`]+)>|\\([!-/:-@[-`{-~])|&#(\d{2,3});|[\s\S]/gu;
