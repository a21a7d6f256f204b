import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { accountOf, allows } from '../support/iam.ts';
import { isRecord } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

const commission = 'arn:aws:iam::111122223333:role/Commission';
const settings = {
  uploaders: { kz: commission, 'kz-2': ['arn:aws:iam::444455556666:user/officer', commission] },
  encryption: 'kms',
  malwareScan: 'guardduty',
};

const account = accountOf(templateWith(settings));
const intake = account.resource('IntakeBucket').arn;
const publication = account.resource('PublicationBucket').arn;

/** Whether the role of an election may do it, as the bucket's own policy too would have it. */
function may(role: string, action: string, resource: string): boolean {
  const bucket = account.bucketPolicy('IntakeBucket').filter(({ effect }) => effect === 'Deny');
  const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': account.resource(role).arn };
  return allows([...account.role(role), ...bucket], { action, resource, context });
}

test.each(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'])(
  'puts files of its own election: %s',
  (action) => {
    expect(may('Uploaderskz', action, `${intake}/uploads/kz/results/list/north.csv`)).toBe(true);
    expect(may('Uploaderskz2', action, `${intake}/uploads/kz-2/election.json`)).toBe(true);
  },
);

test('reads the reports on them', () => {
  expect(may('Uploaderskz', 's3:GetObject', `${intake}/reports/kz/election.json/v1/report.json`)).toBe(true);
});

test.each([
  ['the election whose id begins with its own', 's3:PutObject', `${intake}/uploads/kz-2/election.json`],
  ['the folder without its slash', 's3:PutObject', `${intake}/uploads/kz`],
  ['a folder that looks like it', 's3:PutObject', `${intake}/uploads/kzx/election.json`],
  ['another case', 's3:PutObject', `${intake}/uploads/KZ/election.json`],
  ['another election', 's3:PutObject', `${intake}/uploads/xx/election.json`],
  ['reports, which it would forge', 's3:PutObject', `${intake}/reports/kz/election.json/v1/report.json`],
  ['reports of another', 's3:GetObject', `${intake}/reports/kz-2/election.json/v1/report.json`],
  ['uploads, back', 's3:GetObject', `${intake}/uploads/kz/election.json`],
  ['versions of uploads', 's3:GetObjectVersion', `${intake}/uploads/kz/election.json`],
  ['names of others', 's3:ListBucket', intake],
  ['deleting', 's3:DeleteObject', `${intake}/uploads/kz/election.json`],
  ['deleting for good', 's3:DeleteObjectVersion', `${intake}/uploads/kz/election.json`],
  ['saying that a file was scanned', 's3:PutObjectTagging', `${intake}/uploads/kz/election.json`],
  ['the publication', 's3:PutObject', `${publication}/elections/kz/latest.json`],
  ['a release', 's3:PutObject', `${publication}/elections/kz/1.0.0/results.csv`],
  ['the publication, to read', 's3:GetObject', `${publication}/elections/kz/latest.json`],
  ['a ledger', 'dynamodb:PutItem', account.resource('RecordsTable').arn],
  ['signing', 'kms:Sign', account.resource('SigningKey').arn],
])('does not touch %s', (_what, action, resource) => {
  expect(may('Uploaderskz', action, resource)).toBe(false);
});

test('an upload is encrypted with the key of the operator through S3, and the key serves for nothing else', () => {
  const ask = (service: string) =>
    allows(account.role('Uploaderskz'), {
      action: 'kms:GenerateDataKey',
      resource: account.resource('SecurityEncryptionKey').arn,
      context: { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` },
    });

  expect(ask('s3')).toBe(true);
  expect(ask('dynamodb')).toBe(false);
});

test('is assumed by whom the settings name, and by nobody else', () => {
  templateWith(settings).hasResourceProperties('AWS::IAM::Role', {
    Description: 'Sailau: uploads to kz',
    AssumeRolePolicyDocument: {
      Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS: commission } }],
      Version: Match.anyValue(),
    },
  });
});

test('an output tells each election and its role; without uploaders there is neither', () => {
  const outputs = templateWith(settings).toJSON().Outputs;

  expect(JSON.stringify(isRecord(outputs) && outputs.UploaderRoles)).toMatch(/kz=.* kz-2=/);
  expect(JSON.stringify(templateWith().toJSON())).not.toContain('Uploader');
});
