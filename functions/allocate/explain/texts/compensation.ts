import type { InEvery } from '../language.ts';
import type { RuleText, StepOf } from './rule.ts';

/** Seats won in other contests that count towards the share of each list. */
export const heldSeats: RuleText<'held-seats'> = {
  en: {
    title: 'Seats held already',
    asks: 'Seats won in other contests count towards the share of each list; those of others come off the house.',
    step: ({ held, outside, house, seats }, say) =>
      `Held: ${say.standing(held)}; by others: ${say.count(outside)}. House of ${say.counted(house, 'seat')}, shared by the lists: ${say.count(seats)}.`,
  },
  kk: {
    title: 'Бұрын алынған мандаттар',
    asks: 'Басқа сайлауда алынған мандаттар әр тізімнің үлесіне есептеледі; басқалардікі палатадан шегеріледі.',
    step: ({ held, outside, house, seats }, say) =>
      `Алынғаны: ${say.standing(held)}; басқаларда: ${say.count(outside)}. Палатада ${say.counted(house, 'seat')}, тізімдер бөлісетіні: ${say.count(seats)}.`,
  },
  ru: {
    title: 'Уже полученные мандаты',
    asks: 'Мандаты, полученные в других выборах, засчитываются в долю каждого списка; мандаты прочих вычитаются из палаты.',
    step: ({ held, outside, house, seats }, say) =>
      `Получено: ${say.standing(held)}; прочими: ${say.count(outside)}. В палате ${say.counted(house, 'seat')}, между списками делится: ${say.count(seats)}.`,
  },
};

/** A list holds more seats than its share. */
export const overhang: RuleText<'overhang'> = {
  en: {
    title: 'Overhang',
    asks: 'A list may hold more seats than its share; the law says what follows.',
    step: ({ option, entitled, held, overhang, treatment }, say) =>
      `${say.option(option)}: its share is ${say.counted(entitled, 'seat')}, it holds ${say.count(held)}, ${say.count(overhang)} beyond it; ${treatments.en[treatment]}.`,
  },
  kk: {
    title: 'Үлестен артық мандаттар',
    asks: 'Тізімде үлесінен артық мандат болуы мүмкін; не болатынын заң айқындайды.',
    step: ({ option, entitled, held, overhang, treatment }, say) =>
      `${say.option(option)}: үлесі – ${say.counted(entitled, 'seat')}, алғаны – ${say.count(held)}, артығы – ${say.count(overhang)}; ${treatments.kk[treatment]}.`,
  },
  ru: {
    title: 'Избыточные мандаты',
    asks: 'Список может иметь больше мандатов, чем составляет его доля; закон определяет, что следует.',
    step: ({ option, entitled, held, overhang, treatment }, say) =>
      `${say.option(option)}: доля – ${say.counted(entitled, 'seat')}, имеет ${say.count(held)}, сверх доли ${say.count(overhang)}; ${treatments.ru[treatment]}.`,
  },
};

const treatments: InEvery<Readonly<Record<StepOf<'overhang'>['treatment'], string>>> = {
  en: {
    kept: 'it keeps them and the house grows',
    absorbed: 'it keeps them and the other lists share fewer',
    none: 'the seats beyond its share are not given',
  },
  kk: {
    kept: 'олар сақталады, палата ұлғаяды',
    absorbed: 'олар сақталады, басқа тізімдер аз мандат бөліседі',
    none: 'үлестен артық мандаттар берілмейді',
  },
  ru: {
    kept: 'они сохраняются, и палата увеличивается',
    absorbed: 'они сохраняются, и остальные списки делят меньше',
    none: 'мандаты сверх доли не предоставляются',
  },
};

/** The house grows. */
export const house: RuleText<'house'> = {
  en: {
    title: 'Size of the house',
    asks: 'The house grows by the seats beyond a share, or until no list holds more than its share.',
    step: ({ from, seats, reason }, say) =>
      `From ${say.count(from)} to ${say.counted(seats, 'seat')} (${growth.en[reason]}).`,
  },
  kk: {
    title: 'Палата мөлшері',
    asks: 'Палата үлестен артық мандаттарға немесе ешбір тізімде үлесінен артық мандат қалмағанша ұлғаяды.',
    step: ({ from, seats, reason }, say) =>
      `Бұрын ${say.counted(from, 'seat')}, енді ${say.counted(seats, 'seat')} (${growth.kk[reason]}).`,
  },
  ru: {
    title: 'Размер палаты',
    asks: 'Палата увеличивается на избыточные мандаты или до тех пор, пока ни у одного списка нет мандатов сверх доли.',
    step: ({ from, seats, reason }, say) =>
      `Было ${say.counted(from, 'seat')}, стало ${say.counted(seats, 'seat')} (${growth.ru[reason]}).`,
  },
};

const growth: InEvery<Readonly<Record<StepOf<'house'>['reason'], string>>> = {
  en: { overhang: 'seats beyond a share are kept', levelling: 'levelling seats' },
  kk: { overhang: 'үлестен артық мандаттар сақталады', levelling: 'теңестіру мандаттары' },
  ru: { overhang: 'избыточные мандаты сохраняются', levelling: 'выравнивающие мандаты' },
};
