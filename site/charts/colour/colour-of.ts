import { type ChartOption, canWin } from '../option.ts';
import { palette } from './palette.ts';
import { shown } from './shown.ts';
import { rgbOf, type Shown } from './srgb.ts';

/** What the colour of an option follows from. */
export type Coloured = Pick<ChartOption, 'place' | 'kind' | 'colour'>;

/**
 * The colour of an option on a light and on a dark page: that of its party where the definition has one, else the one of its place on the ballot. Against all and
 * ballots that count for nobody have one of their own.
 */
export function colourOf(option: Coloured): Shown {
  return (
    givenOf(option) ?? (canWin(option.kind) ? palette[option.place % palette.length] : undefined) ?? none
  );
}

/** Of those that can win nothing: `--series-none`. */
const none: Shown = { light: [0x6d, 0x6f, 0x75], dark: [0xa2, 0xa6, 0xad] };

/** The class by which the style knows the colour of an option. */
export function seriesOf(option: Coloured): string {
  if (!canWin(option.kind)) return 'series-none';
  return givenOf(option) === null ? `series-${(option.place % palette.length) + 1}` : 'series-given';
}

/** The colour of a party as it is shown; null where there is none, or what was published as one is no colour. */
export function givenOf({ kind, colour }: Coloured): Shown | null {
  const given = colour === null || !canWin(kind) ? null : rgbOf(colour);
  return given && shown(given);
}
