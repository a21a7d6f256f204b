import type { RuleText } from './rule.ts';

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
    asks: 'Nobody has the majority; the first two go on to the second round.',
    step: ({ options }, say) => `For the second round: ${say.options(options)}.`,
  },
  kk: {
    title: 'Екінші тур',
    asks: 'Ешкім көпшілік дауыс жинаған жоқ; алғашқы екеуі екінші турға шығады.',
    step: ({ options }, say) => `Екінші турға: ${say.options(options)}.`,
  },
  ru: {
    title: 'Второй тур',
    asks: 'Большинства нет ни у кого; первые двое проходят во второй тур.',
    step: ({ options }, say) => `Во второй тур: ${say.options(options)}.`,
  },
};
