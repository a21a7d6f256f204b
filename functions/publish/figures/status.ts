import type { Status } from '../../model/ledger.ts';
import type { ElectionState } from '../../model/state.ts';

/** A status, and who says so: nobody (null) where no status file is in, and then no more than `partial` is claimed. */
export type StatedStatus = Pick<Status, 'status'> & {
  readonly [Member in 'by' | 'at' | 'reason']: string | null;
};

/** The status of an election at a revision. Full completeness is shown beside it, and is no statement of an authority. */
export function statusOf({ state }: { readonly state: ElectionState }): StatedStatus {
  return state.status?.status ?? { status: 'partial', by: null, at: null, reason: null };
}
