import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import { certificateOf } from '../../../../functions/allocate/certificate.ts';
import { languages } from '../../../../functions/model/text/languages.ts';
import { plain } from '../../../../functions/model/text/markdown.ts';
import { sectionsOf } from '../../../../site/compute/certificate/sections.ts';
import { wordsIn } from '../../../../site/compute/certificate/words.ts';
import { inputOf, kazakhstan } from '../../../allocate/support.ts';
import { electionId } from '../../../support/builders.ts';

const plainInput = inputOf(kazakhstan(9, '5'), { A: 60, B: 30, C: 3, against: 7 });
const names = ['Party_*', '<b>', '# C', 'None'];
const input = {
  ...plainInput,
  contest: {
    ...plainInput.contest,
    options: plainInput.contest.options.map((option, place) => ({
      ...option,
      name: { en: names[place] ?? '' },
    })),
  },
};
const certificate = certificateOf(electionId('xx'), 1, input, allocate(input));

describe.each(languages)('the explanation in %s', (language) => {
  const sections = sectionsOf(certificate, language);

  test('has every step of the certificate once, in order, with its standing', () => {
    const steps = sections.flatMap((section) => section.steps);

    expect(steps).toHaveLength(certificate.steps.length);
    expect(steps.map(({ standing }) => standing)).toEqual(
      certificate.steps.map((step) => ('standing' in step ? step.standing : null)),
    );
  });

  test('shows names as they are, and articles as links', () => {
    const words = sections
      .flatMap(({ asks, steps }) => [...asks, ...steps.map(({ sentence }) => sentence)])
      .flat();

    expect(words.filter((word) => typeof word === 'string').join(' ')).toContain('Party_*');
    expect(words.filter((word) => typeof word === 'string').join(' ')).toContain('<b>');
    expect(words).toContainEqual({ href: 'https://example.org/97-1' });
    expect(sections.at(-1)?.asks.flat()).not.toEqual([]);
  });
});

test('any name comes out of Markdown as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const shown = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

      expect(wordsIn(plain(name)).join('')).toBe(shown);
    }),
  );
});

test('only web addresses become links', () => {
  expect(wordsIn('see <https://example.org/a> or <javascript:alert(1)>')).toEqual([
    'see ',
    { href: 'https://example.org/a' },
    ' or <javascript:alert(1)>',
  ]);
});
