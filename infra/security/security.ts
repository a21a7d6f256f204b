import { Construct } from 'constructs';
import type { Settings } from '../settings/settings.ts';
import { AccessLogs } from './access-logs.ts';
import { Encryption } from './encryption.ts';

/** What protects every place alike: the key that encrypts, and the logs of access. */
export class Security extends Construct {
  readonly encryption: Encryption;
  readonly accessLogs: AccessLogs;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.encryption = new Encryption(this, 'Encryption', settings);
    this.accessLogs = new AccessLogs(this, 'AccessLogs', settings);
  }
}
