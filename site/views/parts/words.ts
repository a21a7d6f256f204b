import type { Words } from '../../compute/certificate/words.ts';
import { type Child, h } from '../../dom.ts';

/** Words with their links; the sign of a link is the name of the site that it leads to. */
export function linked(words: Words): Child[] {
  return words.map((word) =>
    typeof word === 'string' ? word : h('a', { href: word.href, rel: 'noopener' }, hostOf(word.href)),
  );
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : href;
}
