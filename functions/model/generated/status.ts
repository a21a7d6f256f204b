// Generated from schemas/status.schema.json by `npm run generate`; edit that file instead.

/**
 * How far an election is: who says so, when and why. Uploaded as uploads/<election>/status.json.
 */
export interface StatusFile {
  $schema?: string;
  /**
   * partial: protocols are missing. complete: all are in. certified: the authority has declared the result. withdrawn: the data must not be used any more.
   */
  status: 'partial' | 'complete' | 'certified' | 'withdrawn';
  by: string;
  at: string;
  reason: string;
}
