import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { rootNames } from '../../functions/publish/site/site.ts';
import {
  assetsPrefix,
  electionsPrefix,
  keysPrefix,
  publicKeyKey,
  reportsPrefix,
  uploadsPrefix,
} from '../../functions/store/objects.ts';
import type { Intake } from '../intake.ts';
import type { Stage } from '../pipeline/functions.ts';
import type { Publication } from '../publication.ts';
import type { Records } from '../records.ts';
import type { Settings } from '../settings/settings.ts';
import type { Signing } from '../signing.ts';
import { acknowledge, wildcard } from './acknowledge.ts';
import type { Security } from './security.ts';

/** The places of the stack that its functions read and write. */
export interface Places {
  readonly settings: Settings;
  readonly intake: Intake;
  readonly records: Records;
  readonly publication: Publication;
  readonly signing: Signing;
  readonly security: Security;
}

/** Gives the role of a stage the rights that its handler uses, each for the keys that it uses, and no other. */
export function grantRights(role: Role, stage: Stage, places: Places): void {
  for (const right of rights[stage](places)) role.addToPolicy(right);
  if (stage === 'validate') explainValidate(role, places.intake.bucket);
  if (stage === 'publish') explainPublish(role, places.publication.bucket);
}

// No update, and no delete but what the right of batch writes brings with it: what is written stays as it is.
const readRecords = ['dynamodb:GetItem', 'dynamodb:Query'];
const addEntry = 'dynamodb:PutItem';
const addRecords = 'dynamodb:BatchWriteItem';

// A large object is put in parts; aborting clears the parts of a failed attempt.
const writeActions = ['s3:PutObject', 's3:AbortMultipartUpload'];

// What the store puts into the publication bucket (functions/store/objects.ts): folders, and single objects at the root.
const publishedFolders = [electionsPrefix, keysPrefix, assetsPrefix];
const publishedAtRoot = [publicKeyKey, ...rootNames];

const rights: { readonly [S in Stage]: (places: Places) => PolicyStatement[] } = {
  validate: ({ settings, intake: { bucket }, records, security: { encryption } }) => [
    allow([...readRecords, addRecords, addEntry], records.table.tableArn),
    // Without the right to list, S3 answers 403 for an upload that is gone, and it looks like a fault of ours.
    allow(['s3:ListBucket'], bucket.bucketArn),
    // An upload is read by its version, always: the newest may be another by now.
    allow(['s3:GetObjectVersion'], bucket.arnForObjects(`${uploadsPrefix}*`)),
    ...(settings.malwareScan === undefined
      ? []
      : [allow(['s3:GetObjectVersionTagging'], bucket.arnForObjects(`${uploadsPrefix}*`))]),
    allow(writeActions, bucket.arnForObjects(`${reportsPrefix}*`)),
    ...encryption.rights('write-s3', 'table'),
  ],
  allocate: ({ records, security: { encryption } }) => [
    allow([...readRecords, addRecords], records.table.tableArn),
    ...encryption.rights('table'),
  ],
  publish: ({ records, publication: { bucket }, signing, security: { encryption } }) => [
    allow([...readRecords, addEntry], records.table.tableArn),
    allow(['s3:ListBucket'], bucket.bucketArn),
    allow(
      ['s3:GetObject', ...writeActions],
      ...publishedFolders.map((folder) => bucket.arnForObjects(`${folder}*`)),
      ...publishedAtRoot.map((name) => bucket.arnForObjects(name)),
    ),
    allow(['kms:GetPublicKey', 'kms:Sign'], signing.key.keyArn),
    ...encryption.rights('write-s3', 'table'),
  ],
};

function allow(actions: string[], ...resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}

function explainValidate(role: Role, bucket: Bucket): void {
  acknowledge(role, {
    [wildcard(bucket, `/${uploadsPrefix}*`)]:
      'Uploads of every election are read, by whatever names they have.',
    [wildcard(bucket, `/${reportsPrefix}*`)]: 'A report is named after its upload.',
  });
}

function explainPublish(role: Role, bucket: Bucket): void {
  acknowledge(role, {
    [wildcard(bucket, `/${electionsPrefix}*`)]: 'Releases are named after elections and versions.',
    [wildcard(bucket, `/${assetsPrefix}*`)]:
      'A file of the explorer is named after the hash of what is in it.',
    [wildcard(bucket, `/${keysPrefix}*`)]: 'A public key is named after its id, which comes with the key.',
  });
}
