import type { TextsOf } from '../catalogue.ts';
import type { charts as english } from '../en/charts.ts';

/** What the charts say in Kazakh. */
export const charts: TextsOf<typeof english> = {
  asTable: 'Сандар кесте түрінде',
  option: 'Нұсқа',
  votes: 'Дауыстар',
  share: 'Үлесі',
  seats: 'Мандаттар',
  computed: 'Есептелгені',
  declared: 'Жарияланғаны',
  difference: 'Айырмасы',
  area: 'Аумақ',
  time: 'Уақыты',
  hemicycle: {
    caption: 'Мандаттар',
    seats: { other: 'мандат' },
    needed: 'көпшілік: {seats}',
    majority: '{name}: {all} мандаттың {seats} мандаты – бұл көпшілік (кемінде {needed} қажет).',
    noMajority:
      'Көпшілікке қажет {needed} мандат ({all} ішінен) ешкімде жоқ. Ең көп мандат: {name}, {seats}.',
    none: 'Мандаттар бөлінген жоқ.',
  },
  bars: {
    caption: 'Дауыстар',
    threshold: 'Межелік {threshold}',
    below: 'межеліктен төмен',
    cannotWin: 'жеңе алмайды',
    leads: 'Ең көп дауыс: {name}, {percent}.',
    pass: { other: '{threshold} межеліктен {count} тізімнің {passing} тізімі өтті.' },
    none: 'Дауыстар жарияланбаған.',
  },
  beside: {
    caption: 'Есептелген және жарияланған мандаттар',
    agree: 'Дауыстар бойынша есептелген мандаттар комиссия жариялаған мандаттармен бірдей.',
    differ: 'Есептелген және жарияланған мандаттар бірдей емес: {differences}.',
    one: '{name}, есептелгені {computed}, жарияланғаны {declared}',
  },
  tiles: {
    caption: '{measure}, аумақтар бойынша',
    range: '{measure}: ең төмені {low} ({lowest}), ең жоғарысы {high} ({highest}).',
    leaders: 'Аумақтар бойынша ең көп дауыс: {leads}.',
    lead: { other: '{name} – {count} аумақ' },
    none: '{measure}: аумақтар бойынша жарияланбаған.',
    missing: 'жарияланбаған',
    scale: '{low} – {high}',
  },
  turnout: {
    caption: 'Күн ішіндегі сайлаушылардың келуі',
    last: '{area}: сағат {time} жағдайы бойынша сайлаушылардың {percent} дауыс берді.',
    falls: 'Кейінгі сан алдыңғысынан төмен: {areas}. Екеуі де жарияланған күйінде көрсетілген.',
    others: 'басқа аумақтар',
    none: 'Күн ішінде сайлаушылардың келуі жарияланбаған.',
    axis: 'Дауыс берген сайлаушылар, пайыз',
  },
};
