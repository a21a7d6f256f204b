import { type Coloured, colourOf } from './colour-of.ts';
import { linearOf, type Rgb } from './srgb.ts';

/**
 * Which of options that are drawn side by side are drawn as outlines: those whose colour one could take for that of the one before, on a light page or on a
 * dark one. Two neighbours are never both outlines.
 */
export function outlinedOf(options: readonly Coloured[]): readonly boolean[] {
  const outlined: boolean[] = [];
  for (const [place, option] of options.entries()) {
    const before = place === 0 ? undefined : options[place - 1];
    outlined.push(before !== undefined && outlined.at(-1) === false && isNear(before, option));
  }
  return outlined;
}

function isNear(one: Coloured, other: Coloured): boolean {
  const [a, b] = [colourOf(one), colourOf(other)];
  return differenceOf(a.light, b.light) < clear || differenceOf(a.dark, b.dark) < clear;
}

// No two colours of the palette are nearer: what has none of its own looks as it does without the others.
const clear = 0.05;

/** How different two colours look: their distance in Oklab, where black and white are 1 apart (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
export function differenceOf(one: Rgb, other: Rgb): number {
  const [a, b] = [oklabOf(one), oklabOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklabOf(colour: Rgb): readonly [lightness: number, a: number, b: number] {
  const [red, green, blue] = linearOf(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
