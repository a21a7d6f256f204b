import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { Status } from '../../model/ledger.ts';
import type { Candidate, Station, Turnout } from '../../model/records/roll.ts';
import type { Located, ReadProtocols } from '../protocols/table.ts';

export type { Located } from '../protocols/table.ts';

/** What a file says, by kind. Rows with errors are left out. */
export type Content =
  | { readonly kind: 'definition'; readonly definition: ElectionDefinition }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'stations'; readonly stations: readonly Located<Station>[] }
  | { readonly kind: 'candidates'; readonly candidates: readonly Located<Candidate>[] }
  | {
      readonly kind: 'results';
      readonly contest: Contest;
      readonly protocols: ReadProtocols;
    }
  | { readonly kind: 'turnout'; readonly turnout: readonly Located<Turnout>[] };
