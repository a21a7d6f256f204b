import { expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import { loadTexts } from '../../../site/text/catalogue.ts';

test('every text of a language names what the English one names, and none is empty', async () => {
  const english = namesIn(await loadTexts('en'));

  for (const language of languages) {
    const names = namesIn(await loadTexts(language));

    for (const [path, named] of english)
      expect([language, path, names.get(path)]).toEqual([language, path, named]);
  }
});

/** The names in braces of every text, by its path; forms of a plural are one. */
function namesIn(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') {
    expect(value.trim(), path).not.toBe('');
    found.set(path, [...value.matchAll(/\{\w+\}/g)].map(String).toSorted().join(' '));
  } else if (typeof value === 'object' && value !== null) {
    // Russian needs forms that the others have not; the one for all others stands for them.
    const members = 'other' in value ? { other: value.other } : value;
    for (const [name, member] of Object.entries(members)) namesIn(member, `${path}.${name}`, found);
  }
  return found;
}
