import type { Outcome } from '../../model/law/allocation.ts';
import type { InEvery } from './language.ts';
import type { Words } from './words.ts';

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
    en: (outcome, say) =>
      given(outcome, say, { all: 'Every seat is given', some: 'Seats', vacant: 'Vacant' }),
    kk: (outcome, say) =>
      given(outcome, say, { all: 'Барлық мандат бөлінді', some: 'Мандаттар', vacant: 'Бос қалғаны' }),
    ru: (outcome, say) =>
      given(outcome, say, { all: 'Распределены все мандаты', some: 'Мандаты', vacant: 'Вакантно' }),
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
    en: ({ options }, say) => `Another vote follows among ${say.options(options)}.`,
    kk: ({ options }, say) => `Қайта дауыс беруге қатысатындар: ${say.options(options)}.`,
    ru: ({ options }, say) => `Повторное голосование; участвуют: ${say.options(options)}.`,
  },
  'repeat-election': {
    en: ({ seats, reason }, say) =>
      `A new election follows: ${again.en[reason]}.${certain(seats, 'Certain so far', say)}`,
    kk: ({ seats, reason }, say) =>
      `Қайта сайлау өткізіледі: ${again.kk[reason]}.${certain(seats, 'Анығы', say)}`,
    ru: ({ seats, reason }, say) =>
      `Назначаются повторные выборы: ${again.ru[reason]}.${certain(seats, 'Уже определено', say)}`,
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

function given(
  { seats, vacant = 0 }: OutcomeOf<'allocated'>,
  say: Words,
  text: { readonly all: string; readonly some: string; readonly vacant: string },
): string {
  if (vacant === 0) return `${text.all}: ${say.standing(seats)}.`;
  return `${text.some}: ${say.standing(seats)}. ${text.vacant}: ${say.counted(vacant, 'seat')}.`;
}

const again: InEvery<Readonly<Record<OutcomeOf<'repeat-election'>['reason'], string>>> = {
  en: {
    turnout: 'too few took part',
    minimum: 'no candidate has the least share that the law asks for',
    'against-all': 'no candidate has more votes than against all',
    tie: 'the only candidates are tied',
  },
  kk: {
    turnout: 'қатысқандар аз',
    minimum: 'ешбір кандидат заң талап ететін ең аз үлесті жинаған жоқ',
    'against-all': 'ешбір кандидат барлығына қарсы дауыстан көп жинаған жоқ',
    tie: 'жалғыз кандидаттардың дауыстары тең',
  },
  ru: {
    turnout: 'приняло участие слишком мало избирателей',
    minimum: 'ни один кандидат не набрал наименьшей доли, которой требует закон',
    'against-all': 'ни у одного кандидата нет большего числа голосов, чем против всех',
    tie: 'равенство голосов у единственных кандидатов',
  },
};

type Ties = OutcomeOf<'lots-required'>['ties'];

function tied(ties: Ties, say: Words): string {
  return ties
    .map(({ options, seats }) => `${say.options(options)} (${say.counted(seats, 'seat')})`)
    .join('; ');
}

function certain(seats: OutcomeOf<'lots-required'>['seats'], label: string, say: Words): string {
  return seats.some((of) => of.seats > 0) ? ` ${label}: ${say.standing(seats)}.` : '';
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
    'remainders-exhausted': 'Мандаттар қалдықтардан көп; заңда бұл жағдай қарастырылмаған.',
    'over-award': 'Бүтін мандаттар мандат санынан асады; заңда бұл жағдай қарастырылмаған.',
    'quota-zero': 'Квота нөлге тең, сондықтан бөлу мүмкін емес.',
    'divisors-unordered': 'Бөлгіштер өспелі ретпен тұрған жоқ.',
    'bounds-conflict': 'Тізімдердің шектеулері бір-біріне қайшы.',
    'outside-districts': 'Округтерден тыс дауыстар бар.',
    'linked-contest-open': 'Мандаттары есептелетін басқа сайлаудың нәтижесі әлі ашық.',
    'several-solutions': 'Заңға сай бірнеше бөлу бар.',
    'no-solution': 'Заңға сай бөлу жоқ.',
    'house-too-great': 'Палата шектен тыс ұлғаяр еді.',
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
    'remainders-exhausted': 'Мандатов больше, чем остатков; закон этого не предусматривает.',
    'over-award': 'Целых мандатов больше, чем есть; закон этого не предусматривает.',
    'quota-zero': 'Квота равна нулю, поэтому делить на неё нельзя.',
    'divisors-unordered': 'Делители стоят не по возрастанию.',
    'bounds-conflict': 'Пределы для списков противоречат друг другу.',
    'outside-districts': 'Есть голоса вне округов.',
    'linked-contest-open': 'Результат других выборов, мандаты которых учитываются, ещё не определён.',
    'several-solutions': 'Закону отвечают несколько распределений.',
    'no-solution': 'Закону не отвечает ни одно распределение.',
    'house-too-great': 'Палата увеличилась бы сверх меры.',
  },
};
