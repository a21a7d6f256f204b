import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colourOf } from '../../../../site/charts/colour/colour-of.ts';
import { grounds, palette } from '../../../../site/charts/colour/palette.ts';
import { contrastOf, type Rgb, rgbOf, textOf } from '../../../../site/charts/colour/srgb.ts';
import { anOption } from '../support.ts';

const [light = '', dark = ''] =
  readFileSync('site/style/colours.css', 'utf8').split('Of charts:')[1]?.split('@media') ?? [];
const token = (sheet: string, name: string): string | undefined =>
  new RegExp(`${name}: (#[0-9a-f]{6});`).exec(sheet)?.[1];

test.each([
  ['light', light],
  ['dark', dark],
] as const)('the colours of a %s page are the tokens of the style', (page, sheet) => {
  expect(token(sheet, '--chart-track')).toBe(textOf(grounds[page]));
  expect(palette.map((one) => textOf(one[page]))).toEqual(
    palette.map((_one, place) => token(sheet, `--series-${place + 1}`)),
  );
  expect(textOf(colourOf(anOption('A', { kind: 'against-all', colour: '#1e90ff' }))[page])).toBe(
    token(sheet, '--series-none'),
  );
});

test('the track of a bar is the ground against which a colour has less contrast', () => {
  const paper: Rgb = [0xff, 0xff, 0xff];
  const night = rgbOf('#14181d') ?? paper;

  expect(contrastOf(grounds.light, [0, 0, 0])).toBeLessThan(contrastOf(paper, [0, 0, 0]));
  expect(contrastOf(grounds.dark, paper)).toBeLessThan(contrastOf(night, paper));
});

test('the colour of a party goes before the one of the place, and what is no colour is none', () => {
  expect(textOf(colourOf(anOption('A', { colour: '#0000ff' })).light)).toBe('#0000ff');
  expect(colourOf(anOption('A', { colour: 'url(#x)' }))).toEqual(palette[0]);
  expect(colourOf(anOption('K'))).toEqual(palette[0]);
});
