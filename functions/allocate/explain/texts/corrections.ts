import type { InEvery } from '../language.ts';
import type { RuleText, StepOf } from './rule.ts';

/** More than half of the votes are to be more than half of the seats. */
export const absoluteMajority: RuleText<'absolute-majority'> = {
  en: {
    title: 'Absolute majority',
    asks: 'A list with more than half of the votes has more than half of the seats.',
    step: ({ option, votes, required, house, minimum }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, more than half (${say.exact(required)}); of ${say.counted(house, 'seat')} it has at least ${say.count(minimum)}.`,
  },
  kk: {
    title: 'Абсолютті көпшілік',
    asks: 'Дауыстардың жартысынан көбін алған тізім мандаттардың жартысынан көбін алады.',
    step: ({ option, votes, required, house, minimum }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, жартысынан (${say.exact(required)}) артық; ${say.counted(house, 'seat')} ішінен кемінде ${say.count(minimum)} алады.`,
  },
  ru: {
    title: 'Абсолютное большинство',
    asks: 'Список, получивший больше половины голосов, получает больше половины мандатов.',
    step: ({ option, votes, required, house, minimum }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, больше половины (${say.exact(required)}); всего ${say.counted(house, 'seat')}, списку не менее ${say.count(minimum)}.`,
  },
};

/** A list is held to a number of seats. */
export const bound: RuleText<'bound'> = {
  en: {
    title: 'Limits of a list',
    asks: 'A list that the formula would take past a limit is held to it; the other seats are distributed anew.',
    step: ({ option, bound, computed, seats, left }, say) =>
      `${say.option(option)}: ${say.counted(seats, 'seat')} instead of ${say.count(computed)} (${bounds.en[bound]}); ${say.counted(left, 'seat')} left for the others.`,
  },
  kk: {
    title: 'Тізімнің шектеулері',
    asks: 'Формула шектеуден асыратын тізімге шектеудегі мандат саны беріледі; қалған мандаттар қайта бөлінеді.',
    step: ({ option, bound, computed, seats, left }, say) =>
      `${say.option(option)}: есептелгені ${say.count(computed)}, берілгені – ${say.counted(seats, 'seat')} (${bounds.kk[bound]}); басқаларға қалғаны – ${say.counted(left, 'seat')}.`,
  },
  ru: {
    title: 'Пределы для списка',
    asks: 'Список, которому формула дала бы больше или меньше предела, получает предел; остальные мандаты распределяются заново.',
    step: ({ option, bound, computed, seats, left }, say) =>
      `${say.option(option)}: ${say.counted(seats, 'seat')} вместо ${say.count(computed)} (${bounds.ru[bound]}); остальным остаётся ${say.counted(left, 'seat')}.`,
  },
};

const bounds: InEvery<Readonly<Record<StepOf<'bound'>['bound'], string>>> = {
  en: {
    'list-length': 'it has no more candidates',
    maximum: 'greatest number',
    minimum: 'least number',
    'absolute-majority': 'absolute majority',
  },
  kk: {
    'list-length': 'тізімде басқа кандидат жоқ',
    maximum: 'ең көп сан',
    minimum: 'ең аз сан',
    'absolute-majority': 'абсолютті көпшілік',
  },
  ru: {
    'list-length': 'в списке больше нет кандидатов',
    maximum: 'наибольшее число',
    minimum: 'наименьшее число',
    'absolute-majority': 'абсолютное большинство',
  },
};

/** Seats that stay empty. */
export const vacantSeats: RuleText<'vacant-seats'> = {
  en: {
    title: 'Vacant seats',
    asks: 'Seats that no list can fill stay vacant.',
    step: ({ seats }, say) => `Vacant: ${say.counted(seats, 'seat')}.`,
  },
  kk: {
    title: 'Бос мандаттар',
    asks: 'Ешбір тізім толтыра алмайтын мандаттар бос қалады.',
    step: ({ seats }, say) => `Бос қалғаны: ${say.counted(seats, 'seat')}.`,
  },
  ru: {
    title: 'Вакантные мандаты',
    asks: 'Мандаты, которые не может занять ни один список, остаются вакантными.',
    step: ({ seats }, say) => `Вакантно: ${say.counted(seats, 'seat')}.`,
  },
};

/** Whole parts come to more than the seats. */
export const overAward: RuleText<'over-award'> = {
  en: {
    title: 'More whole seats than there are',
    asks: 'The whole parts of the quotients come to more than the seats.',
    step: ({ applied, given, seats }, say) =>
      `Whole parts: ${say.counted(given, 'seat')}; to be distributed: ${say.counted(seats, 'seat')}. ${overAwards.en[applied]}`,
  },
  kk: {
    title: 'Бүтін мандаттар мандат санынан көп',
    asks: 'Бөлінділердің бүтін бөліктерінің қосындысы мандат санынан асады.',
    step: ({ applied, given, seats }, say) =>
      `Бүтін бөліктер: ${say.counted(given, 'seat')}; бөлінетіні: ${say.counted(seats, 'seat')}. ${overAwards.kk[applied]}`,
  },
  ru: {
    title: 'Целых мандатов больше, чем есть',
    asks: 'Сумма целых частей частных больше числа мандатов.',
    step: ({ applied, given, seats }, say) =>
      `Целые части: ${say.counted(given, 'seat')}; распределяется: ${say.counted(seats, 'seat')}. ${overAwards.ru[applied]}`,
  },
};

const overAwards: InEvery<Readonly<Record<StepOf<'over-award'>['applied'], string>>> = {
  en: {
    fail: 'The law has no answer to that.',
    'subtract-smallest-remainder': 'Seats are taken back from the smallest remainders.',
  },
  kk: {
    fail: 'Заңда бұған жауап жоқ.',
    'subtract-smallest-remainder': 'Мандаттар ең кіші қалдықтардан қайтарып алынады.',
  },
  ru: {
    fail: 'Закон этого не предусматривает.',
    'subtract-smallest-remainder': 'Мандаты снимаются у списков с наименьшими остатками.',
  },
};

/** One seat fewer for the smallest remainder. */
export const subtractedSeat: RuleText<'subtracted-seat'> = {
  en: {
    title: 'Seats taken back',
    asks: 'The seats given too many are taken back one by one from the lists with the smallest fractional parts.',
    step: ({ option, remainder }, say) =>
      `${say.option(option)}: remainder ${say.exact(remainder)}: one seat fewer.`,
  },
  kk: {
    title: 'Қайтарып алынған мандаттар',
    asks: 'Артық берілген мандаттар бөлшек бөлігі ең кіші тізімдерден бір-бірден қайтарып алынады.',
    step: ({ option, remainder }, say) =>
      `${say.option(option)}: қалдық ${say.exact(remainder)}: бір мандат кем.`,
  },
  ru: {
    title: 'Снятые мандаты',
    asks: 'Излишне выданные мандаты снимаются по одному у списков с наименьшей дробной частью.',
    step: ({ option, remainder }, say) =>
      `${say.option(option)}: остаток ${say.exact(remainder)}: на один мандат меньше.`,
  },
};

/** No more seats go to remainders. */
export const remainderCap: RuleText<'remainder-cap'> = {
  en: {
    title: 'Limit of remainder seats',
    asks: 'The law lets no more seats go to remainders; the rest go to most votes per seat.',
    step: ({ cap, left }, say) =>
      `To remainders: ${say.counted(cap, 'seat')}; left: ${say.counted(left, 'seat')}.`,
  },
  kk: {
    title: 'Қалдық бойынша мандаттар шегі',
    asks: 'Заң бойынша қалдықтарға бұдан көп мандат берілмейді; қалғаны бір мандатқа шаққанда дауысы көп тізімдерге беріледі.',
    step: ({ cap, left }, say) =>
      `Қалдықтар бойынша: ${say.counted(cap, 'seat')}; қалғаны: ${say.counted(left, 'seat')}.`,
  },
  ru: {
    title: 'Предел мандатов по остаткам',
    asks: 'Закон не даёт больше мандатов по остаткам; прочие получают списки с наибольшим числом голосов на мандат.',
    step: ({ cap, left }, say) =>
      `По остаткам: ${say.counted(cap, 'seat')}; осталось: ${say.counted(left, 'seat')}.`,
  },
};
