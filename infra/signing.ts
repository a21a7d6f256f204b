import { Duration } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { removalOf } from './removal.ts';
import type { Settings } from './settings/settings.ts';

/** The key that releases and the log are signed with. It never leaves KMS. */
export class Signing extends Construct {
  readonly key: Key;
  /** Names the installation in the logs that it signs (C2SP signed-note): its domain, or the stack where it has none of its own. */
  readonly logName: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: `${settings.stackName}: signs releases (minisign) and the transparency log`,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      // A key that is gone cannot be made again, so that even a stack to be destroyed leaves time to think.
      pendingWindow: Duration.days(30),
      removalPolicy: removalOf(settings),
    });
    this.logName = settings.domainName ?? settings.stackName;
  }
}
