import { styled } from '../../dom.ts';
import { type Coloured, givenOf, seriesOf } from './colour-of.ts';
import { inkOn } from './shown.ts';
import { type Rgb, textOf } from './srgb.ts';

/** Gives what belongs to an option its colour (colour-of.ts): the element has `--series` then, and `--on-series` for letters on it. */
export function painted<T extends HTMLElement | SVGElement>(element: T, option: Coloured): T {
  element.classList.add('series', seriesOf(option));
  const given = givenOf(option);
  return given === null
    ? element
    : styled(element, { ...tokensOf('', given.light), ...tokensOf('-dark', given.dark) });
}

function tokensOf(ending: string, colour: Rgb): Readonly<Record<string, string>> {
  return { [`--given${ending}`]: textOf(colour), [`--on-given${ending}`]: textOf(inkOn(colour)) };
}
