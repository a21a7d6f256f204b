import type { InEvery } from '../language.ts';
import type { RuleText, StepOf } from './rule.ts';

/** What a seat costs. */
export const quota: RuleText<'quota'> = {
  en: {
    title: 'Quota',
    asks: 'The quota is the number of votes that a seat costs.',
    step: ({ quota, votes, seats, value }, say) =>
      `${say.counted(votes, 'vote')} for the lists that take part, ${say.counted(seats, 'seat')}; ${quotas.en[quota]}: ${say.exact(value)}.`,
  },
  kk: {
    title: 'Квота',
    asks: 'Квота – бір мандатқа сәйкес келетін дауыс саны.',
    step: ({ quota, votes, seats, value }, say) =>
      `Бөлуге қатысатын тізімдерге берілгені – ${say.counted(votes, 'vote')}, бөлінетіні – ${say.counted(seats, 'seat')}; ${quotas.kk[quota]}: ${say.exact(value)}.`,
  },
  ru: {
    title: 'Квота',
    asks: 'Квота – число голосов, приходящихся на один мандат.',
    step: ({ quota, votes, seats, value }, say) =>
      `За участвующие списки подано ${say.counted(votes, 'vote')}, распределяется ${say.counted(seats, 'seat')}; ${quotas.ru[quota]}: ${say.exact(value)}.`,
  },
};

const quotas: InEvery<Readonly<Record<StepOf<'quota'>['quota'], string>>> = {
  en: {
    hare: 'Hare quota, votes / seats',
    droop: 'Droop quota, votes / (seats + 1) rounded down, plus 1',
    'hagenbach-bischoff': 'Hagenbach-Bischoff quota, votes / (seats + 1)',
    'hagenbach-bischoff-rounded': 'Hagenbach-Bischoff quota, votes / (seats + 1) rounded half up',
    imperiali: 'Imperiali quota, votes / (seats + 2)',
  },
  kk: {
    hare: 'Хэр квотасы, дауыстар / мандаттар',
    droop: 'Друп квотасы, дауыстар / (мандаттар + 1) бүтінге дейін кемітіліп, 1 қосылады',
    'hagenbach-bischoff': 'Хагенбах-Бишофф квотасы, дауыстар / (мандаттар + 1)',
    'hagenbach-bischoff-rounded': 'Хагенбах-Бишофф квотасы, дауыстар / (мандаттар + 1) дөңгелектенеді',
    imperiali: 'Империали квотасы, дауыстар / (мандаттар + 2)',
  },
  ru: {
    hare: 'квота Хэра, голоса / мандаты',
    droop: 'квота Друпа, голоса / (мандаты + 1) с округлением вниз, плюс 1',
    'hagenbach-bischoff': 'квота Хагенбаха-Бишофа, голоса / (мандаты + 1)',
    'hagenbach-bischoff-rounded': 'квота Хагенбаха-Бишофа, голоса / (мандаты + 1) с округлением',
    imperiali: 'квота Империали, голоса / (мандаты + 2)',
  },
};

/** The whole part of votes divided by the quota. */
export const wholeSeats: RuleText<'whole-seats'> = {
  en: {
    title: 'Whole seats',
    asks: 'The votes of each list are divided by the quota; the whole part of the quotient is its seats.',
    step: ({ option, votes, quotient, seats }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, quotient ${say.exact(quotient)}: ${say.counted(seats, 'seat')}.`,
  },
  kk: {
    title: 'Бүтін мандаттар',
    asks: 'Әр тізімнің дауыстары квотаға бөлінеді; бөліндінің бүтін бөлігі – оның мандаттары.',
    step: ({ option, votes, quotient, seats }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, бөлінді ${say.exact(quotient)}: ${say.counted(seats, 'seat')}.`,
  },
  ru: {
    title: 'Целые мандаты',
    asks: 'Голоса каждого списка делятся на квоту; целая часть частного – число его мандатов.',
    step: ({ option, votes, quotient, seats }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, частное ${say.exact(quotient)}: ${say.counted(seats, 'seat')}.`,
  },
};

/** Raised to the least number of seats that the law grants. */
export const minimumSeats: RuleText<'minimum-seats'> = {
  en: {
    title: 'Least number of seats',
    asks: 'The law grants the list a least number of seats.',
    step: ({ option, from, seats }, say) =>
      `${say.option(option)}: from ${say.count(from)} to ${say.counted(seats, 'seat')}.`,
  },
  kk: {
    title: 'Ең аз мандат саны',
    asks: 'Заң тізімге мандаттардың ең аз санына кепілдік береді.',
    step: ({ option, from, seats }, say) =>
      `${say.option(option)}: бұрын ${say.counted(from, 'seat')}, енді ${say.counted(seats, 'seat')}.`,
  },
  ru: {
    title: 'Наименьшее число мандатов',
    asks: 'Закон гарантирует списку наименьшее число мандатов.',
    step: ({ option, from, seats }, say) =>
      `${say.option(option)}: было ${say.counted(from, 'seat')}, стало ${say.counted(seats, 'seat')}.`,
  },
};

/** The seats left over. */
export const leftoverSeats: RuleText<'leftover-seats'> = {
  en: {
    title: 'Seats left over',
    asks: 'The list that has passed has every seat that the other has not.',
    step: ({ option, from, seats }, say) =>
      `${say.option(option)}: from ${say.count(from)} to ${say.counted(seats, 'seat')}.`,
  },
  kk: {
    title: 'Қалған мандаттар',
    asks: 'Екінші тізімге тимеген мандаттың бәрі шектен өткен тізімге беріледі.',
    step: ({ option, from, seats }, say) =>
      `${say.option(option)}: бұрын ${say.counted(from, 'seat')}, енді ${say.counted(seats, 'seat')}.`,
  },
  ru: {
    title: 'Оставшиеся мандаты',
    asks: 'Все мандаты, не доставшиеся другому списку, получает список, преодолевший порог.',
    step: ({ option, from, seats }, say) =>
      `${say.option(option)}: было ${say.counted(from, 'seat')}, стало ${say.counted(seats, 'seat')}.`,
  },
};

/** One more seat for a remainder. */
export const remainderSeat: RuleText<'remainder-seat'> = {
  en: {
    title: 'Seats for the largest remainders',
    asks: 'The seats that are left go one by one to the lists with the largest fractional parts of the quotient.',
    step: ({ option, remainder }, say) =>
      `${say.option(option)}: remainder ${say.exact(remainder)}: one more seat.`,
  },
  kk: {
    title: 'Ең үлкен қалдықтар бойынша мандаттар',
    asks: 'Қалған мандаттар бөліндінің бөлшек бөлігі ең үлкен тізімдерге бір-бірден беріледі.',
    step: ({ option, remainder }, say) =>
      `${say.option(option)}: қалдық ${say.exact(remainder)}: тағы бір мандат.`,
  },
  ru: {
    title: 'Мандаты по наибольшим остаткам',
    asks: 'Оставшиеся мандаты передаются по одному спискам с наибольшей дробной частью частного.',
    step: ({ option, remainder }, say) =>
      `${say.option(option)}: остаток ${say.exact(remainder)}: ещё один мандат.`,
  },
};
