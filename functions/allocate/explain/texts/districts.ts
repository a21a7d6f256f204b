import type { Words } from '../words.ts';
import type { RuleText, StepOf } from './rule.ts';

/** The steps that follow are those of a district. */
export const district: RuleText<'district'> = {
  en: {
    title: 'District',
    asks: 'The steps that follow, up to the next district or the total, are those of this district.',
    step: ({ area, seats, options }, say) =>
      `${say.areas([area])}: ${say.counted(seats, 'seat')} among ${say.options(options)}.`,
  },
  kk: {
    title: 'Округ',
    asks: 'Келесі округке немесе қорытындыға дейінгі қадамдар осы округке қатысты.',
    step: ({ area, seats, options }, say) =>
      `${say.areas([area])}: ${say.counted(seats, 'seat')}; тізімдер: ${say.options(options)}.`,
  },
  ru: {
    title: 'Округ',
    asks: 'Шаги до следующего округа или итога относятся к этому округу.',
    step: ({ area, seats, options }, say) =>
      `${say.areas([area])}: ${say.counted(seats, 'seat')}; списки: ${say.options(options)}.`,
  },
};

/** The seats of all districts together. */
export const districts: RuleText<'districts'> = {
  en: {
    title: 'Districts together',
    asks: 'The seats of a list are those that it has in the districts.',
    step: ({ standing }, say) => `In all districts: ${say.standing(standing)}.`,
  },
  kk: {
    title: 'Барлық округ бойынша',
    asks: 'Тізімнің мандаттары – оның округтердегі мандаттарының қосындысы.',
    step: ({ standing }, say) => `Барлық округте: ${say.standing(standing)}.`,
  },
  ru: {
    title: 'Все округа вместе',
    asks: 'Мандаты списка – сумма его мандатов в округах.',
    step: ({ standing }, say) => `Во всех округах: ${say.standing(standing)}.`,
  },
};

/** Whether a list meets one of the alternatives of a quorum. */
export const quorum: RuleText<'quorum'> = {
  en: {
    title: 'Quorum',
    asks: 'A list takes part if it meets one of the alternatives of the quorum.',
    step: ({ option, area, votes, required, inclusive, passes }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')}; ${inclusive ? 'at least' : 'more than'} ${say.exact(required)} needed; ${say.verdict(passes ? 'holds' : 'fails')}.`,
  },
  kk: {
    title: 'Кворум',
    asks: 'Тізім кворумның бір баламасын орындаса, бөлуге қатысады.',
    step: ({ option, area, votes, required, inclusive, passes }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')}; қажеті – ${inclusive ? 'кемінде' : 'мынадан артық:'} ${say.exact(required)}; ${say.verdict(passes ? 'holds' : 'fails')}.`,
  },
  ru: {
    title: 'Кворум',
    asks: 'Список участвует, если выполняет одно из условий кворума.',
    step: ({ option, area, votes, required, inclusive, passes }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')}; нужно ${inclusive ? 'не менее' : 'более'} ${say.exact(required)}; ${say.verdict(passes ? 'holds' : 'fails')}.`,
  },
};

/** How many voters of a district stand behind a list. */
export const voterNumber: RuleText<'voter-number'> = {
  en: {
    title: 'Voters behind the lists',
    asks: 'In a district every voter has as many votes as there are seats, so the votes of a list are divided by the seats.',
    step: ({ area, option, votes, seats, quotient, voters }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')} / ${say.counted(seats, 'seat')} = ${say.exact(quotient)}; voters: ${say.exact(voters)}.`,
  },
  kk: {
    title: 'Тізімдерді қолдаған сайлаушылар',
    asks: 'Округте әр сайлаушының дауысы мандат санына тең, сондықтан тізімнің дауыстары мандат санына бөлінеді.',
    step: ({ area, option, votes, seats, quotient, voters }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')} / ${say.counted(seats, 'seat')} = ${say.exact(quotient)}; сайлаушылар: ${say.exact(voters)}.`,
  },
  ru: {
    title: 'Избиратели за списками',
    asks: 'В округе у каждого избирателя столько голосов, сколько мандатов, поэтому голоса списка делятся на мандаты.',
    step: ({ area, option, votes, seats, quotient, voters }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')} / ${say.counted(seats, 'seat')} = ${say.exact(quotient)}; избирателей: ${say.exact(voters)}.`,
  },
};

/** The seats of the house shared among the lists. */
export const upperApportionment: RuleText<'upper-apportionment'> = {
  en: {
    title: 'Seats of the lists in the whole house',
    asks: 'The voters of each list are divided by one divisor and rounded to the nearest whole number.',
    step: ({ seats, divisor, lists }, say) =>
      `${say.counted(seats, 'seat')}; divisor: ${divisor ? say.exact(divisor) : 'none, the last seats are tied'}. ${upperLists(lists, say)}.`,
  },
  kk: {
    title: 'Тізімдердің бүкіл палатадағы мандаттары',
    asks: 'Әр тізімнің сайлаушылары бір бөлгішке бөлініп, ең жақын бүтін санға дөңгелектенеді.',
    step: ({ seats, divisor, lists }, say) =>
      `${say.counted(seats, 'seat')}; бөлгіш: ${divisor ? say.exact(divisor) : 'жоқ, соңғы мандаттарға үміт тең'}. ${upperLists(lists, say)}.`,
  },
  ru: {
    title: 'Мандаты списков во всей палате',
    asks: 'Избиратели каждого списка делятся на один делитель с округлением до ближайшего целого.',
    step: ({ seats, divisor, lists }, say) =>
      `${say.counted(seats, 'seat')}; делитель: ${divisor ? say.exact(divisor) : 'нет, за последние мандаты равенство'}. ${upperLists(lists, say)}.`,
  },
};

/** The divisors by which seats of districts and of lists are met at once. */
export const lowerApportionment: RuleText<'lower-apportionment'> = {
  en: {
    title: 'Seats of the lists in the districts',
    asks: 'Divisors of the districts and of the lists are chosen so that every district and every list has exactly its seats.',
    step: (step, say) =>
      `Districts: ${lowerDistricts(step, say)}. Lists: ${lowerLists(step, say)}. Seats that changed lists: ${say.count(step.transfers)}.${step.unique ? '' : ' Other distributions satisfy the law too.'}`,
  },
  kk: {
    title: 'Тізімдердің округтердегі мандаттары',
    asks: 'Округтер мен тізімдердің бөлгіштері әр округ пен әр тізім өз мандаттарын дәл алатындай етіп таңдалады.',
    step: (step, say) =>
      `Округтер: ${lowerDistricts(step, say)}. Тізімдер: ${lowerLists(step, say)}. Тізімнен тізімге ауысқан мандаттар: ${say.count(step.transfers)}.${step.unique ? '' : ' Заңға сай басқа бөлу де бар.'}`,
  },
  ru: {
    title: 'Мандаты списков в округах',
    asks: 'Делители округов и списков выбираются так, чтобы каждый округ и каждый список получил ровно свои мандаты.',
    step: (step, say) =>
      `Округа: ${lowerDistricts(step, say)}. Списки: ${lowerLists(step, say)}. Мандатов перешло между списками: ${say.count(step.transfers)}.${step.unique ? '' : ' Закону отвечают и другие распределения.'}`,
  },
};

/** Seats of a list in a district. */
export const cell: RuleText<'cell'> = {
  en: {
    title: 'Seats by district and list',
    asks: 'Votes are divided by the divisor of the district and that of the list, and rounded to the nearest whole number.',
    step: ({ area, option, votes, quotient, seats }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')}, quotient ${say.exact(quotient)}: ${say.counted(seats, 'seat')}.`,
  },
  kk: {
    title: 'Округ пен тізім бойынша мандаттар',
    asks: 'Дауыстар округ пен тізімнің бөлгіштеріне бөлініп, ең жақын бүтін санға дөңгелектенеді.',
    step: ({ area, option, votes, quotient, seats }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')}, бөлінді ${say.exact(quotient)}: ${say.counted(seats, 'seat')}.`,
  },
  ru: {
    title: 'Мандаты по округам и спискам',
    asks: 'Голоса делятся на делитель округа и делитель списка с округлением до ближайшего целого.',
    step: ({ area, option, votes, quotient, seats }, say) =>
      `${say.option(option)}${where(area, say)}: ${say.counted(votes, 'vote')}, частное ${say.exact(quotient)}: ${say.counted(seats, 'seat')}.`,
  },
};

function where(area: string | undefined, say: Words): string {
  return area === undefined ? '' : ` (${say.areas([area])})`;
}

function upperLists(lists: StepOf<'upper-apportionment'>['lists'], say: Words): string {
  return lists
    .map(
      ({ option, voters, seats }) =>
        `${say.option(option)} (${say.exact(voters)}): ${say.counted(seats, 'seat')}`,
    )
    .join('; ');
}

function lowerDistricts({ districts }: StepOf<'lower-apportionment'>, say: Words): string {
  return districts
    .map(
      ({ area, seats, divisor }) =>
        `${say.areas([area])}: ${say.counted(seats, 'seat')}, ÷ ${say.exact(divisor)}`,
    )
    .join('; ');
}

function lowerLists({ lists }: StepOf<'lower-apportionment'>, say: Words): string {
  return lists
    .map(
      ({ option, seats, divisor }) =>
        `${say.option(option)}: ${say.counted(seats, 'seat')}, ÷ ${say.exact(divisor)}`,
    )
    .join('; ');
}
