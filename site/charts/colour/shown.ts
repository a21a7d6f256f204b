import { grounds } from './palette.ts';
import { channelsOf, contrastOf, linearOf, luminanceOf, type Rgb, type Shown } from './srgb.ts';

/** Contrast that a graphical object needs against what is beside it: https://www.w3.org/TR/WCAG22/#non-text-contrast. */
export const least = 3;

/** A colour as given, on a light page no lighter and on a dark one no darker than can be seen there. */
export function shown(colour: Rgb): Shown {
  return { light: seenOn(grounds.light, colour), dark: seenOn(grounds.dark, colour) };
}

/** Black or white, whichever is read more easily on a colour: of the two one always has a contrast of 4.5 and more. */
export function inkOn(colour: Rgb): Rgb {
  return contrastOf(colour, white) >= contrastOf(colour, black) ? white : black;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** A colour that has the contrast stays as it is, to the byte: it is the party's own. */
function seenOn(ground: Rgb, colour: Rgb): Rgb {
  if (contrastOf(ground, colour) >= least) return colour;
  const wanted = least + forRounding;
  const own = luminanceOf(ground) + 0.05;
  return own > middle ? darkened(colour, own / wanted - 0.05) : lightened(colour, own * wanted - 0.05);
}

// Of what stands between them black and white are equally far.
const middle = Math.sqrt(1.05 * 0.05);
// So that what follows is never found wanting in the last digit, and stays as it is when it is given again.
const forRounding = 0.01;

/** Less of the same light: the hue stays, and how full the colour is. */
function darkened(colour: Rgb, luminance: number): Rgb {
  const part = luminance / luminanceOf(colour);
  return rounded(linearOf(colour), (light) => light * part, Math.floor);
}

/** White light added: a full colour can only become lighter by becoming paler. */
function lightened(colour: Rgb, luminance: number): Rgb {
  const own = luminanceOf(colour);
  const part = (luminance - own) / (1 - own);
  return rounded(linearOf(colour), (light) => light + (1 - light) * part, Math.ceil);
}

function rounded(linear: Rgb, change: (light: number) => number, round: (value: number) => number): Rgb {
  const [red, green, blue] = linear;
  const [r, g, b] = channelsOf([change(red), change(green), change(blue)]);
  const whole = (value: number): number => Math.min(255, Math.max(0, round(value)));
  return [whole(r), whole(g), whole(b)];
}
