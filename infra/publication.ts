import { Annotations, Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, HttpMethods, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { removalOf } from './removal.ts';
import type { AccessLogs } from './security/access-logs.ts';
import { acknowledge } from './security/acknowledge.ts';
import { objectLock } from './security/object-lock.ts';
import type { Security } from './security/security.ts';
import type { Settings } from './settings/settings.ts';

// What a page that reads part of a CSV or Parquet file has to see of the answer.
const exposedHeaders = ['Accept-Ranges', 'Content-Length', 'Content-Range', 'ETag', 'Last-Modified'];

// A published file holds texts of strangers, and a browser may take one for a page: it then runs nothing, sends nothing and is framed
// by nobody else. Pages of the site itself load scripts, styles and data from beside them.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

// What the explorer loads, and loads whole: compressed on the way. Nobody reads these in ranges.
const readWhole = [
  'assets/*',
  '*.html',
  '*/summary.json',
  '*/election.json',
  '*/manifest.json',
  '*/areas.json',
  '*/results.parts.json',
  '*/areas/*.json',
  '*/allocation/*.json',
];

/** Where releases lie, and the way the public reads them: a private bucket behind CloudFront. */
export class Publication extends Construct {
  readonly bucket: Bucket;
  /** Address of the published data, without a slash at the end. */
  readonly url: string;
  readonly distributionId: string;

  constructor(scope: Construct, id: string, settings: Settings, security: Security) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      ...security.encryption.bucket(),
      ...security.accessLogs.of('publication'),
      ...objectLock(settings),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [{ id: 'abandoned-parts', abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      // CloudFront sets these headers itself, but a preflight is answered by the bucket.
      cors: [
        {
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
          allowedOrigins: [...settings.corsOrigins],
          allowedHeaders: ['*'],
          exposedHeaders,
        },
      ],
      removalPolicy: removalOf(settings),
    });
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'index.html is the root object, and query strings are not passed on: no address leads to a listing.',
    );
    security.accessLogs.explain(this.bucket);
    const distribution = this.distribute(settings, security.accessLogs);
    this.distributionId = distribution.distributionId;
    this.url = `https://${settings.domainName ?? distribution.distributionDomainName}`;
  }

  private distribute(settings: Settings, { ofReaders }: AccessLogs): cloudfront.Distribution {
    const reading = {
      origin: privateOrigin(this.bucket),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      originRequestPolicy: cloudfront.OriginRequestPolicy.CORS_S3_ORIGIN,
      responseHeadersPolicy: this.responseHeaders(settings),
    };
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `${settings.stackName}: published election results`,
      defaultRootObject: 'index.html',
      priceClass: cloudfront.PriceClass[priceClasses[settings.priceClass]],
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...this.ownDomain(settings),
      ...(ofReaders !== undefined && { logBucket: ofReaders, logFilePrefix: 'readers/' }),
      defaultBehavior: {
        ...reading,
        // A range of a compressed answer is not a range of the file: Parquet readers would break.
        compress: false,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS,
      },
      additionalBehaviors: Object.fromEntries(
        readWhole.map((pattern) => [
          pattern,
          { ...reading, compress: true, cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED },
        ]),
      ),
      // Who asks for a release a moment too early must find it a moment later.
      errorResponses: [{ httpStatus: 404, ttl: Duration.seconds(10) }],
    });
    explain(distribution, settings);
    return distribution;
  }

  private ownDomain({ domainName, certificateArn }: Settings): Partial<cloudfront.DistributionProps> {
    if (domainName === undefined || certificateArn === undefined) return {};
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    return { domainNames: [domainName], certificate };
  }

  private responseHeaders({ corsOrigins }: Settings): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, 'ResponseHeaders', {
      comment: 'Open data: any page may read it, in ranges too',
      corsBehavior: {
        accessControlAllowOrigins: [...corsOrigins],
        accessControlAllowMethods: ['GET', 'HEAD'],
        accessControlAllowHeaders: ['*'],
        accessControlExposeHeaders: exposedHeaders,
        accessControlAllowCredentials: false,
        accessControlMaxAge: Duration.days(1),
        originOverride: true,
      },
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.SAMEORIGIN, override: true },
        referrerPolicy: {
          referrerPolicy: cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
      },
    });
  }
}

// The library's types contradict each other in one property under `exactOptionalPropertyTypes`; the class decides.
function isBucket(value: unknown): value is IBucket {
  return value instanceof Bucket;
}

/**
 * Without the right to list, S3 answers 403 for what is not there, and nobody could tell a missing file from a closed door. No address leads
 * to a listing all the same: `/` is the root object, and query strings are not passed on.
 */
function privateOrigin(bucket: Bucket): cloudfront.IOrigin {
  if (!isBucket(bucket)) throw new TypeError('An origin that is no bucket');
  return S3BucketOrigin.withOriginAccessControl(bucket, {
    originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
  });
}

function explain(distribution: cloudfront.Distribution, { domainName, accessLogs }: Settings): void {
  acknowledge(distribution, {
    CFR1: 'Results are open data, for readers of every country.',
    CFR2: 'Nothing behind the cache takes input from readers: it answers with files, to GET and HEAD alone.',
    ...(accessLogs !== 'all' && {
      CFR3: 'Addresses of readers are personal data: they are logged only where the operator sets accessLogs to "all".',
    }),
    ...(domainName === undefined && {
      CFR4: 'A distribution without a domain of its own has the certificate of CloudFront, and with it no choice of protocol.',
    }),
  });
}

const priceClasses = {
  PriceClass_100: 'PRICE_CLASS_100',
  PriceClass_200: 'PRICE_CLASS_200',
  PriceClass_All: 'PRICE_CLASS_ALL',
} as const;
