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
   * partial: protocols are missing. complete: all are in. certified: the authority has declared the result. withdrawn: the data must not be used any more.
   */
  status: 'partial' | 'complete' | 'certified' | 'withdrawn';
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
}
