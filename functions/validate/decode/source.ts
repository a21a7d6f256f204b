/** The bytes of one uploaded file version; every call of `open` begins anew. */
export interface ByteSource {
  /** The file's name: its ends say how it is wrapped and what is in it, see `formatOf`. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Most bytes that a file may hold, after decompression. Larger ones are split by area. */
export const byteLimits = { table: 256 * 1024 * 1024, json: 32 * 1024 * 1024 } as const;

/** Most bytes of an archive or a workbook as uploaded: its directory stands at its end, so it is read from memory. */
export const archiveLimit = 64 * 1024 * 1024;

/** Why a file cannot be read. */
export type DecodeProblem =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly limit: number }
  | { readonly code: 'file-undecodable'; readonly reason: string }
  | { readonly code: 'archive-not-one-table'; readonly count: number; readonly names: string }
  | { readonly code: 'sheet-missing'; readonly sheet: string; readonly known: string };

/** Thrown where the fault shows only while the content is being read. What the storage throws is never one. */
export class DecodeError extends Error {
  readonly problem: DecodeProblem;

  constructor(problem: DecodeProblem) {
    super('reason' in problem ? problem.reason : problem.code);
    this.name = 'DecodeError';
    this.problem = problem;
  }
}

/** The error of a file that cannot be decoded. `reason` goes on after "The file cannot be read:". */
export function undecodable(reason: string): DecodeError {
  return new DecodeError({ code: 'file-undecodable', reason });
}
