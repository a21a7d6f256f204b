/**
 * What to do about an error of a service that the SDK has passed on: nobody answers, no rights, no such bucket. Null for any other
 * error, which is then a fault of the program and shown whole.
 */
export function serviceRemedy(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const names = [error.name, 'code' in error ? String(error.code) : '', error.message];
  const known = remedies.find(([name]) => names.includes(name));
  return known ? `${(error.message || known[0]).replace(/\.$/, '')}. ${known[1]}` : null;
}

const unreachable =
  'Is the stack running (`npm start`)? Else look at AWS_ENDPOINT_URL, AWS_REGION and the network.';
const rights =
  'Look at the credentials and what they may do: AWS_PROFILE, or AWS_ACCESS_KEY_ID and its secret.';

const remedies: readonly (readonly [name: string, remedy: string])[] = [
  ['ECONNREFUSED', unreachable],
  ['ECONNRESET', unreachable],
  ['ENOTFOUND', unreachable],
  ['ETIMEDOUT', unreachable],
  ['TimeoutError', unreachable],
  [
    'NoSuchBucket',
    'Compare the name with the outputs IntakeBucketName and PublicationBucketName of the stack.',
  ],
  ['ResourceNotFoundException', 'Compare the name with the output RecordsTableName of the stack.'],
  ['QueueDoesNotExist', 'Compare the URL with the output FailureQueueUrl of the stack.'],
  ['Region is missing', 'Set AWS_REGION to the region of the stack.'],
  ['CredentialsProviderError', rights],
  ['AccessDenied', rights],
  ['AccessDeniedException', rights],
  ['InvalidAccessKeyId', rights],
  ['SignatureDoesNotMatch', rights],
  ['UnrecognizedClientException', rights],
  ['ExpiredToken', rights],
  ['ExpiredTokenException', rights],
];
