/** A colour in sRGB: red, green and blue as whole numbers from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A colour as it is shown on a light and on a dark page. */
export interface Shown {
  readonly light: Rgb;
  readonly dark: Rgb;
}

/** The colour of a text as `#1e90ff`; null for every other text, whoever wrote it: what follows goes into a style. */
export function rgbOf(text: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/.test(text)) return null;
  const [red, green, blue] = [1, 3, 5].map((place) => Number.parseInt(text.slice(place, place + 2), 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** The text of a colour, as `#1e90ff`. */
export function textOf(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** How much light each channel gives, from 0 to 1 (IEC 61966-2-1). */
export function linearOf(colour: Rgb): Rgb {
  const [red, green, blue] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** The channels that give that much light, before they are made whole numbers. */
export function channelsOf(linear: Rgb): Rgb {
  const [red, green, blue] = linear.map(
    (light) => 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Relative luminance, from 0 (black) to 1 (white): https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
export function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
