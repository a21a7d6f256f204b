import type { Words } from '../words.ts';
import type { RuleText, StepOf } from './rule.ts';

/** What a share is taken of. */
export const base: RuleText<'base'> = {
  en: {
    title: 'What the share is taken of',
    asks: 'A share is taken of the figure that the law names.',
    step: ({ base, votes, atLeast, missing }, say) => {
      const known = votes === null ? `not known, at least ${say.count(atLeast)}` : say.count(votes);
      const absent = missing.length > 0 ? ` Not published: ${say.figures(missing)}.` : '';
      return `Base (${say.base(base)}): ${known}.${absent}`;
    },
  },
  kk: {
    title: 'Үлес неден есептеледі',
    asks: 'Үлес заңда аталған саннан есептеледі.',
    step: ({ base, votes, atLeast, missing }, say) => {
      const known = votes === null ? `белгісіз, кемінде ${say.count(atLeast)}` : say.count(votes);
      const absent = missing.length > 0 ? ` Жарияланбағаны: ${say.figures(missing)}.` : '';
      return `Негіз (${say.base(base)}): ${known}.${absent}`;
    },
  },
  ru: {
    title: 'От чего считается доля',
    asks: 'Доля считается от числа, которое называет закон.',
    step: ({ base, votes, atLeast, missing }, say) => {
      const known = votes === null ? `неизвестно, не менее ${say.count(atLeast)}` : say.count(votes);
      const absent = missing.length > 0 ? ` Не опубликовано: ${say.figures(missing)}.` : '';
      return `База (${say.base(base)}): ${known}.${absent}`;
    },
  },
};

/** Whether a list has the share that it needs. */
export const threshold: RuleText<'threshold'> = {
  en: {
    title: 'Threshold',
    asks: 'A list takes part in the distribution if it has the votes that the threshold requires.',
    step: (step, say) =>
      `${say.option(step.option)}: ${say.counted(step.votes, 'vote')}; ${need(step, say, {
        exempt: 'no threshold applies to it',
        atLeast: 'at least',
        moreThan: 'more than',
        votes: (bound, required) => `${bound} ${required} needed`,
        percent: (bound, percent, share, rounded) =>
          `${bound} ${percent} % needed, and it has ${share} %, rounded ${rounded} %`,
      })}; ${step.passes ? 'passes' : 'does not pass'}.`,
  },
  kk: {
    title: 'Шек',
    asks: 'Тізім мандаттарды бөлуге шек талап ететін дауыс санын жинаса қатысады.',
    step: (step, say) =>
      `${say.option(step.option)}: ${say.counted(step.votes, 'vote')}; ${need(step, say, {
        exempt: 'оған шек қолданылмайды',
        atLeast: 'кемінде',
        moreThan: 'мынадан артық:',
        votes: (bound, required) => `қажеті – ${bound} ${required}`,
        percent: (bound, percent, share, rounded) =>
          `қажеті – ${bound} ${percent} %, жинағаны – ${share} %, дөңгелектегенде ${rounded} %`,
      })}; шектен ${step.passes ? 'өтті' : 'өтпеді'}.`,
  },
  ru: {
    title: 'Порог',
    asks: 'Список участвует в распределении мандатов, если набрал число голосов, которого требует порог.',
    step: (step, say) =>
      `${say.option(step.option)}: ${say.counted(step.votes, 'vote')}; ${need(step, say, {
        exempt: 'порог на него не распространяется',
        atLeast: 'не менее',
        moreThan: 'более',
        votes: (bound, required) => `нужно ${bound} ${required}`,
        percent: (bound, percent, share, rounded) =>
          `нужно ${bound} ${percent} %, набрано ${share} %, с округлением ${rounded} %`,
      })}; порог ${step.passes ? 'преодолён' : 'не преодолён'}.`,
  },
};

interface Needs {
  readonly exempt: string;
  readonly atLeast: string;
  readonly moreThan: string;
  readonly votes: (bound: string, required: string) => string;
  readonly percent: (bound: string, percent: string, share: string, rounded: string) => string;
}

/** What a list needs: nothing, a percentage where the law rounds shares, else votes. */
function need(step: StepOf<'threshold'>, say: Words, text: Needs): string {
  if (step.exempt) return text.exempt;
  const bound = step.inclusive ? text.atLeast : text.moreThan;
  const { percent, share, rounded } = step;
  if (percent && share && rounded)
    return text.percent(bound, say.exact(percent), say.exact(share), say.exact(rounded));
  return text.votes(bound, say.exact(step.required));
}

/** The lists that take part. */
export const admitted: RuleText<'admitted'> = {
  en: {
    title: 'Lists that take part',
    asks: 'Seats are distributed among these lists only.',
    step: ({ options }, say) => `${say.options(options) || 'None'}.`,
  },
  kk: {
    title: 'Бөлуге қатысатын тізімдер',
    asks: 'Мандаттар тек осы тізімдер арасында бөлінеді.',
    step: ({ options }, say) => `${say.options(options) || 'Ешқайсысы'}.`,
  },
  ru: {
    title: 'Списки, участвующие в распределении',
    asks: 'Мандаты распределяются только между этими списками.',
    step: ({ options }, say) => `${say.options(options) || 'Ни одного'}.`,
  },
};

/** Exactly one list has passed. */
export const oneListPasses: RuleText<'one-list-passes'> = {
  en: {
    title: 'Only one list has passed',
    asks: 'The law says what follows when exactly one list passes the threshold.',
    step: (step, say) =>
      say.option(step.passed) +
      oneList(step, {
        takesAll: ' takes every seat.',
        alone: ': no other list has votes, so it takes every seat.',
        next: (admitted) =>
          `; ${say.option(admitted)}, which has the next most votes, is admitted too: its quotient is multiplied by ${say.exact(step.factor ?? null)}, and it has at least ${say.counted(step.minimumSeats ?? 0, 'seat')}.`,
      }),
  },
  kk: {
    title: 'Шектен жалғыз тізім өтті',
    asks: 'Заң шектен тек бір тізім өткенде не болатынын айқындайды.',
    step: (step, say) =>
      say.option(step.passed) +
      oneList(step, {
        takesAll: ' барлық мандатты алады.',
        alone: ': басқа тізімдерде дауыс жоқ, сондықтан ол барлық мандатты алады.',
        next: (admitted) =>
          `; дауыс саны бойынша келесі тізім де жіберіледі: ${say.option(admitted)}. Оның бөліндісі ${say.exact(step.factor ?? null)} санына көбейтіледі, ең аз мандат саны: ${say.count(step.minimumSeats ?? 0)}.`,
      }),
  },
  ru: {
    title: 'Порог преодолел только один список',
    asks: 'Закон определяет, что следует, если порог преодолел ровно один список.',
    step: (step, say) =>
      say.option(step.passed) +
      oneList(step, {
        takesAll: ' получает все мандаты.',
        alone: ': за другие списки голосов нет, поэтому он получает все мандаты.',
        next: (admitted) =>
          `; допущен и следующий по числу голосов список: ${say.option(admitted)}. Его частное умножается на ${say.exact(step.factor ?? null)}, наименьшее число мандатов: ${say.count(step.minimumSeats ?? 0)}.`,
      }),
  },
};

function oneList(
  { applied, admitted }: StepOf<'one-list-passes'>,
  text: { takesAll: string; alone: string; next: (admitted: string) => string },
): string {
  if (applied === 'takes-all') return text.takesAll;
  return admitted === null ? text.alone : text.next(admitted);
}
