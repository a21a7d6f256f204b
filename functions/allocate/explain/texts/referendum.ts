import type { InEvery } from '../language.ts';
import type { Words } from '../words.ts';
import type { RuleText, StepOf } from './rule.ts';

/** A condition that a share must meet. */
export const condition: RuleText<'condition'> = {
  en: {
    title: 'Condition',
    asks: 'The law makes the answer depend on this share.',
    step: (step, say) =>
      `${conditions.en[step.condition]}${whose(step, say)}: ${say.count(step.counted)}; needed, ${step.inclusive ? 'at least' : 'more than'}: ${say.exact(step.required)} (base: ${say.base(step.base)}); ${say.verdict(step.result)}.${absent(step, 'Not published', say)}`,
  },
  kk: {
    title: 'Шарт',
    asks: 'Заң бойынша шешім осы үлеске байланысты.',
    step: (step, say) =>
      `${conditions.kk[step.condition]}${whose(step, say)}: ${say.count(step.counted)}; қажеті, ${step.inclusive ? 'кемінде' : 'мынадан артық'}: ${say.exact(step.required)} (негіз: ${say.base(step.base)}); ${say.verdict(step.result)}.${absent(step, 'Жарияланбағаны', say)}`,
  },
  ru: {
    title: 'Условие',
    asks: 'По закону решение зависит от этой доли.',
    step: (step, say) =>
      `${conditions.ru[step.condition]}${whose(step, say)}: ${say.count(step.counted)}; нужно ${step.inclusive ? 'не менее' : 'более'}: ${say.exact(step.required)} (база: ${say.base(step.base)}); ${say.verdict(step.result)}.${absent(step, 'Не опубликовано', say)}`,
  },
};

const conditions: InEvery<Readonly<Record<StepOf<'condition'>['condition'], string>>> = {
  en: {
    turnout: 'Voters who took part',
    majority: 'Yes votes',
    approval: 'Yes votes, for the quorum of approval',
    minimum: 'Votes of the candidate',
  },
  kk: {
    turnout: 'Дауыс беруге қатысқандар',
    majority: '«Иә» дауыстары',
    approval: 'Мақұлдау кворумына «иә» дауыстары',
    minimum: 'Кандидаттың дауыстары',
  },
  ru: {
    turnout: 'Приняли участие',
    majority: 'Голоса «за»',
    approval: 'Голоса «за» для кворума одобрения',
    minimum: 'Голоса кандидата',
  },
};

/** Whether an area has the majority. */
export const area: RuleText<'area'> = {
  en: {
    title: 'Majority by region',
    asks: 'The majority is looked for in each region on its own.',
    step: (step, say) =>
      `${say.areas([step.area])}: yes votes ${say.count(step.counted)}; base ${say.count(step.votes)}, needed ${say.exact(step.required)}; ${say.verdict(step.result)}.${absent(step, 'Not published', say)}`,
  },
  kk: {
    title: 'Өңірлердегі көпшілік дауыс',
    asks: 'Көпшілік дауыс әр өңірде жеке тексеріледі.',
    step: (step, say) =>
      `${say.areas([step.area])}: «иә» дауыстары ${say.count(step.counted)}; негіз ${say.count(step.votes)}, қажеті ${say.exact(step.required)}; ${say.verdict(step.result)}.${absent(step, 'Жарияланбағаны', say)}`,
  },
  ru: {
    title: 'Большинство по регионам',
    asks: 'Большинство проверяется в каждом регионе отдельно.',
    step: (step, say) =>
      `${say.areas([step.area])}: голосов «за» ${say.count(step.counted)}; база ${say.count(step.votes)}, нужно ${say.exact(step.required)}; ${say.verdict(step.result)}.${absent(step, 'Не опубликовано', say)}`,
  },
};

/** A condition on the areas together. */
export const areas: RuleText<'areas'> = {
  en: {
    title: 'Regions together',
    asks: 'Enough of the regions must have the majority.',
    step: (step, say) =>
      `${together.en[step.condition]}: ${say.count(step.hold)} of ${say.counted(step.areas, 'region')}, not in ${say.count(step.fail)}; needed: ${enough(step, say, 'more than')}; ${say.verdict(step.result)}.${absentAreas(step, 'Not known', say)}`,
  },
  kk: {
    title: 'Өңірлер бірге',
    asks: 'Көпшілік дауыс жеткілікті өңірлер санында болуы тиіс.',
    step: (step, say) =>
      `${together.kk[step.condition]}: ${say.counted(step.areas, 'region')} ішінен ${say.count(step.hold)}, жоғы ${say.count(step.fail)}; қажеті: ${enough(step, say, 'мынадан артық:')}; ${say.verdict(step.result)}.${absentAreas(step, 'Белгісіз', say)}`,
  },
  ru: {
    title: 'Регионы вместе',
    asks: 'Большинство должно быть в достаточном числе регионов.',
    step: (step, say) =>
      `${together.ru[step.condition]}: ${say.count(step.hold)}; нет: ${say.count(step.fail)}; всего ${say.counted(step.areas, 'region')}; нужно: ${enough(step, say, 'более')}; ${say.verdict(step.result)}.${absentAreas(step, 'Неизвестно', say)}`,
  },
};

const together: InEvery<Readonly<Record<StepOf<'areas'>['condition'], string>>> = {
  en: {
    'regions-majority': 'Regions with the majority',
    'regions-turnout': 'Regions whose number of voters who took part is published',
    'regions-registered': 'Regions whose number of registered voters is published',
  },
  kk: {
    'regions-majority': 'Көпшілік дауыс бар өңірлер',
    'regions-turnout': 'Қатысқан сайлаушылар саны жарияланған өңірлер',
    'regions-registered': 'Тізімдегі сайлаушылар саны жарияланған өңірлер',
  },
  ru: {
    'regions-majority': 'Регионы, где есть большинство',
    'regions-turnout': 'Регионы, по которым опубликовано число принявших участие',
    'regions-registered': 'Регионы, по которым опубликовано число избирателей в списках',
  },
};

/** The candidate whose share it is, where it is that of one. */
function whose({ option }: StepOf<'condition'>, say: Words): string {
  return option === undefined ? '' : ` (${say.option(option)})`;
}

/** How many areas are enough, and the weights that decide where the law weighs areas. */
function enough({ required, inclusive, weights }: StepOf<'areas'>, say: Words, moreThan: string): string {
  const bound = inclusive === false ? `${moreThan} ` : '';
  if (!weights) return `${bound}${say.count(required)}`;
  const { hold, required: weight, total } = weights;
  return `${bound}${say.exact(weight)} (${say.exact(hold)} / ${say.exact(total)})`;
}

function absent({ missing }: { missing: readonly string[] }, label: string, say: Words): string {
  return missing.length > 0 ? ` ${label}: ${say.figures(missing)}.` : '';
}

function absentAreas({ missing }: { missing: readonly string[] }, label: string, say: Words): string {
  return missing.length > 0 ? ` ${label}: ${say.areas(missing)}.` : '';
}
