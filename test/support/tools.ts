import { spawnSync } from 'node:child_process';

/** The environment in which the tools of AWS talk to a server of this machine, and take nothing from the user's own settings. */
export const localAws: NodeJS.ProcessEnv = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};

const tools = {
  'the AWS CLI': ['aws', '--version'],
  boto3: ['python3', '-c', 'import boto3'],
  moto: ['python3', '-c', 'import moto.server, flask'],
  'cfn-lint': ['cfn-lint', '--version'],
  Python: ['python3', '--version'],
} as const;

/** Whether a tool that npm does not have is installed here; where it is not, says which tests did not run. */
export function installed(tool: keyof typeof tools, without: string): boolean {
  const [command, ...args] = tools[tool];
  const found = spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!found) console.warn(`\n*** SKIPPED: ${tool} is not installed here: ${without}. ***\n`);
  return found;
}
