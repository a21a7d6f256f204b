/** An error as the Lambda runtime reports it. */
export type RuntimeError = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

/** What the parent asks of an execution environment. Payloads are JSON texts. */
export type Invocation = {
  readonly requestId: string;
  readonly payload: string;
  /** When the time is up, in milliseconds since 1970. */
  readonly deadline: number;
};

/** What an execution environment tells its parent. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'unready'; readonly error: RuntimeError }
  | { readonly type: 'done'; readonly requestId: string; readonly payload: string }
  // A fatal error is one after which the process ends, so that nothing more may be asked of it.
  | {
      readonly type: 'failed';
      readonly requestId: string;
      readonly error: RuntimeError;
      readonly fatal: boolean;
    };

/** The largest request and response of a synchronous invocation, in bytes (AWS Lambda quotas). */
export const PAYLOAD_LIMIT_BYTES = 6_291_556;

/** The error of a payload over the limit; `errorType` is the one that Lambda reports. */
export function tooLarge(errorType: string, what: string, bytes: number): RuntimeError {
  return {
    errorType,
    errorMessage: `${what} payload size ${bytes} exceeded maximum allowed payload size (${PAYLOAD_LIMIT_BYTES} bytes).`,
  };
}

/** Anything thrown, in the shape that the Node.js runtime of Lambda reports. */
export function describeError(error: unknown): RuntimeError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
