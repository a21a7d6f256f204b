import type { TextsOf } from '../catalogue.ts';
import type { charts as english } from '../en/charts.ts';

/** What the charts say in Russian. */
export const charts: TextsOf<typeof english> = {
  asTable: 'Числа в таблице',
  option: 'Вариант',
  votes: 'Голоса',
  share: 'Доля',
  seats: 'Мандаты',
  computed: 'Вычислено',
  declared: 'Объявлено',
  difference: 'Разница',
  area: 'Территория',
  time: 'Время',
  hemicycle: {
    caption: 'Мандаты',
    seats: { one: 'мандат', few: 'мандата', many: 'мандатов', other: 'мандата' },
    needed: 'большинство: {seats}',
    majority: '{name}: мандатов {seats} из {all} – это большинство (нужно {needed}).',
    noMajority:
      'Большинства, {needed} из {all} мандатов, нет ни у кого. Больше всего мандатов: {name}, {seats}.',
    none: 'Мандаты не распределены.',
  },
  bars: {
    caption: 'Голоса',
    threshold: 'Порог {threshold}',
    below: 'ниже порога',
    cannotWin: 'не может победить',
    leads: 'Больше всего голосов: {name}, {percent}.',
    pass: {
      one: 'Порог {threshold} преодолели списки: {passing} из {count}.',
      other: 'Порог {threshold} преодолели списки: {passing} из {count}.',
    },
    none: 'Голоса не опубликованы.',
  },
  beside: {
    caption: 'Мандаты вычисленные и объявленные',
    agree: 'Мандаты, вычисленные по голосам, совпадают с теми, что объявила комиссия.',
    differ: 'Вычисленные и объявленные мандаты расходятся: {differences}.',
    one: '{name}, вычислено {computed}, объявлено {declared}',
  },
  tiles: {
    caption: '{measure} по территориям',
    range: '{measure}: от {low} ({lowest}) до {high} ({highest}).',
    leaders: 'Больше всего голосов по территориям: {leads}.',
    lead: { other: '{name} – {count}' },
    none: '{measure}: по территориям не опубликовано.',
    missing: 'не опубликовано',
    scale: 'От {low} до {high}',
  },
  turnout: {
    caption: 'Явка в течение дня',
    last: '{area}: к {time} проголосовали {percent} избирателей.',
    falls: 'Более позднее число меньше более раннего: {areas}. Показаны оба, как опубликованы.',
    others: 'остальные территории',
    none: 'В течение дня явка не публиковалась.',
    axis: 'Проголосовавшие избиратели, проценты',
  },
};
