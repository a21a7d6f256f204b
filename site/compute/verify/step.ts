/** What is checked of one number, in this order. */
export const stepNames = ['file', 'release', 'signature', 'inclusion', 'newest', 'consistency'] as const;

/** The name of a check. */
export type StepName = (typeof stepNames)[number];

/** What a check has established. */
export type Established =
  | { readonly code: 'file-whole'; readonly file: string; readonly sha256: string }
  | { readonly code: 'release-named'; readonly version: string; readonly sha256: string }
  | { readonly code: 'signed'; readonly keyId: string; readonly own: boolean; readonly comment: string }
  | { readonly code: 'included'; readonly entry: number; readonly size: number; readonly hashes: number }
  | { readonly code: 'newest'; readonly entries: number }
  | { readonly code: 'consistent'; readonly from: number; readonly to: number };

/** What does not verify: something was changed, left out or replaced. */
export type Failure =
  | { readonly code: 'missing'; readonly file: string }
  | { readonly code: 'unreadable'; readonly file: string }
  | { readonly code: 'no-key' }
  | { readonly code: 'unlisted'; readonly file: string; readonly list: string }
  | {
      readonly code: 'hash-differs';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'no-protocol'; readonly file: string }
  | { readonly code: 'signature-wrong'; readonly file: string; readonly reason: string }
  | { readonly code: 'signed-as-another'; readonly expected: string; readonly found: string }
  | { readonly code: 'log-unreadable'; readonly reason: string }
  | { readonly code: 'not-logged'; readonly size: number }
  | { readonly code: 'logged-otherwise'; readonly entry: number; readonly found: string }
  | { readonly code: 'proof-wrong'; readonly entry: number; readonly size: number }
  | { readonly code: 'other-release'; readonly entry: number; readonly expected: string }
  | { readonly code: 'log-rewritten'; readonly from: number; readonly to: number };

/** Why a check could neither hold nor fail. */
export type OpenReason =
  | { readonly code: 'unreachable'; readonly file: string }
  | { readonly code: 'unsigned' }
  | { readonly code: 'no-log' }
  | { readonly code: 'browser-too-old' }
  | { readonly code: 'not-all-read'; readonly unread: number }
  | { readonly code: 'earlier-failed'; readonly step: StepName };

/** The result of one check. */
export type Step = { readonly step: StepName } & (
  | { readonly state: 'holds'; readonly detail: Established }
  | { readonly state: 'fails'; readonly detail: Failure }
  | { readonly state: 'open'; readonly detail: OpenReason }
);

/** What does not verify, on its way to the step that it belongs to. */
export class NotVerified extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'NotVerified';
    this.failure = failure;
  }
}

/** Why a check stays open, on its way to the step that it belongs to. */
export class LeftOpen extends Error {
  readonly reason: OpenReason;

  constructor(reason: OpenReason) {
    super(reason.code);
    this.name = 'LeftOpen';
    this.reason = reason;
  }
}
