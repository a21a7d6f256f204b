import type { InEvery } from '../language.ts';
import type { Words } from '../words.ts';
import type { RuleText, StepOf } from './rule.ts';

/** The divisors of a highest-averages formula. */
export const divisors: RuleText<'divisors'> = {
  en: {
    title: 'Divisors',
    asks: 'The votes of a list are divided by a divisor that grows with the seats it has; each seat goes to the highest quotient.',
    step: (step, say) =>
      `${say.counted(step.votes, 'vote')} for the lists that take part, ${say.counted(step.seats, 'seat')}; divisors: ${names.en[step.divisors]}${details(step, say, { first: 'the first one', add: 'then each more by' })}.`,
  },
  kk: {
    title: 'Бөлгіштер',
    asks: 'Тізімнің дауыстары оның мандат санымен бірге өсетін бөлгішке бөлінеді; әр мандат ең үлкен бөліндіге беріледі.',
    step: (step, say) =>
      `Бөлуге қатысатын тізімдерге берілгені – ${say.counted(step.votes, 'vote')}, бөлінетіні – ${say.counted(step.seats, 'seat')}; бөлгіштер: ${names.kk[step.divisors]}${details(step, say, { first: 'біріншісі', add: 'әрі қарай қосылатыны' })}.`,
  },
  ru: {
    title: 'Делители',
    asks: 'Голоса списка делятся на делитель, растущий с числом его мандатов; каждый мандат получает наибольшее частное.',
    step: (step, say) =>
      `За участвующие списки подано ${say.counted(step.votes, 'vote')}, распределяется ${say.counted(step.seats, 'seat')}; делители: ${names.ru[step.divisors]}${details(step, say, { first: 'первый', add: 'далее каждый больше на' })}.`,
  },
};

const names: InEvery<Readonly<Record<StepOf<'divisors'>['divisors'], string>>> = {
  en: {
    dhondt: 'd’Hondt (1, 2, 3, …)',
    'sainte-lague': 'Sainte-Laguë (1, 3, 5, …)',
    danish: 'Danish (1, 4, 7, …)',
    imperiali: 'Imperiali (2, 3, 4, …)',
    macau: 'Macau (1, 2, 4, 8, …)',
    adams: 'Adams (0, 1, 2, …)',
    dean: 'Dean (harmonic means)',
    'huntington-hill': 'Huntington-Hill (geometric means)',
    sequence: 'those that the law lists',
  },
  kk: {
    dhondt: 'д’Ондт (1, 2, 3, …)',
    'sainte-lague': 'Сент-Лагю (1, 3, 5, …)',
    danish: 'дат әдісі (1, 4, 7, …)',
    imperiali: 'Империали (2, 3, 4, …)',
    macau: 'Макао (1, 2, 4, 8, …)',
    adams: 'Адамс (0, 1, 2, …)',
    dean: 'Дин (гармоникалық орталар)',
    'huntington-hill': 'Хантингтон — Хилл (геометриялық орталар)',
    sequence: 'заңда аталғандары',
  },
  ru: {
    dhondt: 'д’Ондта (1, 2, 3, …)',
    'sainte-lague': 'Сент-Лагю (1, 3, 5, …)',
    danish: 'датские (1, 4, 7, …)',
    imperiali: 'Империали (2, 3, 4, …)',
    macau: 'Макао (1, 2, 4, 8, …)',
    adams: 'Адамса (0, 1, 2, …)',
    dean: 'Дина (средние гармонические)',
    'huntington-hill': 'Хантингтона — Хилла (средние геометрические)',
    sequence: 'перечисленные в законе',
  },
};

function details(
  { first, sequence = [], add }: StepOf<'divisors'>,
  say: Words,
  label: { first: string; add: string },
): string {
  const listed = sequence.length > 0 ? `: ${sequence.map(say.exact).join('; ')}` : '';
  const changed = first ? `; ${label.first}: ${say.exact(first)}` : '';
  return `${listed}${add ? `; ${label.add} ${say.exact(add)}` : ''}${changed}`;
}

/** One more seat for the highest quotient. */
export const divisorSeat: RuleText<'divisor-seat'> = {
  en: {
    title: 'Seats for the highest quotients',
    asks: 'Seats go one by one to the list with the highest quotient.',
    step: ({ option, votes, held, divisor, quotient, squared }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, ${say.counted(held, 'seat')} so far; ${squared ? 'square of the divisor' : 'divisor'} ${say.exact(divisor)}, ${squared ? 'square of the quotient' : 'quotient'} ${quotient ? say.exact(quotient) : 'above every number'}: one more seat.`,
  },
  kk: {
    title: 'Ең үлкен бөлінділер бойынша мандаттар',
    asks: 'Мандаттар бөліндісі ең үлкен тізімге бір-бірден беріледі.',
    step: ({ option, votes, held, divisor, quotient, squared }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, әзірге ${say.counted(held, 'seat')}; ${squared ? 'бөлгіштің квадраты' : 'бөлгіш'} ${say.exact(divisor)}, ${squared ? 'бөліндінің квадраты' : 'бөлінді'} ${quotient ? say.exact(quotient) : 'кез келген саннан үлкен'}: тағы бір мандат.`,
  },
  ru: {
    title: 'Мандаты по наибольшим частным',
    asks: 'Мандаты передаются по одному списку с наибольшим частным.',
    step: ({ option, votes, held, divisor, quotient, squared }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, пока ${say.counted(held, 'seat')}; ${squared ? 'квадрат делителя' : 'делитель'} ${say.exact(divisor)}, ${squared ? 'квадрат частного' : 'частное'} ${quotient ? say.exact(quotient) : 'больше любого числа'}: ещё один мандат.`,
  },
};

/** One more seat for most votes per seat. */
export const averageSeat: RuleText<'average-seat'> = {
  en: {
    title: 'Seats for most votes per seat',
    asks: 'Seats go one by one to the list with most votes for each seat it has.',
    step: ({ option, votes, held, average }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')} for ${say.counted(held, 'seat')}, ${say.exact(average)} a seat: one more seat.`,
  },
  kk: {
    title: 'Бір мандатқа шаққанда ең көп дауыс бойынша мандаттар',
    asks: 'Мандаттар бір мандатына ең көп дауыс келетін тізімге бір-бірден беріледі.',
    step: ({ option, votes, held, average }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, ${say.counted(held, 'seat')}, бір мандатқа ${say.exact(average)}: тағы бір мандат.`,
  },
  ru: {
    title: 'Мандаты по наибольшему числу голосов на мандат',
    asks: 'Мандаты передаются по одному списку, у которого больше всего голосов на имеющийся мандат.',
    step: ({ option, votes, held, average }, say) =>
      `${say.option(option)}: ${say.counted(votes, 'vote')}, ${say.counted(held, 'seat')}, на мандат ${say.exact(average)}: ещё один мандат.`,
  },
};
