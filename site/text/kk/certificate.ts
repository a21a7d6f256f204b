import type { TextsOf } from '../catalogue.ts';
import type { certificate as english, turnoutDay as englishDay } from '../en/certificate.ts';

/** The page that explains a result step by step, in Kazakh. */
export const certificate: TextsOf<typeof english> = {
  title: 'Нәтиже дауыстардан қалай шығады: {contest}',
  intro:
    'Мандаттарды бөлу сертификаты қадам-қадаммен: заң не талап етеді және дауыстардан не шығады, дәл сандармен.',
  step: '{number}-қадам',
  steps: 'Қадамдар',
  result: 'Нәтиже',
  standing: 'Осы қадамнан кейінгі мандаттар',
  checking: 'Браузеріңіз нәтижені қайта есептеп жатыр …',
  holds: 'Қайта есептелді: браузеріңіз осы дауыстардан дәл сондай нәтиже алды.',
  fails: 'Браузеріңіз осы дауыстардан сертификатта көрсетілгеннен басқа нәтиже алды.',
  unknown: 'Браузеріңіз бұл жүйені қайта есептей алмайды.',
  declared: 'Есептелгені және жарияланғаны',
  file: 'Сертификат файл түрінде',
  none: 'Дауыстар жарияланбаған, түсіндіретін ештеңе жоқ.',
  change: 'Ереже басқаша болса ше?',
};

/** The page of turnout through the day, in Kazakh. */
export const turnoutDay: TextsOf<typeof englishDay> = {
  title: 'Күн ішіндегі сайлаушылардың келуі: {area}',
  measure: 'Сайлаушылардың келуі',
  areas: '{area} құрамындағы аумақтар',
  up: 'Артқа: {area}',
  file: 'Барлық сан файл түрінде',
};
