import type { Language } from '../../model/text/languages.ts';

/** The fixed words of a report. */
export interface Words {
  readonly outcome: Readonly<Record<'accepted' | 'rejected', string>>;
  readonly level: Readonly<Record<'error' | 'warning', string>>;
  readonly errors: string;
  readonly warnings: string;
  readonly election: string;
  readonly version: string;
  readonly at: string;
  readonly bytes: string;
  readonly records: string;
  readonly place: Readonly<Record<'row' | 'column' | 'contest' | 'area' | 'station' | 'option', string>>;
  readonly more: (count: number) => string;
  readonly changes: string;
  readonly changed: (numbers: Readonly<Record<'added' | 'changed' | 'removed' | 'fields', number>>) => string;
}

/** The words of reports, by language. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    outcome: { accepted: 'Accepted', rejected: 'Rejected' },
    level: { error: 'Error', warning: 'Warning' },
    errors: 'Errors',
    warnings: 'Warnings',
    election: 'Election',
    version: 'Version',
    at: 'Uploaded',
    bytes: 'Bytes',
    records: 'Records',
    place: {
      row: 'row',
      column: 'column',
      contest: 'contest',
      area: 'area',
      station: 'station',
      option: 'option',
    },
    more: (count) => `… and ${count} more; all of them stand in report.csv.`,
    changes: 'What it changes of the version in force',
    changed: ({ added, changed, removed, fields }) =>
      `Records added: ${added}, changed: ${changed}, removed: ${removed}; fields that differ: ${fields}. report.json lists them.`,
  },
  kk: {
    outcome: { accepted: 'Қабылданды', rejected: 'Қабылданбады' },
    level: { error: 'Қате', warning: 'Ескерту' },
    errors: 'Қателер',
    warnings: 'Ескертулер',
    election: 'Сайлау',
    version: 'Нұсқа',
    at: 'Жүктелген уақыты',
    bytes: 'Байт',
    records: 'Жазбалар',
    place: {
      row: 'жол',
      column: 'баған',
      contest: 'дауыс беру',
      area: 'аумақ',
      station: 'учаске',
      option: 'бюллетень позициясы',
    },
    more: (count) => `… тағы ${count}; барлығы report.csv файлында.`,
    changes: 'Күшіндегі нұсқада не өзгереді',
    changed: ({ added, changed, removed, fields }) =>
      `Қосылған жазбалар: ${added}, өзгергені: ${changed}, жойылғаны: ${removed}; өзгеше өрістер: ${fields}. Олар report.json файлында тізілген.`,
  },
  ru: {
    outcome: { accepted: 'Принят', rejected: 'Отклонён' },
    level: { error: 'Ошибка', warning: 'Предупреждение' },
    errors: 'Ошибок',
    warnings: 'Предупреждений',
    election: 'Выборы',
    version: 'Версия',
    at: 'Загружен',
    bytes: 'Байт',
    records: 'Записей',
    place: {
      row: 'строка',
      column: 'столбец',
      contest: 'голосование',
      area: 'территория',
      station: 'участок',
      option: 'позиция бюллетеня',
    },
    more: (count) => `… и ещё ${count}; все они есть в report.csv.`,
    changes: 'Что меняется в действующей версии',
    changed: ({ added, changed, removed, fields }) =>
      `Записей добавлено: ${added}, изменено: ${changed}, удалено: ${removed}; различается полей: ${fields}. Они перечислены в report.json.`,
  },
};
