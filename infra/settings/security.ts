import { isElectionId } from '../../functions/model/ids.ts';
import { choice, type Kind, keepOr, optional, refused, text, whole } from './kinds.ts';
import type { Setting } from './settings.ts';

/** The principals that may upload, by election. */
export type UploaderArns = ReadonlyMap<string, readonly string[]>;

/** What an operator may choose about protection: keys, locks, logs of access, who uploads. Part of `Settings`. */
export interface SecuritySettings {
  readonly encryption: 'managed' | 'kms';
  readonly objectLock: 'none' | 'governance' | 'compliance';
  readonly objectLockDays: number;
  readonly accessLogs: 'none' | 'buckets' | 'all';
  /** Days, or `keep`. */
  readonly accessLogsDays: number | 'keep';
  readonly uploaders: UploaderArns;
  readonly malwareScan: 'guardduty' | undefined;
}

const days = whole(1, 36_500);
const principal = /^arn:aws[a-z-]*:iam::\d{12}:(root|(user|role)\/[A-Za-z0-9+=,.@_/-]{1,512})$/;

/** The settings of protection, in the order of docs/settings.md. */
export const securityTable: {
  readonly [K in keyof SecuritySettings]: Setting<SecuritySettings[K]>;
} = {
  encryption: {
    kind: choice('managed', 'kms'),
    fallback: 'managed',
    effect:
      'Keys that encrypt what is stored. `managed`: keys of AWS (SSE-S3 for buckets, keys owned by AWS for the rest). `kms`: one key of your own in KMS, replaced every year, for uploads, records, publication, logs and alarms; who is denied the key reads none of them. Objects that are there when you change this keep the key that they were written with.',
  },
  objectLock: {
    kind: choice('none', 'governance', 'compliance'),
    fallback: 'none',
    effect:
      'Whether S3 refuses to delete what is published, whoever asks. `governance`: nobody but who has the right `s3:BypassGovernanceRetention`. `compliance`: nobody at all, the account itself included, until the days are over. Every version of every object is locked; pointers such as `latest.json` get new versions and move on. It changes the bucket in place and holds for what is written from then on: what lies there keeps the lock that it has, or has none. Under `none` the bucket can be locked, and locks nothing. [Security](security.md#a-stack-from-before-the-lock) says what to do with a stack that was deployed when `none` meant a bucket without the lock.',
  },
  objectLockDays: {
    kind: days,
    fallback: 3650,
    effect:
      'Days that a version of a published object is locked, from when it was written; without effect where `objectLock` is `none`. Under `compliance` they can never be shortened for what is there: try a few days first.',
  },
  accessLogs: {
    kind: choice('none', 'buckets', 'all'),
    fallback: 'buckets',
    effect:
      'Whether each request is logged, in a bucket of its own. `buckets`: requests to the intake and the publication bucket, which are those of uploaders, functions and operators. `all`: those of readers at CloudFront too. Their addresses are personal data in many countries: say so on your site, and choose `accessLogsDays` accordingly.',
  },
  accessLogsDays: {
    kind: keepOr(days),
    fallback: 90,
    effect: 'Days that logs of access are kept; without effect where `accessLogs` is `none`.',
  },
  uploaders: {
    kind: principals(),
    fallback: {},
    effect:
      'Who may upload to an election: each one named here gets a role that puts files under `uploads/<election>/` and reads their reports, and does nothing else. The role is assumed from the account, user or role of the ARN. [Security](security.md#letting-a-commission-upload) says how to go on.',
  },
  malwareScan: {
    kind: optional(choice('guardduty')),
    fallback: '',
    effect:
      'Whether Amazon GuardDuty scans each upload before it is read. An upload waits for the result, about a minute; one with a threat, or that cannot be scanned, is rejected, and the report says which. AWS bills it by the gigabyte. On this machine nothing scans: put the tag `GuardDutyMalwareScanStatus` on an upload yourself, or it is rejected after 20 minutes.',
  },
};

function principals(): Kind<UploaderArns> {
  const arn = text('an ARN', principal);
  const read = (value: unknown): UploaderArns | typeof refused => {
    const members = objectOf(value);
    if (members === undefined) return refused;
    const entries = Object.entries(members).map(([id, arns]): [string, readonly string[]] => [
      id,
      [arns].flat().flatMap((one) => {
        const read = arn.read(one);
        return read === refused ? [] : [read];
      }),
    ]);
    const whole = entries.every(
      // Nothing in the id of an election is a wildcard, a variable or a slash to IAM.
      ([id, read]) => isElectionId(id) && read.length > 0 && read.length === [members[id]].flat().length,
    );
    return whole ? new Map(entries) : refused;
  };
  return {
    takes:
      'an object from ids of elections to ARNs of accounts, users or roles, as {"kz-mazhilis-2023": ["arn:aws:iam::111122223333:role/Commission"]} (with -c, as JSON)',
    read,
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const given = typeof value === 'string' ? parse(value) : value;
  return given !== null && typeof given === 'object' && !Array.isArray(given) ? { ...given } : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
