/** Why station protocols could not be made up; the message says what to change. */
export type SynthesisErrorCode =
  | 'contest-unknown'
  | 'votes-missing'
  | 'totals-inconsistent'
  | 'totals-unreadable'
  | 'option-name'
  | 'parameter-invalid'
  | 'already-synthetic'
  | 'folder-exists';

/** Thrown by everything in this folder; `code` is stable, the message is for people. */
export class SynthesisError extends Error {
  readonly code: SynthesisErrorCode;

  constructor(code: SynthesisErrorCode, message: string) {
    super(message);
    this.name = 'SynthesisError';
    this.code = code;
  }
}
