import type { Base, Count, Exact, Seats, Verdict } from '../../model/generated/certificate.ts';
import type { Contest, Law } from '../../model/generated/election.ts';
import type { AreaId, Text } from '../../model/ids.ts';
import { type CountField, countFields } from '../../model/records/protocol.ts';
import { grouped } from '../../model/text/languages.ts';
import { link, plain } from '../../model/text/markdown.ts';
import { inLanguage } from '../../model/text/text.ts';
import type { InEvery, Language } from './language.ts';
import { exactly, type Noun, nounFor } from './numbers.ts';

/** What the names in a trace are taken from. */
export interface Names {
  readonly contest: Contest;
  readonly laws: readonly Law[];
  /** Names of areas, where the steps name any; an area without one is called by its id. */
  readonly areaNames?: ReadonlyMap<AreaId, Text>;
}

/** What sentences are made of, in one language. Names are Markdown-escaped: they come from files that strangers have written. */
export interface Words {
  readonly language: Language;
  /** The name of an option on the ballot. */
  option(id: string): string;
  options(ids: readonly string[]): string;
  areas(ids: readonly string[]): string;
  /** Figures that were not published: options, counts. */
  figures(names: readonly string[]): string;
  base(base: Base): string;
  /** Digits with their thousands apart; null is a number that was not published. */
  count(value: Count | null): string;
  exact(value: Exact | null): string;
  /** The number with its noun, as `2 голоса`. */
  counted(value: Count | Exact, noun: Noun): string;
  /** Seats by option, those without any left out: `Amanat 40, Ak Zhol 6`. */
  standing(seats: readonly Seats[]): string;
  /** What a check has come to. */
  verdict(verdict: Verdict): string;
  /** How an article is cited, with its address. Empty where there is none. */
  law(id: string | undefined): string;
  /** A text from outside, as plain words. */
  plain(text: string): string;
}

/** The words of a contest in a language. */
export function wordsOf({ contest, laws, areaNames }: Names, language: Language): Words {
  const names = new Map<string, string>(
    contest.options.map(({ id, name }) => [id, said(name, language, id)]),
  );
  const areas = new Map<string, Text>(areaNames);
  const option = (id: string) => names.get(id) ?? plain(id);
  const exact = (value: Exact | null) => (value === null ? unknown[language] : exactly(value, language));
  return {
    language,
    option,
    options: (ids) => ids.map(option).join(', '),
    areas: (ids) => ids.map((id) => said(areas.get(id) ?? {}, language, id)).join(', '),
    figures: (ids) => ids.map((id) => figure(id, language) ?? option(id)).join(', '),
    base: (base) => bases[language][base],
    count: (value) => (value === null ? unknown[language] : grouped(value, language)),
    exact,
    counted: (value, noun) => {
      const number = typeof value === 'object' ? exact(value) : grouped(value, language);
      return `${number} ${nounFor(value, noun, language)}`;
    },
    standing: (seats) => standing(seats, option, language),
    verdict: (verdict) => verdicts[language][verdict],
    law: (id) => cited(laws, id, language),
    plain,
  };
}

function said(name: Text, language: Language, id: string): string {
  return plain(inLanguage(name, language) || id);
}

function standing(seats: readonly Seats[], option: (id: string) => string, language: Language): string {
  const some = seats.filter((of) => of.seats > 0);
  if (some.length === 0) return '0';
  return some.map((of) => `${option(of.option)} ${grouped(of.seats, language)}`).join(', ');
}

function cited(laws: readonly Law[], id: string | undefined, language: Language): string {
  if (id === undefined) return '';
  const law = laws.find((one) => one.id === id);
  if (!law) return plain(id);
  return `${said(law.title, language, id)}${law.url === undefined ? '' : ` ${link(law.url)}`}`;
}

function figure(name: string, language: Language): string | undefined {
  if (isBase(name)) return bases[language][name];
  const field = countFields.find((one) => one === name);
  return field === undefined || isBase(field) ? undefined : counts[language][field];
}

function isBase(name: string): name is Base {
  return Object.hasOwn(bases.en, name);
}

const unknown: InEvery<string> = { en: 'not published', kk: 'жарияланбаған', ru: 'не опубликовано' };

const verdicts: InEvery<Readonly<Record<Verdict, string>>> = {
  en: { holds: 'met', fails: 'not met', undetermined: 'not known, for want of published figures' },
  kk: {
    holds: 'орындалды',
    fails: 'орындалмады',
    undetermined: 'белгісіз, себебі қажетті сандар жарияланбаған',
  },
  ru: {
    holds: 'выполнено',
    fails: 'не выполнено',
    undetermined: 'неизвестно, поскольку нужные числа не опубликованы',
  },
};

const bases: InEvery<Readonly<Record<Base, string>>> = {
  en: {
    'option-votes': 'votes for the options that can win',
    'valid-votes': 'valid votes, those against all among them',
    cast: 'voters who took part',
    registered: 'registered voters',
  },
  kk: {
    'option-votes': 'жеңе алатын нұсқаларға берілген дауыстар',
    'valid-votes': 'жарамды дауыстар, оның ішінде барлығына қарсы берілгендері',
    cast: 'дауыс беруге қатысқан сайлаушылар',
    registered: 'тізімге енгізілген сайлаушылар',
  },
  ru: {
    'option-votes': 'голоса за варианты, которые могут победить',
    'valid-votes': 'действительные голоса, включая голоса против всех',
    cast: 'избиратели, принявшие участие в голосовании',
    registered: 'избиратели, внесённые в списки',
  },
};

const counts: InEvery<Readonly<Record<Exclude<CountField, Base>, string>>> = {
  en: {
    issued: 'ballots issued',
    invalid: 'invalid ballots',
    blank: 'blank ballots',
    valid: 'valid ballots',
    received: 'ballots received',
    unused: 'unused ballots',
    absentee: 'absentee certificates',
    outside: 'voters outside the premises',
  },
  kk: {
    issued: 'берілген бюллетеньдер',
    invalid: 'жарамсыз бюллетеньдер',
    blank: 'бос бюллетеньдер',
    valid: 'жарамды бюллетеньдер',
    received: 'алынған бюллетеньдер',
    unused: 'пайдаланылмаған бюллетеньдер',
    absentee: 'есептен шығару куәліктері',
    outside: 'үй-жайдан тыс дауыс бергендер',
  },
  ru: {
    issued: 'выданные бюллетени',
    invalid: 'недействительные бюллетени',
    blank: 'пустые бюллетени',
    valid: 'действительные бюллетени',
    received: 'полученные бюллетени',
    unused: 'неиспользованные бюллетени',
    absentee: 'открепительные удостоверения',
    outside: 'голосовавшие вне помещения',
  },
};
