import { App } from 'aws-cdk-lib';
import { keepRules } from './security/rules.ts';
import { readSettings, SettingError } from './settings/settings.ts';
import { SailauStack } from './stack.ts';

// What the CDK command runs (see cdk.json): the command hands context and output folder over in the environment.
try {
  const app = new App({ analyticsReporting: false });
  new SailauStack(app, readSettings(app.node.getAllContext()));
  keepRules(app);
  app.synth();
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
