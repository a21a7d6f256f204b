/** The types of resources that moto's CloudFormation does not know, and what tries them instead. */
export const unknownToMoto: Readonly<Record<string, string>> = {
  'AWS::CloudFront::Distribution': 'The site of the local stack is made from it (test/local/site).',
  'AWS::CloudFront::OriginAccessControl': 'It belongs to the distribution.',
  'AWS::CloudFront::ResponseHeadersPolicy':
    'The site of the local stack sends its headers (test/local/site).',
  'AWS::CloudWatch::Alarm': 'Each is looked at in the template (test/infra/watch.test.ts).',
  'AWS::S3::BucketPolicy':
    'It is looked at in the template (test/infra/publication.test.ts); moto would not enforce it.',
  'AWS::SNS::TopicPolicy': 'It is looked at in the template (test/infra/security/alarm-topic.test.ts).',
  'AWS::SQS::QueuePolicy': 'It is looked at in the template (test/infra/pipeline/failures.test.ts).',
};

/** What moto's CloudFormation reads in the template and does nothing with: what its services then tell, and why that is no fault of ours. */
export const leftAsideByMoto: Readonly<Record<string, { readonly seen: unknown; readonly why: string }>> = {
  versions: { seen: null, why: 'It makes every bucket without versions; asked over S3 it keeps them.' },
  'public access': {
    seen: 'NoSuchPublicAccessBlockConfiguration',
    why: 'It does not read PublicAccessBlockConfiguration of a bucket.',
  },
  events: { seen: null, why: 'It does not read NotificationConfiguration of a bucket.' },
  recovery: {
    seen: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    },
    why: 'It does not read PointInTimeRecoverySpecification of a table.',
  },
  expiry: {
    seen: { TimeToLiveStatus: 'DISABLED' },
    why: 'It does not read TimeToLiveSpecification of a table.',
  },
  key: {
    seen: '500',
    why: 'It takes a key of ECC_NIST_EDWARDS25519, and fails inside when it is asked about it.',
  },
};
