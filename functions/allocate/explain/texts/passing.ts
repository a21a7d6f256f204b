import type { InEvery } from '../language.ts';
import type { RuleText, StepOf } from './rule.ts';

/** Whether a list holds the seats of another contest that let it take part. */
export const heldThreshold: RuleText<'held-threshold'> = {
  en: {
    title: 'Seats in other contests',
    asks: 'A list meets this condition if it has won enough seats in other contests.',
    step: ({ option, held, required, passes }, say) =>
      `${say.option(option)}: holds ${say.counted(held, 'seat')}, needs ${say.count(required)}; ${say.verdict(passes ? 'holds' : 'fails')}.`,
  },
  kk: {
    title: 'Басқа сайлаудағы мандаттар',
    asks: 'Тізім басқа сайлауларда жеткілікті мандат алған болса, бұл шартты орындайды.',
    step: ({ option, held, required, passes }, say) =>
      `${say.option(option)}: алғаны – ${say.counted(held, 'seat')}, қажеті – ${say.count(required)}; ${say.verdict(passes ? 'holds' : 'fails')}.`,
  },
  ru: {
    title: 'Мандаты в других выборах',
    asks: 'Список выполняет это условие, если получил достаточно мандатов в других выборах.',
    step: ({ option, held, required, passes }, say) =>
      `${say.option(option)}: имеет ${say.counted(held, 'seat')}, нужно ${say.count(required)}; ${say.verdict(passes ? 'holds' : 'fails')}.`,
  },
};

/** No list has passed. */
export const noListPasses: RuleText<'no-list-passes'> = {
  en: {
    title: 'No list has passed',
    asks: 'The law says what follows when no list passes the threshold.',
    step: ({ applied, options }, say) => `${none.en[applied]} Lists with votes: ${say.options(options)}.`,
  },
  kk: {
    title: 'Шектен бірде-бір тізім өтпеді',
    asks: 'Заң шектен ешбір тізім өтпегенде не болатынын айқындайды.',
    step: ({ applied, options }, say) => `${none.kk[applied]} Дауыс алған тізімдер: ${say.options(options)}.`,
  },
  ru: {
    title: 'Порог не преодолел ни один список',
    asks: 'Закон определяет, что следует, если порог не преодолел ни один список.',
    step: ({ applied, options }, say) => `${none.ru[applied]} Списки с голосами: ${say.options(options)}.`,
  },
};

const none: InEvery<Readonly<Record<StepOf<'no-list-passes'>['applied'], string>>> = {
  en: {
    undetermined: 'The law is silent on that.',
    'all-admitted': 'Every list with votes takes part.',
    'seats-vacant': 'The seats stay vacant.',
    'repeat-voting': 'The lists stand again in a repeat voting.',
  },
  kk: {
    undetermined: 'Заңда бұл жағдай қарастырылмаған.',
    'all-admitted': 'Дауыс алған әр тізім бөлуге қатысады.',
    'seats-vacant': 'Мандаттар бос қалады.',
    'repeat-voting': 'Тізімдер қайта дауыс беруге түседі.',
  },
  ru: {
    undetermined: 'Закон этого не предусматривает.',
    'all-admitted': 'Участвует каждый список, за который поданы голоса.',
    'seats-vacant': 'Мандаты остаются вакантными.',
    'repeat-voting': 'По спискам проводится повторное голосование.',
  },
};
