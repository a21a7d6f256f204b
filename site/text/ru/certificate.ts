import type { TextsOf } from '../catalogue.ts';
import type { certificate as english, turnoutDay as englishDay } from '../en/certificate.ts';

/** The page that explains a result step by step, in Russian. */
export const certificate: TextsOf<typeof english> = {
  title: 'Как результат следует из голосов: {contest}',
  intro:
    'Сертификат распределения шаг за шагом: чего требует закон и что получается из голосов, в точных числах.',
  step: 'Шаг {number}',
  steps: 'Шаги',
  result: 'Результат',
  standing: 'Мандаты после этого шага',
  checking: 'Ваш браузер вычисляет результат заново …',
  holds: 'Вычислено заново: из этих голосов ваш браузер получает тот же результат.',
  fails: 'Из этих голосов ваш браузер получает другой результат, чем указан в сертификате.',
  unknown: 'Вычислить эту систему заново ваш браузер не может.',
  declared: 'Вычислено и объявлено',
  file: 'Сертификат файлом',
  none: 'Голоса не опубликованы, объяснять нечего.',
  change: 'А если бы правило было другим?',
};

/** The page of turnout through the day, in Russian. */
export const turnoutDay: TextsOf<typeof englishDay> = {
  title: 'Явка в течение дня: {area}',
  measure: 'Явка',
  areas: 'Территории в составе: {area}',
  up: 'Назад: {area}',
  file: 'Все числа файлом',
};
