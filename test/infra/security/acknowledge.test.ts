import { App, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct, IConstruct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { keepRules } from '../../../infra/security/rules.ts';
import { isRecord } from '../support/reading.ts';
import { stackWith } from '../support/templates.ts';

/** The rules of AWS Solutions that a tree breaks without a word of why, or all that it breaks. */
function broken(tree: IConstruct, { acknowledged = true } = {}): string[] {
  const checks = new AwsSolutionsChecks();
  if (!acknowledged) Object.assign(checks, { isAcknowledged: () => false });
  return checks
    .validateScope(tree)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );
}

/** What is acknowledged where: path, rule, reason. */
function acknowledgements(tree: IConstruct): { path: string; rule: string; reason: unknown }[] {
  return tree.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(isRecord(data) ? data : {}))
      .map(([rule, reason]) => ({ path: node.path, rule: rule.replace(/^annotation::/i, ''), reason }))
      .filter(({ rule }) => rule.startsWith('AwsSolutions-')),
  );
}

const everything = {
  encryption: 'kms',
  objectLock: 'compliance',
  accessLogs: 'all',
  malwareScan: 'guardduty',
  uploaders: { kz: 'arn:aws:iam::111122223333:root' },
  domainName: 'data.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b',
};

describe.each([{}, { accessLogs: 'none' }, everything])('with the settings %j', (settings) => {
  const stack = stackWith(settings);

  test('no rule of AWS Solutions is broken without a word of why', () => {
    expect(broken(stack)).toEqual([]);
  });

  test('every word of why is a sentence, and there is a broken rule beneath it', () => {
    const all = broken(stack, { acknowledged: false });

    for (const { path, rule, reason } of acknowledgements(stack)) {
      expect(reason).toMatch(/^[A-Z].{30,}\.$/);
      expect(
        all.filter((one) => one.startsWith(`${rule} at ${path}`)),
        `${rule} at ${path}`,
      ).not.toEqual([]);
    }
  });

  test('none is said of the stack as a whole, nor of a part of it', () => {
    const paths = acknowledgements(stack).map(({ path }) => path.split('/').length);

    expect(Math.min(...paths)).toBeGreaterThan(2);
  });
});

test.each<[string, string, (scope: Construct) => void]>([
  ['a bucket without logs and TLS', 'AwsSolutions-S1', (scope) => new Bucket(scope, 'Weak')],
  ['a topic without TLS', 'AwsSolutions-SNS3', (scope) => new Topic(scope, 'Weak')],
  ['a role that may do everything', 'AwsSolutions-IAM5[Resource::*]', (scope) => everyRight(scope)],
])('%s fails the synthesis', (_what, rule, weaken) => {
  const stack = stackWith({});
  weaken(stack);
  const app = stack.node.root;
  if (!App.isApp(app)) throw new TypeError('a stack without an app');
  keepRules(app);

  expect(broken(stack).join('\n')).toContain(`${rule} at Sailau/Weak`);
  expect(() => app.synth()).toThrow(rule);
});

function everyRight(scope: Construct): void {
  const role = new Role(scope, 'Weak', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
}
