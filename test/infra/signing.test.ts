import { expect, test } from 'vitest';
import { only } from './support/reading.ts';
import { templateWith } from './support/templates.ts';

test('is one Ed25519 key that signs, kept when the stack goes', () => {
  templateWith().hasResource('AWS::KMS::Key', {
    DeletionPolicy: 'Retain',
    Properties: { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY', PendingWindowInDays: 30 },
  });
});

test('goes with the stack when the operator says so', () => {
  templateWith({ removalPolicy: 'destroy' }).hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete' });
});

test('is known to the publisher alone', () => {
  const environments = ['validate', 'allocate', 'publish'].map((stage) =>
    JSON.stringify(
      only(templateWith(), 'AWS::Lambda::Function', { Description: `Sailau: ${stage}` }).Environment,
    ),
  );

  expect(environments.map((text) => text.includes('SIGNING_KEY'))).toEqual([false, false, true]);
});

test('names the log after the domain, or the stack where there is none', () => {
  const certificateArn =
    'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
  const named = templateWith({ domainName: 'data.example.org', certificateArn });

  templateWith().hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { LOG_NAME: 'Sailau' } },
  });
  named.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { LOG_NAME: 'data.example.org' } },
  });
});
