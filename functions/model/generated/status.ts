// Generated from schemas/status.schema.json by `npm run generate`; edit that file instead.

/**
 * How far an election is: who says so, when and why. Uploaded as uploads/<election>/status.json.
 */
export interface StatusFile {
  /**
   * Path or address of this schema.
   */
  $schema?: string;
  /**
   * partial: protocols are missing. complete: all are in. certified: the authority has declared the result. corrected: it has declared another than before. withdrawn: the data must not be used any more.
   */
  status: 'partial' | 'complete' | 'certified' | 'corrected' | 'withdrawn';
  /**
   * Who says so.
   */
  by: string;
  /**
   * When it was said: a date, or a date and time.
   */
  at: string;
  /**
   * Why, or on what ground: the decision, its number.
   */
  reason: string;
  /**
   * Releases that must not be used any more. They stay where they are, marked with the reason; latest.json goes to the newest that is not among them. Withdrawing with the same status makes no new release.
   *
   * @maxItems 1000
   */
  withdrawn?: Withdrawal[];
}
/**
 * A release that must not be used any more.
 */
export interface Withdrawal {
  /**
   * The release, as 1.0.3.
   */
  version: string;
  /**
   * Who withdraws it.
   */
  by: string;
  /**
   * When: a date, or a date and time.
   */
  at: string;
  /**
   * Why, for everybody who has used it.
   */
  reason: string;
}
