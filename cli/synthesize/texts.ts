import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { Text } from '../../functions/model/ids.ts';
import type { CountField } from '../../functions/model/records/protocol.ts';

/** The name of the real election under a mark that says that this one is made up, in each of its languages. */
export function syntheticName(name: Text): Text {
  return Object.fromEntries(
    Object.entries(name).map(([language, text]) => [
      language,
      `${words(language).mark}: ${text}`.slice(0, 2000),
    ]),
  );
}

/** What a reader must know of the made-up election, in those of its languages that are known here, else in English. */
export function syntheticNotes(
  { id, languages }: Pick<ElectionDefinition, 'id' | 'languages'>,
  seed: number,
  madeUp: readonly CountField[],
): Text[] {
  const known = languages.filter((language) => language in byLanguage);
  const inEach = (write: (words: Words) => string): Text =>
    Object.fromEntries(
      (known.length > 0 ? known : ['en']).map((language) => [language, write(words(language))]),
    );
  const notes = [inEach(({ what }) => what(id, seed))];
  if (madeUp.length > 0)
    notes.push(
      inEach(({ counts, unpublished }) =>
        unpublished(madeUp.map((field) => counts[field] ?? field).join(', ')),
      ),
    );
  return notes;
}

interface Words {
  readonly mark: string;
  readonly what: (id: string, seed: number) => string;
  readonly unpublished: (counts: string) => string;
  readonly counts: Readonly<Partial<Record<CountField, string>>>;
}

const english: Words = {
  mark: 'SYNTHETIC',
  what: (id, seed) =>
    `Synthetic data. The stations and their protocols are made up (seed ${seed}); they sum to the published totals of ${id} and say nothing of any real station or region.`,
  unpublished: (counts) => `Totals that nobody has published are made up as well: ${counts}.`,
  counts: { registered: 'registered', issued: 'issued', cast: 'cast', invalid: 'invalid' },
};

const byLanguage: Readonly<Record<string, Words>> = {
  en: english,
  kk: {
    mark: 'СИНТЕТИКАЛЫҚ',
    what: (id, seed) =>
      `Синтетикалық деректер. Учаскелер мен олардың хаттамалары ойдан құрастырылған (seed ${seed}); олардың қосындысы ${id} сайлауының жарияланған қорытындысына тең, бірақ нақты учаске не өңір туралы ештеңе айтпайды.`,
    unpublished: (counts) => `Ешкім жарияламаған қорытындылар да ойдан алынған: ${counts}.`,
    counts: {
      registered: 'тізімдегі сайлаушылар',
      issued: 'берілген бюллетеньдер',
      cast: 'дауыс бергендер',
      invalid: 'жарамсыз бюллетеньдер',
    },
  },
  ru: {
    mark: 'СИНТЕТИЧЕСКИЕ ДАННЫЕ',
    what: (id, seed) =>
      `Синтетические данные. Участки и их протоколы выдуманы (seed ${seed}); в сумме они дают опубликованные итоги ${id} и ничего не говорят о каком-либо настоящем участке или регионе.`,
    unpublished: (counts) => `Итоги, которых никто не публиковал, тоже выдуманы: ${counts}.`,
    counts: {
      registered: 'избиратели в списках',
      issued: 'выданные бюллетени',
      cast: 'проголосовавшие',
      invalid: 'недействительные бюллетени',
    },
  },
};

function words(language: string): Words {
  return Object.hasOwn(byLanguage, language) ? (byLanguage[language] ?? english) : english;
}
