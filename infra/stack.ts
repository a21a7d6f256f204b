import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Intake } from './intake.ts';
import { Failures } from './pipeline/failures.ts';
import { type Entries, Functions, handlerEntries } from './pipeline/functions.ts';
import { Pipeline } from './pipeline/pipeline.ts';
import { Publication } from './publication.ts';
import { Records } from './records.ts';
import { MalwareScan } from './security/malware-scan.ts';
import { Security } from './security/security.ts';
import { Uploaders } from './security/uploaders.ts';
import type { Settings } from './settings/settings.ts';
import { Signing } from './signing.ts';
import { Watch } from './watch.ts';

/** All of Sailau: files come into the intake, pass the pipeline, and leave through the publication. */
export class SailauStack extends Stack {
  /**
   * @param settings what the operator chose; its `stackName` names the stack
   * @param entries source files of the functions, by stage
   */
  constructor(scope: Construct, settings: Settings, entries: Entries = handlerEntries) {
    super(scope, settings.stackName, {
      description: 'Sailau: validates, computes and publishes election results',
    });
    const security = new Security(this, 'Security', settings);
    const intake = new Intake(this, 'Intake', settings, security);
    const records = new Records(this, 'Records', settings, security);
    const publication = new Publication(this, 'Publication', settings, security);
    const signing = new Signing(this, 'Signing', settings);
    const places = { intake, records, publication, signing, security };
    const functions = new Functions(this, 'Functions', { settings, entries, ...places });
    const failures = new Failures(this, 'Failures', settings, security);
    const pipeline = new Pipeline(this, 'Pipeline', { settings, functions, failures, ...places });
    new Watch(this, 'Watch', { settings, functions, pipeline, failures, ...places });
    const { bucket } = intake;
    const { encryption } = security;
    if (settings.malwareScan !== undefined) new MalwareScan(this, 'MalwareScan', bucket, encryption);
    const uploaders = new Uploaders(this, 'Uploaders', { settings, bucket, encryption });

    new CfnOutput(this, 'IntakeBucketName', { value: intake.bucket.bucketName });
    new CfnOutput(this, 'RecordsTableName', { value: records.table.tableName });
    new CfnOutput(this, 'PublicationBucketName', { value: publication.bucket.bucketName });
    new CfnOutput(this, 'PublicUrl', { value: publication.url });
    new CfnOutput(this, 'SigningKeyArn', { value: signing.key.keyArn });
    new CfnOutput(this, 'StateMachineArn', { value: pipeline.machine.stateMachineArn });
    new CfnOutput(this, 'FailureQueueUrl', { value: failures.queue.queueUrl });
    if (uploaders.roles.size > 0) new CfnOutput(this, 'UploaderRoles', { value: uploaders.listed() });
  }
}
