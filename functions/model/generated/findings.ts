// Generated from schemas/findings.json by `npm run generate`; edit that file instead.

import type { Text } from '../ids.ts';

/** What the catalogue says of a code. */
export interface CatalogueEntry {
  readonly level: 'error' | 'warning';
  /** What the rule looks at. */
  readonly family: FindingFamily;
  readonly title: Text;
  readonly message: Text;
  readonly remedy: Text;
  /** What an election may set under `limits`. */
  readonly parameters: readonly FindingParameter[];
  /** The law or standard behind the rule; empty when it is good sense. */
  readonly basis: string;
}

/** A number that an election may set. */
export interface FindingParameter {
  readonly name: string;
  /** Value when the election does not say, an exact decimal; null: the rule is silent then. */
  readonly default: string | null;
  readonly description: string;
}

/** The codes that the catalogue knows. */
export type FindingCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-undecodable'
  | 'archive-not-one-table'
  | 'sheet-missing'
  | 'sheets-unread'
  | 'formula-without-value'
  | 'malware-found'
  | 'malware-not-scanned'
  | 'json-row-invalid'
  | 'json-invalid'
  | 'row-too-long'
  | 'key-not-recognised'
  | 'quote-unclosed'
  | 'header-missing'
  | 'columns-too-many'
  | 'header-unknown'
  | 'header-duplicate'
  | 'row-cells'
  | 'cell-missing'
  | 'text-unprintable'
  | 'row-duplicate'
  | 'definition-invalid'
  | 'definition-reference'
  | 'definition-duplicate'
  | 'definition-orphans'
  | 'election-id-mismatch'
  | 'status-invalid'
  | 'definition-missing'
  | 'register-missing'
  | 'register-incomplete'
  | 'contest-unknown'
  | 'area-unknown'
  | 'area-outside'
  | 'area-not-reporting'
  | 'station-invalid'
  | 'station-unknown'
  | 'code-lookalike'
  | 'station-unexpected'
  | 'station-area-mismatch'
  | 'option-unknown'
  | 'source-unknown'
  | 'count-not-whole'
  | 'count-too-large'
  | 'percent-invalid'
  | 'time-invalid'
  | 'flag-invalid'
  | 'order-invalid'
  | 'person-invalid'
  | 'candidate-status-invalid'
  | 'count-conflict'
  | 'birth-date-invalid'
  | 'votes-invalid-cast'
  | 'votes-valid'
  | 'cast-over-issued'
  | 'issued-over-registered'
  | 'turnout-over-100'
  | 'received-issued-unused'
  | 'invalid-share-high'
  | 'no-votes'
  | 'valid-invalid-cast'
  | 'issued-over-received'
  | 'cast-over-received'
  | 'unused-over-received'
  | 'outside-over-issued'
  | 'absentee-over-issued'
  | 'cast-under-issued'
  | 'blank-share-high'
  | 'no-ballots'
  | 'contests-cast-differ'
  | 'field-conflict'
  | 'votes-conflict'
  | 'station-elsewhere'
  | 'candidate-elsewhere'
  | 'snapshot-elsewhere'
  | 'part-missing'
  | 'count-falls'
  | 'station-vanishes'
  | 'total-differs'
  | 'declared-differs'
  | 'turnout-empty'
  | 'turnout-falls'
  | 'turnout-over-registered'
  | 'turnout-percent-differs'
  | 'register-orphans'
  | 'station-too-large'
  | 'station-alike'
  | 'station-repeated'
  | 'list-under-quota'
  | 'mandates-under-quota'
  | 'person-repeated'
  | 'list-too-long'
  | 'candidate-too-young';

/** Codes whose texts name no facts. */
export type PlainCode =
  | 'file-empty'
  | 'malware-found'
  | 'quote-unclosed'
  | 'cell-missing'
  | 'no-votes'
  | 'turnout-empty';

/** What rules look at. */
export type FindingFamily =
  | 'decoding'
  | 'structure'
  | 'definition'
  | 'references'
  | 'counts'
  | 'station'
  | 'contests'
  | 'files'
  | 'versions'
  | 'totals'
  | 'turnout'
  | 'register'
  | 'candidates';

/** A fact that a message names: a number, an id, or a value as the file shows it. */
export type Fact = string | number;

/** The facts of each finding. */
export interface FindingData {
  readonly 'file-empty': Readonly<Record<never, Fact>>;
  readonly 'file-too-large': { readonly limit: Fact };
  readonly 'file-undecodable': { readonly reason: Fact };
  readonly 'archive-not-one-table': { readonly count: Fact; readonly names: Fact };
  readonly 'sheet-missing': { readonly known: Fact; readonly sheet: Fact };
  readonly 'sheets-unread': { readonly others: Fact; readonly sheet: Fact };
  readonly 'formula-without-value': { readonly cell: Fact };
  readonly 'malware-found': Readonly<Record<never, Fact>>;
  readonly 'malware-not-scanned': { readonly result: Fact };
  readonly 'json-row-invalid': { readonly reason: Fact };
  readonly 'json-invalid': { readonly reason: Fact };
  readonly 'row-too-long': { readonly limit: Fact };
  readonly 'key-not-recognised': { readonly key: Fact };
  readonly 'quote-unclosed': Readonly<Record<never, Fact>>;
  readonly 'header-missing': { readonly column: Fact; readonly header: Fact };
  readonly 'columns-too-many': { readonly limit: Fact };
  readonly 'header-unknown': { readonly column: Fact; readonly nearest: Fact };
  readonly 'header-duplicate': { readonly column: Fact };
  readonly 'row-cells': { readonly cells: Fact; readonly expected: Fact };
  readonly 'cell-missing': Readonly<Record<never, Fact>>;
  readonly 'text-unprintable': { readonly character: Fact };
  readonly 'row-duplicate': { readonly first: Fact; readonly what: Fact };
  readonly 'definition-invalid': { readonly pointer: Fact; readonly reason: Fact };
  readonly 'definition-reference': { readonly id: Fact; readonly kind: Fact; readonly pointer: Fact };
  readonly 'definition-duplicate': { readonly id: Fact; readonly kind: Fact; readonly pointer: Fact };
  readonly 'definition-orphans': { readonly file: Fact; readonly id: Fact; readonly kind: Fact };
  readonly 'election-id-mismatch': { readonly expected: Fact; readonly id: Fact };
  readonly 'status-invalid': { readonly pointer: Fact; readonly reason: Fact };
  readonly 'definition-missing': { readonly election: Fact };
  readonly 'register-missing': { readonly contest: Fact; readonly election: Fact };
  readonly 'register-incomplete': { readonly area: Fact; readonly station: Fact };
  readonly 'contest-unknown': { readonly contest: Fact; readonly known: Fact; readonly nearest: Fact };
  readonly 'area-unknown': { readonly nearest: Fact; readonly value: Fact };
  readonly 'area-outside': { readonly area: Fact; readonly expected: Fact };
  readonly 'area-not-reporting': { readonly area: Fact; readonly contest: Fact; readonly known: Fact };
  readonly 'station-invalid': { readonly value: Fact };
  readonly 'station-unknown': { readonly nearest: Fact; readonly station: Fact };
  readonly 'code-lookalike': { readonly nearest: Fact; readonly value: Fact };
  readonly 'station-unexpected': { readonly station: Fact };
  readonly 'station-area-mismatch': { readonly area: Fact; readonly expected: Fact; readonly station: Fact };
  readonly 'option-unknown': { readonly known: Fact; readonly nearest: Fact; readonly value: Fact };
  readonly 'source-unknown': { readonly nearest: Fact; readonly value: Fact };
  readonly 'count-not-whole': { readonly value: Fact };
  readonly 'count-too-large': { readonly value: Fact };
  readonly 'percent-invalid': { readonly value: Fact };
  readonly 'time-invalid': { readonly value: Fact };
  readonly 'flag-invalid': { readonly value: Fact };
  readonly 'order-invalid': { readonly value: Fact };
  readonly 'person-invalid': { readonly value: Fact };
  readonly 'candidate-status-invalid': { readonly value: Fact };
  readonly 'count-conflict': { readonly field: Fact; readonly first: Fact; readonly other: Fact; readonly value: Fact };
  readonly 'birth-date-invalid': { readonly value: Fact };
  readonly 'votes-invalid-cast': { readonly blank: Fact; readonly cast: Fact; readonly invalid: Fact; readonly sum: Fact; readonly votes: Fact };
  readonly 'votes-valid': { readonly valid: Fact; readonly votes: Fact };
  readonly 'cast-over-issued': { readonly cast: Fact; readonly issued: Fact };
  readonly 'issued-over-registered': { readonly issued: Fact; readonly registered: Fact };
  readonly 'turnout-over-100': { readonly cast: Fact; readonly registered: Fact };
  readonly 'received-issued-unused': { readonly issued: Fact; readonly received: Fact; readonly sum: Fact; readonly unused: Fact };
  readonly 'invalid-share-high': { readonly cast: Fact; readonly invalid: Fact; readonly limit: Fact };
  readonly 'no-votes': Readonly<Record<never, Fact>>;
  readonly 'valid-invalid-cast': { readonly blank: Fact; readonly cast: Fact; readonly invalid: Fact; readonly sum: Fact; readonly valid: Fact };
  readonly 'issued-over-received': { readonly issued: Fact; readonly received: Fact };
  readonly 'cast-over-received': { readonly cast: Fact; readonly received: Fact };
  readonly 'unused-over-received': { readonly received: Fact; readonly unused: Fact };
  readonly 'outside-over-issued': { readonly issued: Fact; readonly outside: Fact };
  readonly 'absentee-over-issued': { readonly absentee: Fact; readonly issued: Fact };
  readonly 'cast-under-issued': { readonly cast: Fact; readonly difference: Fact; readonly issued: Fact; readonly least: Fact; readonly limit: Fact };
  readonly 'blank-share-high': { readonly blank: Fact; readonly cast: Fact; readonly limit: Fact };
  readonly 'no-ballots': { readonly registered: Fact };
  readonly 'contests-cast-differ': { readonly cast: Fact; readonly contest: Fact; readonly least: Fact; readonly limit: Fact; readonly other: Fact };
  readonly 'field-conflict': { readonly field: Fact; readonly other: Fact };
  readonly 'votes-conflict': { readonly other: Fact };
  readonly 'station-elsewhere': { readonly other: Fact; readonly station: Fact };
  readonly 'candidate-elsewhere': { readonly option: Fact; readonly order: Fact; readonly other: Fact };
  readonly 'snapshot-elsewhere': { readonly area: Fact; readonly other: Fact; readonly time: Fact };
  readonly 'part-missing': { readonly count: Fact; readonly given: Fact; readonly missing: Fact; readonly units: Fact };
  readonly 'count-falls': { readonly after: Fact; readonly before: Fact; readonly field: Fact };
  readonly 'station-vanishes': { readonly unit: Fact };
  readonly 'total-differs': { readonly column: Fact; readonly stated: Fact; readonly sum: Fact };
  readonly 'declared-differs': { readonly computed: Fact; readonly declared: Fact; readonly what: Fact };
  readonly 'turnout-empty': Readonly<Record<never, Fact>>;
  readonly 'turnout-falls': { readonly after: Fact; readonly before: Fact; readonly earlier: Fact; readonly measure: Fact; readonly time: Fact };
  readonly 'turnout-over-registered': { readonly issued: Fact; readonly registered: Fact; readonly time: Fact };
  readonly 'turnout-percent-differs': { readonly computed: Fact; readonly issued: Fact; readonly percent: Fact; readonly registered: Fact; readonly time: Fact };
  readonly 'register-orphans': { readonly file: Fact; readonly station: Fact };
  readonly 'station-too-large': { readonly limit: Fact; readonly registered: Fact };
  readonly 'station-alike': { readonly other: Fact; readonly station: Fact };
  readonly 'station-repeated': { readonly other: Fact; readonly station: Fact };
  readonly 'list-under-quota': { readonly count: Fact; readonly groups: Fact; readonly percent: Fact; readonly total: Fact };
  readonly 'mandates-under-quota': { readonly count: Fact; readonly groups: Fact; readonly percent: Fact; readonly total: Fact };
  readonly 'person-repeated': { readonly name: Fact; readonly option: Fact; readonly order: Fact; readonly other: Fact; readonly place: Fact };
  readonly 'list-too-long': { readonly count: Fact; readonly most: Fact; readonly seats: Fact };
  readonly 'candidate-too-young': { readonly born: Fact; readonly date: Fact; readonly limit: Fact };
}

/** Every finding, by code. */
export const catalogue: Readonly<Record<FindingCode, CatalogueEntry>> = {
  "file-empty": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "File is empty",
      "kk": "Файл бос",
      "ru": "Файл пуст"
    },
    "message": {
      "en": "The file has no rows with data.",
      "kk": "Файлда дерегі бар бірде-бір жол жоқ.",
      "ru": "В файле нет ни одной строки с данными."
    },
    "remedy": {
      "en": "Upload the file again; the transfer may have been cut.",
      "kk": "Файлды қайта жүктеңіз: жіберу үзіліп қалған болуы мүмкін.",
      "ru": "Загрузите файл ещё раз: возможно, передача прервалась."
    },
    "basis": "",
    "parameters": []
  },
  "file-too-large": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "File is too large",
      "kk": "Файл тым үлкен",
      "ru": "Файл слишком велик"
    },
    "message": {
      "en": "The file holds more than {limit} bytes.",
      "kk": "Файл көлемі шектен асады; шек (байт): {limit}.",
      "ru": "Размер файла превышает предел; предел в байтах: {limit}."
    },
    "remedy": {
      "en": "Split it by area into several files.",
      "kk": "Файлды аумақтар бойынша бірнеше файлға бөліңіз.",
      "ru": "Разделите его по территориям на несколько файлов."
    },
    "basis": "",
    "parameters": []
  },
  "file-undecodable": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "File cannot be decoded",
      "kk": "Файл кодын тану мүмкін емес",
      "ru": "Файл не удаётся декодировать"
    },
    "message": {
      "en": "The file cannot be read: {reason}.",
      "kk": "Файлды оқу мүмкін емес: {reason}.",
      "ru": "Файл не читается: {reason}."
    },
    "remedy": {
      "en": "Save it as CSV in UTF-8 or as .xlsx, or name its encoding in `tables` of election.json; check that a .gz, .zip or .xlsx is whole.",
      "kk": "Файлды UTF-8 кодтамасында CSV немесе .xlsx түрінде сақтаңыз, не кодтамасын election.json ішіндегі `tables` бөлімінде атаңыз; .gz, .zip не .xlsx файлының бүтіндігін тексеріңіз.",
      "ru": "Сохраните его как CSV в UTF-8 или как .xlsx либо назовите кодировку в `tables` файла election.json; проверьте, что .gz, .zip или .xlsx не повреждён."
    },
    "basis": "",
    "parameters": []
  },
  "archive-not-one-table": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Archive does not hold one table",
      "kk": "Архивте бір кесте емес",
      "ru": "В архиве не одна таблица"
    },
    "message": {
      "en": "The archive holds {count} files ({names}); it must hold exactly one table.",
      "kk": "Архивтегі файлдар саны: {count} ({names}); онда дәл бір кесте болуы керек.",
      "ru": "В архиве файлов: {count} ({names}); в нём должна быть ровно одна таблица."
    },
    "remedy": {
      "en": "Put one table (.csv, .tsv, .txt, .json, .ndjson or .xlsx) into each archive.",
      "kk": "Әр архивке бір ғана кесте (.csv, .tsv, .txt, .json, .ndjson немесе .xlsx) салыңыз.",
      "ru": "Помещайте в каждый архив одну таблицу (.csv, .tsv, .txt, .json, .ndjson или .xlsx)."
    },
    "basis": "",
    "parameters": []
  },
  "sheet-missing": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Sheet is missing",
      "kk": "Парақ жоқ",
      "ru": "Нет листа"
    },
    "message": {
      "en": "The workbook has no sheet {sheet} that can be read; it has {known}.",
      "kk": "Кітапта оқуға болатын {sheet} парағы жоқ; ондағы парақтар: {known}.",
      "ru": "В книге нет листа {sheet}, который можно прочитать; в ней есть: {known}."
    },
    "remedy": {
      "en": "Name the sheet as the workbook does, in `sheet` of its mapping in election.json, or show a hidden one.",
      "kk": "Парақты election.json ішіндегі сәйкестендірудің `sheet` мүшесінде кітаптағыдай атаңыз немесе жасырын парақты көрсетіңіз.",
      "ru": "Назовите лист в `sheet` сопоставления в election.json так же, как в книге, или покажите скрытый лист."
    },
    "basis": "",
    "parameters": []
  },
  "sheets-unread": {
    "level": "warning",
    "family": "decoding",
    "title": {
      "en": "Sheets are not read",
      "kk": "Оқылмаған парақтар бар",
      "ru": "Есть непрочитанные листы"
    },
    "message": {
      "en": "Only the sheet {sheet} is read; the workbook also has {others}.",
      "kk": "Тек {sheet} парағы оқылды; кітапта мыналар да бар: {others}.",
      "ru": "Прочитан только лист {sheet}; в книге есть и другие: {others}."
    },
    "remedy": {
      "en": "Name the sheet in `sheet` of the mapping in election.json when this is the one that is meant; upload the others as files of their own.",
      "kk": "Керегі осы парақ болса, оны election.json ішіндегі сәйкестендірудің `sheet` мүшесінде атаңыз; басқаларын бөлек файл етіп жүктеңіз.",
      "ru": "Если нужен именно этот лист, назовите его в `sheet` сопоставления в election.json; остальные загрузите отдельными файлами."
    },
    "basis": "",
    "parameters": []
  },
  "formula-without-value": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Formula without a value",
      "kk": "Мәні жоқ формула",
      "ru": "Формула без значения"
    },
    "message": {
      "en": "The cell {cell} holds a formula whose value was not stored.",
      "kk": "{cell} ұяшығындағы формуланың мәні сақталмаған.",
      "ru": "Значение формулы в ячейке {cell} не сохранено."
    },
    "remedy": {
      "en": "Open the workbook in a spreadsheet, let it compute, and save it again.",
      "kk": "Кітапты кестелік редакторда ашып, есептетіп, қайта сақтаңыз.",
      "ru": "Откройте книгу в табличном редакторе, пересчитайте и сохраните её снова."
    },
    "basis": "",
    "parameters": []
  },
  "malware-found": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Malware found",
      "kk": "Зиянды бағдарлама табылды",
      "ru": "Найдена вредоносная программа"
    },
    "message": {
      "en": "The malware scan has found a threat in this file; nothing of it was read.",
      "kk": "Зиянды бағдарламаға тексеру бұл файлдан қауіп тапты; файл оқылған жоқ.",
      "ru": "Проверка на вредоносные программы нашла в этом файле угрозу; файл не прочитан."
    },
    "remedy": {
      "en": "Check the computer that the file comes from, upload the file again from a clean one, and tell the operator.",
      "kk": "Файл келген компьютерді тексеріңіз, файлды таза компьютерден қайта жүктеңіз және операторға хабарлаңыз.",
      "ru": "Проверьте компьютер, с которого пришёл файл, загрузите файл снова с чистого компьютера и сообщите оператору."
    },
    "basis": "",
    "parameters": []
  },
  "malware-not-scanned": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Not scanned for malware",
      "kk": "Зиянды бағдарламаға тексерілмеді",
      "ru": "Не проверен на вредоносные программы"
    },
    "message": {
      "en": "The malware scan could not say that this file is clean: {result}. Nothing of it was read.",
      "kk": "Зиянды бағдарламаға тексеру бұл файлдың таза екенін растай алмады: {result}. Файл оқылған жоқ.",
      "ru": "Проверка на вредоносные программы не смогла подтвердить, что файл чист: {result}. Файл не прочитан."
    },
    "remedy": {
      "en": "After UNSUPPORTED upload the file without a password, unpacked. After ACCESS_DENIED, FAILED or NO_RESULT tell the operator, whose scan does not work, then upload the file again.",
      "kk": "UNSUPPORTED болса, файлды құпиясөзсіз және қысылмаған күйде қайта жүктеңіз. ACCESS_DENIED, FAILED немесе NO_RESULT болса, тексеру жұмыс істемейтінін операторға хабарлаңыз, содан кейін файлды қайта жүктеңіз.",
      "ru": "При UNSUPPORTED загрузите файл без пароля и несжатым. При ACCESS_DENIED, FAILED или NO_RESULT сообщите оператору, что проверка не работает, а затем загрузите файл снова."
    },
    "basis": "Amazon GuardDuty User Guide, Malware Protection for S3",
    "parameters": []
  },
  "json-row-invalid": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "JSON row is invalid",
      "kk": "JSON жолы жарамсыз",
      "ru": "Неверная строка JSON"
    },
    "message": {
      "en": "The object of this row cannot be read: {reason}.",
      "kk": "Осы жолдың нысанын оқу мүмкін емес: {reason}.",
      "ru": "Объект этой строки не читается: {reason}."
    },
    "remedy": {
      "en": "Write rows as objects of texts and numbers, in one array or one a line.",
      "kk": "Жолдарды мәтіндер мен сандардан тұратын нысандар ретінде бір массивте немесе әрқайсысын бөлек жолда жазыңыз.",
      "ru": "Записывайте строки как объекты из текстов и чисел: в одном массиве или по одному на строку."
    },
    "basis": "RFC 8259",
    "parameters": []
  },
  "json-invalid": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Not valid JSON",
      "kk": "JSON қате жазылған",
      "ru": "Некорректный JSON"
    },
    "message": {
      "en": "The file is not valid JSON: {reason}.",
      "kk": "Файл JSON талаптарына сай емес: {reason}.",
      "ru": "Файл не является корректным JSON: {reason}."
    },
    "remedy": {
      "en": "Mend the syntax at the place named; an editor that checks JSON shows it.",
      "kk": "Көрсетілген жердегі синтаксисті түзетіңіз; JSON тексеретін редактор қате жерін көрсетеді.",
      "ru": "Исправьте синтаксис в указанном месте; его покажет редактор с проверкой JSON."
    },
    "basis": "",
    "parameters": []
  },
  "row-too-long": {
    "level": "error",
    "family": "decoding",
    "title": {
      "en": "Row is too long",
      "kk": "Жол тым ұзын",
      "ru": "Строка слишком длинная"
    },
    "message": {
      "en": "The row is longer than {limit} characters; it was not read any further.",
      "kk": "Жолдың ұзындығы шектен асады, шек (таңба): {limit}; файл одан әрі оқылмады.",
      "ru": "Длина строки превышает предел; предел в символах: {limit}; дальше файл не читался."
    },
    "remedy": {
      "en": "Check that the file is a table with line ends.",
      "kk": "Файлдың жолдарға бөлінген кесте екенін тексеріңіз.",
      "ru": "Проверьте, что файл является таблицей с переводами строк."
    },
    "basis": "",
    "parameters": []
  },
  "key-not-recognised": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Key not recognised",
      "kk": "Кілт танылмады",
      "ru": "Ключ не распознан"
    },
    "message": {
      "en": "The key {key} is none of those that Sailau reads.",
      "kk": "{key} кілті Sailau оқитын кілттердің ешқайсысына сәйкес келмейді.",
      "ru": "Ключ {key} не соответствует ни одному из тех, которые читает Sailau."
    },
    "remedy": {
      "en": "Upload to uploads/<election>/ as election.json, stations/<name>.csv, candidates/<name>.csv, results/<contest>/<name>.csv, turnout/<name>.csv or status.json. A table ends in .csv, .tsv, .txt, .json, .ndjson or .xlsx, also with .gz or .zip after it.",
      "kk": "Файлды uploads/<election>/ ішіне мына атаулардың бірімен жүктеңіз: election.json, stations/<name>.csv, candidates/<name>.csv, results/<contest>/<name>.csv, turnout/<name>.csv немесе status.json. Кесте атауы .csv, .tsv, .txt, .json, .ndjson немесе .xlsx деп аяқталады, соңынан .gz не .zip қосылуы мүмкін.",
      "ru": "Загрузите файл в uploads/<election>/ под одним из имён: election.json, stations/<name>.csv, candidates/<name>.csv, results/<contest>/<name>.csv, turnout/<name>.csv или status.json. Имя таблицы оканчивается на .csv, .tsv, .txt, .json, .ndjson или .xlsx, после чего может стоять .gz или .zip."
    },
    "basis": "",
    "parameters": []
  },
  "quote-unclosed": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Quoted cell is not closed",
      "kk": "Ұяшықтың тырнақшасы жабылмаған",
      "ru": "Кавычки в ячейке не закрыты"
    },
    "message": {
      "en": "A quoted cell in this row is not closed, or holds a quote that is not doubled.",
      "kk": "Осы жолдағы ұяшықтың тырнақшасы жабылмаған немесе ішіндегі тырнақша қосарланбаған.",
      "ru": "Ячейка в этой строке не закрыта кавычками либо содержит неудвоенную кавычку."
    },
    "remedy": {
      "en": "Close the quote, or double quotes inside the cell.",
      "kk": "Тырнақшаны жабыңыз немесе ұяшық ішіндегі тырнақшаларды қосарлап жазыңыз.",
      "ru": "Закройте кавычки или удвойте кавычки внутри ячейки."
    },
    "basis": "RFC 4180 section 2",
    "parameters": []
  },
  "header-missing": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Column is missing",
      "kk": "Баған жоқ",
      "ru": "Нет столбца"
    },
    "message": {
      "en": "There is no column {column}; the header has: {header}.",
      "kk": "{column} бағаны жоқ; тақырып жолында: {header}.",
      "ru": "Нет столбца {column}; в строке заголовков: {header}."
    },
    "remedy": {
      "en": "Add the column, or map the header in election.json under tables.",
      "kk": "Бағанды қосыңыз немесе тақырыпты election.json файлының tables бөлімінде сәйкестендіріңіз.",
      "ru": "Добавьте столбец или сопоставьте заголовок в разделе tables файла election.json."
    },
    "basis": "",
    "parameters": []
  },
  "columns-too-many": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Too many columns",
      "kk": "Бағандар тым көп",
      "ru": "Слишком много столбцов"
    },
    "message": {
      "en": "The header has more than {limit} columns.",
      "kk": "Тақырып жолындағы бағандар саны шектен асады; шек: {limit}.",
      "ru": "Столбцов в заголовке больше предела; предел: {limit}."
    },
    "remedy": {
      "en": "Check the delimiter and the quotes; no table of results is that wide.",
      "kk": "Бөлгіш пен тырнақшаларды тексеріңіз: нәтижелер кестесі мұндай кең болмайды.",
      "ru": "Проверьте разделитель и кавычки: таблиц результатов такой ширины не бывает."
    },
    "basis": "",
    "parameters": []
  },
  "header-unknown": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Column is not known",
      "kk": "Баған белгісіз",
      "ru": "Неизвестный столбец"
    },
    "message": {
      "en": "The column \"{column}\" is none that this kind of file has, nor an option of the contest; the nearest is: {nearest}.",
      "kk": "«{column}» бағаны файлдың бұл түріне тән баған да, осы дауыс берудегі бюллетень позициясы да емес; ең жақыны: {nearest}.",
      "ru": "Столбца «{column}» в файлах этого вида нет; позицией бюллетеня этого голосования он тоже не является; ближайший: {nearest}."
    },
    "remedy": {
      "en": "Correct the header, or map or ignore the column in election.json under tables.",
      "kk": "Тақырыпты түзетіңіз не бағанды election.json файлының tables бөлімінде сәйкестендіріңіз немесе еленбейтін етіп белгілеңіз.",
      "ru": "Исправьте заголовок либо сопоставьте столбец или отметьте его как пропускаемый в разделе tables файла election.json."
    },
    "basis": "",
    "parameters": []
  },
  "header-duplicate": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Column stands twice",
      "kk": "Баған қайталанады",
      "ru": "Столбец повторяется"
    },
    "message": {
      "en": "The column \"{column}\" stands more than once in the header.",
      "kk": "«{column}» бағаны тақырып жолында бірнеше рет кездеседі.",
      "ru": "Столбец «{column}» встречается в строке заголовков более одного раза."
    },
    "remedy": {
      "en": "Remove one, or map by position in election.json under tables.",
      "kk": "Біреуін алып тастаңыз немесе election.json файлының tables бөлімінде бағандарды орны бойынша сәйкестендіріңіз.",
      "ru": "Удалите лишний или сопоставьте столбцы по номеру позиции в разделе tables файла election.json."
    },
    "basis": "",
    "parameters": []
  },
  "row-cells": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Row has another number of cells",
      "kk": "Жолдағы ұяшықтар саны сәйкес емес",
      "ru": "Число ячеек в строке не совпадает с заголовком"
    },
    "message": {
      "en": "The row has {cells} cells, the header {expected}.",
      "kk": "Жолдағы ұяшықтар саны — {cells}, тақырып жолында — {expected}.",
      "ru": "Ячеек в строке: {cells}, в заголовке: {expected}."
    },
    "remedy": {
      "en": "Look for a missing or an extra separator, or an unquoted comma.",
      "kk": "Жетіспейтін немесе артық бөлгіштің, не тырнақшаға алынбаған үтірдің бар-жоғын тексеріңіз.",
      "ru": "Проверьте, нет ли пропущенного или лишнего разделителя либо запятой вне кавычек."
    },
    "basis": "RFC 4180 section 2",
    "parameters": []
  },
  "cell-missing": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Cell is empty",
      "kk": "Ұяшық бос",
      "ru": "Ячейка пуста"
    },
    "message": {
      "en": "The cell must not be empty.",
      "kk": "Ұяшық бос болмауға тиіс.",
      "ru": "Ячейка не должна быть пустой."
    },
    "remedy": {
      "en": "Fill it in; a row that reports nothing can be left out.",
      "kk": "Ұяшықты толтырыңыз; ешқандай дерек бермейтін жолды қалдырып кетуге болады.",
      "ru": "Заполните её; строку, в которой нет данных, можно не включать."
    },
    "basis": "",
    "parameters": []
  },
  "text-unprintable": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "A text holds a hidden character",
      "kk": "Мәтінде көрінбейтін таңба бар",
      "ru": "В тексте есть скрытый символ"
    },
    "message": {
      "en": "The text holds {character}, a control character or one that turns the direction of writing.",
      "kk": "Мәтінде {character} бар: бұл басқару таңбасы немесе жазу бағытын өзгертетін таңба.",
      "ru": "В тексте есть {character}: управляющий символ или символ, меняющий направление письма."
    },
    "remedy": {
      "en": "Type the text of this cell anew; it was probably copied from another program.",
      "kk": "Ұяшықтағы мәтінді қайта теріңіз; ол басқа бағдарламадан көшірілген болуы мүмкін.",
      "ru": "Наберите текст этой ячейки заново; вероятно, он скопирован из другой программы."
    },
    "basis": "Unicode Technical Standard #55",
    "parameters": []
  },
  "row-duplicate": {
    "level": "error",
    "family": "structure",
    "title": {
      "en": "Row stands twice",
      "kk": "Жол қайталанады",
      "ru": "Строка повторяется"
    },
    "message": {
      "en": "The row repeats {what}, already given in row {first}.",
      "kk": "Жол мына деректі қайталайды: {what}; ол {first}-жолда бұрын берілген.",
      "ru": "Строка повторяет уже указанное в строке {first}: {what}."
    },
    "remedy": {
      "en": "Remove one of the two rows.",
      "kk": "Екі жолдың бірін алып тастаңыз.",
      "ru": "Удалите одну из двух строк."
    },
    "basis": "",
    "parameters": []
  },
  "definition-invalid": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "Definition does not fit its schema",
      "kk": "Сайлау сипаттамасы схемаға сай емес",
      "ru": "Описание выборов не соответствует схеме"
    },
    "message": {
      "en": "{pointer}: {reason}.",
      "kk": "{pointer}: {reason}.",
      "ru": "{pointer}: {reason}."
    },
    "remedy": {
      "en": "Open the file in an editor that follows its $schema: it marks the place.",
      "kk": "Файлды оның $schema сілтемесін ескеретін редакторда ашыңыз: ол қате жерін белгілейді.",
      "ru": "Откройте файл в редакторе, который учитывает его $schema: он отметит место ошибки."
    },
    "basis": "schemas/election.schema.json",
    "parameters": []
  },
  "definition-reference": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "Definition refers to something that is not there",
      "kk": "Сипаттама жоқ элементке сілтейді",
      "ru": "Описание ссылается на то, чего в нём нет"
    },
    "message": {
      "en": "{pointer} names the {kind} \"{id}\", which the definition does not have.",
      "kk": "{pointer}: «{id}» ({kind}) көрсетілген, бірақ сипаттамада ол жоқ.",
      "ru": "{pointer}: указано «{id}» ({kind}), но в описании этого нет."
    },
    "remedy": {
      "en": "Add it, or correct the id.",
      "kk": "Оны қосыңыз немесе идентификаторды түзетіңіз.",
      "ru": "Добавьте недостающее или исправьте идентификатор."
    },
    "basis": "",
    "parameters": []
  },
  "definition-duplicate": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "Definition has an id twice",
      "kk": "Сипаттамада идентификатор қайталанады",
      "ru": "Идентификатор в описании повторяется"
    },
    "message": {
      "en": "{pointer} repeats the {kind} \"{id}\".",
      "kk": "{pointer}: «{id}» ({kind}) қайталанады.",
      "ru": "{pointer}: повторяется «{id}» ({kind})."
    },
    "remedy": {
      "en": "Give each its own id.",
      "kk": "Әрқайсысына жеке идентификатор беріңіз.",
      "ru": "Задайте каждому свой идентификатор."
    },
    "basis": "",
    "parameters": []
  },
  "definition-orphans": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "Definition would orphan records",
      "kk": "Сипаттама жазбаларды байланыссыз қалдырады",
      "ru": "Описание оставит записи без привязки"
    },
    "message": {
      "en": "The {kind} \"{id}\" is missing from the new definition, but {file} has records of it.",
      "kk": "Жаңа сипаттамада «{id}» ({kind}) жоқ, бірақ {file} файлында оған қатысты жазбалар бар.",
      "ru": "В новом описании нет «{id}» ({kind}), но в файле {file} есть относящиеся к нему записи."
    },
    "remedy": {
      "en": "Keep it in the definition, or first upload a corrected file without those records.",
      "kk": "Оны сипаттамада қалдырыңыз немесе алдымен сол жазбалары жоқ түзетілген файлды жүктеңіз.",
      "ru": "Сохраните его в описании или сначала загрузите исправленный файл без этих записей."
    },
    "basis": "",
    "parameters": []
  },
  "election-id-mismatch": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "Election id differs from the key",
      "kk": "Сайлау идентификаторы кілтке сәйкес емес",
      "ru": "Идентификатор выборов не совпадает с ключом"
    },
    "message": {
      "en": "The file says election \"{id}\", its key says \"{expected}\".",
      "kk": "Файлда «{id}» сайлауы, ал кілтте «{expected}» көрсетілген.",
      "ru": "В файле указаны выборы «{id}», в ключе — «{expected}»."
    },
    "remedy": {
      "en": "Upload it under uploads/{id}/, or correct the id.",
      "kk": "Файлды uploads/{id}/ ішіне жүктеңіз немесе идентификаторды түзетіңіз.",
      "ru": "Загрузите файл в uploads/{id}/ или исправьте идентификатор."
    },
    "basis": "",
    "parameters": []
  },
  "status-invalid": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "Status does not fit its schema",
      "kk": "Мәртебе файлы схемаға сай емес",
      "ru": "Файл статуса не соответствует схеме"
    },
    "message": {
      "en": "{pointer}: {reason}.",
      "kk": "{pointer}: {reason}.",
      "ru": "{pointer}: {reason}."
    },
    "remedy": {
      "en": "Give status (partial, complete, certified, corrected or withdrawn), by, at and reason; under withdrawn, releases that have been published.",
      "kk": "status (partial, complete, certified, corrected немесе withdrawn), by, at және reason өрістерін толтырыңыз; withdrawn тізімінде тек жарияланған шығарылымдарды көрсетіңіз.",
      "ru": "Заполните поля status (partial, complete, certified, corrected или withdrawn), by, at и reason; в withdrawn указывайте только опубликованные выпуски."
    },
    "basis": "schemas/status.schema.json",
    "parameters": []
  },
  "definition-missing": {
    "level": "error",
    "family": "definition",
    "title": {
      "en": "The definition has not arrived",
      "kk": "Сайлау сипаттамасы келіп түспеді",
      "ru": "Описание выборов не поступило"
    },
    "message": {
      "en": "There is no election.json for {election}.",
      "kk": "{election} үшін election.json жоқ.",
      "ru": "Для {election} нет файла election.json."
    },
    "remedy": {
      "en": "Upload uploads/{election}/election.json, then this file again.",
      "kk": "Алдымен uploads/{election}/election.json, содан кейін осы файлды қайта жүктеңіз.",
      "ru": "Загрузите uploads/{election}/election.json, а затем ещё раз этот файл."
    },
    "basis": "",
    "parameters": []
  },
  "register-missing": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "The register of stations has not arrived",
      "kk": "Сайлау учаскелерінің тізілімі келіп түспеді",
      "ru": "Реестр избирательных участков не поступил"
    },
    "message": {
      "en": "Contest {contest} is reported by station, but no register of stations has been uploaded.",
      "kk": "{contest} дауыс беруі бойынша деректер учаскелер бойынша ұсынылады, бірақ сайлау учаскелерінің тізілімі жүктелмеген.",
      "ru": "Данные по голосованию {contest} подаются по участкам, но реестр избирательных участков не загружен."
    },
    "remedy": {
      "en": "Upload uploads/{election}/stations/<name>.csv, then this file again.",
      "kk": "Алдымен uploads/{election}/stations/<name>.csv, содан кейін осы файлды қайта жүктеңіз.",
      "ru": "Загрузите uploads/{election}/stations/<name>.csv, а затем ещё раз этот файл."
    },
    "basis": "",
    "parameters": []
  },
  "register-incomplete": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "The register has no stations of the area",
      "kk": "Тізілімде аумақтың сайлау учаскелері жоқ",
      "ru": "В реестре нет участков этой территории"
    },
    "message": {
      "en": "The register does not name station \"{station}\", and no station of {area} has been registered.",
      "kk": "Тізілімде «{station}» сайлау учаскесі жоқ, ал {area} аумағының бірде-бір учаскесі тізілімге енгізілмеген.",
      "ru": "В реестре нет участка «{station}», и ни один участок территории {area} в него не внесён."
    },
    "remedy": {
      "en": "Upload the register of {area} under stations/, or correct the id of the station; then upload this file again.",
      "kk": "{area} аумағының тізілімін stations/ ішіне жүктеңіз немесе учаске идентификаторын түзетіңіз, содан кейін осы файлды қайта жүктеңіз.",
      "ru": "Загрузите реестр территории {area} в stations/ или исправьте идентификатор участка, а затем ещё раз загрузите этот файл."
    },
    "basis": "",
    "parameters": []
  },
  "contest-unknown": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Contest is not known",
      "kk": "Дауыс беру белгісіз",
      "ru": "Неизвестное голосование"
    },
    "message": {
      "en": "The election has no contest \"{contest}\"; the nearest is: {nearest}.",
      "kk": "Бұл сайлауда «{contest}» дауыс беруі жоқ; ең жақыны: {nearest}.",
      "ru": "В этих выборах нет голосования «{contest}»; ближайшее: {nearest}."
    },
    "remedy": {
      "en": "Use one of: {known}.",
      "kk": "Мыналардың бірін көрсетіңіз: {known}.",
      "ru": "Укажите одно из следующих: {known}."
    },
    "basis": "",
    "parameters": []
  },
  "area-unknown": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Area is not known",
      "kk": "Аумақ белгісіз",
      "ru": "Неизвестная территория"
    },
    "message": {
      "en": "The election has no area \"{value}\"; the nearest is: {nearest}.",
      "kk": "Бұл сайлауда «{value}» аумағы жоқ; ең жақыны: {nearest}.",
      "ru": "В этих выборах нет территории «{value}»; ближайшая: {nearest}."
    },
    "remedy": {
      "en": "Use an area id of election.json.",
      "kk": "election.json файлындағы аумақ идентификаторын пайдаланыңыз.",
      "ru": "Используйте идентификатор территории из election.json."
    },
    "basis": "",
    "parameters": []
  },
  "area-outside": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Area lies outside the contest",
      "kk": "Аумақ дауыс беру өтетін аумақтан тыс",
      "ru": "Территория вне границ голосования"
    },
    "message": {
      "en": "Area {area} does not lie in {expected}, where the contest is held.",
      "kk": "{area} аумағы дауыс беру өтетін {expected} аумағына кірмейді.",
      "ru": "Территория {area} не входит в территорию {expected}, где проводится голосование."
    },
    "remedy": {
      "en": "Correct the area, or the contest in the key.",
      "kk": "Аумақты немесе кілттегі дауыс беруді түзетіңіз.",
      "ru": "Исправьте территорию или голосование в ключе."
    },
    "basis": "",
    "parameters": []
  },
  "area-not-reporting": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Area does not report",
      "kk": "Аумақ дерек ұсынбайды",
      "ru": "Территория не подаёт данных"
    },
    "message": {
      "en": "Contest {contest} is reported by area, and {area} is not one of its reporting areas.",
      "kk": "{contest} дауыс беруі бойынша деректер аумақтар бойынша ұсынылады, ал {area} дерек ұсынатын аумақтардың қатарында жоқ.",
      "ru": "Данные по голосованию {contest} подаются по территориям, и {area} не входит в число подающих."
    },
    "remedy": {
      "en": "Use one of: {known}.",
      "kk": "Мыналардың бірін көрсетіңіз: {known}.",
      "ru": "Укажите одну из следующих: {known}."
    },
    "basis": "",
    "parameters": []
  },
  "station-invalid": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Not a station id",
      "kk": "Учаске идентификаторы емес",
      "ru": "Не идентификатор участка"
    },
    "message": {
      "en": "\"{value}\" cannot be a station id.",
      "kk": "«{value}» сайлау учаскесінің идентификаторы бола алмайды.",
      "ru": "«{value}» не может быть идентификатором избирательного участка."
    },
    "remedy": {
      "en": "Use at most 64 characters, no # and no control characters.",
      "kk": "Ұзындығы 64 таңбадан аспасын, # таңбасы мен басқару таңбалары болмасын.",
      "ru": "Не более 64 символов, без # и управляющих символов."
    },
    "basis": "",
    "parameters": []
  },
  "station-unknown": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Station is not in the register",
      "kk": "Сайлау учаскесі тізілімде жоқ",
      "ru": "Избирательного участка нет в реестре"
    },
    "message": {
      "en": "The register has no station \"{station}\"; the nearest is: {nearest}.",
      "kk": "Тізілімде «{station}» сайлау учаскесі жоқ; ең жақын нөмір: {nearest}.",
      "ru": "В реестре нет избирательного участка «{station}»; ближайший номер: {nearest}."
    },
    "remedy": {
      "en": "Correct the id, or add the station to the register first.",
      "kk": "Идентификаторды түзетіңіз немесе алдымен учаскені тізілімге қосыңыз.",
      "ru": "Исправьте идентификатор или сначала внесите участок в реестр."
    },
    "basis": "",
    "parameters": []
  },
  "code-lookalike": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Look-alike letters in a code",
      "kk": "Кодта ұқсас әріптер бар",
      "ru": "Похожие буквы в коде"
    },
    "message": {
      "en": "{value} is not known, but {nearest} is: letters that look alike are Cyrillic in one and Latin in the other.",
      "kk": "{value} белгісіз, бірақ {nearest} бар: сырт көзге бірдей әріптер бірінде кириллица, екіншісінде латын.",
      "ru": "{value} неизвестно, но есть {nearest}: одинаковые на вид буквы в одном коде кириллические, в другом латинские."
    },
    "remedy": {
      "en": "Type the code again with the letters of {nearest}.",
      "kk": "Кодты {nearest} әріптерімен қайта теріңіз.",
      "ru": "Наберите код заново теми же буквами, что в {nearest}."
    },
    "basis": "Unicode Technical Standard #39, section 4",
    "parameters": []
  },
  "station-unexpected": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Contest is reported by area",
      "kk": "Дауыс беру деректері аумақтар бойынша ұсынылады",
      "ru": "Данные по голосованию подаются по территориям"
    },
    "message": {
      "en": "The row names station \"{station}\", but the contest is reported by area.",
      "kk": "Жолда «{station}» сайлау учаскесі көрсетілген, бірақ бұл дауыс беру бойынша деректер аумақтар бойынша ұсынылады.",
      "ru": "В строке указан избирательный участок «{station}», но данные по этому голосованию подаются по территориям."
    },
    "remedy": {
      "en": "Leave the station empty, or set reportedBy to station in election.json.",
      "kk": "Учаскені бос қалдырыңыз немесе election.json файлында reportedBy үшін station мәнін көрсетіңіз.",
      "ru": "Оставьте участок пустым или задайте reportedBy значение station в election.json."
    },
    "basis": "",
    "parameters": []
  },
  "station-area-mismatch": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Station lies in another area",
      "kk": "Сайлау учаскесі басқа аумақта",
      "ru": "Избирательный участок находится на другой территории"
    },
    "message": {
      "en": "The register has station {station} in {expected}, the row says {area}.",
      "kk": "Тізілім бойынша {station} учаскесі {expected} аумағында, ал жолда {area} аумағы көрсетілген.",
      "ru": "По реестру участок {station} относится к территории {expected}, а в строке указана территория {area}."
    },
    "remedy": {
      "en": "Correct the area or the station.",
      "kk": "Аумақты немесе учаскені түзетіңіз.",
      "ru": "Исправьте территорию или участок."
    },
    "basis": "",
    "parameters": []
  },
  "option-unknown": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Option is not known",
      "kk": "Бюллетень позициясы белгісіз",
      "ru": "Неизвестная позиция бюллетеня"
    },
    "message": {
      "en": "The contest has no option \"{value}\"; the nearest is: {nearest}.",
      "kk": "Бұл дауыс беруде «{value}» бюллетень позициясы жоқ; ең жақыны: {nearest}.",
      "ru": "В этом голосовании нет позиции бюллетеня «{value}»; ближайшая: {nearest}."
    },
    "remedy": {
      "en": "Use one of: {known}, or map the label in election.json under tables.",
      "kk": "Мыналардың бірін көрсетіңіз: {known} — немесе атауды election.json файлының tables бөлімінде сәйкестендіріңіз.",
      "ru": "Укажите одну из следующих: {known} — или сопоставьте обозначение в разделе tables файла election.json."
    },
    "basis": "",
    "parameters": []
  },
  "source-unknown": {
    "level": "error",
    "family": "references",
    "title": {
      "en": "Source is not known",
      "kk": "Дереккөз белгісіз",
      "ru": "Неизвестный источник"
    },
    "message": {
      "en": "The election has no source \"{value}\"; the nearest is: {nearest}.",
      "kk": "Бұл сайлауда «{value}» дереккөзі жоқ; ең жақыны: {nearest}.",
      "ru": "В этих выборах нет источника «{value}»; ближайший: {nearest}."
    },
    "remedy": {
      "en": "Add it to sources in election.json, or correct the id; several ids are separated by semicolons.",
      "kk": "Оны election.json файлындағы sources тізіміне қосыңыз немесе идентификаторды түзетіңіз; бірнеше идентификатор нүктелі үтірмен бөлінеді.",
      "ru": "Добавьте его в sources файла election.json или исправьте идентификатор; несколько идентификаторов разделяются точкой с запятой."
    },
    "basis": "",
    "parameters": []
  },
  "count-not-whole": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not a whole number",
      "kk": "Бүтін сан емес",
      "ru": "Не целое число"
    },
    "message": {
      "en": "\"{value}\" is not a whole number.",
      "kk": "«{value}» бүтін сан емес.",
      "ru": "«{value}» не является целым числом."
    },
    "remedy": {
      "en": "Write digits only; spaces as thousands separators are accepted, decimals and other signs are not.",
      "kk": "Тек цифрлармен жазыңыз; мыңдықтарды бос орынмен бөлуге болады, ондық бөлшектер мен басқа белгілер қабылданбайды.",
      "ru": "Пишите только цифры; пробелы между разрядами допускаются, десятичные дроби и другие знаки — нет."
    },
    "basis": "",
    "parameters": []
  },
  "count-too-large": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Number is too large",
      "kk": "Сан тым үлкен",
      "ru": "Число слишком велико"
    },
    "message": {
      "en": "{value} is greater than 9,007,199,254,740,991.",
      "kk": "{value} саны 9 007 199 254 740 991 санынан үлкен.",
      "ru": "{value} больше, чем 9 007 199 254 740 991."
    },
    "remedy": {
      "en": "Check the number.",
      "kk": "Санды тексеріңіз.",
      "ru": "Проверьте число."
    },
    "basis": "",
    "parameters": []
  },
  "percent-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not a percentage",
      "kk": "Пайыз емес",
      "ru": "Не процент"
    },
    "message": {
      "en": "\"{value}\" is not a percentage between 0 and 100.",
      "kk": "«{value}» 0 мен 100 аралығындағы пайыз емес.",
      "ru": "«{value}» не является процентом от 0 до 100."
    },
    "remedy": {
      "en": "Write it with a point, as 54.19.",
      "kk": "Нүкте арқылы жазыңыз, мысалы: 54.19.",
      "ru": "Пишите через точку, например 54.19."
    },
    "basis": "",
    "parameters": []
  },
  "time-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not a time",
      "kk": "Уақыт емес",
      "ru": "Не время"
    },
    "message": {
      "en": "\"{value}\" is not a date and time.",
      "kk": "«{value}» күн мен уақыт емес.",
      "ru": "«{value}» не является датой и временем."
    },
    "remedy": {
      "en": "Write it as 2023-03-19T10:00 or with an offset, 2023-03-19T10:00+06:00.",
      "kk": "2023-03-19T10:00 түрінде немесе уақыт белдеуінің ығысуымен жазыңыз: 2023-03-19T10:00+06:00.",
      "ru": "Пишите в виде 2023-03-19T10:00 или со смещением часового пояса: 2023-03-19T10:00+06:00."
    },
    "basis": "ISO 8601",
    "parameters": []
  },
  "flag-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not yes or no",
      "kk": "yes те, no да емес",
      "ru": "Не yes и не no"
    },
    "message": {
      "en": "\"{value}\" is not yes or no.",
      "kk": "«{value}» мәні yes те, no да емес.",
      "ru": "Значение «{value}» — не yes и не no."
    },
    "remedy": {
      "en": "Write yes, no, or leave the cell empty where it is not known.",
      "kk": "yes не no деп жазыңыз, ал белгісіз болса, ұяшықты бос қалдырыңыз.",
      "ru": "Напишите yes или no либо оставьте ячейку пустой, если ответ неизвестен."
    },
    "basis": "",
    "parameters": []
  },
  "order-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not a place on a list",
      "kk": "Тізімдегі реттік нөмір емес",
      "ru": "Не номер в списке"
    },
    "message": {
      "en": "\"{value}\" is not a place on a list.",
      "kk": "«{value}» тізімдегі реттік нөмір бола алмайды.",
      "ru": "«{value}» не может быть порядковым номером в списке."
    },
    "remedy": {
      "en": "Write a whole number from 1.",
      "kk": "1-ден басталатын бүтін санды жазыңыз.",
      "ru": "Укажите целое число, начиная с 1."
    },
    "basis": "",
    "parameters": []
  },
  "person-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not the id of a person",
      "kk": "Тұлғаның идентификаторы емес",
      "ru": "Не идентификатор лица"
    },
    "message": {
      "en": "\"{value}\" is not the id of a person.",
      "kk": "«{value}» тұлғаның идентификаторы бола алмайды.",
      "ru": "«{value}» не может быть идентификатором лица."
    },
    "remedy": {
      "en": "Write at most 64 letters, digits, dots, hyphens or underscores, or leave the cell empty.",
      "kk": "Ең көбі 64 латын әрпін, цифрды, нүктені, сызықшаны немесе астыңғы сызықты жазыңыз не ұяшықты бос қалдырыңыз.",
      "ru": "Напишите не более 64 латинских букв, цифр, точек, дефисов или знаков подчёркивания либо оставьте ячейку пустой."
    },
    "basis": "",
    "parameters": []
  },
  "candidate-status-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not a status of a candidate",
      "kk": "Кандидаттың мәртебесі емес",
      "ru": "Не статус кандидата"
    },
    "message": {
      "en": "\"{value}\" is not withdrawn or deceased.",
      "kk": "«{value}» мәні withdrawn та, deceased та емес.",
      "ru": "Значение «{value}» — не withdrawn и не deceased."
    },
    "remedy": {
      "en": "Write withdrawn, deceased, or leave the cell empty for a candidate who stands.",
      "kk": "withdrawn не deceased деп жазыңыз, ал кандидат сайлауға қатысып жатса, ұяшықты бос қалдырыңыз.",
      "ru": "Напишите withdrawn или deceased либо оставьте ячейку пустой, если кандидат участвует в выборах."
    },
    "basis": "",
    "parameters": []
  },
  "count-conflict": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Count differs within the file",
      "kk": "Көрсеткіш файл ішінде әртүрлі",
      "ru": "Показатель в файле различается"
    },
    "message": {
      "en": "{field} of the station is {value} here and {other} in row {first}.",
      "kk": "Учаскенің {field} көрсеткіші осы жолда {value}, ал {first}-жолда {other}.",
      "ru": "Показатель {field} участка в этой строке — {value}, а в строке {first} — {other}."
    },
    "remedy": {
      "en": "Give the same number in every row of the station, or in one row only.",
      "kk": "Учаскенің барлық жолында бірдей санды көрсетіңіз немесе оны тек бір жолда беріңіз.",
      "ru": "Укажите одно и то же число во всех строках участка или только в одной из них."
    },
    "basis": "",
    "parameters": []
  },
  "birth-date-invalid": {
    "level": "error",
    "family": "counts",
    "title": {
      "en": "Not a date of birth",
      "kk": "Туған күні емес",
      "ru": "Не дата рождения"
    },
    "message": {
      "en": "\"{value}\" is neither a date nor a year.",
      "kk": "«{value}» күн де, жыл да емес.",
      "ru": "«{value}» — не дата и не год."
    },
    "remedy": {
      "en": "Write it as 1980-12-31 or, where only the year is known, as 1980.",
      "kk": "Оны 1980-12-31 түрінде, тек жылы белгілі болса, 1980 түрінде жазыңыз.",
      "ru": "Запишите её как 1980-12-31 или, если известен только год, как 1980."
    },
    "basis": "ISO 8601",
    "parameters": []
  },
  "votes-invalid-cast": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Votes, blank and invalid ballots do not make up the ballots cast",
      "kk": "Дауыстардың, бос және жарамсыз бюллетеньдердің қосындысы дауыс бергендер санына тең емес",
      "ru": "Голоса, пустые и недействительные бюллетени не дают в сумме числа проголосовавших"
    },
    "message": {
      "en": "Votes {votes}, blank {blank} and invalid {invalid} make {sum}, but {cast} ballots were cast.",
      "kk": "Дауыстардың ({votes}), бос ({blank}) және жарамсыз ({invalid}) бюллетеньдердің қосындысы — {sum}, ал дауыс берген сайлаушылар саны — {cast}.",
      "ru": "Голоса ({votes}), пустые ({blank}) и недействительные ({invalid}) бюллетени в сумме дают {sum}, а число проголосовавших избирателей — {cast}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4), 43(4-1); Kieswet (NL), Abacus F.203",
    "parameters": []
  },
  "votes-valid": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Votes do not make up the valid ballots",
      "kk": "Дауыстар қосындысы жарамды бюллетеньдер санына тең емес",
      "ru": "Сумма голосов не равна числу действительных бюллетеней"
    },
    "message": {
      "en": "The votes sum to {votes}, but {valid} ballots are valid.",
      "kk": "Дауыстар қосындысы — {votes}, ал жарамды бюллетеньдер саны — {valid}.",
      "ru": "Сумма голосов — {votes}, а число действительных бюллетеней — {valid}."
    },
    "remedy": {
      "en": "Compare with the signed protocol.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз.",
      "ru": "Сверьте с подписанным протоколом."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4), 43(4-1); Kieswet (NL), Abacus F.202",
    "parameters": []
  },
  "cast-over-issued": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More ballots cast than issued",
      "kk": "Дауыс бергендер берілген бюллетеньдерден көп",
      "ru": "Проголосовавших больше, чем выданных бюллетеней"
    },
    "message": {
      "en": "{cast} ballots were cast, {issued} were issued.",
      "kk": "Дауыс берген сайлаушылар саны — {cast}, берілген бюллетеньдер саны — {issued}.",
      "ru": "Проголосовало избирателей: {cast}, выдано бюллетеней: {issued}."
    },
    "remedy": {
      "en": "Compare with the signed protocol.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз.",
      "ru": "Сверьте с подписанным протоколом."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4), 43(4-1); Kieswet (NL), Abacus F.302 to F.309",
    "parameters": []
  },
  "issued-over-registered": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More ballots issued than voters registered",
      "kk": "Берілген бюллетеньдер тізімдегі сайлаушылардан көп",
      "ru": "Выдано бюллетеней больше, чем избирателей в списке"
    },
    "message": {
      "en": "{issued} ballots were issued to {registered} registered voters.",
      "kk": "Берілген бюллетеньдер саны — {issued}, тізімге енгізілген сайлаушылар саны — {registered}.",
      "ru": "Выдано бюллетеней: {issued}, включено в список избирателей: {registered}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; voters may have been added on the day.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; дауыс беру күні тізімге сайлаушылар қосымша енгізілген болуы мүмкін.",
      "ru": "Сверьте с подписанным протоколом; в день голосования в список могли быть дополнительно включены избиратели."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4), 43(4-1)",
    "parameters": []
  },
  "turnout-over-100": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Turnout over 100 %",
      "kk": "Келу белсенділігі 100 %-дан асады",
      "ru": "Явка превышает 100 %"
    },
    "message": {
      "en": "{cast} ballots were cast by {registered} registered voters.",
      "kk": "Дауыс берген сайлаушылар саны — {cast}, тізімге енгізілген сайлаушылар саны — {registered}.",
      "ru": "Проголосовало избирателей: {cast}, включено в список избирателей: {registered}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; voters may have been added on the day.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; дауыс беру күні тізімге сайлаушылар қосымша енгізілген болуы мүмкін.",
      "ru": "Сверьте с подписанным протоколом; в день голосования в список могли быть дополнительно включены избиратели."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4), 43(4-1)",
    "parameters": []
  },
  "received-issued-unused": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Issued and unused ballots do not make up those received",
      "kk": "Берілген және пайдаланылмаған бюллетеньдердің қосындысы алынған бюллетеньдер санына тең емес",
      "ru": "Выданные и неиспользованные бюллетени не дают в сумме числа полученных"
    },
    "message": {
      "en": "Issued {issued} and unused {unused} make {sum}, but {received} were received.",
      "kk": "Берілген ({issued}) және пайдаланылмаған ({unused}) бюллетеньдердің қосындысы — {sum}, ал алынғаны — {received}.",
      "ru": "Выданные ({issued}) и неиспользованные ({unused}) бюллетени в сумме дают {sum}, а получено — {received}."
    },
    "remedy": {
      "en": "Compare with the signed protocol.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз.",
      "ru": "Сверьте с подписанным протоколом."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4)",
    "parameters": []
  },
  "invalid-share-high": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Many invalid ballots",
      "kk": "Жарамсыз бюллетеньдер көп",
      "ru": "Много недействительных бюллетеней"
    },
    "message": {
      "en": "{invalid} of {cast} ballots are invalid, more than {limit} %.",
      "kk": "Жарамсыз бюллетеньдер саны — {invalid}, барлығы — {cast}; бұл {limit} %-дан асады.",
      "ru": "Недействительных бюллетеней: {invalid} из {cast}, то есть более {limit} %."
    },
    "remedy": {
      "en": "Compare with the signed protocol: columns may have been swapped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз: бағандардың орны ауысып кеткен болуы мүмкін.",
      "ru": "Сверьте с подписанным протоколом: возможно, перепутаны столбцы."
    },
    "parameters": [
      {
        "name": "invalidSharePercent",
        "default": "10",
        "description": "Share of invalid ballots among those cast, in percent, over which a protocol is reported."
      }
    ],
    "basis": "Kieswet (NL), Abacus W.202"
  },
  "no-votes": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "No votes",
      "kk": "Дауыстар жоқ",
      "ru": "Нет голосов"
    },
    "message": {
      "en": "No option has any vote.",
      "kk": "Бюллетеньнің бірде-бір позициясына дауыс берілмеген.",
      "ru": "Ни за одну позицию бюллетеня голосов не подано."
    },
    "remedy": {
      "en": "Check whether the station was closed, or the row is a blank form.",
      "kk": "Учаскенің жабық болған-болмағанын немесе жолдың толтырылмаған нысан екенін тексеріңіз.",
      "ru": "Проверьте, не был ли участок закрыт и не является ли строка незаполненным бланком."
    },
    "basis": "Kieswet (NL), Abacus W.204",
    "parameters": []
  },
  "valid-invalid-cast": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Valid, blank and invalid ballots do not make up the ballots cast",
      "kk": "Жарамды, бос және жарамсыз бюллетеньдердің қосындысы дауыс бергендер санына тең емес",
      "ru": "Действительные, пустые и недействительные бюллетени не дают в сумме числа проголосовавших"
    },
    "message": {
      "en": "Valid {valid}, blank {blank} and invalid {invalid} make {sum}, but {cast} ballots were cast.",
      "kk": "Жарамды ({valid}), бос ({blank}) және жарамсыз ({invalid}) бюллетеньдердің қосындысы — {sum}, ал дауыс берген сайлаушылар саны — {cast}.",
      "ru": "Действительные ({valid}), пустые ({blank}) и недействительные ({invalid}) бюллетени в сумме дают {sum}, а число проголосовавших избирателей — {cast}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4), 43(4-1)",
    "parameters": []
  },
  "issued-over-received": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More ballots issued than received",
      "kk": "Берілген бюллетеньдер алынғандардан көп",
      "ru": "Выдано больше бюллетеней, чем получено"
    },
    "message": {
      "en": "{issued} ballots were issued, {received} were received.",
      "kk": "Берілген бюллетеньдер саны — {issued}, алынғаны — {received}.",
      "ru": "Выдано бюллетеней: {issued}, получено: {received}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4)",
    "parameters": []
  },
  "cast-over-received": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More ballots cast than received",
      "kk": "Дауыс бергендер алынған бюллетеньдерден көп",
      "ru": "Проголосовавших больше, чем полученных бюллетеней"
    },
    "message": {
      "en": "{cast} ballots were cast, {received} were received.",
      "kk": "Дауыс берген сайлаушылар саны — {cast}, алынған бюллетеньдер саны — {received}.",
      "ru": "Проголосовало избирателей: {cast}, получено бюллетеней: {received}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4)",
    "parameters": []
  },
  "unused-over-received": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More ballots left over than received",
      "kk": "Пайдаланылмаған бюллетеньдер алынғандардан көп",
      "ru": "Неиспользованных бюллетеней больше, чем полученных"
    },
    "message": {
      "en": "{unused} ballots were left over, {received} were received.",
      "kk": "Пайдаланылмаған бюллетеньдер саны — {unused}, алынғаны — {received}.",
      "ru": "Неиспользованных бюллетеней: {unused}, получено: {received}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 43(4)",
    "parameters": []
  },
  "outside-over-issued": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More voters outside the premises than ballots issued",
      "kk": "Үй-жайдан тыс дауыс бергендер берілген бюллетеньдерден көп",
      "ru": "Проголосовавших вне помещения больше, чем выданных бюллетеней"
    },
    "message": {
      "en": "{outside} voters voted outside the premises, {issued} ballots were issued.",
      "kk": "Үй-жайдан тыс дауыс бергендер саны — {outside}, берілген бюллетеньдер саны — {issued}.",
      "ru": "Проголосовало вне помещения: {outside}, выдано бюллетеней: {issued}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 44(5)",
    "parameters": []
  },
  "absentee-over-issued": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "More absentee voters than ballots issued",
      "kk": "Есептен шығару куәлігімен дауыс бергендер берілген бюллетеньдерден көп",
      "ru": "Проголосовавших по открепительным больше, чем выданных бюллетеней"
    },
    "message": {
      "en": "{absentee} voters had an absentee certificate, {issued} ballots were issued.",
      "kk": "Есептен шығару куәлігімен дауыс бергендер саны — {absentee}, берілген бюллетеньдер саны — {issued}.",
      "ru": "Проголосовало по открепительным удостоверениям: {absentee}, выдано бюллетеней: {issued}."
    },
    "remedy": {
      "en": "Compare with the signed protocol; correct the file if it was mistyped.",
      "kk": "Қол қойылған хаттамамен салыстырыңыз; теру кезінде қате кеткен болса, файлды түзетіңіз.",
      "ru": "Сверьте с подписанным протоколом; если при вводе допущена ошибка, исправьте файл."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 44(5)",
    "parameters": []
  },
  "cast-under-issued": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Far fewer ballots cast than issued",
      "kk": "Дауыс бергендер берілген бюллетеньдерден әлдеқайда аз",
      "ru": "Проголосовавших намного меньше, чем выданных бюллетеней"
    },
    "message": {
      "en": "{cast} ballots were cast, {issued} were issued: {difference} are missing, at least {limit} % and {least} ballots.",
      "kk": "Дауыс берген сайлаушылар саны — {cast}, берілген бюллетеньдер саны — {issued}: айырмасы {difference}, яғни кемінде {limit} % және {least} бюллетень.",
      "ru": "Проголосовало избирателей: {cast}, выдано бюллетеней: {issued}; не хватает {difference}, то есть не менее {limit} % и {least} бюллетеней."
    },
    "remedy": {
      "en": "Count the ballots again or explain the difference; columns may have been swapped.",
      "kk": "Бюллетеньдерді қайта санаңыз не айырманы түсіндіріңіз; бағандардың орны ауысып кеткен болуы мүмкін.",
      "ru": "Пересчитайте бюллетени или объясните разницу; возможно, перепутаны столбцы."
    },
    "parameters": [
      {
        "name": "castIssuedPercent",
        "default": "2",
        "description": "Difference between ballots issued and cast, in percent of those issued, from which a protocol is reported."
      },
      {
        "name": "castIssuedBallots",
        "default": "15",
        "description": "Ballots by which they must differ at least."
      }
    ],
    "basis": "Kieswet (NL), Abacus W.203"
  },
  "blank-share-high": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "Many blank ballots",
      "kk": "Бос бюллетеньдер көп",
      "ru": "Много пустых бюллетеней"
    },
    "message": {
      "en": "{blank} of {cast} ballots are blank, more than {limit} %.",
      "kk": "Бос бюллетеньдер саны — {blank}, барлығы — {cast}; бұл {limit} %-дан асады.",
      "ru": "Пустых бюллетеней: {blank} из {cast}, то есть более {limit} %."
    },
    "remedy": {
      "en": "Count the blank ballots again or explain their number; columns may have been swapped.",
      "kk": "Бос бюллетеньдерді қайта санаңыз не олардың санын түсіндіріңіз; бағандардың орны ауысып кеткен болуы мүмкін.",
      "ru": "Пересчитайте пустые бюллетени или объясните их число; возможно, перепутаны столбцы."
    },
    "parameters": [
      {
        "name": "blankSharePercent",
        "default": "3",
        "description": "Share of blank ballots among those cast, in percent, over which a protocol is reported."
      }
    ],
    "basis": "Kieswet (NL), Abacus W.201"
  },
  "no-ballots": {
    "level": "warning",
    "family": "station",
    "title": {
      "en": "No ballots cast",
      "kk": "Дауыс бергендер жоқ",
      "ru": "Нет проголосовавших"
    },
    "message": {
      "en": "No ballot was cast, though {registered} voters are registered.",
      "kk": "Тізімде {registered} сайлаушы бар, бірақ ешкім дауыс бермеген.",
      "ru": "В списке {registered} избирателей, но никто не проголосовал."
    },
    "remedy": {
      "en": "Check whether the station was open; a station that did not open has no protocol.",
      "kk": "Учаскенің ашық болған-болмағанын тексеріңіз; ашылмаған учаскенің хаттамасы болмайды.",
      "ru": "Проверьте, был ли участок открыт; у неоткрытого участка нет протокола."
    },
    "basis": "Kieswet (NL), Abacus W.204",
    "parameters": []
  },
  "contests-cast-differ": {
    "level": "warning",
    "family": "contests",
    "title": {
      "en": "Ballots cast differ between contests",
      "kk": "Дауыс бергендер саны дауыс берулерде әртүрлі",
      "ru": "Число проголосовавших различается между голосованиями"
    },
    "message": {
      "en": "{cast} ballots were cast here, {other} in contest {contest} of the same voters: more than {limit} % and {least} ballots apart.",
      "kk": "Мұнда дауыс бергендер саны — {cast}, сол сайлаушылардың {contest} дауыс беруінде — {other}: айырмасы {limit} %-дан және {least} бюллетеньнен асады.",
      "ru": "Здесь проголосовало {cast}, в голосовании {contest} тех же избирателей — {other}: разница больше {limit} % и {least} бюллетеней."
    },
    "remedy": {
      "en": "Compare both protocols of the station: ballots may lie in the wrong box, or rows of another station.",
      "kk": "Учаскенің екі хаттамасын салыстырыңыз: бюллетеньдер басқа жәшікке түскен немесе жолдар басқа учаскенікі болуы мүмкін.",
      "ru": "Сверьте оба протокола участка: бюллетени могли попасть не в тот ящик, а строки — относиться к другому участку."
    },
    "parameters": [
      {
        "name": "contestCastPercent",
        "default": "5",
        "description": "Difference in ballots cast between two contests of the same station, in percent of the greater number, over which both are reported."
      },
      {
        "name": "contestCastBallots",
        "default": "15",
        "description": "Ballots by which they must differ more than."
      }
    ],
    "basis": ""
  },
  "field-conflict": {
    "level": "error",
    "family": "files",
    "title": {
      "en": "Number comes from two files",
      "kk": "Сан екі файлда берілген",
      "ru": "Число указано в двух файлах"
    },
    "message": {
      "en": "{field} of this station has already been given in {other}.",
      "kk": "Бұл учаскенің {field} көрсеткіші {other} файлында бұрын берілген.",
      "ru": "Показатель {field} этого участка уже указан в файле {other}."
    },
    "remedy": {
      "en": "Correct that file under its own key instead of sending a second one, or remove the column here.",
      "kk": "Екінші файл жібермей, сол файлды өз кілтімен түзетіңіз немесе осы файлдан бағанды алып тастаңыз.",
      "ru": "Исправьте тот файл под его собственным ключом, не отправляя второй, или удалите столбец из этого файла."
    },
    "basis": "",
    "parameters": []
  },
  "votes-conflict": {
    "level": "error",
    "family": "files",
    "title": {
      "en": "Votes come from two files",
      "kk": "Дауыстар екі файлда берілген",
      "ru": "Голоса указаны в двух файлах"
    },
    "message": {
      "en": "Votes of this station have already been given in {other}.",
      "kk": "Бұл учаскедегі дауыстар {other} файлында бұрын берілген.",
      "ru": "Голоса по этому участку уже указаны в файле {other}."
    },
    "remedy": {
      "en": "All votes of a station come in one file: correct that file under its own key.",
      "kk": "Учаскедегі барлық дауыс бір файлда беріледі: сол файлды өз кілтімен түзетіңіз.",
      "ru": "Все голоса участка подаются в одном файле: исправьте тот файл под его собственным ключом."
    },
    "basis": "",
    "parameters": []
  },
  "station-elsewhere": {
    "level": "error",
    "family": "files",
    "title": {
      "en": "Station stands in two registers",
      "kk": "Сайлау учаскесі екі тізілімде тұр",
      "ru": "Избирательный участок есть в двух реестрах"
    },
    "message": {
      "en": "Station {station} is already in the register {other}.",
      "kk": "{station} сайлау учаскесі {other} тізілімінде бұрыннан бар.",
      "ru": "Избирательный участок {station} уже есть в реестре {other}."
    },
    "remedy": {
      "en": "Remove it from one of the two files.",
      "kk": "Оны екі файлдың бірінен алып тастаңыз.",
      "ru": "Удалите его из одного из двух файлов."
    },
    "basis": "",
    "parameters": []
  },
  "candidate-elsewhere": {
    "level": "error",
    "family": "files",
    "title": {
      "en": "Place on the list is taken",
      "kk": "Тізімдегі орын бос емес",
      "ru": "Место в списке занято"
    },
    "message": {
      "en": "Place {order} of {option} is already given in {other}.",
      "kk": "{option} тізіміндегі {order}-орын {other} файлында бұрын берілген.",
      "ru": "Место {order} в списке {option} уже указано в файле {other}."
    },
    "remedy": {
      "en": "Remove it from one of the two files.",
      "kk": "Оны екі файлдың бірінен алып тастаңыз.",
      "ru": "Удалите его из одного из двух файлов."
    },
    "basis": "",
    "parameters": []
  },
  "snapshot-elsewhere": {
    "level": "error",
    "family": "files",
    "title": {
      "en": "Snapshot comes from two files",
      "kk": "Келу белсенділігі екі файлда берілген",
      "ru": "Явка указана в двух файлах"
    },
    "message": {
      "en": "The turnout of {area} at {time} has already been given in {other}.",
      "kk": "{area} аумағы бойынша {time} жағдайындағы келу белсенділігі {other} файлында бұрын берілген.",
      "ru": "Явка по территории {area} по состоянию на {time} уже указана в файле {other}."
    },
    "remedy": {
      "en": "Correct that file under its own key.",
      "kk": "Сол файлды өз кілтімен түзетіңіз.",
      "ru": "Исправьте тот файл под его собственным ключом."
    },
    "basis": "",
    "parameters": []
  },
  "part-missing": {
    "level": "warning",
    "family": "files",
    "title": {
      "en": "Part of a protocol is missing",
      "kk": "Хаттаманың бір бөлігі жоқ",
      "ru": "Не хватает части протокола"
    },
    "message": {
      "en": "Of {count} protocols of this area there are {given} but no {missing} in any file, though others have both: {units}.",
      "kk": "Осы аумақтың {count} хаттамасы бойынша {given} бар, бірақ {missing} ешбір файлда жоқ, ал басқаларында екеуі де бар: {units}.",
      "ru": "По {count} протоколам этой территории есть {given}, но нет {missing} ни в одном файле, хотя у других есть и то и другое: {units}."
    },
    "remedy": {
      "en": "Upload the rows that are missing with the file they belong to; while counting goes on, they may still come.",
      "kk": "Жетіспейтін жолдарды өз файлымен бірге жүктеңіз; санау жүріп жатса, олар кейін келуі мүмкін.",
      "ru": "Загрузите недостающие строки в их файле; пока идёт подсчёт, они ещё могут поступить."
    },
    "basis": "",
    "parameters": []
  },
  "count-falls": {
    "level": "warning",
    "family": "versions",
    "title": {
      "en": "Number falls in the new version",
      "kk": "Жаңа нұсқада сан азайған",
      "ru": "Число в новой версии меньше"
    },
    "message": {
      "en": "{field} falls from {before} to {after}.",
      "kk": "{field}: бұрын {before}, енді {after}.",
      "ru": "{field}: было {before}, стало {after}."
    },
    "remedy": {
      "en": "Numbers grow while counting goes on: make sure that this is a correction and no older version of the file.",
      "kk": "Санау кезінде сандар өседі: бұл файлдың ескі нұсқасы емес, түзету екеніне көз жеткізіңіз.",
      "ru": "Пока идёт подсчёт, числа растут: убедитесь, что это исправление, а не более старая версия файла."
    },
    "basis": "",
    "parameters": []
  },
  "station-vanishes": {
    "level": "warning",
    "family": "versions",
    "title": {
      "en": "Protocol vanishes in the new version",
      "kk": "Жаңа нұсқада хаттама жоқ",
      "ru": "Протокол исчез в новой версии"
    },
    "message": {
      "en": "The version in force has a protocol of {unit}, this one has none.",
      "kk": "Күшіндегі нұсқада {unit} хаттамасы бар, бұл нұсқада жоқ.",
      "ru": "В действующей версии есть протокол {unit}, в этой его нет."
    },
    "remedy": {
      "en": "A file replaces its former version as a whole: upload it with all of its rows.",
      "kk": "Файл бұрынғы нұсқасын тұтас алмастырады: оны барлық жолымен жүктеңіз.",
      "ru": "Файл целиком заменяет прежнюю версию: загрузите его со всеми строками."
    },
    "basis": "",
    "parameters": []
  },
  "total-differs": {
    "level": "warning",
    "family": "totals",
    "title": {
      "en": "Stated total differs",
      "kk": "Көрсетілген жиынтық сәйкес емес",
      "ru": "Указанный итог не сходится"
    },
    "message": {
      "en": "{column}: the file states {stated}, its rows sum to {sum}.",
      "kk": "{column}: файлда {stated} көрсетілген, жолдарының қосындысы {sum}.",
      "ru": "{column}: в файле указано {stated}, сумма его строк {sum}."
    },
    "remedy": {
      "en": "Compare the rows with their protocols: one is missing, stands twice or is mistyped, or the total was not brought up to date.",
      "kk": "Жолдарды хаттамалармен салыстырыңыз: біреуі жоқ, екі рет тұр немесе қате терілген, не жиынтық жаңартылмаған.",
      "ru": "Сверьте строки с протоколами: какой-то нет, какая-то повторена или набрана с ошибкой, либо итог не обновлён."
    },
    "basis": "",
    "parameters": []
  },
  "declared-differs": {
    "level": "warning",
    "family": "totals",
    "title": {
      "en": "Declared result differs",
      "kk": "Жарияланған нәтиже есептелген нәтижеден өзгеше",
      "ru": "Объявленный результат отличается от вычисленного"
    },
    "message": {
      "en": "{what}: declared {declared}, computed {computed}.",
      "kk": "{what}: жарияланғаны — {declared}, есептелгені — {computed}.",
      "ru": "{what}: объявлено {declared}, вычислено {computed}."
    },
    "remedy": {
      "en": "Compare votes and law with the authority's decision.",
      "kk": "Дауыстар мен заң нормаларын нәтижені жариялаған органның шешімімен салыстырыңыз.",
      "ru": "Сверьте голоса и нормы закона с решением органа, объявившего результат."
    },
    "basis": "",
    "parameters": []
  },
  "turnout-empty": {
    "level": "error",
    "family": "turnout",
    "title": {
      "en": "Snapshot says nothing",
      "kk": "Келу белсенділігі туралы дерек жоқ",
      "ru": "Нет данных о явке"
    },
    "message": {
      "en": "The row gives neither issued ballots nor a percentage.",
      "kk": "Жолда берілген бюллетеньдер саны да, пайыз да көрсетілмеген.",
      "ru": "В строке не указано ни число выданных бюллетеней, ни процент."
    },
    "remedy": {
      "en": "Fill in issued or percent.",
      "kk": "issued немесе percent бағанын толтырыңыз.",
      "ru": "Заполните issued или percent."
    },
    "basis": "",
    "parameters": []
  },
  "turnout-falls": {
    "level": "warning",
    "family": "turnout",
    "title": {
      "en": "Turnout falls",
      "kk": "Келу белсенділігі төмендеген",
      "ru": "Явка снижается"
    },
    "message": {
      "en": "{measure} falls from {before} at {earlier} to {after} at {time}.",
      "kk": "{measure} төмендеген: {earlier} жағдайында — {before}, {time} жағдайында — {after}.",
      "ru": "Показатель {measure} снижается: по состоянию на {earlier} — {before}, на {time} — {after}."
    },
    "remedy": {
      "en": "Ask the commission which of the two is right; both are published.",
      "kk": "Екеуінің қайсысы дұрыс екенін сайлау комиссиясынан нақтылаңыз; екеуі де жарияланады.",
      "ru": "Уточните в избирательной комиссии, какое из двух значений верно; публикуются оба."
    },
    "basis": "",
    "parameters": []
  },
  "turnout-over-registered": {
    "level": "warning",
    "family": "turnout",
    "title": {
      "en": "More ballots issued than voters registered",
      "kk": "Берілген бюллетеньдер тізімдегі сайлаушылардан көп",
      "ru": "Выдано бюллетеней больше, чем избирателей в списке"
    },
    "message": {
      "en": "At {time} {issued} ballots had been issued to {registered} registered voters.",
      "kk": "{time} жағдайында берілген бюллетеньдер саны — {issued}, тізімге енгізілген сайлаушылар саны — {registered}.",
      "ru": "На {time} выдано бюллетеней: {issued}, включено в список избирателей: {registered}."
    },
    "remedy": {
      "en": "Ask the commission which of the two is right; both are published.",
      "kk": "Екеуінің қайсысы дұрыс екенін сайлау комиссиясынан нақтылаңыз; екеуі де жарияланады.",
      "ru": "Уточните в избирательной комиссии, какое из двух значений верно; публикуются оба."
    },
    "basis": "",
    "parameters": []
  },
  "turnout-percent-differs": {
    "level": "warning",
    "family": "turnout",
    "title": {
      "en": "Percentage does not fit the numbers",
      "kk": "Пайыз сандарға сай емес",
      "ru": "Процент не соответствует числам"
    },
    "message": {
      "en": "At {time} {issued} of {registered} voters are {computed} %, the file says {percent} %.",
      "kk": "{time} жағдайында {registered} сайлаушының {issued}-і — {computed} %, файлда {percent} % көрсетілген.",
      "ru": "На {time} {issued} из {registered} избирателей — это {computed} %, в файле указано {percent} %."
    },
    "remedy": {
      "en": "Check the three numbers; the percentage may be of another number of voters.",
      "kk": "Үш санды тексеріңіз; пайыз сайлаушылардың басқа санынан алынған болуы мүмкін.",
      "ru": "Проверьте все три числа; процент мог быть взят от другого числа избирателей."
    },
    "parameters": [
      {
        "name": "turnoutPercentTolerance",
        "default": "0.1",
        "description": "Percentage points by which a stated percentage may differ from ballots issued by voters registered."
      }
    ],
    "basis": ""
  },
  "register-orphans": {
    "level": "error",
    "family": "register",
    "title": {
      "en": "Register would orphan records",
      "kk": "Тізілім жазбаларды байланыссыз қалдырады",
      "ru": "Реестр оставит записи без привязки"
    },
    "message": {
      "en": "Station {station} is missing from the new register (or has moved to another area), but {file} has its protocol.",
      "kk": "Жаңа тізілімде {station} сайлау учаскесі жоқ (немесе ол басқа аумаққа көшірілген), бірақ {file} файлында оның хаттамасы бар.",
      "ru": "В новом реестре нет избирательного участка {station} (или он перенесён на другую территорию), но в файле {file} есть его протокол."
    },
    "remedy": {
      "en": "Keep the station, or first upload a corrected results file.",
      "kk": "Учаскені тізілімде қалдырыңыз немесе алдымен нәтижелердің түзетілген файлын жүктеңіз.",
      "ru": "Сохраните участок в реестре или сначала загрузите исправленный файл результатов."
    },
    "basis": "",
    "parameters": []
  },
  "station-too-large": {
    "level": "warning",
    "family": "register",
    "title": {
      "en": "Station has too many voters",
      "kk": "Учаскеде сайлаушылар тым көп",
      "ru": "На участке слишком много избирателей"
    },
    "message": {
      "en": "{registered} voters are registered; a station has at most {limit}.",
      "kk": "Тізімдегі сайлаушылар саны — {registered}; бір учаскеде ең көбі {limit} болады.",
      "ru": "В списке {registered} избирателей; на участке их не более {limit}."
    },
    "remedy": {
      "en": "Check the number; if it is right, the station should have been divided.",
      "kk": "Санды тексеріңіз; ол дұрыс болса, учаскені бөлу керек еді.",
      "ru": "Проверьте число; если оно верно, участок следовало разделить."
    },
    "parameters": [
      {
        "name": "stationVoters",
        "default": null,
        "description": "Most voters that a station may have; 3000 in Kazakhstan."
      }
    ],
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 23"
  },
  "station-alike": {
    "level": "warning",
    "family": "register",
    "title": {
      "en": "Two stations have nearly the same id",
      "kk": "Екі учаскенің идентификаторлары бір-біріне өте ұқсас",
      "ru": "Идентификаторы двух участков почти совпадают"
    },
    "message": {
      "en": "{station} differs from {other} only by case, spaces, the kind of dash, leading zeros or letters that look alike.",
      "kk": "{station} пен {other} айырмасы тек әріп көлемінде, бос орындарда, сызықша түрінде, алдыңғы нөлдерде немесе ұқсас әріптерде.",
      "ru": "{station} отличается от {other} только регистром, пробелами, видом дефиса, ведущими нулями или похожими буквами."
    },
    "remedy": {
      "en": "Remove one of them if both are the same station.",
      "kk": "Екеуі бір учаске болса, біреуін алып тастаңыз.",
      "ru": "Удалите один из них, если это один и тот же участок."
    },
    "basis": "Unicode Technical Standard #39, section 4",
    "parameters": []
  },
  "station-repeated": {
    "level": "warning",
    "family": "register",
    "title": {
      "en": "Two stations look like one",
      "kk": "Екі учаске бір учаскеге ұқсайды",
      "ru": "Два участка похожи на один"
    },
    "message": {
      "en": "{station} has the name and the number of voters of {other}, in the same area.",
      "kk": "{station} учаскесінің атауы мен сайлаушылар саны сол аумақтағы {other} учаскесімен бірдей.",
      "ru": "У {station} то же название и то же число избирателей, что у {other} на той же территории."
    },
    "remedy": {
      "en": "Remove one of them if both are the same station.",
      "kk": "Екеуі бір учаске болса, біреуін алып тастаңыз.",
      "ru": "Удалите один из них, если это один и тот же участок."
    },
    "basis": "",
    "parameters": []
  },
  "list-under-quota": {
    "level": "warning",
    "family": "candidates",
    "title": {
      "en": "List below the group quota",
      "kk": "Тізімдегі топтардың үлесі квотадан төмен",
      "ru": "Доля групп в списке ниже квоты"
    },
    "message": {
      "en": "{count} of {total} candidates belong to the groups {groups}; the law asks for {percent} %.",
      "kk": "{total} кандидаттың ішінде {groups} топтарына жататыны — {count}; заң {percent} % талап етеді.",
      "ru": "Кандидатов, относящихся к группам {groups}: {count} из {total}; закон требует {percent} %."
    },
    "remedy": {
      "en": "Check the flags; if they are right, the list did not meet the law.",
      "kk": "Белгілерді тексеріңіз; олар дұрыс болса, тізім заң талабына сай болмаған.",
      "ru": "Проверьте отметки; если они верны, список не отвечал требованию закона."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 89(4)",
    "parameters": []
  },
  "mandates-under-quota": {
    "level": "warning",
    "family": "candidates",
    "title": {
      "en": "Mandates below the group quota",
      "kk": "Мандаттардағы топтардың үлесі квотадан төмен",
      "ru": "Доля групп среди мандатов ниже квоты"
    },
    "message": {
      "en": "{count} of the {total} mandates are held by members of the groups {groups}; the law asks for {percent} %.",
      "kk": "{total} мандаттың ішінде {groups} топтарының өкілдеріне тиесілісі — {count}; заң {percent} % талап етеді.",
      "ru": "Мандатов у представителей групп {groups}: {count} из {total}; закон требует {percent} %."
    },
    "remedy": {
      "en": "Check the flags and the decision of the party; if they are right, the seats were not given as the law asks.",
      "kk": "Белгілер мен партияның шешімін тексеріңіз; олар дұрыс болса, мандаттар заң талабына сай бөлінбеген.",
      "ru": "Проверьте отметки и решение партии; если они верны, мандаты распределены не по закону."
    },
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 97-1(5)",
    "parameters": []
  },
  "person-repeated": {
    "level": "warning",
    "family": "candidates",
    "title": {
      "en": "Person stands twice",
      "kk": "Бір адам екі рет тіркелген",
      "ru": "Кандидат указан дважды"
    },
    "message": {
      "en": "{name} stands at place {order} of {option} and at place {place} of {other}.",
      "kk": "{name}: {option} тізіміндегі {order}-орын және {other} тізіміндегі {place}-орын.",
      "ru": "{name}: место {order} в списке {option} и место {place} в списке {other}."
    },
    "remedy": {
      "en": "Remove one of the two if it is the same person; namesakes may stay.",
      "kk": "Бір адам болса, біреуін алып тастаңыз; аттастар қала береді.",
      "ru": "Удалите одну из двух записей, если это один человек; тёзки могут остаться."
    },
    "basis": "",
    "parameters": []
  },
  "list-too-long": {
    "level": "warning",
    "family": "candidates",
    "title": {
      "en": "List is too long",
      "kk": "Тізім тым ұзын",
      "ru": "Список слишком длинный"
    },
    "message": {
      "en": "The list has {count} candidates; with {seats} seats it may have at most {most}.",
      "kk": "Тізімде {count} кандидат бар; {seats} мандатқа ең көбі {most} бола алады.",
      "ru": "В списке кандидатов: {count}; при {seats} мандатах их может быть не более {most}."
    },
    "remedy": {
      "en": "Check whether candidates of another list have slipped in.",
      "kk": "Басқа тізімнің кандидаттары кіріп кетпегенін тексеріңіз.",
      "ru": "Проверьте, не попали ли в список кандидаты другого списка."
    },
    "parameters": [
      {
        "name": "listLengthPercent",
        "default": null,
        "description": "Most candidates of a list, in percent of the seats, rounded up to whole persons; 130 in Kazakhstan."
      }
    ],
    "basis": "Constitutional Law of Kazakhstan on Elections Art. 89(4)"
  },
  "candidate-too-young": {
    "level": "warning",
    "family": "candidates",
    "title": {
      "en": "Candidate is too young",
      "kk": "Кандидаттың жасы жетпейді",
      "ru": "Кандидат слишком молод"
    },
    "message": {
      "en": "A person born {born} is not yet {limit} on {date}.",
      "kk": "{born} туған адам {date} күні {limit} жасқа толмаған.",
      "ru": "Родившемуся {born} на {date} ещё нет {limit} лет."
    },
    "remedy": {
      "en": "Check the date of birth; if it is right, the person cannot be elected.",
      "kk": "Туған күнін тексеріңіз; ол дұрыс болса, бұл адам сайлана алмайды.",
      "ru": "Проверьте дату рождения; если она верна, это лицо не может быть избрано."
    },
    "parameters": [
      {
        "name": "candidateAge",
        "default": null,
        "description": "Least age of a candidate on the day of the election, in years."
      }
    ],
    "basis": "Constitution of Kazakhstan Art. 51(4), in the text of 2022"
  }
};
