const STATUS = {
  AccessDenied: 403,
  AccessForbidden: 403,
  BadDigest: 400,
  BucketAlreadyOwnedByYou: 409,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidArgument: 400,
  InvalidBucketName: 400,
  InvalidDigest: 400,
  InvalidPart: 400,
  InvalidPartOrder: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidTag: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedTrailerError: 400,
  MalformedXML: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  NoSuchVersion: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  XAmzContentSHA256Mismatch: 400,
} as const;

/** The codes of S3's error responses that this endpoint gives. Source: Amazon S3 API Reference, "Error responses". */
export type S3ErrorCode = keyof typeof STATUS;

/** An error that the client is told: S3's code, its HTTP status, a message, and headers that belong to it. */
export class S3Error extends Error {
  readonly code: S3ErrorCode;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];

  constructor(code: S3ErrorCode, message: string, headers: readonly (readonly [string, string])[] = []) {
    super(message);
    this.name = 'S3Error';
    this.code = code;
    this.status = STATUS[code];
    this.headers = headers;
  }
}

/** The error for something that S3 has and this endpoint does not; `what` names the operation or the header. */
export function notImplemented(what: string): S3Error {
  return new S3Error(
    'NotImplemented',
    `${what} is not implemented by this local endpoint; use Amazon S3 for it.`,
  );
}
