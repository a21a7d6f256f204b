/** What can go wrong in the embedded stack itself, as opposed to in the pipeline that it runs. */
export type LocalErrorCode =
  | 'assembly-unreadable'
  | 'template-invalid'
  | 'template-unsupported'
  | 'port-in-use'
  | 'data-folder-in-use'
  | 'dynamodb-unavailable'
  | 'journal-unreadable'
  | 'key-unreadable'
  | 'queue-unreadable'
  | 'endpoint-failed';

/** An error of the embedded stack. The message says where, what, and how to mend it. */
export class LocalError extends Error {
  readonly code: LocalErrorCode;

  constructor(code: LocalErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalError';
    this.code = code;
  }
}

/** The error code that Node puts on its system errors (`ENOENT`, `EADDRINUSE`), or undefined. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Any thrown value as one line of text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
