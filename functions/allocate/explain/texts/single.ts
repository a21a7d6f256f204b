import type { Words } from '../words.ts';
import type { RuleText, StepOf } from './rule.ts';

/** Who has most votes. */
export const mostVotes: RuleText<'most-votes'> = {
  en: {
    title: 'Most votes',
    asks: 'The votes of those who can win are compared.',
    step: ({ options, votes }, say) =>
      `${say.options(options)}: ${say.counted(votes, 'vote')}${options.length > 1 ? ' each, a tie' : ', more than any other'}.`,
  },
  kk: {
    title: 'Ең көп дауыс',
    asks: 'Жеңе алатындардың дауыстары салыстырылады.',
    step: ({ options, votes }, say) =>
      `${say.options(options)}: ${say.counted(votes, 'vote')}${options.length > 1 ? ', тең нәтиже' : ', басқалардан көп'}.`,
  },
  ru: {
    title: 'Больше всего голосов',
    asks: 'Сравниваются голоса тех, кто может победить.',
    step: ({ options, votes }, say) =>
      `${say.options(options)}: ${say.counted(votes, 'vote')}${options.length > 1 ? ' у каждого, равенство' : ', больше, чем у других'}.`,
  },
};

/** Whether the first has the majority. */
export const majority: RuleText<'majority'> = {
  en: {
    title: 'Majority',
    asks: 'Whoever has the majority that the law asks for is elected in the first round.',
    step: ({ option, votes, required, inclusive, result }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}; needed, ${inclusive ? 'at least' : 'more than'}: ${say.exact(required)}; ${say.verdict(result)}.`,
  },
  kk: {
    title: 'Көпшілік дауыс',
    asks: 'Заң талап ететін көпшілік дауысты жинаған кандидат бірінші турда сайланады.',
    step: ({ option, votes, required, inclusive, result }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}; қажеті, ${inclusive ? 'кемінде' : 'мынадан артық'}: ${say.exact(required)}; ${say.verdict(result)}.`,
  },
  ru: {
    title: 'Большинство',
    asks: 'Набравший большинство, которого требует закон, избран в первом туре.',
    step: ({ option, votes, required, inclusive, result }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}; нужно ${inclusive ? 'не менее' : 'более'}: ${say.exact(required)}; ${say.verdict(result)}.`,
  },
};

/** Who goes on to the second round. */
export const runoff: RuleText<'runoff'> = {
  en: {
    title: 'Second round',
    asks: 'Nobody has the majority; the first go on to the second round.',
    step: ({ options }, say) => `For the second round: ${say.options(options)}.`,
  },
  kk: {
    title: 'Екінші тур',
    asks: 'Ешкім көпшілік дауыс жинаған жоқ; алғашқы орындағылар екінші турға шығады.',
    step: ({ options }, say) => `Екінші турға: ${say.options(options)}.`,
  },
  ru: {
    title: 'Второй тур',
    asks: 'Большинства нет ни у кого; занявшие первые места проходят во второй тур.',
    step: ({ options }, say) => `Во второй тур: ${say.options(options)}.`,
  },
};

/** Against all can win. */
export const againstAll: RuleText<'against-all'> = {
  en: {
    title: 'Against all',
    asks: 'Who has not more votes than against all is not elected.',
    step: ({ votes, options }, say) =>
      `Against all: ${say.counted(votes, 'vote')}; more than that: ${say.options(options) || 'nobody'}.`,
  },
  kk: {
    title: 'Барлығына қарсы',
    asks: 'Барлығына қарсы берілген дауыстан көп дауыс жинамаған кандидат сайланбайды.',
    step: ({ votes, options }, say) =>
      `Барлығына қарсы: ${say.counted(votes, 'vote')}; одан көп жинағандар: ${say.options(options) || 'ешкім'}.`,
  },
  ru: {
    title: 'Против всех',
    asks: 'Не избран тот, у кого голосов не больше, чем против всех.',
    step: ({ votes, options }, say) =>
      `Против всех: ${say.counted(votes, 'vote')}; больше этого: ${say.options(options) || 'никто'}.`,
  },
};

/** Seats for the candidates with most votes. */
export const seatsByVotes: RuleText<'seats-by-votes'> = {
  en: {
    title: 'Seats for most votes',
    asks: 'The seats go to the candidates with most votes.',
    step: ({ seats, options, votes }, say) =>
      `${say.counted(seats, 'seat')}: ${elected(options, votes, say)}.`,
  },
  kk: {
    title: 'Ең көп дауыс бойынша мандаттар',
    asks: 'Мандаттар ең көп дауыс жинаған кандидаттарға беріледі.',
    step: ({ seats, options, votes }, say) =>
      `${say.counted(seats, 'seat')}: ${elected(options, votes, say)}.`,
  },
  ru: {
    title: 'Мандаты по числу голосов',
    asks: 'Мандаты получают кандидаты с наибольшим числом голосов.',
    step: ({ seats, options, votes }, say) =>
      `${say.counted(seats, 'seat')}: ${elected(options, votes, say)}.`,
  },
};

function elected(
  options: StepOf<'seats-by-votes'>['options'],
  votes: StepOf<'seats-by-votes'>['votes'],
  say: Words,
): string {
  const each = options.map(
    (option, place) => `${say.option(option)} ${say.counted(votes[place] ?? 0, 'vote')}`,
  );
  return each.join(', ') || '–';
}
