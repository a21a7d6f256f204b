import type { Outcome } from '../../../model/allocation.ts';
import type { InEvery } from '../language.ts';
import type { Words } from '../words.ts';

/** An outcome of one status. */
export type OutcomeOf<Status> = Outcome extends infer Of
  ? Of extends Outcome
    ? Status extends Of['status']
      ? Of
      : never
    : never
  : never;

type OutcomeTexts = {
  readonly [Status in Outcome['status']]: InEvery<(outcome: OutcomeOf<Status>, say: Words) => string>;
};

/** What has come out, in one sentence. An outcome of a new status does not compile until it is told here. */
export const outcomes: OutcomeTexts = {
  allocated: {
    en: ({ seats }, say) => `Every seat is given: ${say.standing(seats)}.`,
    kk: ({ seats }, say) => `Барлық мандат бөлінді: ${say.standing(seats)}.`,
    ru: ({ seats }, say) => `Распределены все мандаты: ${say.standing(seats)}.`,
  },
  elected: {
    en: ({ option }, say) => `Elected: ${say.option(option)}.`,
    kk: ({ option }, say) => `Сайланды: ${say.option(option)}.`,
    ru: ({ option }, say) => `Результат выборов: ${say.option(option)}.`,
  },
  runoff: {
    en: ({ options }, say) => `Nobody is elected; a second round follows between ${say.options(options)}.`,
    kk: ({ options }, say) => `Ешкім сайланған жоқ; екінші турға шыққандар: ${say.options(options)}.`,
    ru: ({ options }, say) => `Не избран никто; во второй тур проходят: ${say.options(options)}.`,
  },
  'repeat-voting': {
    en: ({ options }, say) => `A tie; another vote follows among ${say.options(options)}.`,
    kk: ({ options }, say) => `Тең нәтиже; қайта дауыс беруге қатысатындар: ${say.options(options)}.`,
    ru: ({ options }, say) => `Равенство; повторное голосование между: ${say.options(options)}.`,
  },
  'lots-required': {
    en: ({ seats, ties }, say) =>
      `Lots must be drawn: ${tied(ties, say)}.${certain(seats, 'Certain so far', say)}`,
    kk: ({ seats, ties }, say) => `Жеребе тартылуы тиіс: ${tied(ties, say)}.${certain(seats, 'Анығы', say)}`,
    ru: ({ seats, ties }, say) => `Нужен жребий: ${tied(ties, say)}.${certain(seats, 'Уже определено', say)}`,
  },
  adopted: {
    en: ({ undetermined }, say) => `Adopted.${open(undetermined, 'en', say)}`,
    kk: ({ undetermined }, say) => `Қабылданды.${open(undetermined, 'kk', say)}`,
    ru: ({ undetermined }, say) => `Решение принято.${open(undetermined, 'ru', say)}`,
  },
  rejected: {
    en: ({ undetermined }, say) => `Rejected.${open(undetermined, 'en', say)}`,
    kk: ({ undetermined }, say) => `Қабылданбады.${open(undetermined, 'kk', say)}`,
    ru: ({ undetermined }, say) => `Решение не принято.${open(undetermined, 'ru', say)}`,
  },
  invalid: {
    en: ({ undetermined }, say) => `Not valid: too few took part.${open(undetermined, 'en', say)}`,
    kk: ({ undetermined }, say) => `Өткен жоқ деп танылады: қатысқандар аз.${open(undetermined, 'kk', say)}`,
    ru: ({ undetermined }, say) =>
      `Не состоялся: приняло участие слишком мало избирателей.${open(undetermined, 'ru', say)}`,
  },
  undetermined: {
    en: ({ reason }, say) => `The result is open. ${say.plain(reason)}`,
    kk: ({ code }) => `Нәтиже ашық. ${codes.kk[code]}`,
    ru: ({ code }) => `Результат не определён. ${codes.ru[code]}`,
  },
  'no-results': {
    en: () => 'No votes have been published.',
    kk: () => 'Дауыстар жарияланған жоқ.',
    ru: () => 'Голоса не опубликованы.',
  },
};

type Ties = OutcomeOf<'lots-required'>['ties'];

function tied(ties: Ties, say: Words): string {
  return ties
    .map(({ options, seats }) => `${say.options(options)} (${say.counted(seats, 'seat')})`)
    .join('; ');
}

function certain(seats: OutcomeOf<'lots-required'>['seats'], label: string, say: Words): string {
  return seats.length > 0 ? ` ${label}: ${say.standing(seats)}.` : '';
}

function open(conditions: readonly string[], language: Words['language'], say: Words): string {
  if (conditions.length === 0) return '';
  const names = new Map(Object.entries(conditionNames[language]));
  const list = conditions.map((condition) => names.get(condition) ?? say.plain(condition)).join(', ');
  return ` ${unchecked[language]}: ${list}.`;
}

const unchecked: InEvery<string> = {
  en: 'As far as published figures tell; not known',
  kk: 'Жарияланған сандар бойынша; белгісізі',
  ru: 'Насколько позволяют опубликованные числа; неизвестно',
};

const conditionNames: InEvery<Readonly<Record<string, string>>> = {
  en: {
    turnout: 'turnout',
    majority: 'the majority',
    'regions-majority': 'the majority in the regions',
    'regions-turnout': 'turnout in the regions',
    'regions-registered': 'registered voters in the regions',
  },
  kk: {
    turnout: 'қатысу',
    majority: 'көпшілік дауыс',
    'regions-majority': 'өңірлердегі көпшілік дауыс',
    'regions-turnout': 'өңірлердегі қатысу',
    'regions-registered': 'өңірлердегі тізімге енгізілген сайлаушылар',
  },
  ru: {
    turnout: 'явка',
    majority: 'большинство',
    'regions-majority': 'большинство в регионах',
    'regions-turnout': 'явка в регионах',
    'regions-registered': 'избиратели в списках по регионам',
  },
};

/** Why a result is open, where the reason of the outcome itself is English. */
const codes: Readonly<Record<'kk' | 'ru', Readonly<Record<OutcomeOf<'undetermined'>['code'], string>>>> = {
  kk: {
    'no-list-passes': 'Шектен бірде-бір тізім өтпеді, заңда бұл жағдай қарастырылмаған.',
    'second-place-tied': 'Келесі орында дауыстар тең; заң кімге басымдық берілетінін айтпайды.',
    'no-second': 'Көпшілік дауыс жоқ, дауыс алған екінші кандидат та жоқ; заңда бұл жағдай қарастырылмаған.',
    'minimum-too-great':
      'Мандаттардың ең аз саны шектен өткен тізімге мандат қалдырмайды; заңда бұл жағдай қарастырылмаған.',
    'figures-missing': 'Қажетті сандар жарияланбаған.',
    'nobody-voted': 'Жеңе алатын нұсқалардың ешқайсысына дауыс берілмеген.',
    'registration-missing': 'Тең нәтижені тіркелу реті шешеді, бірақ ол көрсетілмеген.',
  },
  ru: {
    'no-list-passes': 'Порог не преодолел ни один список; закон этого не предусматривает.',
    'second-place-tied': 'Равенство голосов за следующее место; закон не говорит, кому отдать предпочтение.',
    'no-second': 'Большинства нет, и второго кандидата с голосами тоже нет; закон этого не предусматривает.',
    'minimum-too-great':
      'Наименьшее число мандатов не оставляет мандатов списку, преодолевшему порог; закон этого не предусматривает.',
    'figures-missing': 'Нужные числа не опубликованы.',
    'nobody-voted': 'Ни за один вариант, который может победить, не подано голосов.',
    'registration-missing': 'Равенство разрешает порядок регистрации, но он не указан.',
  },
};
