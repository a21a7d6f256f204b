/** The bytes of one uploaded file version; every call of `open` begins anew. */
export interface ByteSource {
  /** The file's name: one that ends in `.gz` is compressed. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Most bytes that a file may hold, after decompression. Larger ones are split by area. */
export const byteLimits = { table: 256 * 1024 * 1024, json: 32 * 1024 * 1024 } as const;

/** Why a file cannot be read as text. */
export type DecodeProblem =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly limit: number }
  | { readonly code: 'file-undecodable'; readonly reason: string };
