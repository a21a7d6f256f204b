import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { SettingError } from './error.ts';
import { choice, type Kind, keepOr, list, oneOf, optional, refused, text, whole } from './kinds.ts';
import { type OperationSettings, operationTable } from './operation.ts';
import { type SecuritySettings, securityTable } from './security.ts';
import { refuseContradictions } from './together.ts';

export { SettingError };

/** What an operator may change about a deployment. Every field is a context value of `cdk.json` with the same name. */
export interface Settings extends OperationSettings, SecuritySettings {
  readonly stackName: string;
  readonly removalPolicy: 'retain' | 'destroy';
  /** Days, or `keep`. */
  readonly intakeVersionsDays: number | 'keep';
  /** Days, or `keep`. */
  readonly reportsDays: number | 'keep';
  readonly logRetentionDays: number;
  readonly domainName: string | undefined;
  readonly certificateArn: string | undefined;
  readonly priceClass: 'PriceClass_100' | 'PriceClass_200' | 'PriceClass_All';
  readonly corsOrigins: readonly string[];
  readonly alarmEmail: string | undefined;
  /** Megabytes; a Lambda has one whole processor at 1,769. */
  readonly validateMemory: number;
  readonly allocateMemory: number;
  readonly publishMemory: number;
  /** Seconds. */
  readonly validateTimeout: number;
  readonly allocateTimeout: number;
  readonly publishTimeout: number;
}

/** One line of the table of settings: what it takes, what it is if nobody says, and what it does, for an operator. */
export interface Setting<T> {
  readonly kind: Kind<T>;
  readonly fallback: string | number | readonly string[] | Readonly<Record<string, never>>;
  readonly effect: string;
}

/**
 * The settings that a CDK context holds, each checked.
 *
 * @param context the whole context of the app; feature flags and the toolkit's own keys in it are left alone
 * @throws SettingError if a value is not one its setting takes, a key is misspelt, a domain comes without its certificate, or two settings
 * contradict each other
 */
export function readSettings(context: Readonly<Record<string, unknown>>): Settings {
  refuseUnknownKeys(context);
  const read = <K extends keyof Settings>(key: K): Settings[K] => readOne(context, key);
  const settings: Settings = {
    stackName: read('stackName'),
    removalPolicy: read('removalPolicy'),
    intakeVersionsDays: read('intakeVersionsDays'),
    reportsDays: read('reportsDays'),
    logRetentionDays: read('logRetentionDays'),
    domainName: read('domainName'),
    certificateArn: read('certificateArn'),
    priceClass: read('priceClass'),
    corsOrigins: read('corsOrigins'),
    alarmEmail: read('alarmEmail'),
    validateMemory: read('validateMemory'),
    allocateMemory: read('allocateMemory'),
    publishMemory: read('publishMemory'),
    validateTimeout: read('validateTimeout'),
    allocateTimeout: read('allocateTimeout'),
    publishTimeout: read('publishTimeout'),
    runbookUrl: read('runbookUrl'),
    monthlyBudget: read('monthlyBudget'),
    rejectedPercent: read('rejectedPercent'),
    oldestUploadMinutes: read('oldestUploadMinutes'),
    publishLagMinutes: read('publishLagMinutes'),
    validateConcurrency: read('validateConcurrency'),
    allocateConcurrency: read('allocateConcurrency'),
    publishConcurrency: read('publishConcurrency'),
    encryption: read('encryption'),
    objectLock: read('objectLock'),
    objectLockDays: read('objectLockDays'),
    accessLogs: read('accessLogs'),
    accessLogsDays: read('accessLogsDays'),
    uploaders: read('uploaders'),
    malwareScan: read('malwareScan'),
  };
  refuseContradictions(settings);
  return settings;
}

// A misspelt key would silently mean its default. The toolkit and the feature flags never use bare camel case.
function refuseUnknownKeys(context: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(context).find(
    (key) => /^[A-Za-z]+$/.test(key) && !Object.hasOwn(settingsTable, key),
  );
  if (unknown === undefined) return;
  throw new SettingError(
    'UnknownSetting',
    unknown,
    `The CDK context has "${unknown}", which is no setting. Remove it from "context" in cdk.json or from -c, ` +
      `or correct its spelling: ${Object.keys(settingsTable).join(', ')} (docs/settings.md).`,
  );
}

function readOne<K extends keyof Settings>(context: Readonly<Record<string, unknown>>, key: K): Settings[K] {
  const { kind, fallback } = settingsTable[key];
  const given = Object.hasOwn(context, key) ? context[key] : fallback;
  const value = kind.read(given);
  if (value !== refused) return value;
  throw new SettingError(
    'InvalidSetting',
    key,
    `The setting "${key}" is ${JSON.stringify(given)}; it takes ${kind.takes}. ` +
      `Mend it under "context" in cdk.json, or in -c ${key}=… (docs/settings.md).`,
  );
}

const days = whole(1, 36_500);
const memory = whole(128, 10_240);
const timeout = whole(1, 900);
const origin = /^(\*|https?:\/\/[a-z0-9.-]+(:\d{1,5})?)$/;
// CloudWatch takes these numbers of days alone; 9999 is the library's word for "for ever".
const logDays = Object.values(RetentionDays).filter((value) => typeof value === 'number' && value !== 9999);

/** Every setting, in the order of docs/settings.md, which is made from this table. */
export const settingsTable: { readonly [K in keyof Settings]: Setting<Settings[K]> } = {
  stackName: {
    kind: text('letters, digits and hyphens, a letter first, at most 128', /^[A-Za-z][A-Za-z0-9-]{0,127}$/),
    fallback: 'Sailau',
    effect: 'Name of the CloudFormation stack. Two names in one account are two separate installations.',
  },
  removalPolicy: {
    kind: choice('retain', 'destroy'),
    fallback: 'retain',
    effect:
      'What becomes of the buckets, the table and the logs when the stack is deleted. `retain` keeps them and protects the table from deletion. With `destroy` CloudFormation deletes them, but a bucket only once it is empty, old versions included.',
  },
  intakeVersionsDays: {
    kind: keepOr(days),
    fallback: 'keep',
    effect:
      'Days that a superseded version of an uploaded file is kept in the intake bucket. The ledger names uploads by version: with anything but `keep`, old releases can no longer be traced to the files they were made from.',
  },
  reportsDays: {
    kind: keepOr(days),
    fallback: 365,
    effect: 'Days that a validation report is kept in the intake bucket.',
  },
  logRetentionDays: {
    kind: oneOf(logDays),
    fallback: 180,
    effect: 'Days that the logs of the functions and of the state machine are kept.',
  },
  domainName: {
    kind: optional(
      text(
        'a domain name in lower case',
        /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
      ),
    ),
    fallback: '',
    effect:
      'Domain under which the data set is published, for example `data.example.org`; needs `certificateArn`. Point its DNS record at the CloudFront domain after the deployment.',
  },
  certificateArn: {
    kind: optional(
      text(
        'the ARN of an ACM certificate in us-east-1',
        /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[A-Za-z0-9-]+$/,
      ),
    ),
    fallback: '',
    effect: 'Certificate for `domainName`. CloudFront takes certificates of the region us-east-1 alone.',
  },
  priceClass: {
    kind: choice('PriceClass_100', 'PriceClass_200', 'PriceClass_All'),
    fallback: 'PriceClass_200',
    effect: 'CloudFront locations that serve the data: fewer are cheaper, more are nearer to readers.',
  },
  corsOrigins: {
    kind: list(
      '"*", or origins such as "https://example.org" (a list, or separated by commas)',
      text('an origin', origin),
    ),
    fallback: ['*'],
    effect: 'Web origins whose pages may read the published data with a browser.',
  },
  alarmEmail: {
    kind: optional(text('an e-mail address', /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,63}$/)),
    fallback: '',
    effect: 'Address that gets the alarms. AWS sends it a message to confirm first.',
  },
  validateMemory: {
    kind: memory,
    fallback: 1769,
    effect: 'Memory of the function that checks uploads, in megabytes.',
  },
  allocateMemory: {
    kind: memory,
    fallback: 1024,
    effect: 'Memory of the function that computes seats, in megabytes.',
  },
  publishMemory: {
    kind: memory,
    fallback: 1769,
    effect: 'Memory of the function that writes releases, in megabytes.',
  },
  validateTimeout: { kind: timeout, fallback: 900, effect: 'Seconds that the check of one upload may take.' },
  allocateTimeout: {
    kind: timeout,
    fallback: 300,
    effect: 'Seconds that one computation of seats may take.',
  },
  publishTimeout: {
    kind: timeout,
    fallback: 900,
    effect: 'Seconds that the writing of one release may take.',
  },
  ...operationTable,
  ...securityTable,
};
