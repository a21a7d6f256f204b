import type { Certificate, Margins } from '../../../model/generated/certificate.ts';
import type { Status } from '../../../model/ledger.ts';
import type { InEvery } from '../../../model/text/languages.ts';
import { english } from './texts/en.ts';
import { kazakh } from './texts/kk.ts';
import { russian } from './texts/ru.ts';

type Outcome = Certificate['outcome'];
type Of<Name extends Outcome['status']> = Extract<Outcome, { readonly status: Name }>;

/** How a question has been decided. */
export type Decision = 'adopted' | 'rejected' | 'invalid';

/** What the README says, in one language. All that it is given is Markdown already, numbers with their thousands apart. */
export interface Words {
  /** The language in itself. */
  readonly language: string;
  readonly synthetic: (of: string, seed: number) => string;
  readonly withdrawn: (by: string, reason: string) => string;
  readonly facts: Facts;
  readonly results: Results;
  readonly outcome: Outcomes;
  readonly margins: Readonly<Record<Exclude<Margins['state'], 'final'>, (missed: string) => string>> & {
    /** Null is an unknown number. */
    readonly missed: (voters: string | null) => string;
    readonly turn: (needed: string) => string;
  };
  readonly scenarios: Scenarios;
  readonly files: Files;
  /** A section of its own: how the numbers came about, and how to read the files. */
  readonly computed: string;
  readonly notes: string;
  readonly sources: string;
}

interface Facts extends Readonly<Record<'election' | 'authority' | 'version' | 'licence', string>> {
  readonly begun: (revision: string, at: string) => string;
  readonly follows: (version: string) => string;
  readonly first: string;
  readonly status: string;
  readonly is: Readonly<Record<Status['status'], string>>;
  /** Where nobody has stated a status. */
  readonly undeclared: string;
  readonly declared: (by: string, at: string) => string;
}

interface Results {
  readonly title: string;
  /** How many protocols of how many; null is an unknown number. */
  readonly protocols: (reported: string, expected: string | null) => string;
  readonly provisional: string;
  readonly cast: (percent: string) => string;
  readonly issued: (percent: string) => string;
  readonly declared: Readonly<Record<Decision, string>>;
  readonly columns: readonly [option: string, votes: string, computed: string, declared: string];
  readonly unpublished: {
    readonly title: string;
    readonly text: string;
    readonly columns: readonly [contest: string, elected: string, note: string];
  };
}

interface Outcomes {
  readonly elected: (name: string) => string;
  readonly runoff: (names: string) => string;
  readonly repeatVoting: (names: string) => string;
  readonly repeatElection: Readonly<Record<Of<'repeat-election'>['reason'], string>>;
  readonly lots: (names: string) => string;
  /** The reason is English; `explanation` links to where it stands in the language. */
  readonly undetermined: (reason: string, explanation: string) => string;
  /** Conditions that are not known are named in English; null where all are known. */
  readonly decided: Readonly<Record<Decision, (unknown: string | null, explanation: string) => string>>;
}

interface Scenarios {
  readonly title: string;
  readonly disclaimer: string;
  readonly columns: readonly [inForce: string, underThese: string];
  /** What comes out where no seats do. */
  readonly comesOut: Readonly<Record<Exclude<Outcome['status'], 'allocated' | 'elected'>, string>>;
}

interface Files {
  readonly title: string;
  readonly columns: readonly [file: string, bytes: string, holds: string];
  readonly allocation: (certificates: string) => string;
  readonly vouch: string;
}

/** The words of the README by language. */
export const words: InEvery<Words> = { en: english, kk: kazakh, ru: russian };
