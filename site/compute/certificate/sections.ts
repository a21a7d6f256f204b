import type { Certificate } from '../../../functions/allocate/index.ts';
import type { Language } from '../../../functions/model/text/languages.ts';
import { type Words, wordsIn } from './words.ts';

/** A part of the explanation of a certificate: what the law asks, and what that makes of the votes. */
export interface Section {
  readonly title: string;
  /** What the law asks, with its article. */
  readonly asks: readonly Words[];
  readonly steps: readonly ExplainedStep[];
}

/** A step in a sentence, and the seats of each option after it; null where the step gives none. */
export interface ExplainedStep {
  readonly sentence: Words;
  readonly standing: Standing | null;
}

type Standing = readonly { readonly option: string; readonly seats: number }[];

/**
 * The explanation that a certificate carries, taken apart into what a page shows: it is Markdown of a narrow kind that functions/allocate/explain writes
 * (headings, paragraphs, one list item a step). The numbers of a step come from `steps`, which decide; the sentences repeat them. Lines of another kind are
 * shown as they are.
 */
export function sectionsOf(
  { explanation, steps }: Pick<Certificate, 'explanation' | 'steps'>,
  language: Language,
): Section[] {
  const sections: { title: string; asks: Words[]; steps: ExplainedStep[] }[] = [];
  const standings = steps.map((step) => ('standing' in step ? step.standing : null));
  let done = 0;
  for (const line of explanation[language].split('\n')) {
    const current = sections.at(-1);
    if (line.startsWith('## ')) sections.push({ title: plainText(line.slice(3)), asks: [], steps: [] });
    else if (!current || line.trim() === '' || line.startsWith('  ')) continue;
    else if (line.startsWith('- ')) {
      current.steps.push({ sentence: wordsIn(line.slice(2)), standing: standings[done] ?? null });
      done += 1;
    } else current.asks.push(wordsIn(line));
  }
  return sections;
}

function plainText(markdown: string): string {
  return wordsIn(markdown)
    .map((word) => (typeof word === 'string' ? word : word.href))
    .join('');
}
