import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { isRecord, only } from './support/reading.ts';
import { templateWith } from './support/templates.ts';

const isPublication = { CorsConfiguration: Match.anyValue() };

test('is a private bucket', () => {
  templateWith().hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Retain',
    Properties: {
      ...isPublication,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  });
});

test('is read by its own distribution alone, which signs every request', () => {
  const template = templateWith();

  template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    Bucket: { Ref: Match.stringLikeRegexp('^PublicationBucket') },
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: 'Deny' }),
        Match.objectLike({
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
        }),
      ],
    },
  });
});

test('is served over HTTPS, uncompressed so that ranges are ranges of the file', () => {
  templateWith().hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultRootObject: 'index.html',
      PriceClass: 'PriceClass_200',
      Aliases: Match.absent(),
      DefaultCacheBehavior: {
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        Compress: false,
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: { Ref: Match.stringLikeRegexp('ResponseHeaders') },
      },
      Origins: [Match.objectLike({ OriginAccessControlId: Match.anyValue() })],
    },
  });
});

test('compresses what the explorer loads whole, and nothing that is read in ranges', () => {
  const [distribution] = Object.values(templateWith().findResources('AWS::CloudFront::Distribution'));
  const behaviours = distribution?.Properties.DistributionConfig.CacheBehaviors;
  const patterns = behaviours.map(({ PathPattern: pattern }: { PathPattern: string }) => pattern);

  expect(behaviours.every(({ Compress }: { Compress: boolean }) => Compress)).toBe(true);
  expect(patterns).toEqual(
    expect.arrayContaining(['assets/*', '*.html', '*/summary.json', '*/areas/*.json']),
  );
  expect(
    patterns.filter((pattern: string) => /csv|parquet|gz|results\.(json|ndjson)|log/.test(pattern)),
  ).toEqual([]);
});

test('tells a missing file from a closed door, and looks again soon', () => {
  templateWith().hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: { CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 10 }] },
  });
});

test('may be read by any page, in ranges too', () => {
  templateWith().hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      CorsConfig: {
        AccessControlAllowOrigins: { Items: ['*'] },
        AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
        AccessControlAllowHeaders: { Items: ['*'] },
        AccessControlExposeHeaders: { Items: Match.arrayWith(['Content-Range', 'ETag']) },
        AccessControlAllowCredentials: false,
        OriginOverride: true,
      },
    },
  });
});

test('sends the headers that protect readers', () => {
  templateWith().hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 31_536_000,
          IncludeSubdomains: true,
          Override: true,
        },
        ContentSecurityPolicy: {
          ContentSecurityPolicy: Match.stringLikeRegexp("^default-src 'none'; .*frame-ancestors 'self'$"),
          Override: true,
        },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'SAMEORIGIN', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
      },
    },
  });
});

test('gives bucket and distribution the origins of the settings', () => {
  const origins = ['https://example.org', 'https://example.net'];
  const template = templateWith({ corsOrigins: origins });

  template.hasResourceProperties('AWS::S3::Bucket', {
    CorsConfiguration: { CorsRules: [Match.objectLike({ AllowedOrigins: origins })] },
  });
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: { CorsConfig: { AccessControlAllowOrigins: { Items: origins } } },
  });
});

test('answers under a domain of its own when the settings give one', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
  const template = templateWith({
    domainName: 'data.example.org',
    certificateArn,
    priceClass: 'PriceClass_All',
  });

  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: ['data.example.org'],
      PriceClass: 'PriceClass_All',
      ViewerCertificate: {
        AcmCertificateArn: certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    },
  });
  template.hasOutput('PublicUrl', { Value: 'https://data.example.org' });
  const environment = only(template, 'AWS::Lambda::Function', { Description: 'Sailau: publish' }).Environment;
  expect(isRecord(environment) && environment.Variables).toMatchObject({
    PUBLIC_URL: 'https://data.example.org',
  });
});

test('keeps every release for ever: nothing but the parts of broken uploads is ever cleared away', () => {
  templateWith().hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      ...isPublication,
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: Match.exact([
          {
            Id: 'abandoned-parts',
            Status: 'Enabled',
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ]),
      },
    },
  });
});
