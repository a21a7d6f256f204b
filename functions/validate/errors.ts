/**
 * What stops the stage without a verdict. The state machine knows both by name: a file that waits is tried again until its time is
 * over and then rejected, a busy ledger is tried again.
 */
export class WaitingForInput extends Error {
  readonly code: 'definition-missing' | 'register-missing' | 'scan-pending';

  constructor(code: WaitingForInput['code'], message: string) {
    super(message);
    this.name = 'WaitingForInput';
    this.code = code;
  }
}

/** Other writers took every number that this upload tried to enter the ledger with. */
export class LedgerBusy extends Error {
  readonly code = 'ledger-busy';

  constructor(election: string, attempts: number) {
    super(
      `${attempts} attempts to append to the ledger of ${election} lost to other uploads; the same upload can be tried again at any time`,
    );
    this.name = 'LedgerBusy';
  }
}

/** The event that started the stage is not one of those that it reads: the rule or the state machine is at fault. */
export class EventInvalid extends Error {
  readonly code = 'event-invalid';

  constructor(reason: string) {
    super(`the event is not an EventBridge "Object Created" event: ${reason}`);
    this.name = 'EventInvalid';
  }
}
