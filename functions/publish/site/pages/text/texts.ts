import type { Status } from '../../../../model/ledger.ts';
import type { InEvery } from '../../../../model/text/languages.ts';
import { english } from './en.ts';
import { kazakh } from './kk.ts';
import { russian } from './ru.ts';

/** What the pages say that need no script; the explorer in the browser says the same. Names in braces stand for what is put in. */
export interface PageTexts {
  readonly site: string;
  readonly lead: string;
  readonly none: string;
  readonly status: string;
  readonly is: Readonly<Record<Status['status'], string>>;
  /** Where nobody has stated a status. */
  readonly undeclared: string;
  readonly declared: string;
  readonly authority: string;
  readonly release: string;
  readonly synthetic: string;
  readonly withdrawn: string;
  readonly contest: string;
  readonly completeness: string;
  readonly reported: string;
  readonly reportedOfUnknown: string;
  readonly provisional: string;
  readonly turnout: string;
  readonly counts: Readonly<Record<'registered' | 'issued' | 'cast' | 'invalid' | 'valid', string>>;
  readonly option: string;
  readonly votes: string;
  readonly share: string;
  readonly seats: string;
  readonly declaredSeats: string;
  readonly unpublished: string;
  readonly notes: string;
  readonly sources: string;
  readonly licence: string;
  readonly download: string;
  readonly files: string;
  readonly downloadText: string;
  readonly script: string;
  readonly outcome: Readonly<Record<string, string>>;
}

/** The texts by language. */
export const pageTexts: InEvery<PageTexts> = { en: english, kk: kazakh, ru: russian };
