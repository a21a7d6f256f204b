import { ArnPrincipal, CompositePrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { reportsPrefix, uploadsPrefix } from '../../functions/store/objects.ts';
import type { Settings } from '../settings/settings.ts';
import { acknowledge, wildcard } from './acknowledge.ts';
import type { Encryption } from './encryption.ts';

/** What the roles of uploaders are for. */
export interface UploadersProps {
  readonly settings: Settings;
  readonly bucket: Bucket;
  readonly encryption: Encryption;
}

/** A role an election, for those who may upload to it: it puts files and reads the reports on them, and does nothing else. */
export class Uploaders extends Construct {
  /** By election. */
  readonly roles: ReadonlyMap<string, Role>;

  constructor(scope: Construct, id: string, props: UploadersProps) {
    super(scope, id);
    this.roles = new Map(
      [...props.settings.uploaders].map(([election, arns]) => [election, this.role(election, arns, props)]),
    );
  }

  /** Each election with the ARN of its role, as `kz-2023=arn:…`, separated by spaces. */
  listed(): string {
    return [...this.roles].map(([election, role]) => `${election}=${role.roleArn}`).join(' ');
  }

  private role(election: string, arns: readonly string[], { settings, bucket, encryption }: UploadersProps) {
    const role = new Role(this, election, {
      description: `${settings.stackName}: uploads to ${election}`,
      assumedBy: new CompositePrincipal(...arns.map((arn) => new ArnPrincipal(arn))),
    });
    // The slash at the end is what keeps `kz` out of `kz-2`. No right to tag: a tag says that a file was scanned.
    const uploads = `${uploadsPrefix}${election}/*`;
    const reports = `${reportsPrefix}${election}/*`;
    const put = ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];
    role.addToPolicy(new PolicyStatement({ actions: put, resources: [bucket.arnForObjects(uploads)] }));
    role.addToPolicy(
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(reports)] }),
    );
    for (const right of encryption.rights('write-s3')) role.addToPolicy(right);
    acknowledge(role, {
      [wildcard(bucket, `/${uploads}`)]: 'Uploaders name their files; the folder is that of their election.',
      [wildcard(bucket, `/${reports}`)]: 'Reports are named after the files of the same election.',
    });
    return role;
  }
}
