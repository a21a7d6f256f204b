import { assert, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { grounds } from '../../../../site/charts/colour/palette.ts';
import { inkOn, least, shown } from '../../../../site/charts/colour/shown.ts';
import { contrastOf, luminanceOf, type Rgb, rgbOf, textOf } from '../../../../site/charts/colour/srgb.ts';

const channel = integer({ min: 0, max: 255 });
const anyColour = tuple(channel, channel, channel);
const pages = ['light', 'dark'] as const;
const papers: Readonly<Record<(typeof pages)[number], Rgb>> = {
  light: [0xff, 0xff, 0xff],
  dark: [0x14, 0x18, 0x1d],
};

test.each(pages)('any colour can be seen on a %s page, on its paper as on the track of a bar', (page) => {
  assert(
    property(anyColour, (colour) => {
      const seen = shown(colour)[page];

      expect(seen.every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(true);
      expect(contrastOf(seen, grounds[page])).toBeGreaterThanOrEqual(least);
      expect(contrastOf(seen, papers[page])).toBeGreaterThanOrEqual(least);
    }),
    { numRuns: 2000 },
  );
});

test.each(pages)(
  'a colour that can be seen on a %s page stays the one of the party, and is moved once',
  (page) => {
    assert(
      property(anyColour, (colour) => {
        const seen = shown(colour)[page];

        if (contrastOf(colour, grounds[page]) >= least) expect(seen).toEqual(colour);
        expect(shown(seen)[page]).toEqual(seen);
      }),
      { numRuns: 2000 },
    );
  },
);

test('a colour is moved in lightness alone, and no further than it must be', () => {
  assert(
    property(anyColour, (colour) => {
      for (const page of pages) {
        const seen = shown(colour)[page];

        for (const [a, b] of [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const)
          expect(Math.sign(colour[a] - colour[b]) * Math.sign(seen[a] - seen[b])).toBeGreaterThanOrEqual(0);
        expect(Math.sign(luminanceOf(seen) - luminanceOf(colour))).not.toBe(page === 'light' ? 1 : -1);
        if (String(seen) !== String(colour))
          expect(contrastOf(seen, grounds[page])).toBeLessThan(least + 0.12);
      }
    }),
    { numRuns: 2000 },
  );
});

test('letters on any colour are read: 4.5 to 1', () => {
  assert(
    property(anyColour, (colour) => {
      expect(contrastOf(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000 },
  );
});

test('contrast is the one of WCAG, on its own examples', () => {
  const contrast = (one: string, other: string): string =>
    contrastOf(rgbOf(one) ?? [0, 0, 0], rgbOf(other) ?? [0, 0, 0]).toFixed(2);

  // #767676 is the lightest grey that passes 4.5 on white (https://www.w3.org/TR/WCAG22/#contrast-minimum), #777777 fails.
  expect(contrast('#ffffff', '#000000')).toBe('21.00');
  expect(contrast('#767676', '#ffffff')).toBe('4.54');
  expect(contrast('#ffffff', '#777777')).toBe('4.48');
});

test.each([
  'red',
  '#FFF',
  '#ffffff ',
  '#1E90FF',
  '#1e90ff;color:red',
  'url(//evil.example)',
  '',
  '#ffffff\n',
])('what is no colour of the schema is none here: %j', (text) => {
  expect(rgbOf(text)).toBeNull();
});

test('a colour is written as it is read', () => {
  assert(
    property(anyColour, (colour) => {
      expect(rgbOf(textOf(colour))).toEqual(colour);
    }),
  );
});
