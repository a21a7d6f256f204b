import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** Lets the synthesis of an app fail on each rule of AWS Solutions (cdk-nag) that is broken without a word of why (acknowledge.ts). */
export function keepRules(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
}
