import type { Language } from '../../../functions/model/text/languages.ts';
import { type ChartOption, keyOf } from '../../../site/charts/option.ts';
import type { Voice } from '../../../site/charts/voice.ts';
import { charts as en } from '../../../site/text/en/charts.ts';
import { formatOf } from '../../../site/text/format.ts';
import { charts as kk } from '../../../site/text/kk/charts.ts';
import { charts as ru } from '../../../site/text/ru/charts.ts';

/** What charts say in a language. */
export function voiceIn(language: Language): Voice {
  return { texts: { en, kk, ru }[language], format: formatOf(language) };
}

/** A list whose place on the ballot is that of its letter. */
export function anOption(id: string, changes: Partial<ChartOption> = {}): ChartOption {
  const place = Array.from({ length: 60 }, (_, index) => keyOf(index)).indexOf(id);
  return {
    id,
    name: id,
    kind: 'list',
    place,
    colour: null,
    votes: null,
    percent: null,
    seats: null,
    declared: null,
    ...changes,
  };
}
