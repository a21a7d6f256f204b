/** The namespace of all metrics of Sailau in CloudWatch. */
export const metricNamespace = 'Sailau';

/** The one dimension that every metric has: the name of the stack, so that two installations in an account stay apart. */
export const metricDimension = 'service';

/**
 * Every metric that the functions give, with its unit. An election is no dimension: whoever may upload could make as many metrics as
 * there are names, and each is paid for. The log line beside the metric names the election.
 */
export const metricUnits = {
  /** Uploads taken in. */
  UploadsAccepted: 'Count',
  UploadsRejected: 'Count',
  /** Uploads that change nothing: the same bytes again, or an event that came twice. */
  UploadsDuplicate: 'Count',
  /** Attempts that found a file waiting for its definition or register; a file is counted at each. */
  UploadsWaiting: 'Count',
  /** Attempts of a stage that gave way to another writer of the election: errors to Lambda, and none to us. */
  ValidateBusy: 'Count',
  PublishBusy: 'Count',
  /** Records of accepted uploads. */
  Records: 'Count',
  FindingErrors: 'Count',
  FindingWarnings: 'Count',
  UploadBytes: 'Bytes',
  /** From the upload's event to the begin of an attempt of any stage. The maximum is the age of the oldest upload in work. */
  UploadAge: 'Seconds',
  ReleasesPublished: 'Count',
  ReleaseBytes: 'Bytes',
  /** From the upload of the oldest change in a release until `latest.json` leads to it. */
  PublishLag: 'Seconds',
  /** Attempts of a stage that ended in an error other than waiting or another publisher's turn. */
  StageFailures: 'Count',
  /** Those of them in which the signing key refused, or could not be reached. */
  SigningFailures: 'Count',
} as const;

/** The name of a metric. */
export type MetricName = keyof typeof metricUnits;

/** What an attempt of a stage has come to: a word, what the log says of it, and what is counted. Never what a file holds. */
export interface Observation {
  readonly outcome: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly counts?: Partial<Readonly<Record<MetricName, number>>>;
}
