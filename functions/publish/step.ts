import type { Entry, Published, Publishing } from '../model/ledger.ts';
import { filesOfKind, foldLedger } from '../model/state.ts';

/** What is to be done next so that a revision is published. */
export type Step =
  /** Somebody has promised a release and not finished it: that comes first. */
  | { readonly type: 'finish'; readonly begun: Entry<Publishing> }
  /** This release holds the revision. */
  | { readonly type: 'covered'; readonly release: Entry<Published> }
  /** No results and no turnout are in. */
  | { readonly type: 'nothing-yet' }
  /** Promise a release of this revision (the last at or below the one asked for that changed content). */
  | { readonly type: 'begin'; readonly revision: number };

/** The next step towards a release of `revision`, from the ledger alone. */
export function nextStep(ledger: readonly Entry[], revision: number): Step {
  const state = foldLedger(ledger, revision);
  if (state.unfinished) return { type: 'finish', begun: state.unfinished };
  const release = state.releases.findLast((one) => one.revision >= state.revision);
  if (release) return { type: 'covered', release };
  if (filesOfKind(state, 'results').length + filesOfKind(state, 'turnout').length === 0)
    return { type: 'nothing-yet' };
  return { type: 'begin', revision: state.revision };
}
