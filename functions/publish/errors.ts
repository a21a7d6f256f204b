/** What keeps a release from being written, for the operator. */
export class PublishError extends Error {
  readonly code:
    | 'batch-missing'
    | 'certificate-missing'
    | 'definition-missing'
    | 'event-invalid'
    | 'explorer-broken'
    | 'summary-broken';

  constructor(code: PublishError['code'], message: string) {
    super(message);
    this.name = 'PublishError';
    this.code = code;
  }
}

/** Another publisher is writing a release of the election; the state machine waits for its turn on this name. */
export class ReleaseBusy extends Error {
  readonly code = 'release-busy';

  constructor(message: string) {
    super(message);
    this.name = 'ReleaseBusy';
  }
}

/** The ledger or its allocation is not where it will be in a moment; the state machine tries again on this name. */
export class LedgerBusy extends Error {
  readonly code: 'not-allocated' | 'contended';

  constructor(code: LedgerBusy['code'], message: string) {
    super(message);
    this.name = 'LedgerBusy';
    this.code = code;
  }
}
