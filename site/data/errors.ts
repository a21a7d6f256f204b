/** Why published data cannot be shown. */
export type DataFault =
  /** The network is gone, or the server does not answer. */
  | 'unreachable'
  /** The election has no release yet, or there is no such election. */
  | 'no-release'
  /** The file is not there. */
  | 'missing'
  /** The server answers with an error of its own. */
  | 'server'
  /** It is no JSON, or not of the form that its schema describes. */
  | 'malformed'
  /** The server sends whole files alone, where a part of a large one was asked for. */
  | 'no-ranges'
  /** Its bytes are not those that the manifest names: somebody has changed it, or it was damaged on the way. */
  | 'altered';

/** The part of results.parquet that a fault is in. Row groups are numbered from 1. */
export type FaultyPart =
  | { readonly part: 'footer' }
  | { readonly part: 'group'; readonly number: number; readonly of: number };

/** A file that cannot be shown, with its place from the root of the site. */
export class DataError extends Error {
  readonly code: DataFault;
  readonly path: string;
  /** Null where the fault is of the file as a whole. */
  readonly part: FaultyPart | null;

  constructor(
    code: DataFault,
    path: string,
    { part = null, ...options }: ErrorOptions & { readonly part?: FaultyPart | null } = {},
  ) {
    super(`${path}: ${code}`, options);
    this.name = 'DataError';
    this.code = code;
    this.path = path;
    this.part = part;
  }
}
