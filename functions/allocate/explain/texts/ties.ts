import type { InEvery } from '../language.ts';
import type { RuleText, StepOf } from './rule.ts';

/** A tie, and what a rule made of it. */
export const tie: RuleText<'tie'> = {
  en: {
    title: 'Tie',
    asks: 'These options have equal claims to fewer seats than they are.',
    step: (step, say) =>
      `${say.options(step.options)}: equal claims to ${say.counted(step.seats, 'seat')}. ${rules.en[step.by]}: ${say.options(step.won) || undecided.en[step.by]}.${drawn(step, 'Source', say.plain)}`,
  },
  kk: {
    title: 'Тең нәтиже',
    asks: 'Тең құқылы нұсқалар саны мандаттар санынан көп.',
    step: (step, say) =>
      `${say.options(step.options)}: тең құқылы, таласы – ${say.counted(step.seats, 'seat')}. ${rules.kk[step.by]}: ${say.options(step.won) || undecided.kk[step.by]}.${drawn(step, 'Дереккөз', say.plain)}`,
  },
  ru: {
    title: 'Равенство',
    asks: 'Равные права на мандаты у большего числа вариантов, чем есть мандатов.',
    step: (step, say) =>
      `${say.options(step.options)}: равные права на ${say.counted(step.seats, 'seat')}. ${rules.ru[step.by]}: ${say.options(step.won) || undecided.ru[step.by]}.${drawn(step, 'Источник', say.plain)}`,
  },
};

/** A recorded lot that decided nothing. */
export const lotUnused: RuleText<'lot-unused'> = {
  en: {
    title: 'Recorded lot that decides nothing',
    asks: 'A recorded lot counts only for exactly the tie that it was drawn for.',
    step: ({ among, seats, won, source, reason }, say) =>
      `Lot among ${say.options(among)} for ${say.counted(seats, 'seat')}, won by ${say.options(won)}: ${reasons.en[reason]}. Source: ${say.plain(source)}.`,
  },
  kk: {
    title: 'Ештеңе шешпейтін жеребе',
    asks: 'Тіркелген жеребе дәл сол тең нәтиже үшін тартылған болса ғана ескеріледі.',
    step: ({ among, seats, won, source, reason }, say) =>
      `Жеребеге қатысқандар: ${say.options(among)}; ${say.counted(seats, 'seat')}; жеребе түскендер: ${say.options(won)}. ${reasons.kk[reason]}. Дереккөз: ${say.plain(source)}.`,
  },
  ru: {
    title: 'Жребий, который ничего не решает',
    asks: 'Записанный жребий учитывается, только если он брошен именно для этого равенства.',
    step: ({ among, seats, won, source, reason }, say) =>
      `Жребий между ${say.options(among)} на ${say.counted(seats, 'seat')}, выпал: ${say.options(won)}. ${reasons.ru[reason]}. Источник: ${say.plain(source)}.`,
  },
};

function drawn({ source }: StepOf<'tie'>, label: string, plain: (text: string) => string): string {
  return source === undefined ? '' : ` ${label}: ${plain(source)}.`;
}

type By = StepOf<'tie'>['by'];

const rules: InEvery<Readonly<Record<By, string>>> = {
  en: {
    'earlier-registration': 'Registered earlier',
    'more-votes': 'More votes',
    lots: 'By lot',
  },
  kk: {
    'earlier-registration': 'Бұрын тіркелгені',
    'more-votes': 'Дауысы көбі',
    lots: 'Жеребе бойынша',
  },
  ru: {
    'earlier-registration': 'Зарегистрирован раньше',
    'more-votes': 'Больше голосов',
    lots: 'По жребию',
  },
};

/** What is said where nobody has won by the rule. */
const undecided: InEvery<Readonly<Record<By, string>>> = {
  en: {
    'earlier-registration': 'does not tell them apart',
    'more-votes': 'does not tell them apart',
    lots: 'not drawn yet',
  },
  kk: {
    'earlier-registration': 'бұл ереже оларды ажыратпайды',
    'more-votes': 'бұл ереже оларды ажыратпайды',
    lots: 'әлі тартылған жоқ',
  },
  ru: {
    'earlier-registration': 'это правило их не различает',
    'more-votes': 'это правило их не различает',
    lots: 'ещё не брошен',
  },
};

const reasons: InEvery<Readonly<Record<StepOf<'lot-unused'>['reason'], string>>> = {
  en: {
    'no-such-tie': 'there is no such tie',
    'not-a-draw': 'those that won are not as many as the seats, or not among the tied',
  },
  kk: {
    'no-such-tie': 'Мұндай тең нәтиже жоқ',
    'not-a-draw': 'Жеңгендер саны мандаттар санына сай емес немесе олар тең түскендердің қатарында жоқ',
  },
  ru: {
    'no-such-tie': 'Такого равенства нет',
    'not-a-draw': 'Победивших не столько, сколько мандатов, или они не из числа равных',
  },
};
