import { App } from 'aws-cdk-lib';
import project from '../cdk.json' with { type: 'json' };
import { readSettings } from './settings/settings.ts';
import { SailauStack } from './stack.ts';

/** A synthesized stack on disk. */
export interface Synthesized {
  /** Path of the CloudFormation template, JSON. */
  readonly templatePath: string;
  /**
   * Folder of the cloud assembly. A Lambda's code lies in it under the name that its resource's metadata gives as
   * `aws:asset:path`.
   */
  readonly assemblyDirectory: string;
  readonly stackName: string;
}

// What the CDK command sets of itself, so that the template is the one `cdk deploy` sends.
const asTheCommand = { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true };

/**
 * Synthesizes the stack in this process, without the CDK command and without the network.
 *
 * @param options.outdir folder to write the cloud assembly to; made if it is not there
 * @param options.context settings and flags that override those of `cdk.json` (docs/settings.md)
 * @throws SettingError if a setting is not valid
 */
export function synthesize(options: {
  outdir: string;
  context?: Readonly<Record<string, unknown>>;
}): Synthesized {
  const context = { ...asTheCommand, ...project.context, ...options.context };
  // `postCliContext` wins over a context that stray environment variables of the CDK command would bring in.
  const app = new App({
    outdir: options.outdir,
    postCliContext: context,
    analyticsReporting: false,
    // Linting takes two seconds of every start; `cdk synth` and `cdk deploy` do it.
    builtinCloudFormationValidation: false,
  });
  const stack = new SailauStack(app, readSettings(app.node.getAllContext()));
  const assembly = app.synth();
  return {
    templatePath: assembly.getStackByName(stack.stackName).templateFullPath,
    assemblyDirectory: assembly.directory,
    stackName: stack.stackName,
  };
}
