import { jsonCount } from '../../model/json/json.ts';
import type { Allocation, AllocationInput, Outcome, Seats, Step, Trace } from '../../model/law/allocation.ts';
import { inLanguage } from '../../model/text/text.ts';
import { tallyOf, votesOf } from '../count/tally.ts';
import type { InEvery, Language } from './language.ts';
import { type OutcomeOf, outcomes } from './outcomes.ts';
import { alignedTable } from './table.ts';
import type { StepOf } from './texts/rule.ts';
import { texts } from './texts/texts.ts';
import { type Words, wordsOf } from './words.ts';

/**
 * How the result of a contest follows from its votes: a Markdown document in `language`, a line at a time. First votes and seats,
 * then every step of the trace with its numbers and the standing after it, under what the law asks and the article that asks
 * it, then the result. Lines are made while they are read, from a trace that is too, so a long one is never held whole.
 */
export function explain(
  input: AllocationInput,
  { outcome, steps, provisional }: Allocation,
  language: Language,
): Iterable<string> {
  const say = wordsOf(input, language);
  return lazily(function* () {
    yield `# ${say.plain(inLanguage(input.contest.name, language) || input.contest.id)}`;
    yield '';
    yield* votesTable(input, outcome, say);
    yield* sections(steps, say);
    yield `## ${labels[language].result}`;
    yield '';
    yield sentenceOn(outcome.status, outcome, say);
    if (provisional) yield* ['', labels[language].provisional];
  });
}

/** One step as a sentence of Markdown, without the standing. */
export function explainStep(step: Step, say: Words): string {
  return sentenceFor(step.rule, step, say);
}

function lazily(lines: () => Iterator<string>): Iterable<string> {
  return { [Symbol.iterator]: lines };
}

function* votesTable({ contest, totals }: AllocationInput, outcome: Outcome, say: Words): Generator<string> {
  const { option, votes, seats } = labels[say.language];
  const tally = tallyOf(contest, totals);
  const given = 'seats' in outcome ? outcome.seats : undefined;
  const won = given && new Map(given.map((of: Seats) => [of.option, of.seats]));
  const rows = contest.options.map(({ id }) => {
    const count = votesOf(tally, id);
    const cells = [say.option(id), count === null ? '–' : say.count(jsonCount(count))];
    return won ? [...cells, won.has(id) ? say.count(won.get(id) ?? 0) : '–'] : cells;
  });
  yield* alignedTable([option, votes, ...(won ? [seats] : [])], rows);
  yield '';
}

/** Steps of the same rule and article, one after the other, share a heading. */
function* sections(steps: Trace, say: Words): Generator<string> {
  let before = '';
  for (const step of steps) {
    const group = `${step.rule} ${step.law ?? ''}`;
    if (group !== before) yield* heading(step, say, before !== '');
    yield `- ${explainStep(step, say)}`;
    if ('standing' in step) yield `  ${labels[say.language].standing}: ${say.standing(step.standing)}.`;
    before = group;
  }
  if (before !== '') yield '';
}

function* heading({ rule, law }: Step, say: Words, follows: boolean): Generator<string> {
  const { title, asks } = texts[rule][say.language];
  const article = say.law(law);
  if (follows) yield '';
  yield `## ${title}`;
  yield '';
  yield article === '' ? asks : `${asks} ${labels[say.language].law}: ${article}.`;
  yield '';
}

function sentenceFor<Rule extends Step['rule']>(rule: Rule, step: StepOf<Rule>, say: Words): string {
  return texts[rule][say.language].step(step, say);
}

function sentenceOn<Status extends Outcome['status']>(
  status: Status,
  outcome: OutcomeOf<Status>,
  say: Words,
): string {
  return outcomes[status][say.language](outcome, say);
}

type Label = 'option' | 'votes' | 'seats' | 'standing' | 'law' | 'result' | 'provisional';

const labels: InEvery<Readonly<Record<Label, string>>> = {
  en: {
    option: 'Option',
    votes: 'Votes',
    seats: 'Seats',
    standing: 'Seats after this step',
    law: 'Law',
    result: 'Result',
    provisional: 'Provisional: protocols or votes in them are missing, or it is not known that none are.',
  },
  kk: {
    option: 'Нұсқа',
    votes: 'Дауыстар',
    seats: 'Мандаттар',
    standing: 'Осы қадамнан кейінгі мандаттар',
    law: 'Заң',
    result: 'Нәтиже',
    provisional: 'Алдын ала нәтиже: хаттамалар немесе олардағы дауыстар толық емес не толықтығы белгісіз.',
  },
  ru: {
    option: 'Вариант',
    votes: 'Голоса',
    seats: 'Мандаты',
    standing: 'Мандаты после этого шага',
    law: 'Закон',
    result: 'Результат',
    provisional: 'Предварительно: протоколов или голосов в них недостаёт, или неизвестно, все ли они есть.',
  },
};
